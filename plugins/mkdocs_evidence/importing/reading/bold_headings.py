"""Headings that were not made with a style of headings, but are bold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_evidence.importing.post import Block

_BOLD = re.compile(r"(?:\*\*|__)((?:[^*_\\]|\\.)+(?:\*[^*]+\*(?:[^*\\]|\\.)*)?)(?:\*\*|__)")
_ENDS_AS_A_SENTENCE = (".", ",", ";", "…")
_LONGEST = 100
PROSE = 150
"""How many signs a paragraph has from which on it cannot be a byline or the like."""
_LEVEL = 2


def with_bold_headings(blocks: Sequence[Block]) -> list[Block]:
    """Return blocks in which short bold paragraphs are headings.

    Where there are other headings below the title, the bold paragraphs are left as they are: their
    author knew how to make a heading. Before the first paragraph of prose only the very first block
    can become one, which is the title; the others are a byline, topics and the like.
    """
    if any(block.kind == "heading" for block in blocks[1:]):
        return [*blocks]
    found = []
    in_prose = False
    for number, block in enumerate(blocks):
        bold = _BOLD.fullmatch(block.markdown) if block.kind == "paragraph" else None
        if bold and _is_short(block.text) and (in_prose or number == 0):
            block = replace(block, kind="heading", markdown=bold[1], level=_LEVEL if number else 1)
        in_prose |= block.kind == "paragraph" and len(block.text) >= PROSE
        found.append(block)
    return found


def _is_short(text: str) -> bool:
    return len(text) <= _LONGEST and not text.endswith(_ENDS_AS_A_SENTENCE) and "\n" not in text
