"""A small library, and pages that cite it as a host has converted them."""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

from markdown import Markdown

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import CitationExtension, PageCitations
from mkdocs_evidence.csl import Processor, load_style
from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.sources import Source
from mkdocs_evidence.synthesis import Discussion, SitePage

DAY = datetime.date(2026, 3, 2)


def load_library() -> Library:
    path = Path(__file__).parent / "works.bib"
    library, problems = Library.load([path], root=path.parent)
    assert problems == []
    return library


LIBRARY = load_library()


@cache
def processor_for(language: str, style: str | None = None) -> Processor:
    return Processor(load_style(style or "apa"), language, LIBRARY.csl)


def page(
    url: str,
    text: str,
    *,
    language: str = "en",
    style: str | None = None,
    topics: tuple[str, ...] = (),
    article: str = "",
    day: datetime.date = DAY,
    lists_follow: bool = False,
) -> SitePage:
    """Return the page of a Markdown text, as a host makes it; its source is that text."""
    citations = PageCitations(
        processor_for(language, style),
        catalogue(language),
        always=[article] if article else [],
        append=not lists_follow,
        lists_follow=lists_follow,
        links_to_works=True,
    )
    html = Markdown(extensions=["toc", CitationExtension(LIBRARY, citations)]).convert(text)
    return SitePage(
        name=f"{url}index.md",
        url=url,
        title=f"Page <{url}>",
        html=html,
        citations=citations,
        source=lambda: Source(f"docs/{url}index.md", text),
        topics=topics,
        discussion=Discussion(article, day, f"On {article}.") if article else None,
    )
