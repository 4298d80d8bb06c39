"""Given names as initials (CSL 1.0.2, Name, initialize and initialize-with)."""

from __future__ import annotations

import re
from functools import lru_cache

_PART = re.compile(r"[^\s.\-–‐]+\.?|[-–‐]")


@lru_cache(maxsize=8192)
def initials(given: str, mark: str, *, hyphen: bool = True, shorten: bool = True) -> str:
    """Return given names as initials.

    Small words keep their place: "Jean de" becomes "J. de".

    Args:
        given: The given names.
        mark: What follows each initial.
        hyphen: Whether a hyphen between two names stays.
        shorten: Whether whole names are cut; else only initials written as such get the mark.
    """
    hyphened = False
    result: list[tuple[str, str]] = []
    for part in _PART.findall(given.replace("\u00a0", " ")):
        if part in "-–‐":
            hyphened = bool(result)
            continue
        if hyphened and shorten and part[0].islower():
            hyphened = False
            continue
        before = "-" if hyphened and hyphen else ("" if hyphened else " ")
        hyphened = False
        for kind, text in _initial(part, shorten):
            result.append((f"{before}{kind}", text))
            before = " "
    return _joined(result, mark)


def _initial(part: str, shorten: bool) -> list[tuple[str, str]]:
    """Return the initial of one word: ("i", letter), or ("w", word) for what stays a word."""
    bare = part.rstrip(".")
    if not bare:
        return []
    if part.endswith(".") or len(bare) == 1:
        return [("i", bare)] if bare[0].isupper() or len(bare) == 1 else [("w", part)]
    if bare[0] != bare[0].upper():
        return [("w", part)]
    if not shorten:
        return [("w", bare)]
    if re.match(r"[^\W\d_]{3}", bare) and bare[:2].isupper() and bare[2].islower():
        return [("i", bare[0] + bare[1].lower())]
    return [("i", bare[0])]


def _joined(parts: list[tuple[str, str]], mark: str) -> str:
    text = ""
    last = ""
    for kind, word in parts:
        before, what = kind[:-1], kind[-1]
        if not text:
            gap = ""
        elif before == "-":
            text = text.rstrip()
            gap = "-"
        elif what == "w" or last == "w":
            text = text.rstrip()
            gap = " "
        else:
            gap = ""
        text += gap + (word + mark if what == "i" else word)
        last = what
    return text.rstrip()
