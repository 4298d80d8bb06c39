"""What is odd in an entry that can be read: what its author meant will not come out as meant.

Programs write much that nobody prints, such as ``file`` and ``keywords``, and types of their own;
that is no problem. A problem is a name close to one that counts, a list of people that is not
joined by "and", a year that is none, or markup of web pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_evidence.rules import RuleId

from .dates import REPRINT, written_date
from .fields import PLAIN, PRINTED, RICH, TYPES
from .latex import verbatim
from .names import PERSON_FIELDS, is_doubtful, split_names

_OTHER_TYPES = frozenset(("misc", "set", "xdata"))
_KNOWN = PRINTED | PERSON_FIELDS.keys()
_KNOWN |= {name for names in (*RICH.values(), *PLAIN.values()) for name in names}
_REAL_WORDS = frozenset(("data",))
_DATES = ("date", "year", "urldate", "origdate", "eventdate")
_YEAR = re.compile(r"\d{4}")
_BARE_NUMBER = re.compile(r"\d{1,3}|\d{5,}")
_LETTERED_YEAR = re.compile(r"\d{4}[a-z]")
_INITIALS = re.compile(r"[^\W\d_][a-zà-ÿ]{2,} [A-Z]{2}")
_ENTITY = re.compile(r"\\?&(?:amp|lt|gt|quot|apos|nbsp|#\d{2,5}|#x[0-9a-f]{2,4});", re.IGNORECASE)
_TAG = re.compile(
    r"</?(?:em|strong|p|br|scp|u|a|div|font|tt|(?:jats|mml):[\w-]+|inline-formula)\b[^<>]*>",
    re.IGNORECASE,
)
_SHOWN = (
    "title",
    "subtitle",
    "booktitle",
    "journal",
    "journaltitle",
    "publisher",
    "series",
    "note",
)
_ADDRESS = re.compile(r"https?://|www\.|doi\.org", re.IGNORECASE)


@dataclass(frozen=True)
class Oddity:
    """What is odd in a field.

    Attributes:
        field: The field's name; empty if it is the entry's type.
        text: What is odd, as it is written.
        rule: The name of the kind of problem.
        message: What is wrong.
        advice: What to write instead.
    """

    field: str
    text: str
    rule: RuleId
    message: str
    advice: str


def oddities(kind: str, fields: Mapping[str, str]) -> Iterator[Oddity]:
    """Find what is odd in an entry.

    Args:
        kind: The entry's type.
        fields: All its fields as they are written, by name in lower case.
    """
    yield from _misspelt_type(kind)
    for name, value in fields.items():
        yield from _misspelt_field(name, fields)
        if name in PERSON_FIELDS:
            yield from _odd_names(name, value)
        elif name in _DATES:
            yield from _odd_date(name, value)
        elif name in _SHOWN:
            yield from _web_markup(name, value)
    if "url" in fields:
        yield from _odd_address(fields["url"])


def _misspelt_type(kind: str) -> Iterator[Oddity]:
    known = TYPES.keys() | _OTHER_TYPES
    if kind not in known and (meant := _meant(kind, known)):
        message = f"There is no type of entry “{kind}”."
        yield Oddity("", kind, "unknown-type", message, f"Did you mean “{meant}”?")


def _misspelt_field(name: str, fields: Mapping[str, str]) -> Iterator[Oddity]:
    if name in _KNOWN or name in _REAL_WORDS:
        return
    meant = _meant(name, PRINTED)
    if meant and meant not in fields:
        message = f"There is no field “{name}”, so it would not be printed."
        yield Oddity(name, name, "unknown-bib-field", message, f"Did you mean “{meant}”?")


def _meant(word: str, known: frozenset[str] | set[str]) -> str:
    """Return the known word that this one is a slip of the hand away from, or nothing."""
    if len(word) < 4:
        return ""
    from rapidfuzz.distance import OSA

    near = (each for each in sorted(known) if len(each) >= 4)
    return next((each for each in near if OSA.distance(word, each, score_cutoff=1) == 1), "")


def _odd_names(field: str, value: str) -> Iterator[Oddity]:
    for name in split_names(value):
        if is_doubtful(name):
            yield Oddity(
                field,
                name,
                "broken-name",
                f"“{name}” is not one person's name.",
                f"Write {field} = {{Last, First and Last, First}}, with “and” between the people, "
                "“and others” for et al., and the name of a group in braces.",
            )
        elif _INITIALS.fullmatch(name):
            family, initials = name.split(" ")
            message = f"“{initials}” would be taken for the family name."
            yield Oddity(field, name, "broken-name", message, f"Write: {family}, {initials}")


def _odd_date(field: str, value: str) -> Iterator[Oddity]:
    text = verbatim(value)
    if REPRINT.fullmatch(text):
        return
    if "literal" in written_date(value) and _YEAR.search(text):
        advice = "Write the year in four digits, or a date such as 2017-05-31."
        if field == "year":
            advice = "Write the year alone, in four digits; “month” and “day” are fields too."
        message = f"“{text}” cannot be read as a date."
    elif _BARE_NUMBER.fullmatch(text):
        message, advice = f"“{text}” is no year.", "Write the year in four digits."
    elif _LETTERED_YEAR.fullmatch(text):
        message = f"The letter after “{text[:4]}” is added by itself where it is needed."
        advice = f"Write: {text[:4]}"
    else:
        return
    yield Oddity(field, value, "odd-date", message, advice)


def _web_markup(field: str, value: str) -> Iterator[Oddity]:
    if "&" not in value and "<" not in value:
        return
    if found := _ENTITY.search(value):
        advice = "Write the sign itself; an ampersand is \\&."
    elif found := _TAG.search(value):
        advice = "Leave it out, or write \\emph{…} for italics."
    else:
        return
    message = f"“{found[0]}” comes from a web page and would be printed as it is."
    yield Oddity(field, found[0], "web-markup", message, advice)


def _odd_address(value: str) -> Iterator[Oddity]:
    text = verbatim(value)
    if text and not _ADDRESS.search(text) and "." not in text.split("/")[0]:
        message = f"“{text[:60]}” is no address of the web."
        yield Oddity("url", value, "odd-address", message, "Begin it with https://, or delete it.")
