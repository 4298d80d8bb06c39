"""Numbers, labels and page ranges (CSL 1.0.2, Number, Label, Page Ranges, is-numeric)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from .locales import Locale

_NUMBER = r"[^\W\d_]{0,4}\d+[^\W\d_]{0,4}"
_SEPARATORS = r"(?:\s*[-–—,&]|\s+(?:and|et|und|y|e)(?=\s))+\s*"
_NUMERIC = re.compile(rf"\s*{_NUMBER}\.?(?:{_SEPARATORS}{_NUMBER}\.?)*\s*")
_SEVERAL = re.compile(
    r"\d\w?\s*[-–—,&]\s*(?:[^\W\d]+\s*)?\d|\d\s+(?:and|et|und|y|e)\s+\d|\d\s*[–—]"
    r"|\b[ivxlcdm]+\s*[-–—,&]\s*[ivxlcdm\d]+\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_numeric(text: str) -> bool:
    """Say whether a value is made of numbers, which may have affixes and be several."""
    return _NUMERIC.fullmatch(text) is not None


@lru_cache(maxsize=4096)
def is_plural(variable: str, text: str) -> bool:
    """Say whether a label that counts a value speaks of several things."""
    if variable in ("number-of-pages", "number-of-volumes"):
        digits = re.findall(r"\d+", text)
        return bool(digits) and (len(digits) > 1 or digits[0] != "1")
    if variable == "number":
        text = text.replace("-", "")  # as in "Report No. 18-2059"
    return _SEVERAL.search(text.replace("\\-", "")) is not None


def formatted(text: str, form: str, locale: Locale, gender: str) -> str:
    """Return a number in a form of ``cs:number``; what is no number stays as it is.

    Args:
        text: The value.
        form: ``numeric``, ``ordinal``, ``long-ordinal`` or ``roman``.
        locale: The locale of ordinals.
        gender: The grammatical gender of what is counted.
    """
    if not is_numeric(text):
        return text
    spaced = re.sub(r"\s*([-–—])\s*", r"\1", text.strip())
    spaced = re.sub(r"\s*,\s*", ", ", re.sub(r"\s*&\s*", " & ", spaced))
    if form == "numeric":
        return spaced
    return re.sub(
        r"(?<!\w)\d{1,9}(?!\w)", lambda n: _in_form(int(n[0]), form, locale, gender), spaced
    )


def _in_form(number: int, form: str, locale: Locale, gender: str) -> str:
    if form == "ordinal":
        return locale.ordinal(number, gender)
    if form == "long-ordinal":
        return locale.long_ordinal(number, gender)
    return roman(number) if 0 < number < 6000 else str(number)


def roman(number: int) -> str:
    """Return a number in lower-case Roman numerals."""
    result = ""
    for value, letters in (
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
        (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ):  # fmt: skip
        result += letters * (number // value)
        number %= value
    return result


def page_ranges(text: str, format: str, locale: Locale) -> str:
    """Return page ranges in a format of CSL's ``page-range-format``.

    Args:
        text: Such as ``321-328, 340``.
        format: ``expanded``, ``minimal``, ``minimal-two``, ``chicago``, ``chicago-15``,
            ``chicago-16``, or empty to change the sign between the pages only.
        locale: The locale, whose sign stands between the pages.
    """
    return _ranges(text, format, locale.term("page-range-delimiter") or "–", locale)


def number_ranges(text: str, locale: Locale) -> str:
    """Return ranges of other numbers than pages, such as issues; a dash that is one stays."""
    return text if "–" in text else page_ranges(text, "", locale)


def locator_ranges(text: str, locale: Locale) -> str:
    """Return ranges of what else than pages can be cited, such as chapters."""
    return _ranges(text, "", "–", locale)


def _ranges(text: str, format: str, delimiter: str, locale: Locale) -> str:
    text = text.replace("\\-", _KEPT)
    parts = [_range(part, format, delimiter) for part in re.split(r"(\s*[,;&]\s*)", text)]
    ranged = re.sub(r"\s*,\s*", ", ", "".join(parts))
    if "&" in ranged:
        sign = locale.term("and", "symbol") or "&"
        sign = "&" if sign == locale.term("and") else sign
        ranged = re.sub(r"\s*&\s*", f" {sign} ", ranged)
    return ranged.replace(_KEPT, "-").rstrip(" ,")


_KEPT = "\ue000"
"""Stands for a hyphen that a backslash keeps as it is."""

_PAGE = re.compile(r"(.*?[^\W\d_])??(\d{1,18})([a-z]?)|([ivxlcdmIVXLCDM]+)")


def _range(text: str, format: str, delimiter: str) -> str:
    """Return one range; what is none, or joins pages of different kinds, stays as it is."""
    ends = re.split(r"\s*(?:-{1,3}|–|—)\s*", text)
    if len(ends) != 2 or not all(ends):
        return text
    first, last = map(_PAGE.fullmatch, ends)
    if not first or not last:
        return text if re.search(r"[^\W\d_]{3}", text) else delimiter.join(ends)
    if first[4] or last[4] or not format:
        return delimiter.join(ends)
    prefix, number, letter = first[1] or "", first[2], first[3]
    end = last[2]
    if (last[1] or "") != prefix:
        return re.sub(r"\s*-\s*", "-", text)
    if letter or last[3]:
        return delimiter.join(ends)
    if len(end) < len(number):
        end = number[: len(number) - len(end)] + end
    if int(end) < int(number):
        return re.sub(r"\s*-\s*", "-", text)
    shown = end if len(end) > len(number) else _FORMATS.get(format, _expanded)(number, end)
    if format == "expanded":
        shown = prefix + shown
    return f"{prefix}{number}{delimiter}{shown}"


def _expanded(_first: str, last: str) -> str:
    return last


def _minimal(first: str, last: str, least: int = 1) -> str:
    same = 0
    while same < len(last) - least and first[same] == last[same]:
        same += 1
    return last[same:]


def _minimal_two(first: str, last: str) -> str:
    return _minimal(first, last, 2)


def _chicago_15(first: str, last: str) -> str:
    if len(first) == 4 and len(_minimal(first, last)) >= 3:
        return last
    return _chicago_16(first, last)


def _chicago_16(first: str, last: str) -> str:
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    return _minimal(first, last, 1 if number % 100 < 10 else 2)


_FORMATS: dict[str, Callable[[str, str], str]] = {
    "expanded": _expanded,
    "minimal": _minimal,
    "minimal-two": _minimal_two,
    "chicago": _chicago_15,
    "chicago-15": _chicago_15,
    "chicago-16": _chicago_16,
}
