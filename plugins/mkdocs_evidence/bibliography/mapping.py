"""An entry of a .bib file as an item of CSL-JSON.

https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .dates import dated
from .entry import Entry
from .fields import (
    COUNTRIES,
    ENTRY_SUBTYPES,
    GENRES,
    GENRES_BY_TYPE,
    NUMBERED_AS_ISSUE,
    NUMBERED_IN_SERIES,
    PLAIN,
    PUBLISHERS,
    REPEATED_TYPES,
    RICH,
    STATES,
    SUBTYPED,
    TYPES,
    UNTYPED,
)
from .identifiers import archive_name, holds_address, identifiers
from .languages import is_english, language_tag
from .latex import plain_text, rich_text
from .names import EDITOR_ROLES, PERSON_FIELDS, csl_name
from .titles import titles

CslItem = dict[str, Any]

_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?\.?(?:\s+ed(?:ition|n?\.?)?)?", re.IGNORECASE)
_ORDINAL_WORDS = (
    "first", "second", "third", "fourth", "fifth",
    "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip
_PAGE_WORD = re.compile(r"^p(?:p|ages?|gs?)?\.?\s+(?=\w*\d)", re.IGNORECASE)
_AHEAD = re.compile(r"advance online publication|in press|online first", re.IGNORECASE)
_DASH = re.compile(r"\s*[–—-]+\s*")
_NOT_PREFIXED = re.compile(r"\buseprefix\s*=\s*false\b", re.IGNORECASE)


def csl_json(entry: Entry) -> CslItem:
    """Return the CSL-JSON item of an entry.

    Titles are rich text as ``latex`` describes it; everything else is plain text. Nothing is
    escaped for HTML. A list of names that ends in ``and others`` ends in ``names.OTHERS``.
    """
    language = language_tag(entry.fields.get("langid", entry.fields.get("language", "")))
    item: CslItem = {"id": entry.key, "type": _type(entry)}
    if language:
        item["language"] = language
    item |= _names(entry)
    item |= titles(entry, language)
    item |= _texts(entry, language)
    item |= _numbers(entry)
    item |= _dates(entry)
    item |= _source(entry)
    item |= identifiers(entry.fields)
    return item


def _type(entry: Entry) -> str:
    fields = entry.fields
    if entry.type in SUBTYPED and "entrysubtype" in fields:
        subtype = plain_text(fields["entrysubtype"]).casefold()
        return ENTRY_SUBTYPES.get(subtype, TYPES[entry.type])
    if entry.type == "unpublished" and fields.keys() & {"eventtitle", "eventdate", "venue"}:
        return "speech"
    return TYPES.get(entry.type, UNTYPED)


def _names(entry: Entry) -> dict[str, list[dict[str, str]]]:
    dropping = _NOT_PREFIXED.search(entry.fields.get("options", "")) is not None
    found: dict[str, list[dict[str, str]]] = {}
    for field, people in entry.persons.items():
        role = EDITOR_ROLES.get(entry.fields.get(f"{field}type", "").casefold(), "")
        if variable := role or PERSON_FIELDS[field]:
            names = [csl_name(person, dropping=dropping) for person in people]
            found.setdefault(variable, []).extend(name for name in names if name)
    return {variable: names for variable, names in found.items() if names}


def _first(fields: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((fields[name] for name in names if name in fields), "")


def _texts(entry: Entry, language: str) -> CslItem:
    fields = entry.fields
    found: CslItem = {}
    for variable, names in RICH.items():
        if value := _first(fields, names):
            found[variable] = rich_text(value, protect=is_english(language))
    for variable, names in PLAIN.items():
        if value := _first(fields, names):
            found[variable] = plain_text(value)
    if entry.type == "patent" and "location" in fields:
        place = found.pop("publisher-place")
        found["jurisdiction"] = COUNTRIES.get(place, place)
    notes = [rich_text(fields[name]) for name in ("note", "addendum") if name in fields]
    found["note"] = ". ".join(notes).replace(".. ", ". ")
    return {variable: text for variable, text in found.items() if text}


def _numbers(entry: Entry) -> CslItem:
    fields = entry.fields
    number, issue = plain_text(fields.get("number", "")), plain_text(fields.get("issue", ""))
    article = plain_text(_first(fields, ("eid", "elocation-id", "article-number")))
    numbers: CslItem = {"volume": _volume(fields), "page": _pages(fields.get("pages", ""))}
    if entry.type in NUMBERED_AS_ISSUE:
        numbers["issue"] = ", ".join(filter(None, (number, issue)))
        numbers["number"] = article
    elif entry.type in NUMBERED_IN_SERIES:
        numbers["collection-number"] = number
    else:
        numbers["number"] = number
    if article and not numbers["page"]:
        numbers["page"] = article
    if edition := plain_text(fields.get("edition", "")):
        numbers["edition"] = _edition(edition)
    return {name: value for name, value in numbers.items() if value}


def _volume(fields: Mapping[str, str]) -> str:
    parts = (plain_text(fields.get(name, "")) for name in ("volume", "part"))
    return ".".join(filter(None, parts))


def _pages(value: str) -> str:
    """Return page numbers with hyphens, which a style makes what it wants between them."""
    return _DASH.sub("-", _PAGE_WORD.sub("", plain_text(value))).strip("- ,")


def _edition(text: str) -> str:
    """Return the bare number of ``2nd``, ``Second`` or ``2nd ed.``; else the words."""
    if numeral := _ORDINAL.fullmatch(text):
        return numeral[1]
    word = re.sub(r"\s+ed(ition|n?\.?)$", "", text.casefold())
    return str(_ORDINAL_WORDS.index(word) + 1) if word in _ORDINAL_WORDS else text


def _dates(entry: Entry) -> CslItem:
    dates = {
        "issued": dated(entry.fields, ""),
        "accessed": dated(entry.fields, "url"),
        "original-date": dated(entry.fields, "orig"),
        "event-date": dated(entry.fields, "event"),
    }
    return {variable: date for variable, date in dates.items() if date}


def _source(entry: Entry) -> CslItem:
    """Return who published it, what kind of work it is, and whether it is published yet."""
    fields = entry.fields
    names = [plain_text(fields[name]) for name in PUBLISHERS if name in fields]
    publishers = [name for name in names if name and not holds_address(name)]
    kind = plain_text(fields.get("type", ""))
    kind = "" if kind.casefold() in REPEATED_TYPES else kind
    state = plain_text(fields.get("pubstate", "")) or _noted_state(fields)
    source = {
        "publisher": "; ".join(publishers) or _archive(entry),
        "genre": GENRES.get(kind.casefold(), kind) or GENRES_BY_TYPE.get(entry.type, ""),
        "status": STATES.get(state.casefold(), state),
    }
    return {variable: text for variable, text in source.items() if text}


def _noted_state(fields: Mapping[str, str]) -> str:
    """Return the state of an article that is in no issue yet, if a note says it (APA 7, 10.1)."""
    note = plain_text(fields.get("note", "")).removesuffix(".")
    in_issue = fields.keys() & {"volume", "number", "pages"}
    return note if _AHEAD.fullmatch(note) and not in_issue else ""


def _archive(entry: Entry) -> str:
    """Return the archive that published a preprint (APA 7, section 10.8)."""
    return archive_name(entry.fields) if entry.type in ("misc", "unpublished") else ""
