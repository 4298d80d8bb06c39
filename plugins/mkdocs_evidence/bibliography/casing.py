"""Sentence case for English titles that are written in title case.

A style that wants sentence case, such as APA 7 (section 6.17), takes titles as they are stored,
and many .bib files store them in Title Case with braces around what must keep its capitals.
"""

from __future__ import annotations

import re
from functools import lru_cache

from babel import Locale

_TAG = r"<span class=\"nocase\">.*?</span>|<[^<>]*>"
_WORD = re.compile(rf"{_TAG}|[^\W\d_](?:[\w’'.]*\w)?")
_ENGLISH = re.compile(
    r"en\b|en[-_]|english|(?:us|uk)english|british|american|australian|canadian|newzealand",
    re.IGNORECASE,
)
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


def sentence_case(title: str, language: str) -> str:
    """Return a title in sentence case if it is English and in title case; else unchanged.

    What stands in ``nocase`` spans, words with a capital inside of them, single capitals and
    well-known names keep their spelling; other names need braces in the file.

    Args:
        title: The title as rich text.
        language: The entry's language as the file names it; empty means English.
    """
    if language and not _ENGLISH.match(language):
        return title
    words = [word for word in _WORD.finditer(title) if not word[0].startswith("<")]
    longer = [
        word[0]
        for word in words[1:]
        if len(word[0]) > 3 and word[0] not in _SMALL and word[0][1:].islower()
    ]
    capital = [word for word in longer if word[0].isupper()]
    if len(longer) < 2 or len(capital) < _TITLE_CASE * len(longer):
        return title
    return _WORD.sub(_lowered, title)


@lru_cache(maxsize=1)
def _names() -> frozenset[str]:
    """Return the capitalised words that stay so: names of one word from the CLDR, and ours."""
    english = Locale("en")
    languages = (name for code, name in english.languages.items() if len(code) == 2)
    months = english.months["format"]["wide"].values()
    found = [*english.territories.values(), *languages, *months]
    return frozenset(name for name in found if name.istitle() and name.isalpha()) | {*_PROPER}


def _lowered(word: re.Match[str]) -> str:
    written = word[0]
    if written.startswith("<") or written[1:] != written[1:].lower() or len(written) == 1:
        return written
    if re.sub(r"[’'].*", "", written) in _names():
        return written
    before = re.sub(r"<[^<>]*>", "", word.string[: word.start()]).rstrip(" “‘\"'([")
    if not before or before[-1] in ":?!.—":
        return written
    return written.lower()
