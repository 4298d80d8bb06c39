"""Mends what the processor gets wrong in its output, before that becomes HTML."""

from __future__ import annotations

import re

from .markup import OTHERS

_TAG = r"(?:</?[a-z]+>)*"
_DOUBLED_POINT = re.compile(r"(?<!\.)([.?!](?:</[a-z]+>|[\ue010-\ue01f])*)\.(?!\.)")
_REPEATED_TITLE = re.compile(rf"^({_TAG}(.+?){_TAG})\. (\([^()]*\))\. {_TAG}\2{_TAG}(?=[. ])")


def name_others(text: str, et_al: str, conjunction: str) -> str:
    """Make the stand-in for people left out, and what joins it to the names, "et al."."""
    joined = re.compile(rf"(,?) (?:(?:&amp;|{re.escape(conjunction)}) )?{OTHERS}")
    return joined.sub(rf"\1 {et_al}", text)


def drop_doubled_points(text: str) -> str:
    """Leave out a full stop after a sign that ends a sentence already, within markup or not."""
    return _DOUBLED_POINT.sub(r"\1", text)


def drop_repeated_title(text: str) -> str:
    """Leave out the title after the date where, for want of authors, it stands before it."""
    return _REPEATED_TITLE.sub(r"\1. \3", text)


def drop_empty_number(text: str) -> str:
    """Leave out the word for the number of a thesis that has none (APA 7, section 10.6)."""
    return text.replace(" (Publication)", "", 1)
