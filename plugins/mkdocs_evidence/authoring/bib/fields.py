"""A CSL-JSON item as the fields of a .bib entry: the way back from ``bibliography.mapping``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal
from urllib.parse import quote

from mkdocs_evidence.authoring.items import Item
from mkdocs_evidence.authoring.words import in_capitals, one_line
from mkdocs_evidence.bibliography.fields import (
    NUMBERED_AS_ISSUE,
    NUMBERED_IN_SERIES,
    PARTS,
    PLAIN,
    RICH,
)
from mkdocs_evidence.bibliography.identifiers import bare_doi
from mkdocs_evidence.bibliography.languages import is_english, language_tag
from mkdocs_evidence.bibliography.names import PERSON_FIELDS
from mkdocs_evidence.exports import as_person, bibtex_names

from .latex import plain_latex, rich_latex

Dialect = Literal["bibtex", "biblatex"]

TYPES = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "dataset": "dataset",
    "entry-dictionary": "inreference",
    "entry-encyclopedia": "inreference",
    "graphic": "artwork",
    "legal_case": "jurisdiction",
    "legislation": "legislation",
    "manuscript": "unpublished",
    "motion_picture": "movie",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "patent": "patent",
    "personal_communication": "letter",
    "post-weblog": "online",
    "report": "report",
    "review": "review",
    "review-book": "review",
    "software": "software",
    "song": "audio",
    "speech": "presentation",
    "thesis": "thesis",
    "webpage": "online",
}
"""The entry type by the type of CSL; anything else, such as a preprint, is ``misc``."""

_SUBTYPES = {"article-magazine": "magazine", "article-newspaper": "newspaper"}
_PEOPLE = {variable: field for field, variable in reversed(PERSON_FIELDS.items()) if variable}
_LEFT_OUT = frozenset(("publisher-place", "annote", "call-number"))
"""What has its place among the publisher's fields, or does not describe the work."""

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NOT_IN_ADDRESSES = str.maketrans({sign: quote(sign) for sign in '{}\\"<> '})
_DOI = re.compile(r"10\.\d{4,9}/[^\s{}\\\"]+")

VERBATIM = frozenset(("doi", "url"))
"""The fields whose value is no LaTeX."""


def entry_type(item: Item) -> str:
    """Return the type of the entry that describes an item."""
    return TYPES.get(str(item.get("type", "")), "misc")


def entry_fields(item: Item, dialect: Dialect) -> dict[str, str]:
    """Return the fields of an entry, in the order in which they are written, as LaTeX.

    A month is BibTeX's abbreviation of it.
    """
    kind = entry_type(item)
    titles = list(_titles(item, kind, dialect))
    fields = [
        *_people(item),
        *titles[:1],
        *_subtype(item),
        *titles[1:],
        *_date(item, dialect),
        *_numbers(item, kind),
        *_publisher(item, kind, dialect),
        *_plain(item),
        *_identifiers(item),
    ]
    return {name: value for name, value in fields if value}


_Field = tuple[str, str]


def _text(item: Item, variable: str) -> str:
    value = item.get(variable, "")
    return plain_latex(str(value)) if isinstance(value, str | int) else ""


def _people(item: Item) -> Iterator[_Field]:
    for variable in ("author", "editor", "container-author", *sorted(_PEOPLE)):
        people = item.get(variable)
        if isinstance(people, Sequence) and variable in _PEOPLE:
            yield _PEOPLE[variable], bibtex_names(as_person(name, plain_latex) for name in people)


def _titles(item: Item, kind: str, dialect: Dialect) -> Iterator[_Field]:
    language = str(item.get("language", ""))
    protect = is_english(language_tag(language))

    def rich(variable: str, *, protected: bool = False) -> str:
        title = str(item.get(variable, ""))
        return rich_latex(title, protect=protected and not in_capitals(title))

    yield "title", rich("title", protected=protect)
    container = rich("container-title", protected=protect and kind in PARTS)
    if kind in PARTS:
        yield "booktitle", container
    else:
        yield ("journaltitle" if dialect == "biblatex" else "journal"), container
    for variable, names in RICH.items():
        yield names[0], rich(variable, protected=protect)
    if not protect:
        yield "langid", plain_latex(language_tag(language))


def _subtype(item: Item) -> Iterator[_Field]:
    yield "entrysubtype", _SUBTYPES.get(str(item.get("type", "")), "")


def _date(item: Item, dialect: Dialect) -> Iterator[_Field]:
    issued = item.get("issued", {})
    written = _edtf(issued)
    plain = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", written)
    if dialect == "biblatex":
        yield "date", written
    elif plain:
        yield "year", plain[1]
        month = int(plain[2] or 0)  # from 21 on it is a season, which has no field
        yield "month", MONTHS[month - 1] if 1 <= month <= 12 else ""
        yield "day", plain[3].lstrip("0") if plain[3] else ""
    else:
        yield "year", written
    yield "origdate", _edtf(item.get("original-date", {}))
    yield "eventdate", _edtf(item.get("event-date", {}))


def _edtf(date: Any) -> str:
    """Return a date of CSL-JSON as biblatex has it (manual, section 2.3.8); words as they are."""
    if not isinstance(date, Mapping):
        return ""
    points = [_point(parts) for parts in date.get("date-parts", ()) if parts]
    if not points:
        return plain_latex(str(date.get("literal", date.get("raw", ""))))
    if len(points) == 1 and str(date.get("season", "")) in ("1", "2", "3", "4"):
        points = [f"{points[0][:4]}-{20 + int(date['season'])}"]
    return "/".join(points) + ("~" if date.get("circa") else "")


def _point(parts: Sequence[Any]) -> str:
    year, month, day = [*(int(part or 0) for part in parts[:3]), 0, 0, 0][:3]
    if year == 0:
        return ".."
    written = f"{year:04}" if year > 0 else f"{'-' if year < -1 else ''}{-year - 1:04}"
    if not 1 <= month <= 12:
        return written
    return f"{written}-{month:02}" + (f"-{day:02}" if 1 <= day <= 31 else "")


def _numbers(item: Item, kind: str) -> Iterator[_Field]:
    yield "volume", _text(item, "volume")
    article_number = "number"
    if kind in NUMBERED_AS_ISSUE:
        yield "number", _text(item, "issue")
        article_number = "eid"
    elif kind in NUMBERED_IN_SERIES:
        yield "number", _text(item, "collection-number")
        article_number = ""
    if article_number:
        yield article_number, _text(item, "number")
    pages = one_line(str(item.get("page", "")))
    yield "pages", "--".join(map(plain_latex, re.split(r"\s*[–-]+\s*", pages)))
    yield "edition", _text(item, "edition")


def _publisher(item: Item, kind: str, dialect: Dialect) -> Iterator[_Field]:
    names = {"thesis": "school", "report": "institution"}
    yield names.get(kind, "publisher"), _text(item, "publisher")
    address = "location" if dialect == "biblatex" else "address"
    yield address, _text(item, "publisher-place")
    yield "type", _text(item, "genre")
    yield "pubstate", _text(item, "status")


def _plain(item: Item) -> Iterator[_Field]:
    for variable, names in PLAIN.items():
        if variable not in _LEFT_OUT:
            yield names[0], _text(item, variable)


def _identifiers(item: Item) -> Iterator[_Field]:
    doi = bare_doi(one_line(str(item.get("DOI", ""))))
    yield "doi", doi if _DOI.fullmatch(doi) else ""
    url = one_line(str(item.get("URL", "")))
    if url.startswith(("https://", "http://")) and not (doi and "doi.org/" in url):
        yield "url", url.translate(_NOT_IN_ADDRESSES)
        yield "urldate", _edtf(item.get("accessed", {}))
