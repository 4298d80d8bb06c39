"""The headings in a Markdown text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_NOT_NEWLINE = re.compile(r"[^\n]")
_HASHES = re.compile(r"(#{1,6})[ \t]*(.*?)[ \t]*#*[ \t]*$")
_UNDERLINE = re.compile(r"(?:=+|-+)[ ]*$")
_CODE = re.compile(r" {4}|\t")


class Heading(NamedTuple):
    """A heading: its level, its text, and the offsets of its line or lines."""

    level: int
    text: str
    start: int
    end: int


def without_comments(text: str) -> str:
    """Return the text with every HTML comment made of spaces, so that offsets stay the same."""
    return _COMMENT.sub(lambda comment: _NOT_NEWLINE.sub(" ", comment[0]), text)


def headings(text: str, start: int = 0) -> Iterator[Heading]:
    """Yield the headings of a Markdown text from an offset on, but not those in code or comments.

    Both forms count, as Python-Markdown reads them (blockprocessors.py): number signs at the
    beginning of a line, with or without a space after them, and the first line of a paragraph if
    it is underlined with ``===`` or ``---``.
    """
    text = without_comments(text)
    fence = ""
    first: tuple[str, int] | None = None
    begins = True
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        is_first, begins, above, first = begins, False, first, None
        if found := _FENCE.match(line):
            if not fence:
                fence = found[1]
            elif found[1].startswith(fence) and not line.strip(" \t`~"):
                fence, begins = "", True
        elif fence:
            pass
        elif found := _HASHES.match(line):
            yield Heading(len(found[1]), found[2], start, end)
            begins = True
        elif above and (found := _UNDERLINE.match(line)):
            yield Heading(1 if line[0] == "=" else 2, above[0].strip(), above[1], end)
            begins = True
        elif not line.strip():
            begins = True
        elif is_first and not _CODE.match(line):
            first = (line, start)
        start = end + 1
