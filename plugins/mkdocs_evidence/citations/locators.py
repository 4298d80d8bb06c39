"""Locators: the ``p. 3`` of a cite, in the terms of the page's language and of English.

What counts as a number follows Pandoc (manual, "Citation syntax"), whose terms are those of the
page's language alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mkdocs_evidence.csl import LOCATORS, locale_for, locator_terms

ENGLISH = "en-US"

_LEAD = re.compile(r"\s*,?\s*")
_SPACES = re.compile(r"\s*")
_BRACE = re.compile(r"[{}]")
_WORD = re.compile(
    r"(?:\w++|\([\w.:–-]*\)|\[[\w.:–-]*\])(?:\w++|\([\w.:–-]*\)|\[[\w.:–-]*\]"
    r"|(?:[.:–]|--?)(?=[\w(\[]))*+"
)
"""A number with what may stand in it: ``3``, ``A3``, ``3.2``, ``iv-vi``, ``34(1)(a)``, ``[17]``."""

_SEPARATOR = re.compile(r"\s*(?:,|&|--?|–)\s*")
_PIECES = re.compile(r"[^\W_]+")
_ROMAN = re.compile(r"m*(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_CAPITAL = re.compile(r"[A-Z]")
_DIGIT = re.compile(r"\d")
_NO_NUMBER = re.compile(r"\d+(?:st|nd|rd|th)|i\.e", re.IGNORECASE)
_LETTERS = re.compile(r"[^\W\d_]{4}")
_RANGE = re.compile(r"\s*(?:--?|–)\s*")
_COMMA = re.compile(r"\s*,\s*")


@dataclass(frozen=True)
class Located:
    """What follows a key, split.

    Attributes:
        label: The type of locator, as CSL names it.
        locator: The locator; may be empty.
        rest: The rest as it stands.
        is_there: Whether a locator was written, be it an empty one.
    """

    label: str
    locator: str
    rest: str
    is_there: bool = True


class Locators:
    """Reads locators in one language, and in English.

    Args:
        language: The language tag, such as ``pt-BR``.
    """

    def __init__(self, language: str) -> None:
        labels: dict[str, str] = {}
        own, english = locator_terms(language), locator_terms(ENGLISH)
        for term, label in (*own, *english, *_OTHERS, *zip(LOCATORS, LOCATORS, strict=True)):
            labels.setdefault(term.casefold(), label)
        terms = sorted(labels, key=len, reverse=True)
        self._labels = [labels[term] for term in terms]
        self._term = re.compile("|".join(map(_pattern, terms, self._labels)), re.IGNORECASE)

    def read(self, text: str) -> Located:
        """Split what follows a key into its locator and the rest.

        Args:
            text: Such as ``, pp. 3-5, and more``. A number without a term counts pages. What
                stands in braces is a locator whatever it is, and with empty ones nothing is.
        """
        lead = _LEAD.match(text)
        start = lead.end() if lead else 0
        if text.startswith("{", start):
            return self._in_braces(text, start) or _none(text)
        label, after = self._read_term(text, start)
        end = _end_of_numbers(text, after, label)
        if end is None:
            return _none(text)
        return Located(label or "page", _plain(text[after:end]), text[end:])

    def _read_term(self, text: str, start: int) -> tuple[str, int]:
        """Return the label of the term that begins at an offset, and the offset of what follows.

        Without a term, the label is empty.
        """
        term = self._term.match(text, start)
        if term is None or term.lastindex is None:
            return "", start
        spaces = _SPACES.match(text, term.end())
        return self._labels[term.lastindex - 1], spaces.end() if spaces else term.end()

    def _in_braces(self, text: str, opening: int) -> Located | None:
        end = _closing_brace(text, opening)
        if end is None:
            return None
        inside = text[opening + 1 : end].strip()
        label, after = self._read_term(inside, 0)
        return Located(label or "page", _plain(inside[after:]), text[end + 1 :])


@cache
def _reader(locale: str) -> Locators:
    return Locators(locale)


def locators_for(language: str) -> Locators:
    """Return the reader of locators for a page's language, which is made once."""
    return _reader(locale_for(language))


_OTHERS = (("ch.", "chapter"), ("chs.", "chapter"))
"""Abbreviations that English has besides those of CSL."""


def _pattern(term: str, label: str) -> str:
    """Return a pattern for a term, whose last period may be left out where it is not one letter."""
    bare = term.rstrip(".")
    pattern = re.sub("['’]", "['’]", re.escape(bare))
    pattern = re.sub(r"(?:\\ |\s)+", r"\\s*" if "." in bare else r"\\s+", pattern)
    ending = r"(?![^\W\d_])" if bare[-1:].isalpha() else ""
    if bare == term:
        return f"({pattern}{ending})"
    period = r"\." if len(bare) == 1 and label != "page" else rf"(?:\.|{ending})"
    return f"({pattern}{period})"


def _none(text: str) -> Located:
    return Located("page", "", text, is_there=False)


def _closing_brace(text: str, opening: int) -> int | None:
    depth = 0
    for brace in _BRACE.finditer(text, opening):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.start()
    return None


def _end_of_numbers(text: str, start: int, label: str) -> int | None:
    """Return the offset after the numbers that begin at another; None where there is no number.

    Pandoc reads Roman numbers in any place after a term. Here they follow Roman ones only, so that
    the word I after ``p. 3,`` is none.
    """
    first = _WORD.match(text, start)
    if first is None or not _is_number(first[0], label, may_be_roman=label != ""):
        return None
    end = first.end()
    if not label and text.startswith("%", end):
        return None
    is_roman = _DIGIT.search(first[0]) is None
    while separator := _SEPARATOR.match(text, end):
        word = _WORD.match(text, separator.end())
        if word is None or not _is_number(word[0], label, may_be_roman=is_roman):
            break
        end = word.end()
    return end


def _is_number(word: str, label: str, *, may_be_roman: bool) -> bool:
    if _NO_NUMBER.fullmatch(word):
        return False
    if _DIGIT.search(word):
        return label != "" or _LETTERS.search(word) is None
    if label == "appendix" and _CAPITAL.fullmatch(word):
        return True
    return may_be_roman and any(map(_ROMAN.fullmatch, _PIECES.findall(word)))


def _plain(numbers: str) -> str:
    """Return numbers with the signs between them made one kind."""
    return _COMMA.sub(", ", _RANGE.sub("-", numbers.strip()))
