"""The footnotes of a post, each with the text that refers to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from mkdocs_evidence.importing.post import Block

from .html_blocks import blocks_of
from .wordpress_text import NOTE_MARK


def blocks_with_footnotes(html: str, footnotes: Sequence[str], base: str) -> list[Block]:
    """Return the blocks of HTML, with each note right below the block that first refers to it.

    So a note stays with its text, into whichever section that comes.

    Args:
        html: The text, in which notes are marked as `note_mark` marks them.
        footnotes: The notes as HTML.
        base: The address from which links start.
    """
    notes = [" ".join(block.markdown for block in blocks_of(note, base)) for note in footnotes]
    return [*_blocks(blocks_of(html, base), notes)]


def _blocks(blocks: Sequence[Block], notes: Sequence[str]) -> Iterator[Block]:
    told: set[int] = set()
    for block in blocks:
        numbers = dict.fromkeys(int(number) for number in NOTE_MARK.findall(block.markdown))
        new = [number for number in numbers if number not in told]
        told.update(new)
        below = [f"[^{number}]: {_one_line(notes[number - 1])}" for number in new]
        marked = replace(
            block,
            markdown=NOTE_MARK.sub(r"[^\1]", block.markdown),
            text=NOTE_MARK.sub("", block.text),
        )
        if block.kind == "heading" and below:
            yield marked
            yield Block("paragraph", "\n\n".join(below), "")
        else:
            yield replace(marked, markdown="\n\n".join([marked.markdown, *below]))


def _one_line(markdown: str) -> str:
    return re.sub(r"\s*\n\s*", " ", markdown)
