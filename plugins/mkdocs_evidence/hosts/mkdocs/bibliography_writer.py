"""Writes the bibliographies of a page."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_evidence.citations import PageCitations, menu_marker, reference_anchor
from mkdocs_evidence.citations.grouping import grouped
from mkdocs_evidence.citations.lists import listed_reference
from mkdocs_evidence.citations.selection import Selection, Work
from mkdocs_evidence.project import Project
from mkdocs_evidence.synthesis import (
    CitedWork,
    ListedWork,
    WorkGroup,
    bibliography,
    cited_work,
    work_link,
)

from .contents import Contents
from .mentions import Mentions, title_of


class BibliographyWriter:
    """Writes the bibliographies of a page, which have ids in common.

    Args:
        page: The page, as it was rendered.
        citations: What is known of its citations.
        project: The site's summaries and bibliography.
        mentions: What the pages of the site say of works.
        works: The addresses of the pages on works, by the keys of these.

    Attributes:
        shown: The keys of the works in what was written, in their order.
    """

    def __init__(
        self,
        page: Page,
        citations: PageCitations,
        project: Project,
        mentions: Mentions,
        works: Mapping[str, str],
    ) -> None:
        self._page = page
        self._citations = citations
        self._library = project.library
        self._mentions = mentions
        self._works = works
        self._contents = Contents(page)
        self._links: dict[str, tuple[str, str]] = {}
        self.shown: dict[str, None] = {}

    def write(self, selection: Selection, offset: int) -> str:
        """Return a bibliography as HTML, which is to stand at this offset of the page."""
        references = self._references(selection)
        self.shown |= dict.fromkeys(references)
        item = self._page_item if selection.scope == "page" else self._site_item
        works = [self._work(key) for key in references]
        groups = [
            WorkGroup(
                [ListedWork(item(key, references[key]), self._anchor(key)) for key in group.keys],
                group.heading,
                self._contents.new_id(group.heading) if group.heading else "",
            )
            for group in grouped(works, selection, self._citations.words, self._mentions.topics)
        ]
        headings = [(escape(group.heading), group.anchor) for group in groups if group.heading]
        self._contents.add(headings, offset)
        return bibliography(groups, self._citations.words, self._contents.level_below(offset))

    def write_rest(self) -> str:
        """Return a list of the works that the page cites and no bibliography on it has, if any.

        Without it, the links of their cites would lead nowhere.
        """
        anchors = {key: self._anchor(key) for key in self._citations.references}
        works = [
            ListedWork(listed_reference(key, self._citations), anchor)
            for key, anchor in anchors.items()
            if anchor
        ]
        if not works:
            return ""
        heading = self._citations.words.text("references")
        name = self._contents.new_id(heading)
        self._contents.add_last(escape(heading), name)
        return bibliography([WorkGroup(works, heading, name)], self._citations.words, 2)

    def _references(self, selection: Selection) -> dict[str, str]:
        """Return the references of a bibliography by their keys, in the order of the style."""
        if selection.scope == "page":
            listed = self._citations.references
            return {key: listed[key].html for key in listed if selection.has(self._work(key))}
        keys = self._library.keys() if selection.scope == "library" else self._mentions.pages
        chosen = [key for key in keys if selection.has(self._work(key))]
        return {each.key: each.html for each in self._citations.processor.references(chosen)}

    def _work(self, key: str) -> Work:
        return Work.of(self._library, key, self._mentions.topics_by_key.get(key, ()))

    def _anchor(self, key: str) -> str:
        """Return the name of the place of a reference; nothing where the page has it already."""
        anchor = reference_anchor(key)
        return anchor if self._contents.take_id(anchor) else ""

    def _page_item(self, key: str, _reference: str) -> str:
        return listed_reference(key, self._citations)

    def _site_item(self, key: str, reference: str) -> str:
        words = self._citations.words
        pages = dict(self._link_to(page) for page in self._mentions.pages.get(key, ()))
        link = ""
        if key in self._works:
            link = work_link(get_relative_url(self._works[key], self._page.url), words)
        return cited_work(CitedWork(reference, pages, menu_marker(key), link), words)

    def _link_to(self, page: Page) -> tuple[str, str]:
        """Return the address and the title of a page, found once for all works that it cites."""
        if page.url not in self._links:
            address = get_relative_url(page.url, self._page.url)
            self._links[page.url] = (address, title_of(page))
        return self._links[page.url]
