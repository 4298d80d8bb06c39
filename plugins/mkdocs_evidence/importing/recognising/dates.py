"""Days in the lines of a post, in any of the languages, however they are written."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from .phrasebook import LANGUAGES

_LETTERS = r"[^\W\d_]"
_YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_YEAR_LAST = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?!\d)")
_WEEKDAY = rf"(?:{_LETTERS}+(?:-{_LETTERS}+)?\.?,?\s+)?"
_SMALL_WORD = rf"(?:{_LETTERS}{{1,3}}\s+)?"
_MONTH = rf"{_LETTERS}{{3,}}\.?,?"
_DAY = rf"\d{{1,2}}(?:{_LETTERS}{{1,2}}|[º°ª])?\.?,?"
_DAY_FIRST = rf"{_SMALL_WORD}{_DAY}\s+{_SMALL_WORD}{_MONTH}\s+{_SMALL_WORD}\d{{4}}(?!\d)"
_MONTH_FIRST = rf"{_MONTH}\s+{_DAY}\s+\d{{4}}(?!\d)"
_IN_WORDS = re.compile(rf"{_WEEKDAY}(?:{_DAY_FIRST}|{_MONTH_FIRST})")
_TIME = re.compile(rf",?\s+{_SMALL_WORD}\d{{1,2}}[:.h]\d{{2}}(?:\s*[ap]\.?m\b\.?)?", re.IGNORECASE)


@dataclass(frozen=True)
class Day:
    """A day at the beginning of a text.

    Attributes:
        length: How much of the text it is, with a time behind it.
        value: The day as YYYY-MM-DD; empty where it can be more than one.
        choices: The days that it can be.
    """

    length: int
    value: str
    choices: tuple[datetime.date, ...]


def day_at_start(text: str) -> Day | None:
    """Return the day at the beginning of a text, or None where there is none."""
    for pattern, read in ((_YEAR_FIRST, _year_first), (_YEAR_LAST, _year_last)):
        if written := pattern.match(text):
            return _day(text, written.end(), read(written))
    written = _IN_WORDS.match(text)
    return _day(text, written.end(), _in_words(written[0])) if written else None


def _day(text: str, end: int, choices: tuple[datetime.date, ...]) -> Day | None:
    if not choices:
        return None
    time = _TIME.match(text, end)
    value = choices[0].isoformat() if len(choices) == 1 else ""
    return Day(time.end() if time else end, value, choices)


def _year_first(written: re.Match[str]) -> tuple[datetime.date, ...]:
    year, month, day = (int(part) for part in written.groups())
    return _days((year, month, day))


def _year_last(written: re.Match[str]) -> tuple[datetime.date, ...]:
    """Return the days that numbers can mean: the day or the month may stand first."""
    one, two, year = (int(part) for part in written.groups())
    if len(written[3]) == 2:
        year += 2000
        return _days((year, two, one), (year, one, two), (2000 + one, two, year - 2000))
    return _days((year, two, one), (year, one, two))


def _days(*tries: tuple[int, int, int]) -> tuple[datetime.date, ...]:
    days: list[datetime.date] = []
    for year, month, day in tries:
        try:
            days.append(datetime.date(year, month, day))
        except ValueError:
            continue
    return tuple(dict.fromkeys(days))


def _in_words(text: str) -> tuple[datetime.date, ...]:
    found = _parser()(" ".join(re.sub(r"(?<=\d)[º°ª]", "", text).split()))
    return (found,) if found else ()


@cache
def _parser() -> Callable[[str], datetime.date | None]:
    """Return a reader of days that have all their parts, loaded only where there is one."""
    from dateparser.date import DateDataParser

    parser = DateDataParser(
        languages=LANGUAGES,
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month", "year"],
            "STRICT_PARSING": True,
        },
    )

    def read(text: str) -> datetime.date | None:
        found = parser.get_date_data(text).date_obj
        return found.date() if found else None

    return read
