"""Dates: what ``date``, ``year``, ``month``, ``day`` and ``urldate`` say, as CSL-JSON dates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .latex import plain_text, verbatim

CslDate = dict[str, object]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_ISO = re.compile(r"(-?\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?([?~%])?")


def issued(fields: Mapping[str, str]) -> CslDate | None:
    """Return the date of publication, or None where the entry gives none."""
    if value := fields.get("date"):
        return written_date(value)
    if value := fields.get("year"):
        date = written_date(value)
        if month := fields.get("month"):
            return _with_month(date, plain_text(month), plain_text(fields.get("day", "")))
        return date
    return None


def written_date(value: str) -> CslDate:
    """Return a date as CSL-JSON: one day, a month, a year, a range of them, or words.

    An EDTF date as biblatex reads it (``2017-05-02``, ``2017/2018``, ``2017~``) becomes numbers;
    anything else, such as ``in press``, is kept as it is written.
    """
    text = verbatim(value).replace("--", "–")
    ends = text.replace("–", "/").split("/") if _is_range(text) else [text]
    dates = [_ISO.fullmatch(end.strip()) for end in ends if end.strip(" .")]
    if not dates or not all(dates):
        return {"literal": plain_text(value)}
    found = [date for date in dates if date]
    result: CslDate = {"date-parts": [_parts(date) for date in found]}
    if any(date[4] for date in found):
        result["circa"] = True
    return result


def _is_range(text: str) -> bool:
    return "/" in text or re.fullmatch(r"\d{4}\s*–\s*\d{4}", text) is not None


def _parts(date: re.Match[str]) -> list[int]:
    year, month, day = int(date[1]), int(date[2] or 0), int(date[3] or 0)
    if not 1 <= month <= 12:
        return [year]
    return [year, month, day] if 1 <= day <= 31 else [year, month]


def _with_month(date: CslDate, month: str, day: str) -> CslDate:
    """Add a month as BibTeX writes it: ``jan``, ``January``, ``1``, ``10~jan``, ``jan–feb``."""
    parts = date.get("date-parts")
    if not isinstance(parts, list) or len(parts) != 1 or len(parts[0]) != 1:
        return date
    year = parts[0][0]
    words = re.findall(r"[^\W\d_]+|\d+", month.casefold())
    if words and words[0] in _SEASONS:
        return {**date, "season": _SEASONS[words[0]]}
    months = [number for word in words if (number := _month(word))]
    days = [int(word) for word in [*words, day] if word.isdecimal() and 1 <= int(word) <= 31]
    if not months:
        return {**date, "date-parts": [[year, days[0]]]} if days and days[0] <= 12 else date
    if len(months) > 1:
        return {**date, "date-parts": [[year, months[0]], [year, months[-1]]]}
    return {**date, "date-parts": [[year, months[0], *days[:1]]]}


def _month(word: str) -> int | None:
    return _MONTHS.index(word[:3]) + 1 if word[:3] in _MONTHS else None
