"""The title of a post."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_evidence.importing.post import Block
from mkdocs_evidence.settings import Settings

from .headings import name_of
from .lines import is_line
from .phrasebook import folded
from .taking import Blocks, Taken, first, without

_MOST_WORDS = 30
_NEAR_TOP = 6


@dataclass(frozen=True)
class Titled(Taken):
    """What was found of a title."""

    title: str = ""


def take_title(blocks: Blocks, told: str, settings: Settings) -> Titled:
    """Take the title out of a post.

    Args:
        blocks: The post.
        told: The title that the file tells besides; a heading with the same words is taken with it.
        settings: What the site sets.
    """
    if told:
        place = first(blocks[:_NEAR_TOP], lambda block: _is_same(block, told))
    else:
        place = _place(blocks, settings)
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


def _place(blocks: Blocks, settings: Settings) -> int | None:
    headings = [place for place, block in enumerate(blocks) if block.kind == "heading"]
    main = [place for place in headings if blocks[place].level == 1]
    if len(main) == 1 and main == headings[:1]:
        return None if _is_section(blocks[main[0]], settings) else main[0]
    for place, block in enumerate(blocks[:_NEAR_TOP]):
        if block.kind in ("picture", "rule") or is_line(block, settings):
            continue
        is_title = block.kind == "heading" or (block.kind == "paragraph" and _is_short(block.text))
        return place if is_title and not _is_section(block, settings) else None
    return None


def _is_section(block: Block, settings: Settings) -> bool:
    return bool(name_of(block.text, settings)[0])


def _is_short(text: str) -> bool:
    text = text.strip()
    return "\n" not in text and len(text.split()) <= _MOST_WORDS and not text.endswith((".", ":"))
