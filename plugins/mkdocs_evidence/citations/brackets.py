"""What belongs together within the brackets of a citation.

As in Pandoc, a semicolon parts no cites, and a key is none of the citation's own, where they stand
in further brackets, in quotation marks or in emphasis.
"""

from __future__ import annotations

import re

from .keys import KEY, find_keys

DEEPEST = 20
"""How deep brackets and the like may stand in each other; with any deeper it is no citation."""

_BRACKET = re.compile(rf"{KEY}|\\.|[\[\]]|\n[ \t]*\n", re.DOTALL)
_SIGN = re.compile(rf"{KEY}|\\.|(?P<pair>[\[\]\"'“”‘’]|\*\*?|__?)", re.DOTALL)
_CLOSING = {"[": "]", "“": "”", "‘": "’"}
_PARTING = re.compile(rf"{KEY}|(?P<sign>;|,(?=\s*-?{KEY}))")

ENCLOSED = "\0"
"""What stands for a character that is enclosed."""


def closing_bracket(text: str, opening: int) -> int | None:
    """Return the offset of the bracket that closes the one at an offset, in the same paragraph.

    The brackets within are counted, so that a text of nothing but brackets takes no longer than
    any other of its length.
    """
    depth = 0
    for sign in _BRACKET.finditer(text, opening):
        if sign[0] == "[":
            depth += 1
            if depth > DEEPEST:
                return None
        elif sign[0] == "]":
            depth -= 1
            if depth == 0:
                return sign.start()
        elif sign[0].isspace():
            return None
    return None


def parts(inside: str) -> list[tuple[str, str]]:
    """Split what stands in brackets at its semicolons.

    A comma between two keys, right before the second, parts as well: it is meant so, and Pandoc
    would print a citation within the other.

    Returns:
        Each part as it stands, and the same with `ENCLOSED` for what is enclosed in it.
    """
    outer = _without_enclosed(inside)
    found, after = [], 0
    for mark in _PARTING.finditer(outer):
        part = outer[after : mark.start()]
        if mark["sign"] == ";" or (mark["sign"] and any(find_keys(part))):
            found.append((inside[after : mark.start()], part))
            after = mark.end()
    return [*found, (inside[after:], outer[after:])]


def _without_enclosed(text: str) -> str:
    outer, after = [], 0
    for start, end in sorted(_pairs(text)):
        if start >= after:
            outer += [text[after:start], ENCLOSED * (end - start)]
            after = end
    return "".join([*outer, text[after:]])


def _pairs(text: str) -> list[tuple[int, int]]:
    """Return where what is enclosed begins and ends, and where escaped signs do."""
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for sign in _SIGN.finditer(text):
        if sign[0].startswith("\\"):
            pairs.append(sign.span())
        elif sign["pair"]:
            start = _close(sign, opened) if _may_close(sign, text) else None
            if start is not None:
                pairs += _unless_apostrophes(text, start, sign.end())
            elif _may_open(sign, text) and len(opened) < DEEPEST:
                opened.append((_CLOSING.get(sign[0], sign[0]), sign.start()))
    return pairs


def _close(sign: re.Match[str], opened: list[tuple[str, int]]) -> int | None:
    """Return where what a sign closes was opened, and forget what was opened within it."""
    for place in range(len(opened) - 1, -1, -1):
        closing, start = opened[place]
        if closing == sign[0]:
            del opened[place:]
            return start
        if closing == "]":
            return None
    return None


def _may_open(sign: re.Match[str], text: str) -> bool:
    if sign[0] in _CLOSING.values():
        return False
    in_word = sign[0][0] in "_\"'" and text[max(0, sign.start() - 1) : sign.start()].isalnum()
    return sign[0] == "[" or (text[sign.end() : sign.end() + 1].strip() != "" and not in_word)


def _may_close(sign: re.Match[str], text: str) -> bool:
    if sign[0] in _CLOSING:
        return False
    in_word = sign[0][0] in "_'’" and text[sign.end() : sign.end() + 1].isalnum()
    before = text[max(0, sign.start() - 1) : sign.start()]
    return sign[0] == "]" or (before.strip() != "" and not in_word)


def _unless_apostrophes(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return a pair; none for single quotation marks around a key, which may be apostrophes."""
    is_single = text[start] in "'‘"
    return [] if is_single and any(find_keys(text[start:end])) else [(start, end)]
