"""The headings and ids of a page that has been converted, to which lists of works add some."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass
from html import unescape

from markdown.extensions.toc import slugify

LOWEST = 6
"""The lowest level of a heading in HTML."""

_HEADING = re.compile(r"<h([1-6])\b([^<>]*)>")
_WHOLE_HEADING = re.compile(r"<h([1-6])\b[^<>]*>(.*?)</h\1>", re.DOTALL)
_HEADER_LINK = re.compile(r"<a class=\"headerlink\".*?</a>", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_FOOTNOTES = '<div class="footnote">'
_ID = re.compile(r"<\w[^<>]*?\sid=([\"'])(.*?)\1")


@dataclass(frozen=True)
class Heading:
    """A heading of a page: where it begins, its level, and its id if it has one."""

    start: int
    level: int
    id: str


@dataclass(frozen=True)
class NewHeading:
    """A heading that a table of contents does not have yet.

    Attributes:
        title: What it says, as plain text.
        id: Its id.
        level: Its level, from 1 to 6.
        above: The last heading before it that the page has already; None where there is none.
    """

    title: str
    id: str
    level: int
    above: Heading | None = None


class Headings:
    """The headings and ids of a page.

    Args:
        html: The content of the page. The offsets that are asked for are those in it.

    Attributes:
        new_ids: The ids that were given to the page since, in their order.
    """

    def __init__(self, html: str) -> None:
        self._headings = [
            Heading(found.start(), int(found[1]), _id_of(found[0]))
            for found in _HEADING.finditer(html)
        ]
        self._starts = [heading.start for heading in self._headings]
        self._ids = {found[2] for found in _ID.finditer(html)}
        self._numbers: Counter[str] = Counter()
        self.new_ids: list[str] = []

    def above(self, offset: int) -> Heading | None:
        """Return the last heading that begins before an offset."""
        number = bisect_left(self._starts, offset)
        return self._headings[number - 1] if number else None

    def level_below(self, offset: int) -> int:
        """Return the level of headings that belong to the last heading before an offset."""
        above = self.above(offset)
        return min(above.level + 1, LOWEST) if above else 2

    def take_id(self, name: str) -> bool:
        """Give the page an id, and say whether it was free."""
        if name in self._ids:
            return False
        self._ids.add(name)
        self.new_ids.append(name)
        return True

    def new_id(self, heading: str) -> str:
        """Return a free id for a heading, made of its words, and give it to the page.

        Where these are taken, or give none, a number follows, as in Python-Markdown.
        """
        slug: str = slugify(heading, "-")
        name = slug
        while not name or not self.take_id(name):
            self._numbers[slug] += 1
            name = f"{slug}_{self._numbers[slug]}"
        return name


def section_of(anchor: str, html: str) -> str:
    """Return the heading of the section in which an id stands, as plain text.

    Returns:
        The heading; nothing above the first one below the title, and in footnotes.
    """
    before, found, _ = html.partition(f' id="{anchor}"')
    headings = _WHOLE_HEADING.findall(before)
    if not found or not headings or headings[-1][0] == "1" or _FOOTNOTES in before:
        return ""
    bare = _TAG.sub("", _HEADER_LINK.sub("", headings[-1][1]))
    return " ".join(unescape(bare).split())


def _id_of(tag: str) -> str:
    found = _ID.match(tag)
    return found[2] if found else ""
