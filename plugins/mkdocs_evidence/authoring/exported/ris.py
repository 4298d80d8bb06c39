"""RIS, which most publishers and reference managers export.

The grammar is that of the "RIS Format Specifications" (Research Information Systems, 2001 and
2011); the tags that publishers use for the same thing differ, so that several stand for one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import rispy

from mkdocs_evidence.bibliography.identifiers import bare_doi
from mkdocs_evidence.bibliography.languages import language_tag
from mkdocs_evidence.bibliography.mapping import CslItem

from .people import date_parts, person

_TYPES = {
    "ABST": "article-journal", "JOUR": "article-journal", "EJOUR": "article-journal",
    "JFULL": "article-journal", "INPR": "article-journal", "MGZN": "article-magazine",
    "NEWS": "article-newspaper", "BOOK": "book", "EBOOK": "book", "EDBOOK": "book",
    "CHAP": "chapter", "ECHAP": "chapter", "CONF": "paper-conference", "CPAPER": "speech",
    "COMP": "software", "DATA": "dataset", "ELEC": "webpage", "BLOG": "webpage",
    "ENCYC": "entry-encyclopedia", "DICT": "entry-encyclopedia", "RPRT": "report",
    "GOVDOC": "report", "THES": "thesis", "UNPB": "manuscript", "MANSCPT": "manuscript",
    "VIDEO": "motion_picture", "MPCT": "motion_picture", "SOUND": "song", "PAMP": "pamphlet",
    "PAT": "patent", "CASE": "legal_case", "STAT": "legislation",
}  # fmt: skip
"""The type of CSL by that of RIS; any other is left open."""

_TITLE = ("title", "primary_title", "caption")
_CONTAINER = ("alternate_title3", "secondary_title", "journal_name", "alternate_title2")
"""Where the journal or book stands, its full name first (JF, T2, JO, JA)."""

_DATES = ("date", "publication_year", "year")
_OF_BOOK = frozenset(("chapter", "paper-conference", "entry-encyclopedia"))


def read_ris(text: str) -> list[CslItem]:
    """Return the works of a RIS file as CSL-JSON.

    A record that no line ends is ended here, as some programs leave the last one open.
    """
    lines = re.sub(r"(?m)^[ \t]*([A-Z][A-Z0-9]) {1,2}- ?", r"\1  - ", text)
    records = rispy.loads(f"{lines}\nER  - \n", skip_unknown_tags=True)
    return [_item(record) for record in records]


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        value = record.get(name, "")
        value = next(iter(value), "") if isinstance(value, list) else value
        if text := " ".join(str(value).split()):
            return text
    return ""


def _item(record: Mapping[str, Any]) -> CslItem:
    kind = _TYPES.get(_first(record, ("type_of_reference",)).upper(), "")
    title, container = _first(record, _TITLE), _first(record, _CONTAINER)
    if not title and kind == "book":
        title, container = container, ""
    numbers = _first(record, ("issn",))
    serial = re.search(r"\b\d{4}-?\d{3}[\dXx]\b", numbers)
    item: CslItem = {
        "type": kind,
        "title": title,
        "container-title": container,
        "author": _people(record, "first_authors", "authors"),
        "editor": _people(record, "secondary_authors") if kind in _OF_BOOK else [],
        "issued": next(filter(None, (date_parts(_first(record, (n,))) for n in _DATES)), {}),
        "volume": _first(record, ("volume",)),
        "issue": _first(record, ("number",)),
        "page": _pages(record),
        "edition": _first(record, ("edition",)),
        "publisher": _first(record, ("publisher",)),
        "publisher-place": _first(record, ("place_published",)),
        "ISSN" if serial and kind not in {"book", *_OF_BOOK} else "ISBN": numbers,
        "DOI": bare_doi(_first(record, ("doi",))) or _doi_among(record),
        "URL": _first(record, ("urls",)),
        "language": language_tag(_first(record, ("language",))),
    }
    return {name: value for name, value in item.items() if value}


def _people(record: Mapping[str, Any], *names: str) -> list[dict[str, str]]:
    written = [each for name in names for each in record.get(name, ())]
    return [person(each.replace("*", "")) for each in dict.fromkeys(written) if each.strip(" ,")]


def _pages(record: Mapping[str, Any]) -> str:
    start, end = _first(record, ("start_page",)), _first(record, ("end_page",))
    if end and end != start and not re.search(r"\d[-–]", start):
        return f"{start}-{end}" if start else end
    return start


def _doi_among(record: Mapping[str, Any]) -> str:
    """Return the DOI from where it stands in records that have no line for it."""
    places = [
        *record.get("urls", ()),
        *record.get("notes", ()),
        _first(record, ("type_of_work",)),
        _first(record, ("custom7", "note")),
    ]
    named = (place for place in places if "doi" in place.lower() or place.startswith("10."))
    return next(filter(None, map(bare_doi, named)), "")
