"""Which works have a page of their own, and what stands on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Protocol

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import menu_marker, reference_anchor
from mkdocs_evidence.citations.anchors import cite_anchor
from mkdocs_evidence.csl import Citation, Cite, Formatted, Processor
from mkdocs_evidence.languages import catalogue

from .addresses import relative_url
from .headings import NewHeading, section_of
from .mentions import Mentions
from .works import PageMention, PostMention, WorkPage, work_contents, work_page, work_slugs

ENOUGH = 2
"""How many pages must discuss or cite a work for it to have a page of its own."""


class ProcessorFor(Protocol):
    """Gives the processor for a language, in a style or else in that of the site."""

    def __call__(self, language: str, style: str | None = None) -> Processor:
        """Return the processor for a language, in the style of a name if there is one."""


@dataclass(frozen=True)
class FinishedPage:
    """A page that a host has only to put into its layout.

    Attributes:
        title: Its title, as plain text.
        description: What it is, as plain text.
        html: Its content.
        contents: Its headings, of which the first is the title.
    """

    title: str
    description: str
    html: str
    contents: Sequence[NewHeading]


class WorkPages:
    """The pages of works of a site.

    Args:
        library: The entries of the site.
        mentions: What the other pages say of works.
        language: The language of the site, in which these pages are.
        processor_for: Gives the processor for a language and a style.
    """

    def __init__(
        self, library: Library, mentions: Mentions, language: str, processor_for: ProcessorFor
    ) -> None:
        self._library = library
        self._mentions = mentions
        self._words = catalogue(language)
        self._keys = self._enough_mentioned()
        processor = processor_for(language)
        style = processor.style
        has_short_form = style.has_year_suffix and not style.is_note
        short = processor if has_short_form else processor_for(language, "apa")
        self._titles, self._references = _formatted(self._keys, processor, short)

    def slugs(self, taken: Collection[str]) -> dict[str, str]:
        """Return the last part of each page's address, by the keys of the works in their order.

        Args:
            taken: The parts of addresses that other pages beside these have.
        """
        slugs = work_slugs(self._library.keys(), taken)
        return {key: slugs[key] for key in self._keys}

    def page(self, key: str, url: str) -> FinishedPage:
        """Return the page of a work.

        Args:
            key: The key of the work, one of those that have a slug.
            url: The address of the page, from the root of the site.
        """
        title = self._titles[key]
        work = WorkPage(
            title=title,
            anchor=reference_anchor(key),
            reference=self._references.get(key, ""),
            menu=menu_marker(key),
            link=self._library.link(key),
            discussed=self._posts(key, url),
            cited=self._pages(key, url),
        )
        return FinishedPage(
            title,
            self._words.text("work_page_of", title=title),
            work_page(work, self._words),
            work_contents(work, self._words),
        )

    def _enough_mentioned(self) -> list[str]:
        """Return the works that get a page, in the order of the bibliography."""
        discussing, citing = self._mentions.discussing, self._mentions.citing
        return [
            key
            for key in self._library
            if len({page.url for page in (*discussing.get(key, ()), *citing.get(key, ()))})
            >= ENOUGH
        ]

    def _posts(self, key: str, url: str) -> list[PostMention]:
        """Return the posts that discuss a work, the newest first."""
        found = [
            PostMention(
                relative_url(page.url, url),
                page.title,
                page.discussion.date,
                page.discussion.description,
            )
            for page in self._mentions.discussing.get(key, ())
            if page.discussion
        ]
        return sorted(found, key=lambda post: post.date, reverse=True)

    def _pages(self, key: str, url: str) -> list[PageMention]:
        """Return the pages that cite a work and do not discuss it."""
        discussing = {page.url for page in self._mentions.discussing.get(key, ())}
        anchor = cite_anchor(key, 1)
        found = []
        for page in self._mentions.citing.get(key, ()):
            if page.url not in discussing:
                href = relative_url(page.url, url)
                section = section_of(anchor, page.html)
                found.append(PageMention(href, page.title, section, f"{href}#{anchor}"))
        return found


def _formatted(
    keys: Sequence[str], processor: Processor, short: Processor
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the short form of each work as text, and its reference as HTML, by the keys.

    Works of the same authors and year are told apart by letters, where the style has them.

    Args:
        keys: The keys of the works.
        processor: Formats the references.
        short: Formats the short forms. It is another one where the style is one of numbers or
            notes, whose short form says nothing.
    """
    document = short.document([Citation((Cite(key),), narrative=True) for key in keys])
    titles = {
        key: Formatted([run for part in parts for run in part.runs]).text
        for key, parts in zip(keys, document.citations, strict=True)
    }
    references = document.references
    if short is not processor:
        references = [each for key in keys if (each := processor.reference(key))]
    return titles, {reference.key: reference.html for reference in references}
