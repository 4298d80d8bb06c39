"""Sentence case for English titles that are written in title case.

A style that wants sentence case, such as APA 7 (section 6.17), takes titles as they are stored,
and many .bib files store them in Title Case with braces around what must keep its capitals.
"""

from __future__ import annotations

import re
from functools import lru_cache

_TAG = r"<span class=\"nocase\">.*?</span>|<[^<>]*>"
_WORD = re.compile(rf"{_TAG}|[^\W\d_](?:[\w’'.]*\w)?")
_MARKUP = re.compile(r"<[^<>]*>")
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
    lowered = _is_title_case(title)

    def spelled(word: re.Match[str]) -> str:
        written = word[0]
        if written.startswith("<") or not _is_small(written[1:]):
            return written.upper() if written == "a" and _begins(word) else written
        if _begins(word):
            return written if _names_software(word) else written[0].upper() + written[1:]
        kept = not lowered or _is_name(written) or _is_quoted(word)
        return written if kept else written.lower()

    return _WORD.sub(spelled, title)


def _is_title_case(title: str) -> bool:
    words = [word[0] for word in _WORD.finditer(title) if not word[0].startswith("<")]
    longer = [
        word for word in words[1:] if len(word) > 3 and word not in _SMALL and word[1:].islower()
    ]
    capital = [word for word in longer if word[0].isupper()]
    return bool(longer) and len(capital) >= _TITLE_CASE * len(longer)


def _begins(word: re.Match[str]) -> bool:
    """Say whether a word is the first of the title or of what follows a colon and the like."""
    if word.start() == 0:
        return True
    before = _MARKUP.sub("", word.string[: word.start()]).rstrip(" “‘\"'([")
    return not before or (before[-1] in ":?!.—" and word.string[word.start() - 1] != before[-1])


def _is_small(letters: str) -> bool:
    return letters.islower() and not any(map(str.isdigit, letters))


def _names_software(word: re.Match[str]) -> bool:
    return word.start() == 0 and word.string[word.end() :].startswith(":")


def _is_quoted(word: re.Match[str]) -> bool:
    """Say whether a word stands in single quotation marks, as CRAN wants the names of software."""
    return word.string[: word.start()].endswith("‘") and word.string[word.end() :].startswith("’")


def _is_name(word: str) -> bool:
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
