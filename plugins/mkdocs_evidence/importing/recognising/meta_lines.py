"""Lines that tell of a post: who wrote it and when, and what it is about."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from mkdocs_evidence.settings import Settings

from .dates import Day, day_at_start
from .people import people_at_start
from .phrasebook import begins
from .topics import are_all_topics, hash_words, topic_names

_BETWEEN = re.compile(r"[\s,;|·•–—/:().*_-]*")
_GROUP = re.compile(r"[^|·•\n]*")
_COLON = re.compile(r"\s*[:–—-]\s*")
_COLON_OR_BLANK = re.compile(r"\s*:\s*|\s+")
_MOST_WORDS = 60
_MOST_WORDS_OF_TOPIC = 6


@dataclass
class Told:
    """What lines tell of a post.

    Attributes:
        authors: Who wrote it.
        days: When; a day that can be several has no value.
        updated: When it was changed.
        topics: Its topics.
        tags: Its tags.
        is_sure: Whether a label, a day or a known name says what the line is.
    """

    authors: list[str] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)
    updated: list[Day] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    is_sure: bool = False

    @property
    def meaning(self) -> str:
        """What the line is, for a report."""
        if self.authors:
            return "the byline; the fields have what it tells"
        if self.topics or self.tags:
            return "the line of topics; the fields have what it tells"
        if self.days or self.updated:
            return "the line with the date; the fields have what it tells"
        return "a line about the length of the text or its comments"


def read_line(text: str, settings: Settings) -> Told | None:
    """Return what a line tells of its post, or None if any word of it is about something else.

    Args:
        text: The text of a block.
        settings: What the site sets.
    """
    if len(text.split()) > _MOST_WORDS:
        return None
    told = Told()
    place = 0
    while (place := _end(_BETWEEN, text, place)) < len(text):
        length = _step(text[place:], told, settings)
        if not length:
            return None
        place += length
    return told


def _step(text: str, told: Told, settings: Settings) -> int:
    """Read one piece at the beginning of a text; return how long it is, 0 if it is none."""
    return (
        _hash_words(text, told)
        or _labelled_topics(text, told, settings)
        or _day(text, told)
        or _numbers(text, told)
        or _labelled_people(text, told, settings)
        or _own_topics(text, told, settings)
        or _people(text, told, settings)
    )


def _hash_words(text: str, told: Told) -> int:
    line = text.partition("\n")[0]
    if not text.startswith("#") or not (words := hash_words(line)):
        return 0
    told.tags += words
    told.is_sure = True
    return len(line)


def _labelled_topics(text: str, told: Told, settings: Settings) -> int:
    for kind, names in (("topics", told.topics), ("tags", told.tags)):
        start = _labelled(kind, _COLON, text) or _labelled(f"{kind}_in", _COLON_OR_BLANK, text)
        end = _end(_GROUP, text, start)
        listed = topic_names(text[start:end], settings) if start else []
        if listed and all(len(name.split()) <= _MOST_WORDS_OF_TOPIC for name in listed):
            names += listed
            told.is_sure = True
            return end
    return 0


def _labelled(name: str, sign: re.Pattern[str], text: str) -> int:
    """Return where a text begins behind a label and the sign behind that, or 0."""
    label = begins(name, text)
    behind = sign.match(text, label) if label else None
    return behind.end() if behind else 0


def _day(text: str, told: Told) -> int:
    starts = (
        (_labelled("updated", _COLON_OR_BLANK, text), told.updated),
        (_labelled("date", _COLON_OR_BLANK, text), told.days),
        (0, told.days),
    )
    for start, days in starts:
        day = day_at_start(text[start:]) if start or days is told.days else None
        if day:
            days.append(day)
            told.is_sure = True
            return start + day.length
    return 0


def _numbers(text: str, told: Told) -> int:
    length = begins("reading_time", text) or begins("comment_count", text)
    told.is_sure = told.is_sure or bool(length)
    return length


def _labelled_people(text: str, told: Told, settings: Settings) -> int:
    start = _labelled("by", _COLON_OR_BLANK, text)
    people = people_at_start(text[start:], settings) if start else None
    if not people:
        return 0
    told.authors += people.names
    told.is_sure = True
    return start + people.length


def _own_topics(text: str, told: Told, settings: Settings) -> int:
    start = _labelled("in", _COLON_OR_BLANK, text)
    end = _end(_GROUP, text, start)
    if not are_all_topics(text[start:end], settings):
        return 0
    told.topics += topic_names(text[start:end], settings)
    told.is_sure = True
    return end


def _people(text: str, told: Told, settings: Settings) -> int:
    people = people_at_start(text, settings)
    if not people:
        return 0
    told.authors += people.names
    told.is_sure = told.is_sure or people.known
    return people.length


def _end(pattern: re.Pattern[str], text: str, place: int) -> int:
    found = pattern.match(text, place)
    return found.end() if found else place
