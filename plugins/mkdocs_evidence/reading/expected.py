"""What the fields of an author expect, in words, and how that is written."""

from __future__ import annotations

import re

_TEXT = ("text", "Write it without a bracket or hyphen before it, or put all of it in quotes.")
_LIST = ("a list", "Write it as [one, two], or each on a line of its own after “- ”.")
_WHOLE_NUMBER = ("a whole number", "Write digits only, such as 440.")
_NUMBER = ("a number", "Write digits with a decimal point, such as 0.38.")
_YES_OR_NO = ("true or false", "")
EXPECTED = {
    "string_type": _TEXT,
    "list_type": _LIST,
    "int_parsing": _WHOLE_NUMBER,
    "int_type": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "two_numbers": (
        "two numbers in square brackets",
        "Write both ends, with a comma between them and a point within each, such as [0.12, 0.38].",
    ),
    "bool_parsing": _YES_OR_NO,
    "bool_type": _YES_OR_NO,
    "yes_no_or_thread": (
        "true, false or the address of a thread",
        "An address is written as in https://social.example/@ana/112233445566778899.",
    ),
    "calendar_date": ("a date", "Write year, month and day, as in 2026-03-31."),
    "partial_date": (
        "a date",
        "Write the year, the year and the month, or the day: 2019, 2019-04 or 2019-04-17.",
    ),
    "doi": ("a DOI", "Write it as in 10.1093/scan/nsx091."),
    "language_tag": (
        "the short name of a language",
        "Write, for example, en for English, pt for Portuguese, nl for Dutch, fr for French.",
    ),
    "slug": (
        "small letters, digits and hyphens",
        "Leave out blanks, accents and other signs, as in lending-a-hand.",
    ),
    "old_address": (
        "the path of a page",
        "Leave out the host, and what stands behind “?” or “#”, as in /2019/03/a-post/.",
    ),
    "section_name": (
        "small letters, digits and “_”",
        "Begin with a letter and leave out blanks and accents, as in study or further_reading.",
    ),
    "web_address": ("a web address", "Begin it with https://."),
    "email_address": ("an e-mail address", "Write it as in ana@example.org."),
}
"""For what pydantic or a field calls wrong: what is expected there, and how to write it."""

NUMBERS = frozenset(kind for kind, about in EXPECTED.items() if about in (_NUMBER, _WHOLE_NUMBER))
"""What is called wrong where a number is expected."""

_NUMBER_HERE = re.compile(r"[+-]?[0-9]*\.?[0-9]+")
_DASH = re.compile("^[−–—‐‑]")
_COMMA = re.compile(r"(?<=\b0),(?=[0-9])|,(?=[0-9]{1,2}$|[0-9]{4,}$)|[·٫]")
"""What stands for a decimal point; three digits behind a comma could be thousands."""


def as_typed(text: str) -> str:
    """Return how to write a number that has a sign of print in it, or of another language.

    Returns:
        The advice; empty where the text is not such a number, or could mean two.
    """
    without_dash, without_comma = _DASH.sub("-", text), _COMMA.sub(".", text)
    number = _DASH.sub("-", without_comma)
    if number == text or not _NUMBER_HERE.fullmatch(number):
        return ""
    changed = {"with the hyphen of the keyboard": without_dash, "with a point": without_comma}
    signs = " and ".join(sign for sign, other in changed.items() if other != text)
    return f"Write {number}, {signs}."
