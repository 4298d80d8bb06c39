"""The dates of an item (CSL-JSON, dates), among them those that were typed as words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any


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


def read_date(value: Mapping[str, Any]) -> Date | None:
    """Return a date of CSL-JSON, or None where there is nothing in it."""
    circa = bool(value.get("circa", False)) and str(value.get("circa")) not in ("0", "false")
    season = str(value.get("season", "") or "")
    if literal := str(value.get("literal", "") or ""):
        return Date(literal=literal, circa=circa)
    written = value.get("date-parts")
    parts = [_parts(each) for each in written] if isinstance(written, list | tuple) else []
    if len(parts) > 1 and (parts[0] is None or not parts[0].year):
        parts = parts[1:]  # a range of which the beginning is not known
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
    text = " ".join(raw.split())
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
