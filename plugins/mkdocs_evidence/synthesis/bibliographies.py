"""The bibliographies of a site, each in the place of its comment."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations.placeholders import Placeholder, in_html, in_markdown
from mkdocs_evidence.citations.selection import Selection
from mkdocs_evidence.citations.selection_reader import read_selection
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.sources import Source

from .bibliography_writer import BibliographyWriter
from .headings import NewHeading
from .mentions import Mentions
from .pages import SitePage
from .work_links import WorkLinks

_BLOCK = re.compile(r"<(/?)(p|h[1-6])\b[^<>]*>")


@dataclass(frozen=True)
class FilledPage:
    """A page with its bibliographies, and what these bring to it.

    Attributes:
        html: Its content.
        headings: The headings in its bibliographies, in their order.
        last: The heading of the list of other references at its end, if it has one.
        ids: The ids in all these.
    """

    html: str
    headings: Sequence[NewHeading] = ()
    last: NewHeading | None = None
    ids: Sequence[str] = ()


class Bibliographies:
    """The bibliographies of a site.

    Args:
        library: The entries of the site.
        options: The source of the site's settings, in which a placeholder may stand.
        mentions: What the pages of the site say of works.
        links: The links to the pages of works.

    Attributes:
        problems: What is wrong with the placeholders.
        shown: The keys of the works in the bibliographies, in their order.
    """

    def __init__(
        self, library: Library, options: Source, mentions: Mentions, links: WorkLinks
    ) -> None:
        self._library = library
        self._options = options
        self._mentions = mentions
        self._links = links
        self.problems: list[Problem] = []
        self.shown: dict[str, None] = {}

    def fill(self, page: SitePage) -> FilledPage:
        """Return a page with its bibliographies in their places, and with links to works."""
        html = page.html
        places = in_html(html)
        if not places and not page.citations.lists_follow:
            return FilledPage(self._links.put_into(html, page))
        writer = BibliographyWriter(page, self._library, self._mentions, self._links)
        sources = [*filter(None, [page.source()]), self._options]
        written = _Written(sources, page.name)
        blocks = [*_BLOCK.finditer(html)]
        parts, end = [], 0
        for place in places:
            selection, problems = _read(
                written, place, blocks, self._library, self._mentions.topics
            )
            self.problems += problems
            parts.append(html[end : place.start])
            if selection:
                parts.append(writer.write(selection, place.start))
            end = place.end
        rest = writer.write_rest() if page.citations.lists_follow else None
        self.shown |= writer.shown
        filled = "".join([*parts, html[end:], rest.html if rest else ""])
        return FilledPage(
            self._links.put_into(filled, page),
            writer.headings,
            rest.heading if rest else None,
            writer.new_ids,
        )


def check_bibliographies(
    html: str, sources: Sequence[Source], library: Library, topics: Collection[str]
) -> list[Problem]:
    """Return what is wrong with the comments of bibliographies in a page.

    Args:
        html: The content of the page.
        sources: The files in which the author may have written it, the page's own first.
        library: The entries of the site.
        topics: The topics of the site.
    """
    written = _Written(sources, sources[0].path)
    blocks = [*_BLOCK.finditer(html)]
    problems: list[Problem] = []
    for place in in_html(html):
        problems += _read(written, place, blocks, library, topics)[1]
    return problems


def _read(
    written: _Written,
    place: Placeholder,
    blocks: Sequence[re.Match[str]],
    library: Library,
    topics: Collection[str],
) -> tuple[Selection | None, list[Problem]]:
    """Return what a placeholder asks for, or None where it has a mistake; and its mistakes."""
    source, found = written.find(place)
    selection, problems = read_selection(
        source, found.options, found.options_end, library=library, topics=topics
    )
    if _is_in_text(place, blocks):
        problems.append(_in_text(source, found))
    return None if problems else selection, problems


class _Written:
    """Where the author wrote the placeholders of a page.

    Args:
        sources: The files in which one may stand, that of the page first.
        name: What the page is called.
    """

    def __init__(self, sources: Sequence[Source], name: str) -> None:
        self._name = name
        self._asked: Counter[tuple[str, ...]] = Counter()
        self._alike: dict[tuple[str, ...], tuple[Source, list[Placeholder]]] = {}
        for source in sources:
            alike: dict[tuple[str, ...], list[Placeholder]] = {}
            for place in in_markdown(source.text):
                alike.setdefault(place.words, []).append(place)
            for words, places in alike.items():
                self._alike.setdefault(words, (source, places))

    def find(self, place: Placeholder) -> tuple[Source, Placeholder]:
        """Return where a placeholder was written; itself where it is in none of the files.

        Those of the page are to be asked for in their order: of several with the same words, the
        second is the second in the author's file.
        """
        number = self._asked[place.words]
        self._asked[place.words] += 1
        if place.words in self._alike:
            source, places = self._alike[place.words]
            return source, places[min(number, len(places) - 1)]
        (itself,) = in_html(place.text)
        return Source(self._name, place.text), itself


def asks_for_works_of_page(markdown: str, library: Library) -> bool:
    """Say whether a bibliography in a page's Markdown is of the works that the page cites."""
    source = Source("", markdown)
    for place in in_markdown(markdown):
        selection, _ = read_selection(source, place.options, place.options_end, library=library)
        if selection and selection.scope == "page":
            return True
    return False


def _is_in_text(place: Placeholder, blocks: Sequence[re.Match[str]]) -> bool:
    """Say whether a placeholder stands in a paragraph or heading, where no list can stand.

    Args:
        place: The placeholder.
        blocks: The tags of all paragraphs and headings of the page, in their order.
    """
    before = bisect_left(blocks, place.start, key=_start)
    after = bisect_left(blocks, place.end, key=_start)
    if before == 0 or after == len(blocks):
        return False
    opening, closing = blocks[before - 1], blocks[after]
    return opening[2] == closing[2] and not opening[1] and bool(closing[1])


def _start(tag: re.Match[str]) -> int:
    return tag.start()


def _in_text(source: Source, place: Placeholder) -> Problem:
    return source.problem(
        place.start,
        "placeholder-in-text",
        "A bibliography cannot stand within a line of text.",
        "Put its comment on a line of its own, with an empty line before it.",
        end=place.end,
    )
