"""The words of a post and of its summary, compared.

Two texts are compared as bags of words, so that a word counts wherever it went. A word is a run of
letters or of digits, in small letters and in Unicode's form NFKC: ligatures, the kind of quotation
marks, hyphens, and emphasis within a word make no difference. The address of a page is one word, so
that what it is made of cannot stand in for a word that was lost.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_INVISIBLE = "\xad\u200b\u200c\u200d\u2060\ufeff"
_NOT_THERE = dict.fromkeys(map(ord, _INVISIBLE))
_RUN = re.compile(
    r"""https?://(?:[.,;:!?]*[^\s<>"'()\[\]{}|\\^`*.,;:!?])+"""
    rf"|[\w\u0300-\u036f{_INVISIBLE}]+"
)
_PART = re.compile(r"[^\W\d_]+|\d+")
_ADDRESS = re.compile(r"https?://")

_MARKDOWN = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|(?P<emphasis>\*+)"
    r"|</?(?P<tag>[A-Za-z][A-Za-z0-9]*)(?P<attributes>\s[^<>]*)?/?>"
    r"|(?<![\w.])(?P<key>@(?:\w(?:\w|[:.#$%&+?<>~/-](?=\w))*|\{[^\s{}]+\}))"
    r"|(?P<opens>\[)"
    r"|\](?P<target>\(<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\))?"
)
_WITHIN_WORDS = {"sub", "sup", "em", "strong", "b", "i", "del", "ins", "u", "a", "span", "mark"}
_ALT = re.compile(r"""\balt=(?:"([^"]*)"|'([^']*)')""")
_ENTITY = re.compile(r"&#?\w+;")
_FIELD = re.compile(
    r"^(?:[a-z_]+|[ ]+(?:- )?(?:heading|text|file|alt|credit|url|licence)):(?=\s|$)", re.MULTILINE
)
"""The name of a field: its text stands further in, and so do the fields of its groups."""

_FENCE = "---\n"
"""What stands before and behind the fields of a file in Markdown."""

_ROW = 4
"""How many words in a row have to be there again for each of them to be the same one."""
_GAP = 2
"""How many words that are there may stand between lost ones of one passage."""


def lost_words(before: str, after: str) -> list[str]:
    """Return the words of a text that another does not have as often, in the first one's order.

    Args:
        before: What was there, as plain text.
        after: What is there now: a summary in YAML or in Markdown. Names of its fields, keys of
            works and addresses that links lead to are no words.
    """
    words = [*_words(before)]
    return [words[number].written for number in _lost(words, after)]


def lost_passages(before: str, after: str) -> list[str]:
    """Return the same words, those that stand near each other together with what is between."""
    words = [*_words(before)]
    passages: list[tuple[int, int]] = []
    for number in _lost(words, after):
        if passages and number - passages[-1][1] <= _GAP + 1:
            passages[-1] = (passages[-1][0], number)
        else:
            passages.append((number, number))
    return [
        " ".join(before[words[first].start : words[last].end].split()) for first, last in passages
    ]


def plain_text(markdown: str) -> str:
    """Return the words of Markdown, without its signs and without the addresses of links."""
    pieces: list[str] = []
    opened: list[int] = []
    after = 0
    for found in _MARKDOWN.finditer(markdown):
        pieces.append(markdown[after : found.start()])
        after = found.end()
        if found["sign"]:
            pieces.append(found["sign"])
        elif found["tag"]:
            pieces.append(_of_tag(found["tag"].lower(), found["attributes"] or ""))
        elif found["opens"]:
            opened.append(len(pieces))
            pieces.append("[")
        elif found["emphasis"] is None and found["key"] is None:
            target = found["target"] or ""
            if not opened or not target:
                del opened[-1:]
                pieces.append(f"]{target}")
            elif (place := opened.pop()) and pieces[place - 1].endswith("!"):
                pieces.append("]")
            else:
                pieces[place] = ""
    pieces.append(markdown[after:])
    return _ENTITY.sub(lambda entity: html.unescape(entity[0]), "".join(pieces))


@dataclass(frozen=True)
class _Word:
    written: str
    start: int
    end: int
    parts: tuple[str, ...]


def _words(text: str) -> Iterator[_Word]:
    for run in _RUN.finditer(text):
        plain = unicodedata.normalize("NFKC", run[0].translate(_NOT_THERE)).casefold()
        parts = (plain,) if _ADDRESS.match(plain) else tuple(_PART.findall(plain))
        if parts:
            yield _Word(run[0], *run.span(), parts)


def _lost(words: Sequence[_Word], after: str) -> list[int]:
    """Return which words are not there any more.

    Of a word that is there less often, those are lost that have lost their neighbours too.
    """
    found = [word.parts for word in _words(plain_text(_without_names(after)))]
    left = Counter(part for parts in found for part in parts)
    rows = {tuple(found[at : at + _ROW]) for at in range(len(found) - _ROW + 1)}
    in_row = [False] * len(words)
    for at in range(len(words) - _ROW + 1):
        if tuple(word.parts for word in words[at : at + _ROW]) in rows:
            in_row[at : at + _ROW] = [True] * _ROW
    lost = []
    for number in sorted(range(len(words)), key=lambda number: not in_row[number]):
        needed = Counter(words[number].parts)
        if all(left[part] >= count for part, count in needed.items()):
            left.subtract(needed)
        else:
            lost.append(number)
    return sorted(lost)


def _without_names(text: str) -> str:
    """Return the text of a file without the names of its fields."""
    if not text.startswith(_FENCE):
        return _FIELD.sub("\n", text)
    fields, _, body = text.partition(f"\n{_FENCE}")
    return "\n".join((_FIELD.sub("\n", fields), body))


def _of_tag(name: str, attributes: str) -> str:
    if name in _WITHIN_WORDS:
        return ""
    alt = _ALT.search(attributes) if name == "img" else None
    return f" {alt[1] or alt[2] or ''} " if alt else " "
