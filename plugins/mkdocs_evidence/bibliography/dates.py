"""Dates: what ``date``, ``year``, ``month``, ``day`` and their kin say, as CSL-JSON dates.

The forms are those of the biblatex manual, sections 2.3.8 to 2.3.10, which are those of EDTF
(ISO 8601-2): ``2017-05-02``, ``2017-21`` (spring), ``2017/2018``, ``2017/..`` (open), ``2017?``
(uncertain), ``2017~`` (approximate), ``2017%`` (both), ``199X``, ``-0043``. BibTeX's are a
``year`` and a ``month``. Words such as ``in press`` are dates too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from .latex import plain_text, verbatim

CslDate = dict[str, object]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS_ELSEWHERE = {
    "ene": 1, "fev": 2, "fév": 2, "mär": 3, "maa": 3, "mrt": 3, "abr": 4, "avr": 4, "mai": 5,
    "mei": 5, "juin": 6, "juil": 7, "ago": 8, "aoû": 8, "set": 9, "okt": 10, "out": 10,
    "dez": 12, "déc": 12, "dic": 12,
}  # fmt: skip
"""How months begin in Dutch, French, German, Portuguese and Spanish where English differs."""

_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_POINT = re.compile(
    r"(-?\d{2,4}[\dX]{0,2})(?:-(\d{1,2}|XX)(?:-(\d{1,2}|XX))?)?"
    r"(?:T[\d:.]+(?:Z|[+-][\d:]+)?)?([?~%]?)"
)
_YEAR_RANGE = re.compile(r"(\d{4})\s*[–-]\s*(\d{4}|\d{2})?")
_CIRCA = re.compile(r"(?:circa|ca?\.)\s*(?=\d)", re.IGNORECASE)
_LETTERED = re.compile(r"(\d{4})[a-z]")
_WITH_SLASHES = re.compile(r"(\d{4})/(\d{2})/(\d{2})")
REPRINT = re.compile(r"(\d{4})\s*[\[(](\d{4})[\])]")
_WORDS = re.compile(r"[^\W\d_]+|\d+")
_DAY = re.compile(r"0?[1-9]|[12]\d|3[01]")
_NO_DATE = re.compile(r"n\.?\s?d\.?|s\.?\s?[da]\.?|no date|undated|unknown", re.IGNORECASE)
_OPEN = ("", "..")

_OPEN_END = [0]
"""What stands for the end of a range that has none, as for citeproc-js and Pandoc."""


def dated(fields: Mapping[str, str], prefix: str) -> CslDate | None:
    """Return the date that the fields with this prefix give, or None.

    A year such as ``2014 [1956]`` gives the date of the original as well.

    Args:
        fields: All fields of an entry.
        prefix: Nothing for the publication, else ``url``, ``orig`` or ``event``.
    """
    date, year = fields.get(f"{prefix}date", ""), fields.get(f"{prefix}year", "")
    if reprint := REPRINT.fullmatch(fields.get("year", "")):
        year = {"": reprint[1], "orig": year or reprint[2]}.get(prefix, year)
    if date and not (year and "literal" in written_date(date)):
        return _unless_undated(date, written_date(date))
    if not year:
        return None
    found = written_date(year)
    if end := fields.get(f"{prefix}endyear"):
        found = written_date(f"{year}/{end}")
    if month := fields.get(f"{prefix}month"):
        found = _with_month(found, plain_text(month), plain_text(fields.get(f"{prefix}day", "")))
    return _unless_undated(year, found)


def _unless_undated(value: str, date: CslDate) -> CslDate | None:
    return None if _NO_DATE.fullmatch(plain_text(value)) else date


def written_date(value: str) -> CslDate:
    """Return a date as CSL-JSON: one day, a month, a year, a range of them, or words.

    Anything that is no date, such as ``in press``, is kept as it is written.
    """
    text = _WITH_SLASHES.sub(r"\1-\2-\3", verbatim(value).strip("()").replace("--", "–"))
    text = _LETTERED.sub(r"\1", _YEAR_RANGE.sub(_with_slash, text))
    text, approximate = _CIRCA.subn("", text)
    written = [end.strip() for end in text.split("/")]
    points = [_point(end) for end in written]
    if len(points) > 2 or None in points or all(end in _OPEN for end in written):
        return {"literal": plain_text(value)}
    parts = [list(part) for point in points if point for part in point[0]]
    seasons = [point[1] for point in points if point and point[1]]
    result: CslDate = {"date-parts": parts if len(parts) < 3 else [parts[0], parts[-1]]}
    if len(points) == 1 and seasons:
        result["season"] = seasons[0]
    if approximate or any(point[2] for point in points if point):
        result["circa"] = True
    return result


def _with_slash(years: re.Match[str]) -> str:
    """Return ``2017–2018``, ``2017–18`` or ``2017–`` as EDTF has it; ``2017-05`` is a month."""
    first, last = years[1], years[2] or ""
    if "–" not in years[0] and len(last) < 4:
        return years[0]
    return f"{first}/{first[:2] if len(last) == 2 else ''}{last}"


_Point = tuple[list[list[int]], int, bool]


def _point(text: str) -> _Point | None:
    """Return one end of a range: its date or the first and last of them, season, and doubt."""
    if text in _OPEN:
        return [_OPEN_END], 0, False
    found = _POINT.fullmatch(text)
    if found is None or len(found[1]) < 3:
        return None
    doubtful = bool(found[4])
    if "X" in found[1]:
        years = [found[1].replace("X", "0"), found[1].replace("X", "9")]
        return [[_year(year)] for year in years], 0, doubtful
    year = _year(found[1])
    month, day = (int(part) if part and part != "XX" else 0 for part in (found[2], found[3]))
    if 21 <= month <= 24:
        return [[year]], month - 20, doubtful
    if not 1 <= month <= 12:
        return [[year]], 0, doubtful
    return [[year, month, day] if 1 <= day <= 31 else [year, month]], 0, doubtful


def _year(text: str) -> int:
    """Return a year as CSL counts it: EDTF's year 0000 is 1 BCE, which CSL writes -1.

    A year before it that has not EDTF's four digits is meant as it is said: -44 is 44 BCE.
    """
    year = int(text)
    return year - 1 if year <= 0 and len(text.lstrip("-")) == 4 else year


def _with_month(date: CslDate, month: str, day: str) -> CslDate:
    """Add a month as BibTeX writes it: ``jan``, ``January``, ``1``, ``10~jan``, ``jan–feb``."""
    parts = date.get("date-parts")
    if not isinstance(parts, list) or len(parts) != 1 or len(parts[0]) != 1:
        return date
    year = parts[0][0]
    words = _WORDS.findall(month.casefold())
    if words and words[0] in _SEASONS:
        return {**date, "season": _SEASONS[words[0]]}
    months = [number for word in words if (number := _month(word))]
    days = [int(word) for word in [*words, day] if _DAY.fullmatch(word)]
    if not months:
        months, days = [number for number in days[:1] if number <= 12], days[1:]
    if not months:
        return date
    if len(months) > 1:
        return {**date, "date-parts": [[year, months[0]], [year, months[-1]]]}
    return {**date, "date-parts": [[year, months[0], *days[:1]]]}


def _month(word: str) -> int | None:
    for beginning in (word[:4], word[:3]):
        if beginning in _MONTHS_ELSEWHERE:
            return _MONTHS_ELSEWHERE[beginning]
        if beginning in _MONTHS:
            return _MONTHS.index(beginning) + 1
    return None
