"""The bibliographies of a site, each in the place of its comment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_evidence.citations import PageCitations, reference_anchor, reference_menu
from mkdocs_evidence.citations.grouping import grouped
from mkdocs_evidence.citations.placeholders import Placeholder, in_html, in_markdown
from mkdocs_evidence.citations.selection import Selection, Work
from mkdocs_evidence.citations.selection_reader import read_selection
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.project import Project
from mkdocs_evidence.sources import Source, read_source, shown_from
from mkdocs_evidence.synthesis import CitedWork, WorkGroup, bibliography, work_link

from .contents import Contents
from .mentions import Mentions, Rendered, title_of

_BLOCK = re.compile(r"<(/?)(p|h[1-6])\b[^<>]*>")


class Bibliographies:
    """The bibliographies of one build.

    Args:
        project: The site's summaries and bibliography.
        options: The source of the site's settings, in which a placeholder may stand.
        rendered: The pages with what is known of their citations, by the names of their files.
        mentions: What these pages say of works.

    Attributes:
        problems: What is wrong with the placeholders.
        shown: The keys of the works in them, in their order.
    """

    def __init__(
        self, project: Project, options: Source, rendered: Rendered, mentions: Mentions
    ) -> None:
        self._project = project
        self._options = options
        self._rendered = rendered
        self._mentions = mentions
        self.problems: list[Problem] = []
        self.shown: dict[str, None] = {}

    def fill(self, page: Page, works: Mapping[str, str]) -> None:
        """Put the bibliographies of a page into their places.

        All pages must have been rendered, for a bibliography lists what they cite.

        Args:
            page: The page, which changes.
            works: The addresses of the pages on works, by the keys of these.
        """
        html = page.content or ""
        places = in_html(html)
        if not places:
            return
        _, citations = self._rendered[page.file.src_uri]
        writer = _Writer(page, citations, self._project, self._mentions, works)
        parts, end = [], 0
        for number, place in enumerate(places):
            selection = self._selection(page, html, place, places[:number])
            parts.append(html[end : place.start])
            if selection:
                parts.append(writer.write(selection, place.start))
            end = place.end
        page.content = "".join([*parts, html[end:]])
        self.shown |= writer.shown

    def _selection(
        self, page: Page, html: str, place: Placeholder, before: list[Placeholder]
    ) -> Selection | None:
        """Return what a placeholder asks for; None where it has a mistake, which is noted."""
        repeated = sum(each.words == place.words for each in before)
        source, written = self._find(page, place, repeated)
        selection, problems = read_selection(
            source,
            written.options,
            written.options_end,
            library=self._project.library,
            topics=self._mentions.topics,
        )
        if _is_in_text(html, place):
            problems.append(_in_text(source, written))
        self.problems += problems
        return None if problems else selection

    def _find(self, page: Page, place: Placeholder, repeated: int) -> tuple[Source, Placeholder]:
        """Return where the author wrote a placeholder; itself where it is in none of the files.

        Args:
            page: The page it is in.
            place: The placeholder, in HTML.
            repeated: How many like it stand before it in the page.
        """
        for source in (self._source(page), self._options):
            alike = [each for each in in_markdown(source.text) if each.words == place.words]
            if alike:
                return source, alike[min(repeated, len(alike) - 1)]
        (itself,) = in_html(place.text)
        return Source(page.file.src_uri, place.text), itself

    def _source(self, page: Page) -> Source:
        if page.file.src_uri in self._project.files:
            return self._project.files[page.file.src_uri].source
        if not page.file.abs_src_path:
            return self._options
        path = Path(page.file.abs_src_path)
        return read_source(path, shown_from(self._project.root, path))[0]


def _is_in_text(html: str, place: Placeholder) -> bool:
    """Say whether a placeholder stands in a paragraph or heading, where no list can stand."""
    before = [*_BLOCK.finditer(html, 0, place.start)][-1:]
    after = _BLOCK.search(html, place.end)
    return bool(before and after and before[0][2] == after[2] and not before[0][1] and after[1])


def _in_text(source: Source, place: Placeholder) -> Problem:
    return source.problem(
        place.start,
        "placeholder-in-text",
        "A bibliography cannot stand within a line of text.",
        "Put its comment on a line of its own, with an empty line before it.",
        end=place.end,
    )


class _Writer:
    """Writes the bibliographies of a page."""

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
        keys = [key for key in self._candidates(selection) if selection.has(self._work(key))]
        references = {r.key: r.html for r in self._citations.processor.references(keys)}
        self.shown |= dict.fromkeys(references)
        works = [self._work(key) for key in references]
        groups = [
            WorkGroup(
                [self._entry(key, references[key]) for key in group.keys],
                group.heading,
                self._contents.new_id(group.heading) if group.heading else "",
            )
            for group in grouped(works, selection, self._citations.words, self._mentions.topics)
        ]
        headings = [(escape(group.heading), group.anchor) for group in groups if group.heading]
        self._contents.add(headings, offset)
        return bibliography(groups, self._citations.words, self._contents.level_below(offset))

    def _candidates(self, selection: Selection) -> list[str]:
        if selection.scope == "library":
            return [*self._library.keys()]
        if selection.scope == "page":
            return [*dict.fromkeys([*self._citations.always, *self._citations.cited])]
        return [*self._mentions.pages]

    def _work(self, key: str) -> Work:
        return Work.of(self._library, key, self._mentions.topics_by_key.get(key, ()))

    def _entry(self, key: str, reference: str) -> CitedWork:
        """Return a work as it is shown; the first time on a page, it has its anchor."""
        anchor = reference_anchor(key)
        root = self._citations.root
        href = self._works.get(key)
        return CitedWork(
            anchor if self._contents.take_id(anchor) else "",
            reference,
            dict(self._link_to(page) for page in self._mentions.pages.get(key, ())),
            "" if root is None else reference_menu(key, self._citations.words, root),
            work_link(get_relative_url(href, self._page.url), self._citations.words)
            if href
            else "",
        )

    def _link_to(self, page: Page) -> tuple[str, str]:
        """Return the address and the title of a page, found once for all works that it cites."""
        if page.url not in self._links:
            address = get_relative_url(page.url, self._page.url)
            self._links[page.url] = (address, title_of(page))
        return self._links[page.url]
