"""An entry of a .bib file as an item of CSL-JSON.

https://github.com/citation-style-language/schema/blob/master/schemas/input/csl-data.json
"""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote

from .casing import sentence_case
from .dates import issued, written_date
from .entry import Entry
from .fields import (
    ENTRY_SUBTYPES,
    GENRES,
    ISSUE_TYPES,
    PLAIN,
    PUBLISHERS,
    RICH,
    SERIES_TYPES,
    TYPES,
)
from .latex import plain_text, rich_text, verbatim
from .names import PERSON_FIELDS, csl_name

CslItem = dict[str, Any]

_DOI = re.compile(r"(?:.*?\bdoi\.org/|.*?\bdoi\s*[:=]\s*|.*?\bdoi/)?(10\.\d{4,9}/\S+)", re.I | re.S)
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_ARXIV = re.compile(r"(?:arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7})", re.I)
_R_PACKAGE = re.compile(r"R package version (\S+)")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)?\.?(?:\s+ed(?:ition|\.)?)?", re.IGNORECASE)
_ORDINAL_WORDS = (
    "first", "second", "third", "fourth", "fifth",
    "sixth", "seventh", "eighth", "ninth", "tenth",
)  # fmt: skip


def csl_json(entry: Entry) -> CslItem:
    """Return the CSL-JSON item of an entry.

    Titles are rich text as ``latex`` describes it; everything else is plain text. Nothing is
    escaped for HTML. A list of names that ends in ``and others`` ends in ``names.OTHERS``.
    """
    item: CslItem = {"id": entry.key, "type": _type(entry)}
    item |= {variable: people for variable, people in _names(entry).items() if people}
    item |= _texts(entry)
    item |= _titles(entry, item["type"])
    item |= _numbers(entry, item["type"])
    item |= _dates(entry)
    item |= _source(entry, item["type"])
    item |= _identifiers(entry)
    return item


def _type(entry: Entry) -> str:
    fields = entry.fields
    if entry.type == "article" and "entrysubtype" in fields:
        subtype = plain_text(fields["entrysubtype"]).casefold()
        return ENTRY_SUBTYPES.get(subtype, "article-journal")
    if entry.type == "article" and not fields.keys() & {"journal", "journaltitle", "volume"}:
        return "article"
    if entry.type == "manual" and _R_PACKAGE.match(fields.get("note", "")):
        return "software"
    if entry.type in ("misc", "unpublished") and "eprint" in fields:
        return "article"
    if entry.type == "misc" and "url" in fields and "doi" not in fields:
        return "webpage"
    return TYPES.get(entry.type, "document")


def _names(entry: Entry) -> dict[str, list[dict[str, str]]]:
    return {
        PERSON_FIELDS[field]: [name for person in people if (name := csl_name(person))]
        for field, people in entry.persons.items()
    }


def _first(entry: Entry, names: tuple[str, ...]) -> str:
    return next((entry.fields[name] for name in names if name in entry.fields), "")


def _texts(entry: Entry) -> CslItem:
    rich = {variable: rich_text(_first(entry, names)) for variable, names in RICH.items()}
    plain = {variable: plain_text(_first(entry, names)) for variable, names in PLAIN.items()}
    return {variable: text for variable, text in {**rich, **plain}.items() if text}


def _titles(entry: Entry, csl_type: str) -> CslItem:
    """Return the titles that are made of several fields."""
    fields = entry.fields
    titles: CslItem = {}
    if title := _with_subtitle(entry, "title", "subtitle"):
        bare = title if title.endswith("..") else title.removesuffix(".")
        titles["title"] = sentence_case(bare, fields.get("langid", fields.get("language", "")))
    if container := (
        _with_subtitle(entry, "journaltitle", "journalsubtitle")
        or _with_subtitle(entry, "journal", "journalsubtitle")
        or _with_subtitle(entry, "booktitle", "booksubtitle")
        or _with_subtitle(entry, "maintitle", "mainsubtitle")
    ):
        titles["container-title"] = container
    if csl_type == "webpage" and "container-title" not in titles:
        website = rich_text(fields.get("organization", fields.get("howpublished", "")))
        if website and not _URL.search(website):
            titles["container-title"] = website
    return titles


def _with_subtitle(entry: Entry, title: str, subtitle: str) -> str:
    main = rich_text(entry.fields.get(title, ""))
    under = rich_text(entry.fields.get(subtitle, ""))
    if main and under:
        return f"{main} {under}" if main[-1] in "?!:." else f"{main}: {under}"
    return main


def _numbers(entry: Entry, csl_type: str) -> CslItem:
    numbers: CslItem = {}
    number = plain_text(entry.fields.get("number", ""))
    issue = plain_text(entry.fields.get("issue", ""))
    if csl_type in ISSUE_TYPES:
        numbers["issue"] = number or issue
    elif csl_type in SERIES_TYPES:
        numbers["collection-number"] = number
    else:
        numbers["number"] = number
    if article := plain_text(entry.fields.get("eid", entry.fields.get("elocation-id", ""))):
        numbers["number"] = article
    if (package := _R_PACKAGE.match(entry.fields.get("note", ""))) and csl_type == "software":
        numbers["version"] = package[1]
    if edition := plain_text(entry.fields.get("edition", "")):
        numbers["edition"] = _edition(edition)
    if pages := plain_text(entry.fields.get("pages", "")):
        numbers["page"] = re.sub(r"\s*[–—-]+\s*", "–", pages).strip("– ,")
    return {name: value for name, value in numbers.items() if value}


def _edition(text: str) -> str:
    """Return the bare number of ``2nd``, ``Second`` or ``2nd ed.``; else the words."""
    if numeral := _ORDINAL.fullmatch(text):
        return numeral[1]
    word = re.sub(r"\s+ed(ition|\.)?$", "", text.casefold())
    return str(_ORDINAL_WORDS.index(word) + 1) if word in _ORDINAL_WORDS else text


def _dates(entry: Entry) -> CslItem:
    dates = {
        "issued": issued(entry.fields),
        "accessed": _date_of(entry, "urldate"),
        "original-date": _date_of(entry, "origdate"),
        "event-date": _date_of(entry, "eventdate"),
    }
    return {variable: date for variable, date in dates.items() if date}


def _date_of(entry: Entry, field: str) -> dict[str, object] | None:
    return written_date(entry.fields[field]) if field in entry.fields else None


def _source(entry: Entry, csl_type: str) -> CslItem:
    """Return who published it, and what kind of thesis or report it is."""
    source: CslItem = {}
    publisher = plain_text(_first(entry, PUBLISHERS))
    if csl_type not in ("article-journal", "webpage") and publisher and not _URL.search(publisher):
        source["publisher"] = publisher
    kind = plain_text(entry.fields.get("type", ""))
    if genre := GENRES.get(kind.casefold(), kind) or GENRES.get(entry.type, ""):
        source["genre"] = genre
    if csl_type == "article" and (archive := entry.fields.get("eprinttype") or _preprints(entry)):
        source["publisher"] = {"arxiv": "arXiv", "psyarxiv": "PsyArXiv"}.get(
            plain_text(archive).casefold(), plain_text(archive)
        )
    return source


def _preprints(entry: Entry) -> str:
    return entry.fields.get("archiveprefix", "")


def _identifiers(entry: Entry) -> CslItem:
    fields = entry.fields
    identifiers: CslItem = {}
    url = _URL.search(verbatim(fields.get("url", "")) or verbatim(fields.get("howpublished", "")))
    doi = _doi(verbatim(fields.get("doi", "")))
    if not doi and url and "doi.org/" in url[0]:
        doi = _doi(url[0])
    if doi:
        identifiers["DOI"] = doi
    if url:
        identifiers["URL"] = url[0]
    elif not doi and (arxiv := _ARXIV.fullmatch(verbatim(fields.get("eprint", "")))):
        identifiers["URL"] = f"https://arxiv.org/abs/{arxiv[1]}"
    return identifiers


def _doi(value: str) -> str:
    """Return the bare DOI (ISO 26324) of any way to write it."""
    found = _DOI.match(unquote(value) if "%2f" in value.casefold() else value)
    return found[1].rstrip(".,;") if found else ""
