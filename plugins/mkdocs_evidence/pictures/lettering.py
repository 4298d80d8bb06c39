"""The letters on a card: which signs the font has, and how a text is broken into lines.

The font is Source Serif Pro (SIL Open Font License), which comes as a package. It has the Latin
alphabet, modern Greek and Cyrillic. Letters are set one beside the other, by the simpler of
Pillow's two engines, which is there wherever Pillow is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Literal

from PIL import ImageFont

Weight = Literal["Regular", "Semibold"]

LEADING = 1.18
"""The distance of lines, as a multiple of the size of their letters."""

_BETWEEN_WORDS = re.compile(r"[^\S\u00a0]+")
_BOUND = re.compile(r" (?=[»!?:;])|(?<=«) ")
"""The spaces of French at which no line ends."""

_LEFT_OUT = "\0"
_OF_EMOJI = re.compile("[\ufe00-\ufe0f\u20e3]")
"""Signs that only say how the one before them looks."""


@cache
def font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """Return the font of a weight in a size in pixels."""
    file = files("font_source_serif_pro") / "files" / f"SourceSerifPro-{weight}.otf"
    data = BytesIO(file.read_bytes())
    return ImageFont.truetype(data, size, layout_engine=ImageFont.Layout.BASIC)


def drawable(text: str) -> str | None:
    """Return a text with the signs that the font has, on one line.

    Returns:
        The text, in which a rare form of a sign has become the usual one, and emoji and signs
        that nobody sees are left out; None where the font lacks a sign that the text needs, or
        where nothing is left.
    """
    signs = [_drawable(sign) for sign in unicodedata.normalize("NFC", text)]
    if None in signs:
        return None
    kept = "".join(map(str, signs)).replace(f" {_LEFT_OUT}", "").replace(_LEFT_OUT, "")
    return _BOUND.sub("\u00a0", _BETWEEN_WORDS.sub(" ", kept).strip()) or None


@cache
def _drawable(sign: str) -> str | None:
    """Return what is drawn for a sign: nothing for one to leave out, None where that is wrong."""
    kind = unicodedata.category(sign)
    if sign.isspace():
        return "\u00a0" if sign in "\u00a0\u202f" else " "
    if kind.startswith("C") or _OF_EMOJI.match(sign):
        return ""
    if kind.startswith("M"):
        return None  # the engine does not put it above or below its letter
    usual = unicodedata.normalize("NFKC", sign)
    for form in (sign, usual):
        if all(map(_has, form)):
            return form
    return _LEFT_OUT if kind in ("So", "Sk") else None


def _has(sign: str) -> bool:
    """Say whether the font has a sign; those that it lacks all look like one that never is."""
    return _shape(sign) != _shape("\uffff")


def _shape(sign: str) -> tuple[tuple[int, int], bytes]:
    mask = font("Semibold", 40).getmask(sign)
    return mask.size, bytes(mask)


@dataclass(frozen=True)
class Lines:
    """A text in lines.

    Attributes:
        texts: The lines.
        size: The size of the letters in pixels.
    """

    texts: Sequence[str]
    size: int

    @property
    def leading(self) -> int:
        """The distance from one line to the next."""
        return round(self.size * LEADING)


@dataclass(frozen=True)
class _Word:
    text: str
    width: float


def fitted(text: str, weight: Weight, sizes: Sequence[int], width: int, height: int) -> Lines:
    """Return a text in lines of about the same length, in the largest letters that fit.

    A word that is too wide even in the smallest letters is broken. A text that is too long ends
    with “…”.

    Args:
        text: The text, as `drawable` returns it.
        weight: The weight of the font.
        sizes: The sizes to choose from, the largest first.
        width: How wide a line may be.
        height: How high all lines together may be.
    """
    lines = Lines([], sizes[-1])
    for size in sizes:
        space = font(weight, size).getlength(" ")
        words = [_Word(word, font(weight, size).getlength(word)) for word in text.split(" ")]
        if size == sizes[-1]:
            words = [piece for word in words for piece in _pieces(word, weight, size, width)]
        if max(word.width for word in words) > width:
            continue
        rows = _filled(words, space, width)
        lines = Lines([_text(row) for row in _balanced(words, space, width, rows)], size)
        if len(rows) * lines.leading <= height:
            return lines
    shown = [_text(row) for row in rows[: height // lines.leading]]
    shown[-1] = _cut(shown[-1], weight, lines.size, width)
    return Lines(shown, lines.size)


def _cut(text: str, weight: Weight, size: int, width: int) -> str:
    """Return a line with “…” at its end, and without the last words or letters if need be."""
    while font(weight, size).getlength(f"{text}…") > width:
        text = text.rpartition(" ")[0] or text[:-1]
    return f"{text.rstrip(' ,;:-')}…"


def _pieces(word: _Word, weight: Weight, size: int, width: int) -> Iterator[_Word]:
    """Yield a word, or the parts of one that is wider than a line."""
    if word.width <= width:
        yield word
        return
    measure = font(weight, size).getlength
    piece = ""
    for sign in word.text:
        if measure(f"{piece}{sign}-") > width:
            yield _Word(f"{piece}-", measure(f"{piece}-"))
            piece = ""
        piece += sign
    yield _Word(piece, measure(piece))


def _filled(words: Iterable[_Word], space: float, width: float) -> list[list[_Word]]:
    """Return words in rows, each as full as possible."""
    rows: list[list[_Word]] = []
    filled = width
    for word in words:
        filled += space + word.width
        if filled > width:
            rows.append([])
            filled = word.width
        rows[-1].append(word)
    return rows


def _balanced(
    words: Sequence[_Word], space: float, width: int, rows: list[list[_Word]]
) -> list[list[_Word]]:
    """Return the words in no more rows than these, of which the longest is as short as can be."""
    shortest, enough = int(max(word.width for word in words)), width
    best = rows
    while shortest < enough:
        tried = (shortest + enough) // 2
        narrower = _filled(words, space, tried)
        if len(narrower) <= len(rows):
            best, enough = narrower, tried
        else:
            shortest = tried + 1
    return best


def _text(row: Iterable[_Word]) -> str:
    return " ".join(word.text for word in row)
