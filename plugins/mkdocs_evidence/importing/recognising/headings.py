"""The headings of a post, and what they are the headings of.

Not every program writes headings as such: a short paragraph in bold, or a short line of plain text,
counts as one where it says what headings say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from mkdocs_evidence.importing.post import Block
from mkdocs_evidence.reading import section_names
from mkdocs_evidence.settings import Settings

from .meta_lines import read_line
from .phrasebook import begins, folded, has, is_whole

LEAD, REFERENCES, CONCLUSION = "lead", "references", "conclusion"

BOLD, PLAIN = 7, 8
"""The levels of what is no heading by itself, below all that are."""

_WHOLLY_BOLD = re.compile(r"(\*\*|__)(?!\s)((?:(?!\1).)+?)\s*\1\s*:?")
_NUMBER = re.compile(r"\s*(?:\(?(?:\d+(?:\.\d+)*|[ivx]+|[a-d])[.):]+|\d+)\s+", re.IGNORECASE)
_NO_HEADING = re.compile(r"[.,;!…]['’\"”»)]*$|https?://|^[-–—©(\[]")
_MOST_WORDS = 12
_LOWEST = 6


@dataclass(frozen=True)
class Heading:
    """A block that is a heading.

    Attributes:
        place: Where it stands among the blocks.
        level: Its level, or `BOLD` or `PLAIN`.
        markdown: What it says, in Markdown.
        text: The same as plain text.
        name: What it is the heading of: a section's id, `LEAD`, `REFERENCES`, `CONCLUSION`, or
            empty where that is not known.
        is_part: Whether its name is that of a part of a section, such as “Method”.
    """

    place: int
    level: int
    markdown: str
    text: str
    name: str = ""
    is_part: bool = False


def find_headings(blocks: Sequence[Block], settings: Settings) -> list[Heading]:
    """Return all headings of a post, in their order.

    What only looks like one counts where it has the name of a section, or where the post has no
    others.
    """
    each_block = enumerate(blocks)
    made = (
        _heading(place, block, blocks[place + 1 : place + 2], settings)
        for place, block in each_block
    )
    found = [heading for heading in made if heading and not _tells_of_post(heading, settings)]
    first_named = next((each.place for each in found if each.name and not _names_article(each)), 0)
    found = [each for each in found if each.place >= first_named or not _names_article(each)]
    best = max(min((heading.level for heading in found), default=PLAIN), _LOWEST)
    return [heading for heading in found if heading.name or heading.level <= best]


def _tells_of_post(heading: Heading, settings: Settings) -> bool:
    """Say whether what looks like a heading is a byline or the like."""
    told = None if heading.level <= _LOWEST else read_line(heading.text, settings)
    return bool(told and told.is_sure)


def _names_article(heading: Heading) -> bool:
    """Say whether a line is “Discussion of …”, which names the article where it stands first."""
    return heading.level == PLAIN and bool(begins("article", heading.text))


def name_of(text: str, settings: Settings) -> tuple[str, bool]:
    """Return what a text is the heading of, and whether only of a part of that.

    The longest known beginning counts, so that “Study limitations” are limitations.

    Args:
        text: The text.
        settings: What the site sets.
    """
    return _name_of(text, tuple(section_names(settings).items()))


@lru_cache(maxsize=10_000)
def _name_of(text: str, named: tuple[tuple[str, str], ...]) -> tuple[str, bool]:
    text = _NUMBER.sub("", text, count=1)
    for name in (LEAD, REFERENCES):
        if any(is_whole(f"heading_{name}", text[start:]) for start in _starts(text)):
            return name, False
    own = dict(named)
    wholes = {name: _beginning(f"heading_{name}", text) for name in own.values()}
    for words, name in own.items():
        wholes[name] = max(wholes[name], _own_beginning(text, words))
    parts = {name: _beginning(f"heading_{name}_part", text) for name in wholes}
    best = max(wholes, key=lambda name: max(wholes[name], parts[name]))
    if not max(wholes[best], parts[best]):
        return "", False
    return best, parts[best] > wholes[best]


def _heading(
    place: int, block: Block, following: Sequence[Block], settings: Settings
) -> Heading | None:
    level, markdown = _level(block, following)
    if not level:
        return None
    text = block.text.strip().removesuffix(":").rstrip()
    return Heading(place, level, markdown, text, *name_of(text, settings))


def _level(block: Block, following: Sequence[Block]) -> tuple[int, str]:
    """Return the level of a block, 0 if it is no heading, and what it says without bold type."""
    if block.kind == "heading":
        return max(block.level, 1), block.markdown
    line = block.markdown.strip()
    if block.kind != "paragraph" or "\n" in line or not _is_short(block.text):
        return 0, ""
    if bold := _WHOLLY_BOLD.fullmatch(line):
        return BOLD, bold[2].removesuffix(":").rstrip()
    if not following or following[0].kind in ("heading", "rule") or line.startswith(("*", "_")):
        return 0, ""
    return PLAIN, line.removesuffix(":").rstrip()


def _is_short(text: str) -> bool:
    text = text.strip()
    return len(text.split()) <= _MOST_WORDS and not _NO_HEADING.search(text)


def _beginning(name: str, text: str) -> int:
    return max(begins(name, text[start:]) for start in _starts(text)) if has(name) else 0


def _own_beginning(text: str, words: str) -> int:
    plain, words = folded(text), folded(words)
    pattern = re.compile(rf"{re.escape(words)}(?![^\W_])")
    return max(len(words) if pattern.match(plain, start) else 0 for start in _starts(text))


def _starts(text: str) -> list[int]:
    """Return where the words of a heading may begin: at once, or behind “What are the”, “Some”."""
    starts = [0]
    while length := begins("heading_opener", text[starts[-1] :]):
        behind = text[starts[-1] + length :]
        starts.append(len(text) - len(behind.lstrip(" '’-")))
    return starts
