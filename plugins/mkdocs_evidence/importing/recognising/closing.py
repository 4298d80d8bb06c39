"""The conclusion of a post that has no heading of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from mkdocs_evidence.importing.post import Block

from .headings import LEAD
from .phrasebook import begins
from .sections import Divided, Piece

_LAST = 2
_SHOWN = 10
_FEWEST_PARAGRAPHS = 2


def with_conclusion(divided: Divided) -> Divided:
    """Return a post of which the closing paragraph, if it has one, is its conclusion.

    That is what stands alone behind a line at the end, or begins with the like of “In short”. Where
    neither is so, the last paragraph stays in its section, and a question tells of it.

    Args:
        divided: The post in its pieces.
    """
    name = divided.last
    piece = divided.sections.get(name, Piece(divided.lead))
    if divided.conclusion or not piece.blocks:
        return divided
    start = _start(piece.blocks)
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
        f" “{_beginning(paragraphs[-1].text)}” If it is, please move it to “conclusion”."
    )
    return replace(divided, questions=[*divided.questions, question])


def _start(blocks: Sequence[Block]) -> int:
    """Return the place where the conclusion begins, 0 for none."""
    *before, last = blocks
    if before and before[-1].kind == "rule" and last.kind == "paragraph":
        return len(before)
    for place in range(max(len(blocks) - _LAST, 1), len(blocks)):
        if blocks[place].kind == "paragraph" and begins("closing", blocks[place].text):
            return place
    return 0


def _beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")
