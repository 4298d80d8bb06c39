"""Sentence case for English titles that are written in title case.

A style that wants sentence case, such as APA 7 (section 6.17), takes titles as they are stored,
and many .bib files store them in Title Case with braces around what must keep its capitals.
"""

from __future__ import annotations

import re

_TAG = r"<span class=\"nocase\">.*?</span>|<[^<>]*>"
_WORD = re.compile(rf"{_TAG}|[^\W\d_](?:[\w’'.]*\w)?")
_SMALL = frozenset(
    (
        "a", "an", "and", "are", "as", "at", "but", "by", "do", "does", "down", "for", "from",
        "in", "into", "is", "its", "nor", "of", "off", "on", "onto", "or", "over", "per", "so",
        "than", "that", "the", "their", "then", "through", "till", "to", "up", "via", "vs", "was",
        "what", "when", "where", "with", "within", "without", "yet",
    )
)  # fmt: skip
_TITLE_CASE = 0.75
"""The share of longer words that must begin with a capital for a title to be in title case."""


def sentence_case(title: str, language: str) -> str:
    """Return a title in sentence case if it is English and in title case; else unchanged.

    What stands in ``nocase`` spans, words with a capital inside of them and single capitals keep
    their spelling.

    Args:
        title: The title as rich text.
        language: The entry's language as the file names it; empty means English.
    """
    if language and not re.match(r"(?:en|us|uk|british|american|australian)", language.casefold()):
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


def _lowered(word: re.Match[str]) -> str:
    written = word[0]
    if written.startswith("<") or written[1:] != written[1:].lower() or written in ("I", "II"):
        return written
    before = re.sub(r"<[^<>]*>", "", word.string[: word.start()]).rstrip(" “‘\"'([")
    if not before or before[-1] in ":?!.—":
        return written
    if len(written) == 1 and written != "A":
        return written
    return written.lower()
