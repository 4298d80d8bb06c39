"""Text of other programs as a summary can hold it."""

from __future__ import annotations

import re

from mkdocs_evidence.authoring.words import one_line
from mkdocs_evidence.reading.headings import headings

_LINE_END = re.compile(r"\r\n?")
_AS_BLANK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]")
"""What no YAML file can hold, and what YAML takes for the end of a line though editors do not."""
_NOTHING = re.compile("[\ud800-\udfff\ufeff\ufffe\uffff]")
"""What no YAML file can hold either, and what stands for no sign at all."""
_DEEPEST_OF_PAGE = 2


def clean(text: str) -> str:
    """Return a text without the signs that no file of a summary can hold, and bare at its ends."""
    lines = _LINE_END.sub("\n", text)
    return _NOTHING.sub("", _AS_BLANK.sub(" ", lines)).strip()


def clean_line(text: str) -> str:
    """Return a text likewise, on one line."""
    return one_line(clean(text))


def with_low_headings(text: str) -> str:
    """Return a text in Markdown in which no heading stands beside that of its section.

    A word with a number sign before it, which only Python-Markdown takes for a heading, gets a
    backslash before the sign.
    """
    parts, after = [], 0
    for each in headings(text):
        written = text[each.start : each.end]
        if each.level > _DEEPEST_OF_PAGE:
            continue
        is_word = re.match(r"#+[^\s#]", written)
        low = f"\\{written}" if is_word else f"### {each.text}".rstrip()
        parts += [text[after : each.start], low]
        after = each.end
    return "".join([*parts, text[after:]])
