"""The line that names the article which a post discusses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_evidence.importing.post import Block

from .phrasebook import begins, folded
from .taking import Blocks, Taken, beginning, without, word_count

_ADDRESS = re.compile(r"https?://|\b10\.\d{4,9}/\S|\bPMID\b", re.IGNORECASE)
_FULL_REFERENCE = re.compile(r"\((?:19|20)\d\d[a-z]?(?:,[^()]*)?\)\.")
_YEAR = re.compile(r"\b(?:19|20)\d\d[a-z]?\b")
_SURNAME = re.compile(r"[*_]*[^\W\d_][\w'’ -]*,\s+[^\W\d_]\.")
_COLON = re.compile(r"\s*:\s*")
_MOST_WORDS = 90
_MOST_WORDS_OF_SENTENCE = 50
_MOST_WORDS_OF_NAME = 40


@dataclass(frozen=True)
class Discussed(Taken):
    """What was found of the line, in Markdown; empty for none."""

    line: str = ""


def take_discussed(blocks: Blocks, opening: int) -> Discussed:
    """Take the line out of a post that names the article which it discusses.

    Args:
        blocks: The post, without its title.
        opening: How many blocks stand before the first section.
    """
    for places in _candidates(blocks, opening):
        line = " ".join(" ".join(blocks[place].markdown.split()) for place in places)
        return Discussed(without(blocks, places), line=line)
    for place, block in enumerate(blocks[:opening]):
        if _is_reference(block):
            line = " ".join(block.markdown.split())
            question = (
                f"“{beginning(block.text)}” was taken for the article that the post discusses."
                " Please check that."
            )
            return Discussed(without(blocks, [place]), questions=[question], line=line)
    question = "The post does not say which article it discusses. Please name it in “article”."
    return Discussed(blocks, questions=[question])


def _candidates(blocks: Blocks, opening: int) -> Iterator[Sequence[int]]:
    """Yield the places of lines that say of themselves to name the article, the surest first.

    Some are parted in two: a label, and the reference below it.
    """
    for says in (_names_article, _labels_article):
        for place, block in enumerate(blocks):
            if block.kind not in ("paragraph", "quote", "heading"):
                continue
            if says(block, place < opening):
                yield [place]
            elif _is_label(block) and _is_one_reference(blocks[place + 1 : place + 3]):
                yield [place, place + 1]


def _names_article(block: Block, at_top: bool) -> bool:
    words = word_count(block.text)
    if length := begins("article", block.text):
        telling = _ADDRESS.search(block.markdown) or _YEAR.search(block.text[length:])
        is_line = at_top and block.kind != "heading" and words <= _MOST_WORDS_OF_NAME
        return bool(block.text[length:].strip(" :")) and (
            bool(telling and words <= _MOST_WORDS) or is_line
        )
    return (
        bool(begins("article_sentence", block.text))
        and words <= _MOST_WORDS_OF_SENTENCE
        and _has_reference(block)
    )


def _labels_article(block: Block, at_top: bool) -> bool:
    del at_top
    label = begins("article_label", block.text)
    return bool(
        label
        and _COLON.match(block.text, label)
        and word_count(block.text) <= _MOST_WORDS
        and _has_reference(block)
    )


def _is_label(block: Block) -> bool:
    text = block.text.strip(" :*_")
    names = ("article", "article_sentence", "article_label")
    return any(begins(name, text) == len(text) for name in names) if text else False


def _is_one_reference(blocks: Blocks) -> bool:
    """Say whether the first of two blocks is a reference, and the next is none."""
    are = [
        block.kind in ("paragraph", "quote")
        and word_count(block.text) <= _MOST_WORDS
        and _has_reference(block)
        for block in blocks
    ]
    return are[:1] == [True] and are[1:] != [True]


def _has_reference(block: Block) -> bool:
    return bool(_ADDRESS.search(block.markdown) or _FULL_REFERENCE.search(block.text))


def _is_reference(block: Block) -> bool:
    """Say whether a block is a reference and nothing else: surname, initial, year, and where."""
    return (
        block.kind in ("paragraph", "quote")
        and word_count(block.text) <= _MOST_WORDS
        and bool(_SURNAME.match(folded(block.text)))
        and bool(_FULL_REFERENCE.search(block.text))
    )
