"""The words and phrases that hints look for, one file a language in the folder ``words``.

In a phrase, ``*`` stands for the rest of a word and ``#`` for a number. A phrase may stand on two
lines of a text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_NUMBER = r"\d+(?:[.,\u00a0 ]\d+)*"
_SIGNS = {"*": r"\w*", "#": _NUMBER, " ": r"\s+", "'": "['’]", "%": r"[\s\u00a0]?%"}


@dataclass(frozen=True)
class Lexicon:
    """The words of one language.

    Attributes:
        language: Its short name.
        causal: Verbs that say that one thing makes another.
        firm: Words that leave no doubt.
        hedges: Words that take back or leave open what the sentence says.
        relative: Phrases for a share of a number that is not told.
        absolute: Phrases for a number of people out of a number.
        harms: Words for unwanted effects.
        meaning: Words by which a sentence says what follows for the reader.
    """

    language: str
    causal: re.Pattern[str]
    firm: re.Pattern[str]
    hedges: re.Pattern[str]
    relative: re.Pattern[str]
    absolute: re.Pattern[str]
    harms: re.Pattern[str]
    meaning: re.Pattern[str]


@cache
def lexicon(tag: str) -> Lexicon | None:
    """Return the words of a language by its tag, or None where none are listed."""
    language = tag.split("-")[0].lower()
    file = files(__name__.rpartition(".")[0]) / "words" / f"{language}.yaml"
    if not file.is_file():
        return None
    # The plain loader keeps every word a text; for the usual one, "no" is none.
    phrases: dict[str, list[str]] = yaml.load(file.read_bytes(), yaml.CBaseLoader)
    return Lexicon(language, **{name: _pattern(each) for name, each in phrases.items()})


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    longest_first = sorted(phrases, key=len, reverse=True)
    ways = ("".join(_SIGNS.get(c, re.escape(c)) for c in phrase) for phrase in longest_first)
    return re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)", re.IGNORECASE)
