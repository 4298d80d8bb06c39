"""The conclusion of a post that has no heading of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from mkdocs_evidence.importing.post import Block

from .headings import LEAD
from .phrasebook import begins, folded
from .sections import Divided, Piece
from .taking import beginning

_LAST = 2
_FEWEST_PARAGRAPHS = 2
_WORD = re.compile(r"[^\W_]+")
_WORDS_BEFORE = 2
_FEWEST_WORDS = 4


def with_conclusion(divided: Divided, title: str) -> Divided:
    """Return a post of which the closing paragraph, if it has one, is its conclusion.

    That is what stands alone behind a line at the end, begins with the like of “In short”, or comes
    back to the question that the title asks. Where none of these is so, the last paragraph stays in
    its section, and a question tells of it.

    Args:
        divided: The post in its pieces.
        title: Its title.
    """
    name = divided.last
    piece = divided.sections.get(name, Piece(divided.lead))
    if divided.conclusion or not piece.blocks:
        return divided
    start = _start(piece.blocks, title)
    if start:
        shorter = replace(piece, blocks=piece.blocks[:start])
        conclusion = Piece(piece.blocks[start:])
        if name == LEAD:
            return replace(divided, lead=shorter.blocks, conclusion=conclusion)
        sections = {**divided.sections, name: shorter}
        return replace(divided, sections=sections, conclusion=conclusion)
    paragraphs = [block for block in piece.blocks if block.kind == "paragraph"]
    if name == LEAD or len(paragraphs) < _FEWEST_PARAGRAPHS or piece.blocks[-1] != paragraphs[-1]:
        return divided
    question = (
        f"The last paragraph of “{name}” may be the conclusion of the whole post:"
        f" “{beginning(paragraphs[-1].text)}” If it is, please move it to “conclusion”."
    )
    return replace(divided, questions=[*divided.questions, question])


def _start(blocks: Sequence[Block], title: str) -> int:
    """Return the place where the conclusion begins, 0 for none."""
    *before, last = blocks
    if before and before[-1].kind == "rule" and last.kind == "paragraph":
        return len(before)
    for place in range(max(len(blocks) - _LAST, 1), len(blocks)):
        if blocks[place].kind == "paragraph" and begins("closing", blocks[place].text):
            return place
    if before and last.kind == "paragraph" and _comes_back(last.text, title):
        return len(before)
    return 0


def _comes_back(text: str, title: str) -> bool:
    """Say whether a text begins with the question of a title, maybe behind “So” or “Well then”."""
    words, asked = _WORD.findall(folded(text)), _WORD.findall(folded(title))
    is_question = title.strip().endswith("?") and len(asked) >= _FEWEST_WORDS
    begins_at = range(_WORDS_BEFORE + 1)
    return is_question and any(words[at : at + len(asked)] == asked for at in begins_at)
