"""What a step of recognising hands on: the blocks that are left, and what it has to say.

Every step takes blocks out of a post, and each that it takes ends in a field or is left out. So no
word can be lost on the way.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_evidence.importing.post import Block, LeftOut

Blocks = Sequence[Block]

_SHOWN = 10


@dataclass(frozen=True)
class Taken:
    """What a step has left, has no place for, and wants a person to look at."""

    rest: Blocks
    left_out: Sequence[LeftOut] = ()
    questions: Sequence[str] = ()


def without(blocks: Blocks, places: Sequence[int]) -> list[Block]:
    """Return the blocks but those in some places."""
    taken = frozenset(places)
    return [block for place, block in enumerate(blocks) if place not in taken]


def first(blocks: Blocks, wanted: Callable[[Block], bool]) -> int | None:
    """Return the place of the first block that is wanted, or None."""
    return next((place for place, block in enumerate(blocks) if wanted(block)), None)


def word_count(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def beginning(text: str) -> str:
    """Return the first words of a text, by which its author knows it again."""
    words = text.split()
    return " ".join(words[:_SHOWN]) + (" …" if len(words) > _SHOWN else "")


def joined(blocks: Blocks) -> str:
    """Return the Markdown of blocks, without lines that part nothing any more."""
    places = [place for place, block in enumerate(blocks) if block.kind != "rule"]
    inner = blocks[places[0] : places[-1] + 1] if places else ()
    return "\n\n".join(block.markdown for block in inner)
