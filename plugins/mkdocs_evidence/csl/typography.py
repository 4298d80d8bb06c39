"""The last step before writing: quotation marks, nested formats, and punctuation where pieces meet.

A tree becomes *runs* of text, each with the marks (italics, a link) that it stands in, from the
outermost to the innermost. Punctuation is mended only where two pieces of a tree meet, never inside
of a field (CSL 1.0.2, Formatting, Quotes, and the locale option punctuation-in-quote).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .output import Format, Piece


class Quotes(NamedTuple):
    """The quotation marks of a locale, and whether a full stop or comma goes inside of them."""

    outer: tuple[str, str] = ("“", "”")
    inner: tuple[str, str] = ("‘", "’")
    punctuation_inside: bool = False


class Mark:
    """A format that is in force for the runs which hold this very object.

    Attributes:
        kind: Such as ``italic``, ``normal-style``, ``link``, ``display``, ``cite``.
        value: The address of a link, the kind of display, the key of a cite.
    """

    __slots__ = ("kind", "value")

    def __init__(self, kind: str, value: str = "") -> None:
        self.kind = kind
        self.value = value


@dataclass(slots=True)
class Run:
    """Some text and the marks it stands in.

    Attributes:
        text: The text.
        marks: The marks.
        quote: "open" or "close" for a quotation mark.
        typed: Whether the author of the document typed it, so that its punctuation stays.
    """

    text: str
    marks: tuple[Mark, ...]
    quote: str = ""
    typed: bool = False


_MERGED = {
    ":": {":": ":", ".": ":", "!": "!", "?": "?"},
    ".": {".": "."},
    ";": {":": ";", ".": ";", ";": ";", "!": "!", "?": "?"},
    "!": {":": "!", ".": "!", "!": "!"},
    "?": {":": "?", ".": "?", "?": "?"},
    ",": {",": ","},
}
"""What is left of two marks of punctuation that meet, where one of them goes."""

_MOVES_INSIDE = ".,!?"
_SPACES = " \u00a0\u202f"


def finish(pieces: Sequence[Piece], quotes: Quotes) -> list[Run]:
    """Return the runs of a tree as they are to be written.

    Args:
        pieces: The tree.
        quotes: The locale's quotation marks.
    """
    runs = _merged(_Flattener(quotes).runs(pieces))
    return _merged(_punctuation_inside(runs)) if quotes.punctuation_inside else runs


class _Flattener:
    """Turns a tree into runs, knowing at each place which formats are in force."""

    def __init__(self, quotes: Quotes) -> None:
        self._quotes = quotes
        self._runs: list[Run] = []
        self._typed = False

    def runs(self, pieces: Sequence[Piece]) -> list[Run]:
        for piece in pieces:
            self._add(piece, (), 0)
        return self._runs

    def _add(self, piece: Piece, marks: tuple[Mark, ...], depth: int) -> None:
        if isinstance(piece, str):
            if piece:
                self._runs.append(Run(piece, marks, typed=self._typed))
            return
        if piece.role == "affix":
            self._typed = True
            for part in piece.parts:
                self._add(part, marks, depth)
            self._typed = False
            return
        if piece.role == "cite":
            marks = (*marks, Mark("cite", str(piece.data)))
        format = piece.format
        if format is None:
            for part in piece.parts:
                self._add(part, marks, depth)
            return
        marks = self._with_marks(marks, format)
        if not format.quoted:
            for part in piece.parts:
                self._add(part, marks, depth)
            return
        opening, closing = self._quotes.inner if depth % 2 else self._quotes.outer
        self._runs.append(Run(opening, marks, "open", self._typed))
        for part in piece.parts:
            self._add(part, marks, depth + 1)
        self._runs.append(Run(closing, marks, "close", self._typed))

    def _with_marks(self, marks: tuple[Mark, ...], format: Format) -> tuple[Mark, ...]:
        """Add the marks of a format; italics within italics turn upright, and so on."""
        if format.display:
            marks = (*marks, Mark("display", format.display))
        for value, on, off in (
            (format.font_style, "italic", "normal-style"),
            (format.font_variant, "small-caps", "normal-variant"),
            (format.font_weight, "bold", "normal-weight"),
            (format.text_decoration, "underline", "normal-decoration"),
        ):
            if not value:
                continue
            is_on = _is_on(marks, on, off)
            if value in (on, "oblique") and not is_on:
                marks = (*marks, Mark(on))
            elif value == "light":
                marks = (*marks, Mark("light"))
            elif is_on and (value in (on, "oblique", "normal", "none")):
                marks = (*marks, Mark(off))
        if format.vertical_align in ("sup", "sub"):
            marks = (*marks, Mark(format.vertical_align))
        if format.href:
            marks = (*marks, Mark("link", format.href))
        if format.nocase:
            marks = (*marks, Mark("nocase"))
        return marks


def _is_on(marks: tuple[Mark, ...], on: str, off: str) -> bool:
    kinds = [mark.kind for mark in marks if mark.kind in (on, off)]
    return bool(kinds) and kinds[-1] == on


def _punctuation_inside(runs: list[Run]) -> list[Run]:
    """Move a full stop or comma that follows a closing quotation mark to before it."""
    result: list[Run] = []
    for run in runs:
        while run.text and not run.quote and run.text[0] in _MOVES_INSIDE:
            place = len(result)
            while (
                place
                and result[place - 1].quote == "close"
                and not (run.typed and result[place - 1].typed)
            ):
                place -= 1
            if place == len(result):
                break
            inner = result[place - 1].marks if place else run.marks
            marks = inner if len(inner) > len(run.marks) else result[place].marks
            marks = tuple(mark for mark in marks if mark.kind not in ("sup", "sub"))
            result.insert(place, Run(run.text[0], marks))
            run = Run(run.text[1:], run.marks, typed=run.typed)
        if run.text:
            result.append(run)
    return result


def _merged(runs: list[Run]) -> list[Run]:
    """Mend punctuation and spaces where two runs meet."""
    result: list[Run] = []
    for run in runs:
        if result and not run.quote:
            _meet(result, run)
        if run.text:
            result.append(run)
    return result


def _meet(result: list[Run], run: Run) -> None:
    """Shorten a run, or the one before it, by what there is too much of between them."""
    while run.text and result:
        last, first = result[-1], run.text[0]
        if last.quote:
            if first == "." and last.quote == "close" and _ends_sentence(result):
                run.text = run.text[1:]
                continue
            return
        left = last.text[-1]
        if first in _SPACES and left in _SPACES:
            run.text = run.text[1:]
            continue
        merged = _MERGED.get(left, {}).get(first)
        if merged is None:
            return
        if merged == left:
            run.text = run.text[1:]
            continue
        last.text = last.text[:-1]
        if not last.text:
            result.pop()
        return


def _ends_sentence(result: list[Run]) -> bool:
    """Say whether the text before closing quotation marks ends in a full stop of its own."""
    for run in reversed(result):
        if not run.quote:
            return run.text.endswith(".")
    return False
