"""The words by which parts of a post are recognised, one file a language in the folder ``phrases``.

Posts in any of the languages are recognised with all of them at once, since many a blog mixes two.
Capitals and accents do not count. In a phrase

- ``a|b`` is one word or the other,
- ``[a|b]`` is a word that may be missing,
- ``…`` stands for up to four words,
- ``#`` stands for a number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from mkdocs_evidence.authoring.words import plain_letters

_BETWEEN = r"[\s'’*_,\-]+"
_WORD = r"[^\W_]+"
_LONGEST = 200
"""How many signs of a text can be one phrase."""
_REMEMBERED = 2**12
"""How many beginnings are remembered, since each step asks the same of the same lines."""
_GAP = rf"(?:{_WORD}{_BETWEEN}){{0,4}}"

_FOLDER = files(__name__.rpartition(".")[0]) / "phrases"

LANGUAGES = sorted(file.name.removesuffix(".yaml") for file in _FOLDER.iterdir())
"""The languages in which posts are recognised."""


@lru_cache(maxsize=1024)  # each line is held against many phrases
def folded(text: str) -> str:
    """Return a text in small letters without accents, each sign in the place where it was."""
    return "".join(map(_letter, text))


@cache
def _letter(sign: str) -> str:
    plain = plain_letters(sign)
    return plain if len(plain) == 1 else sign


def begins(name: str, text: str) -> int:
    """Return how much of a text, from its beginning, is a phrase of this name: the longest."""
    return _begins(name, folded(text[:_LONGEST]))


@lru_cache(_REMEMBERED)
def _begins(name: str, plain: str) -> int:
    matches = (pattern.match(plain) for pattern in _patterns(name))
    return max((match.end() for match in matches if match), default=0)


def is_whole(name: str, text: str) -> bool:
    """Say whether a text is one of the phrases of this name and nothing more but punctuation."""
    text = text.strip(' \t\n.:!?…*_»«“”"')
    plain = folded(text[: _LONGEST + 1])
    return len(text) <= _LONGEST and any(each.fullmatch(plain) for each in _patterns(name))


def found(name: str, text: str) -> re.Match[str] | None:
    """Return a place in a text where one of the phrases of this name stands."""
    plain = folded(text)
    matches = (pattern.search(plain) for pattern in _patterns(name))
    return next((match for match in matches if match), None)


@cache
def phrases(language: str) -> dict[str, list[str]]:
    """Return the phrases of a language, by their names."""
    # The plain loader keeps every word a text; for the usual one, "no" is none.
    loaded: dict[str, list[str]] = yaml.load(
        (_FOLDER / f"{language}.yaml").read_bytes(), yaml.CBaseLoader
    )
    return loaded


def has(name: str) -> bool:
    """Say whether there are phrases of this name."""
    return name in phrases(LANGUAGES[0])


@cache
def _patterns(name: str) -> Sequence[re.Pattern[str]]:
    each = {way for language in LANGUAGES for way in phrases(language)[name]}
    ways = (_expression(way) for way in sorted(each))
    return [re.compile(rf"(?<![^\W_])(?:{way})(?![^\W_])") for way in ways]


def _expression(phrase: str) -> str:
    *items, last = phrase.split()
    if last.startswith("["):
        shorter = " ".join(items)
        return f"{_expression(f'{shorter} {last[1:-1]}')}|{_expression(shorter)}"
    return "".join([*map(_item, items), _words(last)])


def _item(item: str) -> str:
    if item == "…":
        return _GAP
    if item.startswith("["):
        return f"(?:{_words(item[1:-1])}{_BETWEEN})?"
    return f"{_words(item)}{_BETWEEN}"


def _words(item: str) -> str:
    return "(?:" + "|".join(_one(word) for word in item.split("|")) + ")"


def _one(word: str) -> str:
    if word == "#":
        return r"\d+"
    return _BETWEEN.join(re.escape(part) for part in re.split("['’-]", folded(word)) if part)
