"""A readable key for a new entry, in the pattern that the keys of a file follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count
from string import ascii_lowercase

from mkdocs_evidence.authoring.items import Item, year_of
from mkdocs_evidence.authoring.words import telling_words, words_of

Pattern = tuple[str, ...]
"""The parts of a key: signs between them, or one of the names below in the capitals it has."""

USUAL: Pattern = ("author", "year", "word")
"""As in ``coan2017relationship``."""

_SEPARATOR = re.compile(r"[_:.+/-]")
_LETTERS = re.compile(r"[a-z]{1,2}")
_MOST_WORDS = 4
_LATEST = 300
"""How many entries are looked at; the last ones show best how keys are made now."""


def new_key(item: Item, others: Mapping[str, Item], taken: Iterable[str]) -> str:
    """Return a key for an item that no other has, whatever its capitals.

    Args:
        item: The item.
        others: The items of the file by their keys, from which the pattern is taken.
        taken: The keys of all files.
    """
    latest = list(others.items())[-_LATEST:]
    patterns = Counter(found for key, other in latest if (found := pattern_of(key, other)))
    pattern, times = patterns.most_common(1)[0] if patterns else (USUAL, 0)
    if times < len(latest) / 3:
        pattern = USUAL
    known = {key.casefold() for key in taken}
    return next(key for key in _candidates(pattern, item) if key.casefold() not in known)


def pattern_of(key: str, item: Item) -> Pattern | None:
    """Return what a key is made of; None where that is not seen."""
    year, words = _year(item), words_of(str(item.get("title", "")))
    if not year:
        return None
    pattern: list[str] = []
    rest = key
    while rest:
        found = _part(rest, pattern, _author(item), year, words)
        if found is None:
            return None
        part, length = found
        pattern += [part] if part else []
        rest = rest[length:]
    names = {part.lower() for part in pattern}
    return tuple(pattern) if "author" in names and names & {"year", "yy"} else None


def _part(
    rest: str, pattern: Sequence[str], author: str, year: str, words: Sequence[str]
) -> tuple[str, int] | None:
    """Return what stands at the beginning of the rest of a key, and its length.

    A single letter behind a year only tells two keys apart; two always stand there (BibDesk).
    """
    names = {part.lower() for part in pattern}
    low = rest.lower()
    if "author" not in names and author and low.startswith(author):
        return _cased("author", rest[: len(author)]), len(author)
    if not names & {"year", "yy"}:
        for name, written in (("year", year), ("yy", year[-2:])):
            if low.startswith(written):
                return name, len(written)
    if _SEPARATOR.match(rest):
        return rest[0], 1
    if _LETTERS.fullmatch(rest) and pattern and pattern[-1] in ("year", "yy"):
        return ("letters" if len(rest) == 2 else ""), len(rest)
    word = max((word for word in words if low.startswith(word)), key=len, default="")
    if word and [part.lower() for part in pattern].count("word") < _MOST_WORDS:
        return _cased("word", rest[: len(word)]), len(word)
    return None


def _cased(name: str, written: str) -> str:
    if written.islower() or not written[0].isupper():
        return name
    return name.upper() if written.isupper() and len(written) > 1 else name.capitalize()


def _candidates(pattern: Pattern, item: Item) -> Iterator[str]:
    """Yield keys in the order in which they are to be tried."""
    base = _filled(pattern, item)
    if "letters" in pattern:
        yield from (f"{base}{a}{b}" for a in ascii_lowercase for b in ascii_lowercase)
    yield base
    yield from (f"{base}{letter}" for letter in ascii_lowercase)
    yield from (f"{base}-{number}" for number in count(2))


def _filled(pattern: Pattern, item: Item) -> str:
    words = telling_words(str(item.get("title", "")))
    author = _author(item)
    if not author:
        author, words = (words or ["work"])[0], words[1:]
    year = _year(item) or "nd"
    values = {"author": [author], "year": [year], "yy": [year[-2:]], "word": words}
    parts: list[str] = []
    for part in pattern:
        if part == "letters":
            continue
        if part.lower() not in values:
            parts.append(part)
            continue
        left = values[part.lower()]
        text = left.pop(0) if left else ""
        parts.append(text if part.islower() else getattr(text, _METHODS[part.isupper()])())
    return "".join(parts).strip("_:.+/-")


_METHODS = {True: "upper", False: "capitalize"}


def _author(item: Item) -> str:
    """Return the first author's family name, or a group's initials or name, in plain letters."""
    people = next((item[role] for role in ("author", "editor") if item.get(role)), ())
    first: Mapping[str, str] = next(iter(people), {})
    particle, family = first.get("non-dropping-particle", ""), first.get("family", "")
    if family:
        return "".join(words_of(f"{particle} {family}"))
    words = telling_words(first.get("literal", ""))
    return "".join(word[0] for word in words) if len(words) > 2 else "".join(words)


def _year(item: Item) -> str:
    year = year_of(item)
    return str(year) if 1000 <= year <= 9999 else ""
