"""An entry as a record of BibTeX that anybody may have.

What the author wrote stays LaTeX, for it says more than plain text: which capitals are names, what
is mathematics. Fields get the names that BibTeX has for them, which biblatex knows as well (manual,
section 2.2.5), and a date of biblatex's is given as year and month too. Only what describes the
work is written: an abstract, a note, keywords and files are the author's own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from mkdocs_evidence.bibliography import Entry, Person, csl_json
from mkdocs_evidence.bibliography.identifiers import bare_doi, web_address
from mkdocs_evidence.bibliography.latex import is_braced, plain_text, verbatim
from mkdocs_evidence.bibliography.names import OTHERS, PERSON_FIELDS, csl_name, read_name

from .latex import as_latex, valid_latex

_FIELDS = (
    "title", "subtitle", "titleaddon", "shorttitle", "journal", "journalsubtitle", "shortjournal",
    "issuetitle", "issuesubtitle", "issuetitleaddon", "booktitle", "booksubtitle",
    "booktitleaddon", "maintitle", "mainsubtitle", "maintitleaddon", "eventtitle", "eventdate",
    "eventyear", "eventmonth", "eventday", "venue", "entrysubtype", "type", "editortype",
    "editoratype", "editorbtype", "editorctype", "year", "month", "day", "endyear", "date",
    "pubstate", "series", "volume", "part", "volumes", "number", "issue", "chapter", "pages",
    "pagetotal", "eid", "edition", "version", "publisher", "school", "institution",
    "organization", "howpublished", "address", "location", "origtitle", "origdate", "origyear",
    "origmonth", "origday", "origpublisher", "origlocation", "langid", "language", "isbn", "issn",
    "pmid", "pmcid", "eprint", "eprinttype", "eprintclass", "archiveprefix", "primaryclass",
    "doi", "url", "urldate", "urlyear", "urlmonth", "urlday", "note", "options",
)  # fmt: skip
"""The fields that describe a work, in the order in which they are written."""

_SYNONYMS = {
    "journal": ("journaltitle", "journal"),
    "eid": ("eid", "elocation-id", "article-number"),
    "address": ("address", "location"),
}
"""Fields, and the names that stand for the same, the one that counts given first."""

_VERBATIM = {"doi": bare_doi, "url": web_address, "eprint": verbatim}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_KEY_SIGN = re.compile(r"[^\w.:;!?*+/@&()'-]")
_DASH = re.compile(r"\s*[–—-]+\s*")
_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?(?!\d)(.*)")
_MONTH = re.compile(r"(0?[1-9]|1[0-2])|([a-z]{3})[a-z]*\.?", re.IGNORECASE)
_DROPPING = re.compile(r"\buseprefix\s*=\s*false\b", re.IGNORECASE)


def to_bibtex(entry: Entry) -> str:
    """Return an entry as a record of BibTeX, ending in a new line.

    Args:
        entry: The entry, after it has taken over from others what it takes over.
    """
    lines = [f"@{entry.type}{{{_KEY_SIGN.sub('-', entry.key)},"]
    lines += [
        f"  {name} = {{{names}}},"
        for name in PERSON_FIELDS
        if (names := bibtex_names(entry.persons.get(name, ())))
    ]
    fields = _normalised(entry)
    lines += [
        f"  {name} = {value},"
        for name in _FIELDS
        if (text := fields.get(name)) and (value := _value(name, text))
    ]
    return "\n".join([*lines, "}", ""])


def _value(name: str, text: str) -> str:
    """Return a field's value as it is written behind the equals sign, or nothing."""
    if name.endswith("month") and (month := _month(text)):
        return month
    if name in _VERBATIM:
        value = _VERBATIM[name](text).rstrip("\\")
    else:
        value = valid_latex(_DASH.sub("--", text) if name == "pages" else text)
    return f"{{{value}}}" if value else ""


def _month(text: str) -> str:
    """Return BibTeX's abbreviation of a month that is written alone, in English or as a number."""
    found = _MONTH.fullmatch(plain_text(text))
    if found is None:
        return ""
    if found[1]:
        return _MONTHS[int(found[1]) - 1]
    return found[2].lower() if found[2].lower() in _MONTHS else ""


def _normalised(entry: Entry) -> dict[str, str]:
    """Return the fields under the names that BibTeX has for them."""
    fields = dict(entry.fields)
    for name, synonyms in _SYNONYMS.items():
        fields[name] = next((fields[each] for each in synonyms if each in fields), "")
    if entry.type == "patent" and "location" in entry.fields:  # its country, and no address
        fields["address"] = entry.fields.get("address", "")
    else:
        fields["location"] = ""
    fields |= _year_and_month(fields)
    if not _is_status(fields.get("note", ""), entry):
        fields.pop("note", None)
    if "options" in fields:
        fields["options"] = "useprefix=false" if _DROPPING.search(fields["options"]) else ""
    return fields


def _year_and_month(fields: Mapping[str, str]) -> dict[str, str]:
    """Return what BibTeX reads of biblatex's date; the date stays where it says more."""
    date = _DATE.fullmatch(fields.get("date", ""))
    if date is None or "year" in fields:
        return {}
    year, month, rest = date.groups(default="")
    return {
        "year": year,
        "month": _MONTHS[int(month) - 1] if month else "",
        "day": "",
        "endyear": "",
        "date": date[0] if rest else "",
    }


def _is_status(note: str, entry: Entry) -> bool:
    """Say whether a note is for readers: that the work is not published yet."""
    return bool(note) and plain_text(note).removesuffix(".") == csl_json(entry).get("status")


def as_person(name: Mapping[str, str], written: Callable[[str], str] = as_latex) -> Person:
    """Return a name of CSL-JSON as one of BibTeX.

    Args:
        name: The name.
        written: Makes LaTeX of a part of it.
    """
    literal = written(name.get("literal", ""))
    if literal == OTHERS:
        return Person(others=True)
    particle, dropping = name.get("non-dropping-particle", ""), name.get("dropping-particle", "")
    return Person(
        family=written(name.get("family", "")),
        given=written(name.get("given", "")),
        particle=written(particle or dropping),
        suffix=written(name.get("suffix", "")),
        literal=literal,
        dropping=bool(dropping) and not particle,
    )


def bibtex_names(people: Iterable[Person]) -> str:
    """Return people as a list that BibTeX reads, joined by ``and``."""
    return " and ".join(name for person in people if (name := _name(person)))


def _name(person: Person) -> str:
    """Return a name in the form of which BibTeX knows best what its parts are."""
    if person.others:
        return "others"
    if person.literal:
        return _braced(person.literal)
    person = Person(
        family=valid_latex(person.family),
        given=valid_latex(person.given),
        particle=valid_latex(person.particle),
        suffix=valid_latex(person.suffix),
        dropping=person.dropping,
    )
    if not (person.given or person.suffix or person.particle) and " " in person.family:
        return _braced(person.family)
    meant = csl_name(person)
    candidates = [
        person,
        replace(person, family=_braced(person.family)),
        replace(person, family=_braced(person.family), given=_braced(person.given)),
    ]
    for candidate in candidates:
        written = _in_parts(candidate)
        if csl_name(read_name(written)) == meant:
            break
    return written


def _in_parts(person: Person) -> str:
    """Return "von Last, Jr, First" ("BibTeXing", section 4)."""
    last, given = [person.particle, person.family], [person.given]
    if person.dropping:
        last, given = last[1:], [*given, person.particle]
    parts = [" ".join(filter(None, last)), person.suffix, " ".join(filter(None, given))]
    return ", ".join(part for part in parts if part)


def _braced(text: str) -> str:
    text = valid_latex(text)
    return text if not text or is_braced(text) else f"{{{text}}}"
