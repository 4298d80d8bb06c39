"""Emphasis in HTML, brought into a few elements that Markdown can tell apart."""

from __future__ import annotations

import re

from bs4 import Tag
from bs4.element import NavigableString

from .html_elements import BLOCKS, HEADINGS, value

_SAME_AS = {
    "b": "strong",
    "i": "em",
    "cite": "em",
    "dfn": "em",
    "var": "em",
    "s": "del",
    "strike": "del",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
_EMPHASIS = ("strong", "em", "del", "sup", "sub")
_JOINED_ACROSS_SPACES = ("strong", "em", "a")
_NO_MEANING = ("span", "font", "u", "ins", "small", "big", "mark", "abbr", "acronym", "bdi", "time")
_STYLES = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), "strong"),
    (re.compile(r"font-style\s*:\s*italic", re.IGNORECASE), "em"),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE), "sub"),
)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_SPACE_BEFORE = re.compile(r"^\s+")
_SPACE_AFTER = re.compile(r"\s+$")


def settle_emphasis(soup: Tag) -> None:
    """Bring the emphasis of a page or a piece of one into ``strong``, ``em`` and the like.

    Emphasis neither begins nor ends with spaces then, nor does it follow on its like.
    """
    for element in soup.find_all(["span", "font", "b", "i"]):
        _settle_style(element)
    for element in soup.find_all(list(_SAME_AS)):
        element.name = _SAME_AS[element.name]
        element.attrs = {}
    for element in soup.find_all(list(_NO_MEANING)):
        element.unwrap()
    for element in soup.find_all([*_EMPHASIS, "code"]):
        if element.find(list(BLOCKS)) or element.find_parent(_emphasised_already(element)):
            element.unwrap()
    soup.smooth()
    for element in soup.find_all([*_EMPHASIS, "a", "code"]):
        _join_with_next(element)
    for element in reversed(soup.find_all([*_EMPHASIS, "a"])):
        _put_spaces_outside(element)
    soup.smooth()


def _emphasised_already(element: Tag) -> list[str]:
    """Return the elements within which another adds no emphasis."""
    return [element.name, "code", *((*HEADINGS, "th", "dt") if element.name == "strong" else ())]


def _settle_style(element: Tag) -> None:
    style = value(element, "style")
    if element.name == "b" and _NOT_BOLD.search(style):
        element.name = "span"
    for pattern, name in _STYLES:
        if pattern.search(style):
            around = element.wrap(Tag(name=name))
            assert around


def _join_with_next(element: Tag) -> None:
    """Join an element with those of its kind that follow at once, which Markdown cannot part."""
    while element.parent is not None:
        after = element.next_sibling
        space = after if isinstance(after, NavigableString) and not after.strip() else None
        if space is not None and element.name in _JOINED_ACROSS_SPACES:
            after = space.next_sibling
        if not isinstance(after, Tag) or after.name != element.name or after.attrs != element.attrs:
            return
        if space is not None:
            element.append(space.extract())
        for node in [*after.contents]:
            element.append(node.extract())
        after.decompose()


def _put_spaces_outside(element: Tag) -> None:
    if not element.get_text(strip=True) and element.find(["img", "br"]) is None:
        element.unwrap()
        return
    first, last = element.contents[0], element.contents[-1]
    if isinstance(first, NavigableString) and (space := _SPACE_BEFORE.match(first)):
        element.insert_before(space[0])
        first.replace_with(first[space.end() :])
        last = element.contents[-1]
    if isinstance(last, NavigableString) and (space := _SPACE_AFTER.search(last)):
        element.insert_after(space[0])
        last.replace_with(last[: space.start()])
    for edge, put in ((0, element.insert_before), (-1, element.insert_after)):
        while element.contents and getattr(element.contents[edge], "name", "") == "br":
            put(element.contents[edge].extract())
