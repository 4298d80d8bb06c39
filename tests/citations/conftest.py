"""A small library, its processors, and the conversion of Markdown with them."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

import pytest
from markdown import Extension, Markdown

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import CitationExtension, PageCitations
from mkdocs_evidence.csl import Processor, load_style

Convert = Callable[..., str]


@pytest.fixture(scope="session")
def library() -> Library:
    path = Path(__file__).parent / "library.bib"
    found, problems = Library.load([path], root=path.parent)
    assert problems == []
    return found


@pytest.fixture(scope="session")
def extension(library: Library) -> CitationExtension:
    return CitationExtension(
        library, cache(lambda lang: Processor(load_style("apa"), lang, library.csl))
    )


@pytest.fixture
def convert(extension: CitationExtension) -> Convert:
    def converted(
        text: str, page: PageCitations | None = None, extensions: Sequence[str | Extension] = ()
    ) -> str:
        extension.page = page or PageCitations()
        return Markdown(extensions=[*extensions, extension]).convert(text)

    return converted
