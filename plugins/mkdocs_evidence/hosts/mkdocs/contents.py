"""The headings and ids of a page that has been rendered, to which more are added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from markdown.extensions.toc import slugify, unique
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink

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


class Contents:
    """The headings and ids of a page.

    Args:
        page: The page, with its content. The offsets that are asked for are those in this
            content, whatever becomes of it later.
    """

    def __init__(self, page: Page) -> None:
        html = page.content or ""
        self._page = page
        self._headings = [
            Heading(found.start(), int(found[1]), _id_of(found[0]))
            for found in _HEADING.finditer(html)
        ]
        self._ids = {found[2] for found in _ID.finditer(html)}
        self._added: dict[Heading | None, int] = {}

    def level_below(self, offset: int) -> int:
        """Return the level of headings that belong to the last heading before an offset."""
        above = self._heading_above(offset)
        return min(above.level + 1, LOWEST) if above else 2

    def take_id(self, name: str) -> bool:
        """Give the page an id, and say whether it was free."""
        if name in self._ids:
            return False
        self._take(name)
        return True

    def new_id(self, heading: str) -> str:
        """Return a free id for a heading, made of its words, and give it to the page."""
        name: str = unique(slugify(heading, "-"), set(self._ids))
        self._take(name)
        return name

    def add(self, headings: Sequence[tuple[str, str]], offset: int) -> None:
        """Put headings into the table of contents.

        Args:
            headings: The HTML of each with its id.
            offset: Where they stand in the page.
        """
        above = self._heading_above(offset)
        children = self._page.toc.items if above is None else self._children(above)
        if children is None:
            return
        place = self._added.get(above, 0)
        level = self.level_below(offset)
        children[place:place] = [AnchorLink(title, name, level) for title, name in headings]
        self._added[above] = place + len(headings)

    def add_last(self, heading: str, name: str) -> None:
        """Put a heading of the second level at the end of the table of contents."""
        items = self._page.toc.items
        if items and items[-1].level == 1:
            items = items[-1].children
        items.append(AnchorLink(heading, name, 2))

    def _heading_above(self, offset: int) -> Heading | None:
        above = [heading for heading in self._headings if heading.start < offset]
        return above[-1] if above else None

    def _children(self, heading: Heading) -> list[AnchorLink] | None:
        """Return what the table of contents has below a heading; None if it lacks the heading."""
        waiting = [*self._page.toc]
        while waiting:
            item = waiting.pop()
            if item.id == heading.id:
                children: list[AnchorLink] = item.children
                return children
            waiting += item.children
        return None

    def _take(self, name: str) -> None:
        self._ids.add(name)
        if self._page.present_anchor_ids is not None:
            self._page.present_anchor_ids.add(name)


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
