"""Text case (CSL 1.0.2, Text-case, Sentence Case Conversion, Title Case Conversion).

A case changes letters in place, whatever spans they stand in; ``nocase`` spans keep theirs.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import deque
from collections.abc import Callable, Sequence

from .output import Format, Piece, Span

Change = tuple[int, int, Callable[[str], str]]
"""An offset, the offset after it, and what is made of the letters between."""

_WORD = re.compile(r"[^\W_](?:[^\W_]|[’'`](?=[^\W_])|\.(?=[^\W_]))*")
_STOP_WORDS = frozenset(
    (
        "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor",
        "of", "on", "onto", "or", "over", "so", "the", "till", "to", "up", "via", "with", "yet",
    )
)  # fmt: skip
"""Words that title case leaves small (CSL 1.0.2, Title Case Conversion)."""

_PREPOSITIONS = frozenset(
    (
        "about", "above", "across", "after", "against", "along", "amid", "among", "around",
        "atop", "before", "behind", "below", "beneath", "beside", "besides", "between", "beyond",
        "circa", "d", "de", "despite", "during", "et", "except", "given", "inside", "like", "near",
        "next", "off", "out", "outside", "per", "plus", "qua", "sans", "since", "than", "through",
        "throughout", "toward", "towards", "under", "underneath", "until", "unto", "upon", "v",
        "van", "versus", "von", "vs", "within", "without",
    )
)  # fmt: skip
"""Words that it leaves small too as long as they stand for themselves, not as in "Between-Study"
(The Chicago Manual of Style, section 8.159)."""


def change_case(pieces: Sequence[Piece], case: str, english: bool) -> Sequence[Piece]:
    """Return the pieces in another case.

    Args:
        pieces: The pieces, which are read as one text.
        case: A value of CSL's ``text-case``.
        english: Whether the text is English; only then is there a title case.
    """
    text = _Text(pieces)
    if case == "title" and not english:
        return pieces
    changes = CASES[case](text)
    return text.changed(changes) if changes else pieces


class _Text:
    """Pieces as one string.

    Attributes:
        string: All their letters.
        kept: The offsets between which letters keep their case, in order.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._leaves: list[str] = []
        self.kept: list[tuple[int, int]] = []
        self._length = 0
        for piece in pieces:
            self._add(piece, kept=False)
        self.string = "".join(self._leaves)
        self._kept_ends = [end for _, end in self.kept]

    def _add(self, piece: Piece, *, kept: bool) -> None:
        if isinstance(piece, str):
            self._leaves.append(piece)
            self._length += len(piece)
            return
        start = self._length
        keeps = piece.format is not None and (piece.format.nocase or _is_set_apart(piece.format))
        for part in piece.parts:
            self._add(part, kept=kept or keeps)
        if keeps and not kept:
            self.kept.append((start, self._length))

    def changed(self, changes: Sequence[Change]) -> Sequence[Piece]:
        """Return the pieces after changes, which are in order and do not overlap."""
        self._ahead = deque(change for change in changes if not self._keeps(*change[:2]))
        self._offset = 0
        return [self._changed(piece) for piece in self._pieces]

    def _keeps(self, start: int, end: int) -> bool:
        """Say whether a part of these letters must keep its case."""
        place = bisect_left(self._kept_ends, start + 1)
        return place < len(self.kept) and self.kept[place][0] < end

    def _changed(self, piece: Piece) -> Piece:
        if isinstance(piece, Span):
            return piece.with_parts([self._changed(part) for part in piece.parts])
        start, end = self._offset, self._offset + len(piece)
        self._offset = end
        parts, after = [], start
        while self._ahead and self._ahead[0][0] < end:
            first, last, function = self._ahead[0]
            first = max(first, start)
            parts += [self.string[after:first], function(self.string[first : min(last, end)])]
            after = min(last, end)
            if last > end:
                break
            self._ahead.popleft()
        return "".join([*parts, self.string[after:end]])


def _is_set_apart(format: Format) -> bool:
    return bool(format.vertical_align or format.font_variant)


def _lowercase(text: _Text) -> list[Change]:
    return _outside(text, str.lower)


def _uppercase(text: _Text) -> list[Change]:
    return _outside(text, str.upper)


def _outside(text: _Text, function: Callable[[str], str]) -> list[Change]:
    """Change all letters that do not keep their case."""
    changes: list[Change] = []
    after = 0
    for first, last in [*text.kept, (len(text.string), len(text.string))]:
        if after < first:
            changes.append((after, first, function))
        after = max(after, last)
    return changes


def _capitalize_first(text: _Text) -> list[Change]:
    first = _WORD.search(text.string)
    return [_capital(first)] if first and _is_lower(first[0]) else []


def _capitalize_all(text: _Text) -> list[Change]:
    return [_capital(word) for word in _words(text.string) if _is_lower(word[0])]


def _sentence(text: _Text) -> list[Change]:
    if text.string.isupper() and len(text.string.split()) > 1:
        first = _WORD.search(text.string)
        after = first.start() + 1 if first else 0
        return [(after, len(text.string), str.lower)]
    words = _words(text.string)[1:]
    small = [(word.start(), word.end(), str.lower) for word in words if word[0].istitle()]
    return [*_capitalize_first(text), *small]


def _title(text: _Text) -> list[Change]:
    string = text.string
    words = _words(string)
    changes: list[Change] = []
    for number, word in enumerate(words):
        last = number == len(words) - 1 and len(word[0]) > 1
        edge = number == 0 or last or _follows_stop(string, word.start())
        if not _is_lower(word[0]):
            continue
        if edge or not (len(word[0]) == 1 or word[0] in _STOP_WORDS or _stands_alone(string, word)):
            changes.append(_capital(word))
    return changes


def _words(string: str) -> list[re.Match[str]]:
    return [*_WORD.finditer(string)]


def _capital(word: re.Match[str]) -> Change:
    return word.start(), word.start() + 1, _upper_first


def _upper_first(letter: str) -> str:
    return letter.upper() if letter != "ß" else letter


def _is_lower(word: str) -> bool:
    return word == word.lower() and word[0].isalpha()


def _follows_stop(string: str, at: int) -> bool:
    """Say whether a word begins a new part of a title: after a colon, a question mark, a quote."""
    before = string[max(0, at - 8) : at].rstrip()
    return before[-1:] in (":", "?", "!", ".") and (
        string[at - 1 : at].isspace() or string[at - 1] in "“‘\"'("
    )


def _stands_alone(string: str, word: re.Match[str]) -> bool:
    """Say whether a word is a preposition, and not the beginning of a longer word."""
    return word[0] in _PREPOSITIONS and string[word.end() : word.end() + 1] not in ("-", "‐")


CASES: dict[str, Callable[[_Text], list[Change]]] = {
    "lowercase": _lowercase,
    "uppercase": _uppercase,
    "capitalize-first": _capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}
