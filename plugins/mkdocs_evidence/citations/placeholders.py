"""Where the comments stand in a text that ask for a bibliography.

A comment in another comment is none, and one in code is no comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .locate import without_code

BIBLIOGRAPHY = "evidence/bibliography"
"""What such a comment begins with; its options may follow."""

_OPENING, _CLOSING = "<!--", "-->"
_NAME = re.compile(rf"\s*{BIBLIOGRAPHY}(?![\w/-])")
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n)+")


@dataclass(frozen=True)
class Placeholder:
    """A comment that asks for a bibliography.

    Attributes:
        text: The comment.
        start: The offset at which it begins.
        end: The offset after it.
        options: The offset after its name, at which its options may begin.
    """

    text: str
    start: int
    end: int
    options: int

    @property
    def options_end(self) -> int:
        """The offset after its options."""
        return self.end - len(_CLOSING)

    @property
    def words(self) -> tuple[str, ...]:
        """Its words, which stay the same where Markdown changes the spaces between them."""
        return tuple(self.text.split())


def in_html(html: str) -> list[Placeholder]:
    """Return the placeholders in HTML, in their order."""
    found = []
    for start, end in _comments(html) if BIBLIOGRAPHY in html else ():
        if name := _NAME.match(html, start + len(_OPENING), end - len(_CLOSING)):
            found.append(Placeholder(html[start:end], start, end, name.end()))
    return found


def _comments(html: str) -> Iterator[tuple[int, int]]:
    """Yield where comments begin and end; what nothing closes is none."""
    end = 0
    while (start := html.find(_OPENING, end)) >= 0:
        closing = html.find(_CLOSING, start + len(_OPENING))
        if closing < 0:
            return
        end = closing + len(_CLOSING)
        yield start, end


def in_markdown(text: str) -> list[Placeholder]:
    """Return the placeholders in Markdown, or in YAML with Markdown in it, but for those in code.

    Code that is only indented cannot be told from the text of a list, and counts as text.
    """
    return in_html(without_code(text)) if BIBLIOGRAPHY in text else []


def without_empty_lines(markdown: str) -> str:
    """Return Markdown without empty lines in its placeholders, which would end them in a list."""
    parts, end = [], 0
    for place in in_markdown(markdown):
        parts += [
            markdown[end : place.start],
            _EMPTY_LINES.sub("\n", markdown[place.start : place.end]),
        ]
        end = place.end
    return "".join([*parts, markdown[end:]])
