"""What is missing in what is known of a work, or makes one look twice, each as a sentence."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from shlex import quote

from mkdocs_evidence.bibliography import doi_address
from mkdocs_evidence.notices import Fate

from .items import Item, year_of
from .words import in_capitals, without_tags

_NOTICES = {
    "retraction": "It was retracted{day}: its publisher no longer stands by it. Say so, or choose "
    "another article.",
    "concern": "Its publisher has expressed concern about it{day}. Read why before you rely on it.",
    "correction": "It was corrected{day}. Look whether that changes what you write.",
}
_IN_SERIES = frozenset(("article-journal", "article-magazine"))


def findings(item: Item, fate: Fate, today: datetime.date) -> list[str]:
    """Return what an author should know of a work, the gravest first.

    Args:
        item: The work as CSL-JSON.
        fate: What became of it.
        today: The day, by which a date lies in the future.
    """
    return [*_of_fate(fate), *_suspect(item, today), *_missing(item)]


def _of_fate(fate: Fate) -> Iterator[str]:
    for notice in fate.notices:
        day = f" ({notice.date})" if notice.date else ""
        place = f" See {doi_address(notice.notice)}" if notice.notice else ""
        yield _NOTICES[notice.kind].format(day=day) + place
    if fate.published:
        yield (
            "This is a preprint that has been published since. Better use the published article: "
            f"evidence new {quote(fate.published)}"
        )


def _suspect(item: Item, today: datetime.date) -> Iterator[str]:
    title = without_tags(str(item.get("title", "")))
    if in_capitals(title):
        yield (
            "The title is all in capitals. Write it in the bibliography as a sentence is written, "
            f"such as: {_as_a_sentence(title)}"
        )
    year = year_of(item)
    if year > today.year:
        yield f"The year {year} has not come yet. Look whether it is right."


def _missing(item: Item) -> Iterator[str]:
    if not item.get("author") and not item.get("editor"):
        yield "It has no authors."
    if not item.get("issued"):
        yield "It has no year."
    if not item.get("DOI"):
        yield "It has no DOI, so what became of it cannot be checked."
    if item.get("type") in _IN_SERIES:
        if not item.get("container-title"):
            yield "The name of the journal is missing."
        if not (item.get("page") or item.get("number")):
            yield "It has no page numbers, nor a number instead; they may not be known yet."


def _as_a_sentence(title: str) -> str:
    parts = title.split(": ")
    return ": ".join(part.capitalize() if part.isupper() else part for part in parts)
