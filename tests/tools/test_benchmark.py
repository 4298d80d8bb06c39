"""The library that the benchmark makes up."""

from __future__ import annotations

from benchmarks.library import make_library
from mkdocs_evidence.bibliography import read_bibliography
from mkdocs_evidence.sources import Source


def test_the_library_is_always_the_same_and_is_read_without_problems() -> None:
    text = make_library(200)
    assert text == make_library(200)
    entries, problems = read_bibliography(Source("library.bib", text))
    assert len(entries) == 200
    assert problems == []
