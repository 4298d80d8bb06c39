"""A small library, its processors, and the conversion of Markdown with them."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from markdown import Extension, Markdown

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import CitationExtension, PageCitations
from mkdocs_evidence.csl import Processor, load_style
from mkdocs_evidence.languages import catalogue

Convert = Callable[..., str]
MakePage = Callable[..., PageCitations]


@pytest.fixture(scope="session")
def library() -> Library:
    path = Path(__file__).parent / "library.bib"
    found, problems = Library.load([path], root=path.parent)
    assert problems == []
    return found


@pytest.fixture(scope="session")
def make_page(library: Library) -> MakePage:
    processor = cache(lambda style, lang: Processor(load_style(style), lang, library.csl))

    def make(style: str = "apa", language: str = "en", **fields: Any) -> PageCitations:
        return PageCitations(processor(style, language), catalogue(language), **fields)

    return make


@pytest.fixture
def convert(library: Library, make_page: MakePage) -> Convert:
    def converted(
        text: str,
        page: PageCitations | None = None,
        extensions: Sequence[str | Extension] = (),
        options: Mapping[str, Mapping[str, Any]] | None = None,
    ) -> str:
        extension = CitationExtension(library, page or make_page())
        return Markdown(
            extensions=[*extensions, extension], extension_configs=options or {}
        ).convert(text)

    return converted
