"""The paragraphs of a text from WordPress' classic editor, which keeps them as empty lines.

The rules are those of WordPress' function ``wpautop``: an empty line parts two paragraphs, and
the end of a line within one is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import TypeGuard

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, PreformattedString, Tag

from .html_elements import BLOCKS

_AS_IT_IS = frozenset(("pre", "script", "style"))
_FRAMES = frozenset(("dl", "figure", "menu", "ol", "table", "tbody", "tfoot", "thead", "tr", "ul"))
"""Elements that hold blocks and no text of their own."""
_BLOCKS = BLOCKS | _FRAMES | _AS_IT_IS
_ALWAYS_PARAGRAPHS = frozenset(("blockquote", "body", "center", "section"))
"""Elements in which even a single piece of text is a paragraph."""

_MARK = "\ue012"
"""Stands on empty lines, since the parser leaves but one of several in a row."""
_NOTHING_WRITTEN = re.compile(r"^[ \t\u00a0]*$", re.MULTILINE)
# Only the first of several spaces is looked at as a beginning, or many would take for ever.
_EMPTY_LINE = re.compile(rf"(?<!\s)\s*{_MARK}[\s{_MARK}]*")
_LINE_END = re.compile(r"(?<![ \t])[ \t]*\n[ \t]*")


def with_paragraphs(html: str) -> str:
    """Return HTML in which empty lines and ends of lines have become elements."""
    lines = html.replace(_MARK, "").replace("\r\n", "\n").replace("\r", "\n")
    marked = _NOTHING_WRITTEN.sub(_MARK, lines)
    # In an element of its own the text is left as it is by the parser, which knows no empty lines.
    soup = BeautifulSoup(f"<section>{marked}</section>", "lxml")
    if soup.body is None:
        return ""
    for block in [soup.body, *soup.body.find_all([*(_BLOCKS - _AS_IT_IS)])]:
        _arrange(block, soup)
    return soup.body.decode_contents().replace(_MARK, "")


def _arrange(container: Tag, soup: BeautifulSoup) -> None:
    """Make paragraphs of the text that stands right in an element."""
    if container.name in _FRAMES:
        return
    children = [child.extract() for child in [*container.contents]]
    for are_blocks, group in groupby(children, _is_block):
        nodes = [*group]
        container.extend(nodes if are_blocks else [*_paragraphs(nodes, container, soup)])
    if container.name == "p" and container.find("p", recursive=False):
        container.unwrap()  # paragraphs within a paragraph stand for themselves


def _is_block(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name in _BLOCKS


def _paragraphs(
    run: list[PageElement], container: Tag, soup: BeautifulSoup
) -> Iterator[PageElement]:
    """Yield text that stands between two blocks: as paragraphs, where it is several."""
    parts: list[list[PageElement]] = [[]]
    for node in run:
        if _is_text(node):
            first, *others = _EMPTY_LINE.split(node)
            parts[-1].append(NavigableString(first))
            parts += [[NavigableString(other)] for other in others]
        else:
            parts[-1].append(node)
    said = [lines for part in parts if (lines := _lines(part, soup))]
    for lines in said:
        if len(said) == 1 and container.name not in _ALWAYS_PARAGRAPHS:
            yield from lines
        else:
            paragraph = soup.new_tag("p")
            paragraph.extend(lines)
            yield paragraph


def _is_text(node: PageElement) -> TypeGuard[NavigableString]:
    """Say whether a node is text, and no comment."""
    return isinstance(node, NavigableString) and not isinstance(node, PreformattedString)


def _lines(part: list[PageElement], soup: BeautifulSoup) -> list[PageElement]:
    """Return a piece of text with elements for the ends of its lines, and none around it."""
    nodes: list[PageElement] = []
    for node in part:
        if isinstance(node, Tag):
            for text in node.find_all(string=True):
                if _is_text(text):
                    text.replace_with(*_broken(text, soup))
            nodes.append(node)
        elif _is_text(node):
            after_break = bool(nodes) and _is_break(nodes[-1])
            nodes += _broken(node.lstrip() if after_break else node, soup)
    while nodes and _is_empty(nodes[0]):
        del nodes[0]
    while nodes and _is_empty(nodes[-1]):
        del nodes[-1]
    return nodes


def _broken(text: str, soup: BeautifulSoup) -> list[PageElement]:
    """Return a text with an element for the end of each of its lines."""
    first, *others = _LINE_END.split(text)
    nodes: list[PageElement] = [NavigableString(first)]
    for other in others:
        nodes += [soup.new_tag("br"), NavigableString(other)]
    return nodes


def _is_break(node: PageElement) -> bool:
    return isinstance(node, Tag) and node.name == "br"


def _is_empty(node: PageElement) -> bool:
    return _is_break(node) or (isinstance(node, NavigableString) and not node.strip())
