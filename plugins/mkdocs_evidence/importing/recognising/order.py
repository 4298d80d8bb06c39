"""Which headings begin the sections of a post."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from mkdocs_evidence.settings import Settings

from .headings import CONCLUSION, LEAD, PLAIN, REFERENCES, Heading


@dataclass(frozen=True)
class Settled:
    """The headings that part a post, and what a person has to look at."""

    headings: Sequence[Heading]
    questions: Sequence[str] = ()


def settle(headings: Sequence[Heading], settings: Settings) -> Settled:
    """Return the headings that part a post, each with its section; others are inside a section.

    Where there are as many main headings as the site has sections, those that are not known are
    taken in their order.

    Args:
        headings: All headings of the post.
        settings: What the site sets.
    """
    chosen = _with_last_conclusion(_main(headings), settings.section_ids)
    in_order = _in_order(chosen, settings.section_ids)
    if in_order is None:
        return Settled([each for each in chosen if each.name or each.level < PLAIN])
    guessed = [
        f"“{new.text}” as “{new.name}”"
        for old, new in zip(chosen, in_order, strict=True)
        if old.name != new.name
    ]
    question = (
        f"Some headings are not known, and were taken in their order: {', '.join(guessed)}."
        " Please check that."
    )
    return Settled(in_order, [question])


def _main(headings: Sequence[Heading]) -> list[Heading]:
    """Return the headings of the highest level, and lower ones of what no other is the heading."""
    telling = [each for each in headings if each.name or each.level < PLAIN] or headings
    levels = [each.level for each in telling if each.name not in (LEAD, REFERENCES)]
    highest = min(levels, default=0)
    named = {each.name for each in headings if each.level <= highest}
    return [
        each for each in headings if each.level <= highest or (each.name and each.name not in named)
    ]


def _with_last_conclusion(headings: Sequence[Heading], ids: Sequence[str]) -> list[Heading]:
    """Take the name from a conclusion that sections follow, such as that of the authors."""
    last = max((n for n, each in enumerate(headings) if each.name in ids), default=-1)
    return [
        replace(each, name="") if each.name == CONCLUSION and place < last else each
        for place, each in enumerate(headings)
    ]


def _in_order(headings: Sequence[Heading], ids: Sequence[str]) -> list[Heading] | None:
    """Return the headings, each with a section, or None where that needs or allows no guess."""
    behind = next((each.place for each in headings if each.name == REFERENCES), math.inf)
    parting = [each for each in headings if each.name != LEAD and each.place < behind]
    names = [*ids, CONCLUSION][: len(parting)]
    fits = len(parting) in (len(ids), len(ids) + 1) and all(
        each.name in ("", name) for each, name in zip(parting, names, strict=True)
    )
    if not fits or all(each.name for each in parting):
        return None
    given = {each.place: name for each, name in zip(parting, names, strict=True)}
    return [replace(each, name=given.get(each.place, each.name)) for each in headings]
