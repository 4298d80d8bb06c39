"""Which works have a page of their own, and what stands on it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import in_own_language, menu_marker, reference_anchor
from mkdocs_evidence.citations.anchors import cite_anchor
from mkdocs_evidence.citations.fates import NO_FATES, Fates, fate_note
from mkdocs_evidence.languages import catalogue, lang_attribute

from .addresses import relative_url
from .headings import NewHeading, section_of
from .mentions import Mentions
from .names import ProcessorFor, naming_processor, short_names
from .pages import SitePage
from .works import PageMention, PostMention, WorkPage, work_contents, work_page, work_slugs

ENOUGH = 2
"""How many pages must discuss or cite a work for it to have a page of its own."""


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
        fates: What became of works.
    """

    def __init__(
        self,
        library: Library,
        mentions: Mentions,
        language: str,
        processor_for: ProcessorFor,
        fates: Fates = NO_FATES,
    ) -> None:
        self._library = library
        self._mentions = mentions
        self._fates = fates
        self._words = catalogue(language)
        self._keys = self._enough_mentioned()
        self._processor = processor = processor_for(language)
        short = naming_processor(language, processor_for)
        self._titles, references = short_names(self._keys, short)
        if short is not processor:
            references = [each for key in self._keys if (each := processor.reference(key))]
        self._references = {reference.key: reference.html for reference in references}

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
            reference=self._reference(key),
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

    def _reference(self, key: str) -> str:
        reference = self._references.get(key, "")
        marked = in_own_language(reference, key, self._processor, self._words.language)
        return marked + fate_note(self._fates.of(key), self._words)

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
                self._lang(page),
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
                place = f"{href}#{anchor}"
                found.append(PageMention(href, page.title, section, place, self._lang(page)))
        return found

    def _lang(self, page: SitePage) -> str:
        return lang_attribute(page.language, self._words.language)
