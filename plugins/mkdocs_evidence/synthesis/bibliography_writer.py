"""Writes the bibliographies of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import in_own_language, menu_marker, reference_anchor
from mkdocs_evidence.citations.fates import fate_note
from mkdocs_evidence.citations.grouping import grouped
from mkdocs_evidence.citations.lists import listed_reference
from mkdocs_evidence.citations.selection import Selection, Work
from mkdocs_evidence.languages import lang_attribute

from .addresses import relative_url
from .bibliography import (
    CitedWork,
    ListedWork,
    PageLink,
    WorkGroup,
    bibliography,
    cited_work,
)
from .headings import Headings, NewHeading
from .mentions import Mentions
from .pages import SitePage
from .work_links import WorkLinks


@dataclass(frozen=True)
class Rest:
    """A list at the end of a page: its HTML, and its heading."""

    html: str
    heading: NewHeading


class BibliographyWriter:
    """Writes the bibliographies of a page, which have ids in common.

    Args:
        page: The page.
        library: The entries of the site.
        mentions: What the pages of the site say of works.
        links: The links to the pages of works.

    Attributes:
        shown: The keys of the works in what was written, in their order.
        headings: The headings in it, in their order.
    """

    def __init__(
        self, page: SitePage, library: Library, mentions: Mentions, links: WorkLinks
    ) -> None:
        self._page = page
        self._citations = page.citations
        self._library = library
        self._mentions = mentions
        self._links = links
        self._headings = Headings(page.html)
        self._citing: dict[str, PageLink] = {}
        self.shown: dict[str, None] = {}
        self.headings: list[NewHeading] = []

    @property
    def new_ids(self) -> Sequence[str]:
        """The ids in what was written, in their order."""
        return self._headings.new_ids

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
                self._headings.new_id(group.heading) if group.heading else "",
            )
            for group in grouped(works, selection, self._citations.words, self._mentions.topics)
        ]
        level, above = self._headings.level_below(offset), self._headings.above(offset)
        self.headings += [
            NewHeading(group.heading, group.anchor, level, above)
            for group in groups
            if group.heading
        ]
        return bibliography(groups, self._citations.words, level)

    def write_rest(self) -> Rest | None:
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
            return None
        title = self._citations.words.text("references")
        heading = NewHeading(title, self._headings.new_id(title), 2)
        html = bibliography([WorkGroup(works, title, heading.id)], self._citations.words, 2)
        return Rest(html, heading)

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
        return anchor if self._headings.take_id(anchor) else ""

    def _page_item(self, key: str, _reference: str) -> str:
        return listed_reference(key, self._citations)

    def _site_item(self, key: str, reference: str) -> str:
        pages = [self._link_to(page) for page in self._mentions.pages.get(key, ())]
        link = self._links.link(key, self._page)
        words, processor = self._citations.words, self._citations.processor
        marked = in_own_language(reference, key, processor, words.language)
        note = fate_note(self._citations.fates.of(key), words)
        return cited_work(CitedWork(f"{marked}{note}", pages, menu_marker(key), link), words)

    def _link_to(self, page: SitePage) -> PageLink:
        """Return the link to a page, which is made once for all works that it cites."""
        if page.url not in self._citing:
            href = relative_url(page.url, self._page.url)
            lang = lang_attribute(page.language, self._page.language)
            self._citing[page.url] = PageLink(href, page.title, lang)
        return self._citing[page.url]
