"""Lines of plain text: which of them belong together, and what a line looks like."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_WORD = re.compile(r"\S+")
_SHARE = 0.9
_NEARLY = 0.8
_NARROWEST = 40
_WIDEST = 120
"""How long a line is at most that a program has broken; a longer one is a paragraph."""
_LONGEST_HEADING = 80
_MOST_WORDS = 12
_NO_END_OF_HEADING = (".", ",", ";", ":", "…")
_LABEL = re.compile(r"[^:]{1,40}:\s+\S")
_ADDRESS = re.compile(r"\S+@\S+\.\w|https?://|www\.|\bdoi\b|©|\(c\)", re.IGNORECASE)


def width_of(text: str) -> int:
    """Return at how many signs a program has broken the lines of a text; 0 where none did."""
    lines = text.split("\n")
    lengths = sorted(len(line) for line, after in pairwise(lines) if line.strip() and after.strip())
    width = lengths[round(_SHARE * (len(lengths) - 1))] if lengths else 0
    return width if _NARROWEST <= width <= _WIDEST else 0


def joined(lines: Sequence[str], width: int) -> list[str]:
    """Return lines without the breaks that a program has made.

    A program breaks a line where its next word has no room; elsewhere the author did. A word that
    is broken at a hyphen keeps the hyphen, since it may be one of the word.
    """
    whole = [lines[0].strip()]
    for line, after in pairwise(line.strip() for line in lines):
        next_word = _WORD.match(after)
        needed = len(line) + 1 + len(next_word[0] if next_word else "")
        if not width or needed < _NEARLY * width:
            whole.append(after)
        elif line.endswith("-") and after[:1].islower():
            whole[-1] += after
        else:
            whole[-1] += f" {after}"
    return whole


def looks_like_heading(line: str) -> bool:
    """Say whether a line that stands alone could be a heading: it is short and no sentence."""
    words = line.split()
    return (
        len(line) <= _LONGEST_HEADING
        and len(words) <= _MOST_WORDS
        and not line.endswith(_NO_END_OF_HEADING)
        and not line[0].islower()
        and line[0] not in "\"'“”„«([*"
        and any(sign.isalpha() for sign in line)
        and not _LABEL.match(line)
        and not _ADDRESS.search(line)
    )


def is_in_capitals(line: str) -> bool:
    """Say whether a line is short and all in capitals, and more than an abbreviation."""
    letters = sum(sign.isalpha() for sign in line)
    return line.isupper() and letters > 4 and len(line) <= _LONGEST_HEADING
