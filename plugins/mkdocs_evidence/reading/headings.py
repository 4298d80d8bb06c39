"""The headings in a Markdown text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
_PARAGRAPH = re.compile(r" {0,3}[^\s#>|*+-]")


class Heading(NamedTuple):
    """A heading: its level, its text, and the offsets of its line or lines."""

    level: int
    text: str
    start: int
    end: int


def headings(text: str, start: int = 0) -> Iterator[Heading]:
    """Yield the headings of a Markdown text from an offset on, but not those in fenced code.

    Both forms count: ``## Heading``, and a line of text underlined with ``===`` or ``---``.
    """
    fence = ""
    above, above_start = "", start
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = text[start:end]
        if found := _FENCE.match(line):
            if not fence:
                fence = found[1]
            elif found[1].startswith(fence) and not line.strip(" \t`~"):
                fence = ""
            line = ""
        elif fence:
            line = ""
        elif found := _ATX.match(line):
            yield Heading(len(found[1]), (found[2] or "").strip(), start, end)
            line = ""
        elif above and (found := _UNDERLINE.match(line)):
            yield Heading(1 if found[1][0] == "=" else 2, above.strip(), above_start, end)
            line = ""
        above = line if _PARAGRAPH.match(line) else ""
        above_start, start = start, end + 1
