"""Sentence case for English titles that are written in title case.

A style that wants sentence case, such as APA 7 (section 6.17), takes titles as they are stored,
and many .bib files store them in Title Case with braces around what must keep its capitals.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TAG = r"<span class=\"nocase\">.*?</span>|<[^<>]*>"
_WORD = re.compile(rf"{_TAG}|[^\W_](?:[\w’'.]*\w)?")
_MARKUP = re.compile(r"<[^<>]*>")
_STOP = re.compile(r"[:?!.—][\s“‘\"'(\[]+$")
_SMALL = frozenset(
    (
        "a", "an", "and", "are", "as", "at", "but", "by", "do", "does", "down", "for", "from",
        "in", "into", "is", "its", "nor", "of", "off", "on", "onto", "or", "over", "per", "so",
        "than", "that", "the", "their", "then", "through", "till", "to", "up", "via", "vs", "was",
        "what", "when", "where", "with", "within", "without", "yet",
    )
)  # fmt: skip
_PROPER = (
    "Aboriginal", "African", "Africans", "Alzheimer", "American", "Americans", "Asian", "Asians",
    "Australian", "Bayes", "Bayesian", "Brazilian", "Brazilians", "British", "Buddhism", "Buddhist",
    "Canadian", "Caucasian", "Christian", "Christianity", "Cochrane", "Delphi", "European",
    "Europeans", "Freud", "Freudian", "Hispanic", "Indian", "Islam", "Islamic", "Jewish", "Jews",
    "Jung", "Jungian", "Lacan", "Lacanian", "Latina", "Latino", "Latinos", "Likert", "Mexican",
    "Muslim", "Muslims", "Parkinson", "Rogerian", "Rorschach", "Socratic", "Swiss", "Tourette",
)  # fmt: skip
"""Names that titles in this field often hold, beside those of countries, languages and months."""

_TITLE_CASE = 0.75
"""The share of longer words that must begin with a capital for a title to be in title case."""


def sentence_case(title: str) -> str:
    """Return an English title in sentence case, whether or not it is written in title case.

    Words in ``nocase`` spans, words with a capital inside of them, single capitals and well-known
    names keep their spelling; other names need braces in the file, or a title that is in sentence
    case already. The first word, and the first after a colon and the like, begin with a capital
    (APA 7, section 6.17); but the name of software before a colon may begin with a small letter.

    Args:
        title: The title as rich text.
    """
    lowered = is_title_case(title)
    parts: list[str] = []
    end, begins = 0, ":"
    for word in _WORD.finditer(title):
        gap = title[end : word.start()]
        if stop := _STOP.search(gap):
            begins = stop[0][0]
        parts += [gap, word[0] if word[0].startswith("<") else _spelled(word, begins, lowered)]
        end = word.end()
        if not _MARKUP.fullmatch(word[0]):
            begins = ""
    return "".join([*parts, title[end:]])


def _spelled(word: re.Match[str], stop: str, lowered: bool) -> str:
    """Return a word as it is to be spelled.

    Args:
        word: The word in its title.
        stop: What ended the sentence before the word, if it begins one.
        lowered: Whether the title is in title case.
    """
    written = word[0]
    if not _is_small(written[1:]):
        return "A" if written == "a" and stop else written
    if stop:
        kept = stop == "." or _names_software(word)
        return written if kept else written[0].upper() + written[1:]
    kept = not lowered or is_name(written) or _is_quoted(word)
    return written if kept else written.lower()


def is_title_case(title: str) -> bool:
    """Say whether most longer words of a title begin with a capital."""
    words = [word[0] for word in _WORD.finditer(title) if not word[0].startswith("<")]
    longer = [
        word for word in words[1:] if len(word) > 3 and word not in _SMALL and word[1:].islower()
    ]
    capital = [word for word in longer if word[0].isupper()]
    return bool(longer) and len(capital) >= _TITLE_CASE * len(longer)


def _is_small(letters: str) -> bool:
    return letters.islower() and not any(letter in ".0123456789" for letter in letters)


def _names_software(word: re.Match[str]) -> bool:
    return word.start() == 0 and word.string.startswith(":", word.end())


def _is_quoted(word: re.Match[str]) -> bool:
    """Say whether a word stands in single quotation marks, as CRAN wants the names of software."""
    return word.string.endswith("‘", 0, word.start()) and word.string.startswith("’", word.end())


def is_name(word: str) -> bool:
    """Say whether a word is a well-known name, which keeps its capital."""
    return re.sub(r"[’'].*", "", word) in _names()


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """Return the capitalised words that stay so: names of one word from the CLDR, and ours."""
    from babel import Locale  # takes long to load, and not every title needs it

    english = Locale("en")
    languages = (name for code, name in english.languages.items() if len(code) == 2)
    months = english.months["format"]["wide"].values()
    found = [*english.territories.values(), *languages, *months]
    return frozenset(name for name in found if name.istitle() and name.isalpha()) | {*_PROPER}
