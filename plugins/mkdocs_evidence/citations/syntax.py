"""Pandoc's citation syntax: https://pandoc.org/MANUAL.html#citation-syntax.

Functions on strings; they know nothing of a library, of code or of links.
"""

from __future__ import annotations

import re

from mkdocs_evidence.csl import Citation, Cite

from .locators import read_locator

_BOUNDARY = r"(?<![\w@/.+=~:&#?%-])"
_KEY = r"@(?P<key>\w(?:\w|[:.#$%&+?<>~/-](?=\w))*+)(?!@)"
NARRATIVE = re.compile(_BOUNDARY + _KEY)
"""A key in the text. What stands right before it tells it from an e-mail or web address, and an
@ right after it from the name of somebody on a server."""

CITE = re.compile(_BOUNDARY + "(?P<minus>-?)" + _KEY)
"""A key in brackets, where a hyphen before it leaves the author out."""

_PART = re.compile(r"[\[\];]|,(?=\s*-?@\w)")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


def read_citation(text: str, start: int = 0) -> tuple[Citation, int] | None:
    """Read the citation that begins at an offset.

    Args:
        text: The text.
        start: The offset of a ``[`` or of an ``@``.

    Returns:
        The citation and the offset after it, or None where there is none.
    """
    return _read_group(text, start) if text.startswith("[", start) else _read_narrative(text, start)


def looks_like_key(word: str) -> bool:
    """Say whether a word is made as keys are, with a year in it."""
    return _YEAR.search(word) is not None


def _read_group(text: str, start: int) -> tuple[Citation, int] | None:
    end = _closing(text, start)
    if end is None:
        return None
    cites = [_read_cite(part) for part in _parts(text[start + 1 : end])]
    known = [cite for cite in cites if cite is not None]
    if not known or len(known) < len(cites):
        return None
    return Citation(tuple(known)), end + 1


def _read_narrative(text: str, start: int) -> tuple[Citation, int] | None:
    found = NARRATIVE.match(text, start)
    if found is None:
        return None
    opening = re.compile(r"[ \n]?\[").match(text, found.end())
    end = _closing(text, opening.end() - 1) if opening else None
    if opening and end is not None:
        inside = text[opening.end() : end]
        label, locator, suffix = read_locator(inside)
        if locator and "@" not in inside:
            cite = Cite(found["key"], suffix=suffix.rstrip(), locator=locator, label=label)
            return Citation((cite,), narrative=True), end + 1
    return Citation((Cite(found["key"]),), narrative=True), found.end()


def _read_cite(part: str) -> Cite | None:
    """Read one cite of a group: a prefix, the key, a locator and a suffix."""
    found = CITE.search(part)
    if found is None or part.count("[", 0, found.start()) != part.count("]", 0, found.start()):
        return None
    label, locator, suffix = read_locator(part[found.end() :])
    return Cite(
        found["key"],
        prefix=part[: found.start()].strip(),
        suffix=suffix.rstrip(),
        locator=locator,
        label=label,
        suppress_author=bool(found["minus"]),
    )


def _closing(text: str, opening: int) -> int | None:
    """Return the offset of the bracket that closes the one at ``opening``."""
    depth = 0
    for bracket in re.compile(r"\\.|[\[\]]|\n[ \t]*\n", re.DOTALL).finditer(text, opening):
        if bracket[0] == "[":
            depth += 1
        elif bracket[0] == "]":
            depth -= 1
            if depth == 0:
                return bracket.start()
        elif bracket[0].startswith("\n"):
            return None
    return None


def _parts(inside: str) -> list[str]:
    """Split what stands in the brackets at semicolons that are in no further brackets.

    A comma right before a key parts as well: it is meant so, and Pandoc would print the key.
    """
    parts, depth, after = [], 0, 0
    for mark in _PART.finditer(inside):
        depth += (mark[0] == "[") - (mark[0] == "]")
        if mark[0] in ";," and depth == 0:
            parts.append(inside[after : mark.start()])
            after = mark.end()
    return [*parts, inside[after:]]
