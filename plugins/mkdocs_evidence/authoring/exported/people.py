"""Names and dates as exported files have them, for CSL-JSON."""

from __future__ import annotations

import re

_SUFFIX = re.compile(r"(?:jr|sr)\.?|I{1,3}|IV", re.IGNORECASE)
_BY_INITIALS = re.compile(r"(\S.*) ((?:[^\W\d_]\.[- ]?)+)")
_DATE = re.compile(r"(\d{4})(?:[\s/.-]+(\d{1,2}|[A-Za-z]{3})[a-z]*\b)?(?:[\s/.-]+(\d{1,2})\b)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def person(written: str) -> dict[str, str]:
    """Return the CSL-JSON name of "Family, Given, Suffix" or "Family F."; else that of a group."""
    parts = [" ".join(part.split()) for part in written.split(",")]
    if short := _BY_INITIALS.fullmatch(parts[0]) if len(parts) == 1 else None:
        return {"family": short[1], "given": short[2]}
    if len(parts) == 1:
        return {"literal": parts[0]}
    name = {"family": parts[0], "given": parts[1]}
    if len(parts) > 2 and parts[2]:
        name["suffix"] = parts[2]
    return {part: text for part, text in name.items() if text}


def date_parts(written: str) -> dict[str, list[list[int]]]:
    """Return "2017/09/01", "2017 Sep 1" or "2017 Sep-Oct" as a date of CSL-JSON; else nothing."""
    found = _DATE.match(written.strip())
    if found is None:
        return {}
    parts = [int(found[1])]
    month = (found[2] or "").lower()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else int(month) if month.isdigit() else 0
    if 1 <= number <= 12:
        parts.append(number)
        if found[3] and 1 <= int(found[3]) <= 31:
            parts.append(int(found[3]))
    return {"date-parts": [parts]}


def whole_pages(written: str) -> str:
    """Return pages with the whole number of the last one: "1574-83" is "1574-1583"."""
    found = re.fullmatch(r"(\d+)\s*[-–]+\s*(\d+)", written.strip())
    if found is None:
        return written.strip()
    first, last = found.groups()
    return (
        f"{first}-{first[: len(first) - len(last)]}{last}"
        if len(last) < len(first)
        else (f"{first}-{last}")
    )
