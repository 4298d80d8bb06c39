"""The items to cite, in the variables and types of CSL-JSON (CSL 1.0.2, appendices III and IV)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

NAMES = frozenset(
    (
        "author", "chair", "collection-editor", "compiler", "composer", "container-author",
        "contributor", "curator", "director", "editor", "editor-translator", "editorial-director",
        "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator",
        "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author",
        "script-writer", "series-creator", "translator",
    )
)  # fmt: skip
DATES = frozenset(
    ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
)
NUMBERS = frozenset(
    (
        "chapter-number", "citation-number", "collection-number", "edition",
        "first-reference-note-number", "issue", "locator", "number", "number-of-pages",
        "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section",
        "supplement-number", "version", "volume",
    )
)  # fmt: skip
_OLDER = {
    "container-title-short": "journalAbbreviation",
    "title-short": "shortTitle",
    "event-title": "event",
    "event": "event-title",
}
"""Other names of variables, of CSL 1.0.1 and of CSL-JSON."""

_PARTS = ("family", "given", "suffix")


@dataclass(frozen=True, slots=True)
class Name:
    """A person or a group, in the parts of CSL 1.0.2, Name Particles.

    ``others`` stands, last in a list, for people who are left out.
    """

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    literal: str = ""
    comma_suffix: bool = False
    static: bool = False
    others: bool = False


@dataclass(frozen=True, slots=True)
class DateParts:
    """One day, month or year; a month from 13 to 16 or 21 to 24 is a season."""

    year: int
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Date:
    """A date, or a range of dates whose end may be open.

    Attributes:
        parts: One date or two; empty for a date in words.
        literal: The words.
        season: A season's number or name that the item gives beside the year.
        circa: Whether the date is uncertain.
        open: Whether the range has a beginning only.
    """

    parts: tuple[DateParts, ...] = ()
    literal: str = ""
    season: str = ""
    circa: bool = False
    open: bool = False


class Item:
    """One item, with each variable read once.

    Args:
        data: The item as CSL-JSON.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.id = str(data.get("id", ""))
        self.type = str(data.get("type", "") or "")
        self.data = data
        self._names: dict[str, tuple[Name, ...]] = {}
        self._dates: dict[str, Date | None] = {}
        self._texts: dict[str, str] = {}
        self.language = str(data.get("language", "") or "")

    def text(self, variable: str) -> str:
        """Return a variable as text, which may be rich; empty where the item has none."""
        found = self._texts.get(variable)
        if found is None:
            found = self._texts[variable] = self._read_text(variable)
        return found

    def _read_text(self, variable: str) -> str:
        if variable == "page-first":
            pages = str(self.data.get("page-first", "") or self.data.get("page", "") or "")
            return re.split(r"\s*[-–,&]", pages, maxsplit=1)[0]
        value = self.data.get(variable)
        if value is None and variable in _OLDER:
            value = self.data.get(_OLDER[variable])
        if value is None or isinstance(value, (list, Mapping)):
            return ""
        return value if isinstance(value, str) else _as_text(value)

    def names(self, variable: str) -> tuple[Name, ...]:
        """Return the names of a variable, in their order."""
        if variable not in self._names:
            value = self.data.get(variable)
            people = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
            read = (_name(person) for person in people if isinstance(person, Mapping))
            self._names[variable] = tuple(name for name in read if name is not None)
        return self._names[variable]

    def date(self, variable: str) -> Date | None:
        """Return the date of a variable, or None where the item has none."""
        if variable not in self._dates:
            value = self.data.get(variable)
            self._dates[variable] = _date(value) if isinstance(value, Mapping) else None
        return self._dates[variable]

    def has(self, variable: str) -> bool:
        """Say whether a variable is not empty (CSL 1.0.2, Choose, variable)."""
        if variable in NAMES:
            return bool(self.names(variable))
        if variable in DATES:
            return self.date(variable) is not None
        return bool(self.text(variable))


def _as_text(value: object) -> str:
    try:
        return str(value)
    except ValueError:  # a number of more digits than Python prints
        return ""


def _name(person: Mapping[str, Any]) -> Name | None:
    if literal := str(person.get("literal", "") or ""):
        return Name(others=True) if literal == "others" else Name(literal=literal)
    name = Name(
        family=str(person.get("family", "") or ""),
        given=str(person.get("given", "") or ""),
        dropping=str(person.get("dropping-particle", "") or ""),
        non_dropping=str(person.get("non-dropping-particle", "") or ""),
        suffix=str(person.get("suffix", "") or ""),
        comma_suffix=_is_true(person.get("comma-suffix")),
        static=_is_true(person.get("static-ordering")),
    )
    if not any((name.family, name.given, name.non_dropping, name.dropping)):
        return None
    return _with_particles(name)


def _is_true(value: object) -> bool:
    return value is True or value in (1, "1", "true")


_LEADING = re.compile(
    r"((?:(?:[^\W\d_A-Z]+[’'.]?|[dlDL][’']|al-|Al-)(?:\s+|(?<=[’'-])(?=\w)))+)(?=\S)", re.UNICODE
)
_TRAILING = re.compile(r"(?<=\s)([^\W\dA-Z_]+[’']?(?:\s+[^\W\dA-Z_]+[’']?)*)$")


def _with_particles(name: Name) -> Name:
    """Split off particles that an item holds within its family or given name.

    Small words before a family name do not drop; small words after a given name do
    (CSL 1.0.2, Name Particles; CSL-JSON leaves the split to the processor).
    """
    if name.literal or (name.dropping and name.non_dropping):
        return name
    if name.family.startswith('"') and name.family.endswith('"') and len(name.family) > 2:
        return replace(name, family=name.family[1:-1])
    if not name.suffix and (parted := _SUFFIX.fullmatch(name.given)):
        comma = parted[2] == "!"
        name = replace(name, given=parted[1], suffix=parted[3], comma_suffix=comma)
    if (
        not name.non_dropping
        and (found := _LEADING.match(name.family))
        and name.family[0].islower()
    ):
        name = replace(name, non_dropping=found[1].strip(), family=name.family[found.end() :])
    if not name.dropping and (found := _TRAILING.search(name.given)) and found[1].islower():
        name = replace(name, dropping=found[1], given=name.given[: found.start()].rstrip())
    return name


_SUFFIX = re.compile(r"([^,]+),(!?)\s+((?:[IVX]+|[JS]r\.?|\d\w+)\.?)")


_RAW = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def _date(value: Mapping[str, Any]) -> Date | None:
    circa = bool(value.get("circa", False)) and str(value.get("circa")) not in ("0", "false")
    season = str(value.get("season", "") or "")
    if literal := str(value.get("literal", "") or ""):
        return Date(literal=literal, circa=circa)
    written = value.get("date-parts")
    parts = [_parts(each) for each in written] if isinstance(written, list | tuple) else []
    known = tuple(part for part in parts if part is not None)
    if known and known[0].year:
        is_open = len(parts) > 1 and (parts[1] is None or not parts[1].year)
        return Date(known[:1] if is_open else known[:2], season=season, circa=circa, open=is_open)
    if raw := str(value.get("raw", "") or "").strip():
        return replace(_raw(raw), circa=circa or _raw(raw).circa)
    return None


_LAST_YEAR = 99_999
"""A year beyond this one is no year."""


def _parts(parts: object) -> DateParts | None:
    if not isinstance(parts, Sequence) or isinstance(parts, str):
        return None
    try:
        numbers = [int(part) for part in parts if part not in (None, "")]
    except (OverflowError, TypeError, ValueError):
        return None
    if not numbers or abs(numbers[0]) > _LAST_YEAR:
        return None
    year, month, day = (*numbers, 0, 0)[:3]
    return DateParts(year, month if 1 <= month <= 24 else 0, day if 1 <= day <= 31 else 0)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = ("spr", "sum", "aut", "win")
_EDTF = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)")


def _raw(raw: str) -> Date:
    """Read a date that was typed: ISO 8601 with its uncertain forms, or words with a year."""
    text = raw.strip()
    ends = text.split("/")
    found = [_EDTF.fullmatch(end.strip()) for end in ends]
    if len(ends) <= 2 and all(
        match or (end.strip() in ("", "..") and place)
        for place, (match, end) in enumerate(zip(found, ends, strict=True))
    ):
        known = [match for match in found if match]
        parts = tuple(
            DateParts(*(int(part or 0) for part in match.groups()[:3])) for match in known
        )
        return Date(
            parts, circa=any(match[4] for match in known), open=len(ends) == 2 and len(parts) == 1
        )
    return _words(text)


def _words(text: str) -> Date:
    """Read a date in words, such as "23 May 1955", "Fall 2001" or "May-June 2003"."""
    circa = re.search(r"\?|\b(?:ca?\.|circa)", text) is not None
    clean = re.sub(r"\?|\b(?:ca?\.|circa)\s*", "", text).strip()
    if slashed := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", clean):
        return Date((DateParts(int(slashed[3]), int(slashed[1]), int(slashed[2])),), circa=circa)
    ends = re.split(r"\s*[-–—]{1,2}\s*|\s+to\s+|/", clean)
    if not 1 <= len(ends) <= 2:
        return Date(literal=text)
    read = [_worded_parts(end) for end in ends]
    if any(end is None for end in read):
        return Date(literal=text)
    years = [end[0] for end in read if end and end[0]]
    if not years:
        return Date(literal=text)
    parts = tuple(DateParts(end[0] or years[-1], end[1], end[2]) for end in read if end is not None)
    return Date(parts, circa=circa)


def _worded_parts(text: str) -> tuple[int, int, int] | None:
    year = month = day = 0
    for word in re.findall(r"[^\W\d_]+\.?|\d+(?:st|nd|rd|th)?", text):
        lower = word.lower().rstrip(".")
        if lower[:3] in _MONTHS:
            month = _MONTHS.index(lower[:3]) + 1
        elif lower[:3] in _SEASONS or lower == "fall":
            month = 13 + (2 if lower == "fall" else _SEASONS.index(lower[:3]))
        elif 3 <= len(digits := re.sub(r"\D", "", word)) <= 4:
            year = int(digits)
        elif 1 <= len(digits) <= 2:
            day = int(digits)
        else:
            return None
    return year, month, day
