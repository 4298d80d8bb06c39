"""Footnotes in HTML, which a mark in the text links to, and which link back to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bs4 import BeautifulSoup, Tag

from .html_elements import value

_CONTAINERS = ("li", "p", "dd", "aside", "div", "tr")
_CALLED_A_NOTE = re.compile(
    r"_?(?:fn|ftn|footnote|endnote|edn|sdfootnote|cite_note|note)[-_:]?\w{1,8}(?:sym)?",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"\W+")


def take_notes(soup: BeautifulSoup) -> dict[str, Tag]:
    """Take the footnotes out of a page, and put a mark where the text refers to them.

    A footnote is what a mark links to if it links back, or if it is called one.

    Returns:
        The footnotes by their names.
    """
    places = {name: each for each in soup.find_all(True) for name in _names(each)}
    names: dict[int, str] = {}
    notes: dict[str, Tag] = {}
    for link in soup.find_all("a"):
        address = value(link, "href")
        note = _note(link, address[1:], places) if address.startswith("#") else None
        if note is None:
            continue
        if id(note) not in names:
            name = names[id(note)] = _name(link, notes)
            notes[name] = note
        _mark(link).replace_with(f"\ue001{names[id(note)]}\ue001")
    for name, note in notes.items():
        _take(note, name)
    return notes


def _names(element: Tag) -> Iterator[str]:
    yield from filter(None, (value(element, "id"), value(element, "name")))


def _note(link: Tag, target: str, places: Mapping[str, Tag]) -> Tag | None:
    place = places.get(target)
    if place is None:
        return None
    note = place if place.name in _CONTAINERS else place.find_parent(list(_CONTAINERS))
    if note is None or note in link.parents or len(link.get_text(strip=True)) > 8:
        return None
    ways_back = {value(each, "href") for each in note.find_all("a")}
    around = [link, *list(link.parents)[:2], *link.find_all(True)]
    links_back = any(f"#{name}" in ways_back for each in around for name in _names(each))
    return note if links_back or _CALLED_A_NOTE.fullmatch(target) else None


def _name(link: Tag, taken: Mapping[str, Tag]) -> str:
    written = _NO_NAME.sub("", link.get_text())
    name = written or str(len(taken) + 1)
    number = len(taken) + 1
    while name in taken:
        name = f"{written}-{number}"
        number += 1
    return name


def _mark(link: Tag) -> Tag:
    """Return the mark of a footnote: a link, with the sign around it that raises it."""
    parent = link.parent
    if parent is not None and parent.name == "sup" and parent.get_text() == link.get_text():
        return parent
    return link


def _take(note: Tag, name: str) -> None:
    """Take a footnote out of its page, without the links back that are signs only."""
    note.extract()
    note.name = "div"
    for link in note.find_all("a"):
        says_nothing = _NO_NAME.sub("", link.get_text()) in ("", name)
        if value(link, "href").startswith("#") and says_nothing:
            around = link.parent
            link.extract()
            while around is not None and around is not note and not around.get_text(strip=True):
                empty, around = around, around.parent
                empty.extract()
