"""A new entry in a .bib file, all else of which stays byte for byte as it is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from mkdocs_evidence.authoring.items import Item, year_of
from mkdocs_evidence.authoring.words import plain_letters, without_tags
from mkdocs_evidence.bibliography import read_bibliography
from mkdocs_evidence.bibliography.identifiers import bare_doi
from mkdocs_evidence.sources import Source

from .style import BibStyle, style_of
from .writing import written_entry

_LINE_END = re.compile(r"\r\n?|\n")
_FEWEST_SORTED = 3
"""How many entries must stand in the order of their keys for this to be no accident."""


class NotUtf8(Exception):  # noqa: N818  (it is what was found, and no mistake of the program)
    """A file is not saved as UTF-8, so that nothing can be added that others can read."""


def with_entry(data: bytes, item: Item, key: str) -> bytes:
    """Return the bytes of a .bib file with an item in it, in the file's own style.

    The entry comes at the end, or at its place where the entries are in the order of their keys.

    Raises:
        NotUtf8: The file is not saved as UTF-8.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise NotUtf8 from None
    style = style_of(text)
    written = written_entry(item, key, style).replace("\n", style.newline)
    place = _place(text, key)
    if place is None:
        return _appended(text, written, style).encode()
    gap = style.newline * (style.gap + 1)
    return f"{text[:place]}{written}{gap}{text[place:]}".encode()


def existing_key(item: Item, items: Mapping[str, Item]) -> str | None:
    """Return the key of the entry for the same work: its DOI, its PMID, or its title and year."""
    for identity in (_doi, _pmid, _title_and_year):
        if wanted := identity(item):
            for key, other in items.items():
                if identity(other) == wanted and _compatible(item, other):
                    return key
    return None


def _compatible(one: Item, other: Item) -> bool:
    """Say whether two items may be one work: not with two DOIs, as a preprint and its article."""
    return not (_doi(one) and _doi(other)) or _doi(one) == _doi(other)


def _doi(item: Item) -> str:
    return bare_doi(str(item.get("DOI", ""))).casefold()


def _pmid(item: Item) -> str:
    return str(item.get("PMID", "")).strip()


def _title_and_year(item: Item) -> tuple[str, int] | None:
    title = re.sub(r"[\W_]", "", plain_letters(without_tags(str(item.get("title", "")))))
    return (title, year_of(item)) if title and year_of(item) else None


def _appended(text: str, written: str, style: BibStyle) -> str:
    end = style.newline if style.final_newline else ""
    if not text.strip("\ufeff \t\r\n"):
        return f"{text}{written}{end}"
    standing = len(_LINE_END.findall(text[len(text.rstrip()) :]))
    missing = max(style.gap + 1 - standing, 0 if text.endswith(("\n", "\r")) else 1)
    return f"{text}{style.newline * missing}{written}{end}"


def _place(text: str, key: str) -> int | None:
    """Return where the entry belongs in a file that is sorted by key; None for its end."""
    source = Source("", _LINE_END.sub("\n", text.removeprefix("\ufeff")))
    entries, _ = read_bibliography(source)
    keys = [entry.key.casefold() for entry in entries]
    strictly = all(one < other for one, other in pairwise(keys))
    following = [entry for entry in entries if entry.key.casefold() > key.casefold()]
    if len(keys) < _FEWEST_SORTED or not strictly or not following:
        return None
    starts = [int(text.startswith("\ufeff")), *(end.end() for end in _LINE_END.finditer(text))]
    line = following[0].location.line - 1
    if following[0].location.column > 1:
        return None
    while line and text.startswith("%", starts[line - 1]):  # a comment on the entry below it
        line -= 1
    return starts[line]
