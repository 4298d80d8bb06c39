"""The lines at the top and at the end of a post that tell of it: topics, byline, date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_evidence.importing.post import Block, LeftOut
from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.settings import Settings

from .dates import Day
from .meta_lines import Told, read_line
from .taking import Blocks, Taken, without

_AT_TOP = 10
_AT_END = 8
_SIGNED = re.compile(r"\s*[-–—]{1,2}\s*(?=[^\W\d_])")


@dataclass(frozen=True)
class Lines(Taken):
    """What the lines of a post tell of it; days are YYYY-MM-DD or empty."""

    authors: Sequence[str] = ()
    date: str = ""
    updated: str = ""
    topics: Sequence[str] = ()
    tags: Sequence[str] = ()


def take_lines(blocks: Blocks, opening: int, settings: Settings) -> Lines:
    """Take the lines out of a post that tell of it and of nothing else.

    Args:
        blocks: The post, without its title.
        opening: How many blocks stand before the first section.
        settings: What the site sets: its authors and topics.
    """
    top = min(opening, _AT_TOP)
    places = [*range(top), *range(max(top, len(blocks) - _AT_END), len(blocks))]
    read = {place: told for place in places if (told := _read(blocks[place], settings))}
    taken = {place: told for place, told in read.items() if _counts(place, top, read, blocks)}
    lines = list(taken.values())
    days = [day for each in lines for day in each.days]
    updated = [day for each in lines for day in each.updated]
    return Lines(
        without(blocks, list(taken)),
        [LeftOut(blocks[place].markdown, each.meaning) for place, each in taken.items()],
        [*_questions("date", days, settings), *_questions("updated", updated, settings)],
        list(dict.fromkeys(name for each in lines for name in each.authors)),
        _first(days),
        _first(updated),
        list(dict.fromkeys(topic for each in lines for topic in each.topics)),
        list(dict.fromkeys(tag for each in lines for tag in each.tags)),
    )


def is_line(block: Block, settings: Settings) -> bool:
    """Say whether a block surely tells of its post; the name of one topic can also be a title."""
    told = _read(block, settings)
    return bool(told and told.is_sure) and block.text.strip() not in settings.topics


def _read(block: Block, settings: Settings) -> Told | None:
    if block.kind in ("picture", "rule", "code", "table") or not block.text.strip():
        return None
    return read_line(block.text, settings)


def _counts(place: int, top: int, read: dict[int, Told], blocks: Blocks) -> bool:
    """Say whether a line is one that tells of the post; a mere name needs something that says so.

    That is a date beside it at the top, or a dash before it at the end.
    """
    told = read[place]
    if told.is_sure or (told.authors and _SIGNED.match(blocks[place].text)):
        return True
    beside = (read.get(place - 1), read.get(place + 1)) if place < top else ()
    return any(near and near.days and not near.authors for near in beside)


def _first(days: Sequence[Day]) -> str:
    return next((day.value for day in days if day.value), "")


def _questions(name: str, days: Sequence[Day], settings: Settings) -> Iterator[str]:
    """Yield what to ask of days of which none is clear."""
    if not days or _first(days):
        return
    words = catalogue(settings.language)
    choices = [words.date(day) for day in days[0].choices]
    yield (
        f"The day on the post can be {' or '.join(choices)}. Please write the right one in the"
        f" field “{name}”, as in {days[0].choices[0].isoformat()}."
    )
