"""A CSL-JSON item as a record of RIS, the form that reference managers exchange.

The grammar is that of the "RIS Format Specifications" of Reference Manager (Research Information
Systems, 2001; http://www.refman.com/support/risformat_intro.asp): a line is a tag of two signs, two
spaces, a hyphen, a space and a value, and ends in CR and LF. Types, and the tags that differ from
type to type, are those of the 2011 edition, which EndNote and Zotero read. ``ED`` is from the first
one, for there is no other tag for an editor that means the same for every type.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from mkdocs_evidence.bibliography.names import OTHERS

_TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "graphic": "ART",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "motion_picture": "MPCT",
    "pamphlet": "PAMP",
    "paper-conference": "CONF",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "review": "JOUR",
    "software": "COMP",
    "song": "SOUND",
    "speech": "CPAPER",
    "thesis": "THES",
    "treaty": "LEGAL",
    "webpage": "ELEC",
}
"""Type of RIS by CSL type; any other work is ``GEN``, or ``ELEC`` if it has only an address."""

_PEOPLE = {
    "AU": ("author", "composer", "director", "illustrator", "interviewer"),
    "ED": ("editor",),
    "A3": ("collection-editor",),
    "A4": ("translator",),
}
"""Tag by the roles of people, the first of which that somebody has is written."""

_NUMBERED = {"RPRT": "SN", "PAT": "SN", "JOUR": "C7"}
"""The tag of ``number`` where it is the number of a report or a patent, or of an article."""

_VERSIONED = ("COMP", "DATA")
_OF_CONFERENCE = ("CONF", "CPAPER")
_SEASONS = ("", "Spring", "Summer", "Autumn", "Winter")
_TAG = re.compile(r"</?(?:i|b|sup|sub|span(?:\s[^<>]*)?)>")
_PAGES = re.compile(r"([\w.:]+)-([\w.:]+)")

_Line = tuple[str, str]


def to_ris(item: Mapping[str, Any]) -> str:
    """Return a CSL-JSON item as one record, from its ``TY`` to its ``ER``.

    Its lines end in CR and LF, as the specification has it; so a file of it must be written without
    any change of line ends.
    """
    kind = _kind(item)
    lines = [
        *_people(item),
        *_titles(item, kind),
        *_dates(item),
        *_numbers(item, kind),
        *_source(item, kind),
    ]
    written = [f"{tag}  - {text}\r\n" for tag, value in lines if (text := one_line(value))]
    return "".join([f"TY  - {kind}\r\n", *written, "ER  - \r\n"])


def _kind(item: Mapping[str, Any]) -> str:
    if kind := _TYPES.get(item.get("type", "")):
        return kind
    return "ELEC" if "URL" in item and "DOI" not in item else "GEN"


def _people(item: Mapping[str, Any]) -> Iterator[_Line]:
    for tag, roles in _PEOPLE.items():
        names: Sequence[Mapping[str, str]] = next(filter(None, map(item.get, roles)), ())
        for name in names:
            yield tag, _name(name)


def _name(name: Mapping[str, str]) -> str:
    """Return "Family, Given, Suffix"; a comma within one of them would part it."""
    if "literal" in name:
        return "" if name["literal"] == OTHERS else _without_commas(name["literal"])
    family = f"{name.get('non-dropping-particle', '')} {name.get('family', '')}"
    given = f"{name.get('given', '')} {name.get('dropping-particle', '')}"
    parts = [_without_commas(part) for part in (family, given, name.get("suffix", ""))]
    while parts and not parts[-1]:
        parts.pop()
    return ", ".join(parts)


def _without_commas(text: str) -> str:
    return re.sub(r"\s*,\s*", " - ", text.replace("*", "").strip(" ,"))


def _titles(item: Mapping[str, Any], kind: str) -> Iterator[_Line]:
    title, part = item.get("title", ""), item.get("volume-title", "")
    container, series = item.get("container-title", ""), item.get("collection-title", "")
    if container:
        container = _joined(container, part)
    else:
        title = _joined(title, part)
    yield "TI", title
    if kind in _OF_CONFERENCE:
        yield "T2", item.get("event", "") or container
        yield "C3", container
        yield "T3", series
    elif container:
        yield "T2", container
        yield "T3", series
    else:
        yield "T2", series
    yield "J2", item.get("container-title-short", "")
    yield "ST", item.get("title-short", "")


def _joined(main: str, part: str) -> str:
    return f"{main}. {part}" if main and part else main or part


def _dates(item: Mapping[str, Any]) -> Iterator[_Line]:
    date = _date(item.get("issued", {}))
    yield "PY", date[:4] if date[:4].isdigit() else ""
    yield "DA", date if date.strip("/") != date[:4] else ""
    yield "Y2", _date(item.get("accessed", {}))


def _date(date: Mapping[str, Any]) -> str:
    """Return "YYYY/MM/DD/other info", of a range its beginning; no slash may be left out.

    What has no year of four digits stands with the other information.
    """
    year, month, day = [*next(iter(date.get("date-parts", ())), ()), 0, 0, 0][:3]
    if year < 1:
        other = f"{-year} BCE" if year else date.get("literal", "")
        return f"///{other}" if other else ""
    two_digits = [f"{number:02}" if number else "" for number in (month, day)]
    return "/".join([f"{year:04}", *two_digits, _SEASONS[date.get("season", 0)]])


def _numbers(item: Mapping[str, Any], kind: str) -> Iterator[_Line]:
    yield "VL", item.get("volume", "")
    yield "IS", item.get("issue", "")
    yield from _pages(item)
    yield _NUMBERED.get(kind, "M1"), item.get("number", "") or item.get("collection-number", "")
    yield "NV", item.get("number-of-volumes", "")
    yield "SE", item.get("chapter-number", "")
    yield "ET", item.get("version" if kind in _VERSIONED else "edition", "")


def _pages(item: Mapping[str, Any]) -> Iterator[_Line]:
    pages = item.get("page", "") or item.get("number-of-pages", "")
    if found := _PAGES.fullmatch(pages):
        yield "SP", found[1]
        yield "EP", found[2]
    else:
        yield "SP", pages


def _source(item: Mapping[str, Any], kind: str) -> Iterator[_Line]:
    place = item.get("publisher-place", "")
    if kind in _OF_CONFERENCE:
        yield "CY", item.get("event-place", "")
        yield "C1", place
    else:
        yield "CY", place or item.get("jurisdiction", "")
    yield "PB", item.get("publisher", "")
    yield "M3", item.get("genre", "")
    yield "SN", item.get("ISSN", "") or item.get("ISBN", "")
    yield "DO", item.get("DOI", "")
    yield "UR", item.get("URL", "")
    yield "LA", item.get("language", "")


def one_line(value: str) -> str:
    """Return a text without markup, and without anything that could begin another line."""
    signs = (
        sign for sign in _TAG.sub("", value) if sign.isspace() or unicodedata.category(sign) != "Cc"
    )
    return " ".join("".join(signs).split())
