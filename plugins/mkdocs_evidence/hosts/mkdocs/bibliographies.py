"""The bibliographies of a site, each in the place of its comment."""

from __future__ import annotations

import re
from collections.abc import Mapping

from mkdocs.structure.pages import Page

from mkdocs_evidence.citations.placeholders import Placeholder, in_html, in_markdown
from mkdocs_evidence.citations.selection import Selection
from mkdocs_evidence.citations.selection_reader import read_selection
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.project import Project
from mkdocs_evidence.sources import Source

from .bibliography_writer import BibliographyWriter
from .mentions import Mentions, Rendered
from .origins import source_of

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

    def are_for_page(self, markdown: str) -> bool:
        """Say whether a bibliography in a page's Markdown is of the works that the page cites."""
        source, library = Source("", markdown), self._project.library
        for place in in_markdown(markdown):
            selection, _ = read_selection(source, place.options, place.options_end, library=library)
            if selection and selection.scope == "page":
                return True
        return False

    def fill(self, page: Page, works: Mapping[str, str]) -> None:
        """Put the bibliographies of a page into their places.

        All pages must have been rendered, for a bibliography lists what they cite.

        Args:
            page: The page, which changes.
            works: The addresses of the pages on works, by the keys of these.
        """
        html = page.content or ""
        places = in_html(html)
        _, citations = self._rendered[page.file.src_uri]
        if not places and not citations.lists_follow:
            return
        writer = BibliographyWriter(page, citations, self._project, self._mentions, works)
        parts, end = [], 0
        for number, place in enumerate(places):
            selection = self._selection(page, html, place, places[:number])
            parts.append(html[end : place.start])
            if selection:
                parts.append(writer.write(selection, place.start))
            end = place.end
        rest = writer.write_rest() if citations.lists_follow else ""
        page.content = "".join([*parts, html[end:], rest])
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
        for source in filter(None, (source_of(page, self._project), self._options)):
            alike = [each for each in in_markdown(source.text) if each.words == place.words]
            if alike:
                return source, alike[min(repeated, len(alike) - 1)]
        (itself,) = in_html(place.text)
        return Source(page.file.src_uri, place.text), itself


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
