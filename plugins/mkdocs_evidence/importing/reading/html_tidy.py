"""HTML as other programs write it, made ready to become Markdown."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import PreformattedString

from .addresses import is_safe, joined, without_spaces
from .html_elements import UNSEEN, text_in, value
from .html_emphasis import settle_emphasis
from .html_notes import take_notes

_EMBEDDED = ("iframe", "embed", "object", "video", "audio")
_WITHOUT_END = ("source", "track")
"""What has no end of its own, so that the parser takes what follows for a part of it."""
_NUMBER = re.compile(r"[0-9]{1,6}")
_LATER = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
"""Where a page keeps the address of a picture that is fetched when a reader comes near it."""


def tidy(soup: BeautifulSoup, base: str = "") -> dict[str, Tag]:
    """Take away what is not read, and bring links, pictures and emphasis into one form.

    Args:
        soup: A page or a piece of one; it is changed.
        base: The address that its links start from; empty where it is not known.

    Returns:
        The footnotes by their names, for which the text has `html_elements.MARK`.
    """
    remove_unseen(soup)
    notes = take_notes(soup)
    for tree in [soup, *notes.values()]:
        _settle(tree, base)
    return notes


def remove_unseen(soup: BeautifulSoup) -> None:
    """Take away what has no text that is read, such as scripts; of films, a link remains."""
    for note in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        note.extract()
    _link_embedded(soup)
    for element in soup.find_all(list(_WITHOUT_END)):
        element.unwrap()
    for element in soup.find_all(list(UNSEEN)):
        if not element.decomposed:
            element.decompose()


def _settle(soup: Tag, base: str) -> None:
    for picture in soup.find_all("img"):
        _settle_picture(picture, base)
    for link in soup.find_all("a"):
        _settle_link(link, base)
    for numbered in soup.find_all("ol"):
        _number_items(numbered)
    settle_emphasis(soup)


def _link_embedded(soup: BeautifulSoup) -> None:
    """Make links of films and the like, which a summary does not show."""
    for element in soup.find_all(list(_EMBEDDED)):
        source = element if element.get("src") else element.find("source")
        address = value(element, "data") or value(source, "src")
        link = soup.new_tag("a", href=address)
        link.string = value(element, "title") or address
        element.insert_before(link if address else "")
        if element.name in ("iframe", "embed"):
            element.decompose()
        else:
            element.unwrap()


def _settle_picture(picture: Tag, base: str) -> None:
    source = value(picture, "src")
    later = next(filter(None, (value(picture, name) for name in _LATER)), "")
    if later and (not source or source.startswith("data:")):
        source = later
    alt = value(picture, "alt")
    if _is_a_letter(picture):
        picture.replace_with(alt)
    elif not source or _is_a_dot(picture):
        picture.decompose()
    elif source.startswith("data:image/") or is_safe(source):
        title = value(picture, "title")
        picture.attrs = {"src": joined(base, source), "alt": alt}
        if title and title != alt:
            picture["title"] = title
    else:
        picture.replace_with(alt)


def _is_a_letter(picture: Tag) -> bool:
    """Say whether a picture stands for a sign, as WordPress and others send emoji."""
    kinds = set(value(picture, "class").split())
    return bool(kinds & {"emoji", "wp-smiley"}) and len(value(picture, "alt")) <= 8


def _is_a_dot(picture: Tag) -> bool:
    """Say whether a picture only counts who reads the page."""
    return value(picture, "width") in ("0", "1") and value(picture, "height") in ("0", "1")


def _settle_link(link: Tag, base: str) -> None:
    address = without_spaces(value(link, "href"))
    if not address or address.startswith("#") or not is_safe(address):
        link.unwrap()
        return
    title = value(link, "title")
    link.attrs = {"href": joined(base, address)}
    if title and title != text_in(link) and title != address:
        link["title"] = title


def _number_items(numbered: Tag) -> None:
    """Give each item of a list its number."""
    start = value(numbered, "start")
    first = int(start) if _NUMBER.fullmatch(start) else 1
    for number, item in enumerate(numbered.find_all("li", recursive=False), first):
        item["value"] = str(number)
