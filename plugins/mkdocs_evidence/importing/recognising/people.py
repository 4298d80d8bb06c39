"""The names of people in a byline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.settings import Settings

from .phrasebook import begins, folded, found

_WORD = re.compile(r"[^\W\d_][^\s,;:|·•/()\[\]&–—]*")
_BLANK = re.compile(r"[ \t]+")
_COMMA = re.compile(r"\s*,\s*|\s*&\s*|\s+")
_BEFORE_WORK = re.compile(r"\s*,\s*|\s+[-–—(]\s*")
_WORK = re.compile(r"[^|·•;:\n\d,()–—]*\)?")
_MOST_WORDS = 5
_LONGEST_PARTICLE = 3
_MOST_WORDS_ON_WORK = 10


@dataclass(frozen=True)
class People:
    """Names at the beginning of a text.

    Attributes:
        names: The names, without titles before or behind them; authors of the site as it has them.
        length: How much of the text they are, with what is said of their work.
        known: Whether the first is an author of the site.
    """

    names: Sequence[str]
    length: int
    known: bool


def people_at_start(text: str, settings: Settings) -> People | None:
    """Return the people named at the beginning of a text, or None where there are none.

    Args:
        text: The text.
        settings: What the site sets: its authors are known by their names.
    """
    names: list[str] = []
    place, end, known = 0, 0, False
    while True:
        place = _behind_titles(text, place)
        own, length = _author(text[place:], settings)
        name = own or _name(text[place:])
        if not name or (names and not own and " " not in name and " " in names[0]):
            break
        known = known or (not names and bool(own))
        names.append(name)
        end = _behind_work(text, place + (length or len(name)))
        comma = _COMMA.match(text, end)
        place = comma.end() if comma else end
        if is_and := begins("and", text[place:]):
            place += is_and + len(text[place + is_and :]) - len(text[place + is_and :].lstrip())
        elif not comma or not comma[0].strip():
            break
    return People(list(dict.fromkeys(names)), end, known) if names else None


def _author(text: str, settings: Settings) -> tuple[str, int]:
    """Return the name of the site's author with which a text begins, and how long it is there."""
    plain = folded(text)
    for author in sorted(settings.authors.values(), key=lambda each: -len(each.name)):
        name = folded(author.name)
        if plain.startswith(name) and not plain[len(name) : len(name) + 1].isalnum():
            return author.name, len(name)
    return "", 0


def _name(text: str) -> str:
    """Return the words at the beginning of a text that look like the name of one person."""
    end = place = count = 0
    while count < _MOST_WORDS and (word := _WORD.match(text, place)):
        if word[0][0].isupper():
            if count and _is_degree(word[0]):
                break
            end = word.end()
        elif len(word[0]) > _LONGEST_PARTICLE or _goes_on(text[place:]):
            break
        count += 1
        blank = _BLANK.match(text, word.end())
        if not blank:
            break
        place = blank.end()
    name = text[:end]
    return name.rstrip(".") if len(name.split(" ")[-1]) > 2 else name


def _goes_on(text: str) -> bool:
    """Say whether the line goes on with another matter, such as “on 3 March”."""
    return any(begins(name, text) for name in ("and", "in", "date", "by", "updated"))


def _is_degree(word: str) -> bool:
    return bool(begins("titles", word)) and word[1:] != word[1:].lower()


def _behind_titles(text: str, place: int) -> int:
    while length := begins("titles", text[place:]):
        rest = text[place + length :]
        stripped = rest.lstrip(". ")
        if stripped == rest or not stripped:
            break
        place += length + len(rest) - len(stripped)
    return place


def _behind_work(text: str, place: int) -> int:
    """Return the place behind the degrees of a person and a few words on what they do."""
    while degree := re.compile(r"\s*,?\s*([^\W\d_][\w.]*)").match(text, place):
        if not begins("titles", degree[1]):
            break
        place = degree.end()
    before = _BEFORE_WORK.match(text, place)
    work = _WORK.match(text, before.end()) if before else None
    if not work or not work[0].strip() or len(work[0].split()) > _MOST_WORDS_ON_WORK:
        return place
    is_work = found("roles", work[0]) or work[0][0].islower()
    return place if not is_work or begins("and", work[0]) else work.end()
