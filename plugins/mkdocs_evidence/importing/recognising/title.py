"""The title of a post."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_evidence.importing.post import Block
from mkdocs_evidence.settings import Settings

from .headings import name_of
from .phrasebook import folded
from .taking import Blocks, Taken, first, without

_MOST_WORDS = 30
_NEAR_TOP = 6


@dataclass(frozen=True)
class Titled(Taken):
    """What was found of a title."""

    title: str = ""


def take_title(
    blocks: Blocks, told: str, is_other_line: Callable[[Block], bool], settings: Settings
) -> Titled:
    """Take the title out of a post.

    Args:
        blocks: The post.
        told: The title that the file tells besides; a heading with the same words is taken with it.
        is_other_line: Says of a block at the top whether it is a line of another kind.
        settings: What the site sets.
    """
    if told:
        place = first(blocks[:_NEAR_TOP], lambda block: _is_same(block, told))
    else:
        place = _place(blocks, is_other_line, settings)
    if place is None:
        questions = [] if told else ["No title was found. Please write one."]
        return Titled(blocks, questions=questions, title=told)
    return Titled(without(blocks, [place]), title=" ".join(blocks[place].text.split()))


def _is_same(block: Block, told: str) -> bool:
    """Say whether a line is the title, behind which a web page may name its site as well."""
    own, given = (_letters(text) for text in (block.text, told))
    if not own or block.kind not in ("heading", "paragraph"):
        return False
    return own == given or (block.kind == "heading" and given.startswith(own))


def _letters(text: str) -> str:
    return "".join(sign for sign in folded(text) if sign.isalnum())


def _place(
    blocks: Blocks, is_other_line: Callable[[Block], bool], settings: Settings
) -> int | None:
    is_section = {id(block): bool(name_of(block.text, settings)[0]) for block in blocks}
    headings = [place for place, block in enumerate(blocks) if block.kind == "heading"]
    main = [place for place in headings if blocks[place].level == 1]
    if main and main == headings[: len(main)] and len(main) == 1:
        return None if is_section[id(blocks[main[0]])] else main[0]
    for place, block in enumerate(blocks[:_NEAR_TOP]):
        if block.kind in ("picture", "rule") or is_other_line(block):
            continue
        is_line = block.kind == "heading" or (block.kind == "paragraph" and _is_line(block.text))
        return place if is_line and not is_section[id(block)] else None
    return None


def _is_line(text: str) -> bool:
    text = text.strip()
    return "\n" not in text and len(text.split()) <= _MOST_WORDS and not text.endswith((".", ":"))
