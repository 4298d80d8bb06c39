"""The card of a page: the picture that stands for it where it is shared.

A card has no photo, and no word that is not the site's own. It is drawn of its texts alone in
colours that are counted, so that the same card has the same bytes, and few of them.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO

from PIL import Image, ImageColor, ImageDraw

from mkdocs_evidence.cache import Cache

from .lettering import Lines, Weight, drawable, fitted, font
from .picture import Size

CARD_SIZE = Size(1200, 630)
"""The size in which networks show a card (Open Graph; 1.91 to 1)."""

PAPER, SAND, CLAY = "#fbf7f1", "#f3ebe0", "#ece1d2"
INK, QUIET, ACCENT, TEAL = "#2e2a26", "#645b50", "#8a4630", "#2f5558"
"""The colours of the site by day; all but one are those of its style sheet."""

_SHADES = (
    (PAPER, INK, 10),
    (PAPER, QUIET, 8),
    (PAPER, ACCENT, 8),
    (PAPER, TEAL, 6),
    (PAPER, SAND, 2),
    (PAPER, CLAY, 3),
    (SAND, CLAY, 2),
    (SAND, INK, 4),
)
"""From which colour to which, and in how many steps, the edges of letters and shapes go."""

_LEFT, _WIDTH = 84, 1032
_TITLE_TOP, _TITLE_HEIGHT = 176, 284
_TITLE_SIZES = (88, 82, 76, 70, 64, 58, 52, 46, 40)
_SMALL = 36
"""The size of all other letters; they are still read on a card shown 300 pixels wide."""

_FOOT = (516, 566)
"""On which lines the letters below the title stand."""

_FINER = 4
"""How much larger shapes are drawn before they are made smaller, which gives smooth edges."""


@dataclass(frozen=True)
class Card:
    """What stands on a card.

    Attributes:
        title: The title of the page; on the card of the site, its name.
        site: The name of the site; empty on its own card.
        about: What the site is about, on its own card.
        topics: The topics of the page.
        author: Who wrote it.
    """

    title: str
    site: str = ""
    about: str = ""
    topics: Sequence[str] = ()
    author: str = ""


def can_be_drawn(card: Card) -> bool:
    """Say whether the font has all signs that the title of a card needs."""
    return drawable(card.title) is not None


def drawn(card: Card, cache: Cache) -> bytes:
    """Return a card that can be drawn, as PNG; one that was drawn before is found again."""
    written = cache.once(lambda: b64encode(_png(draw(card))).decode(), b"card", repr(card).encode())
    return b64decode(written)


def draw(card: Card) -> Image.Image:
    """Return a card that can be drawn.

    Of its small texts, those are left out for which the font lacks a sign, and topics for which
    there is no room.
    """
    image = _paper().copy()
    pen = ImageDraw.Draw(image)
    if site := drawable(card.site):
        place = _LEFT + 76
        lines = fitted(site, "Semibold", [_SMALL], _WIDTH - 76, _SMALL * 2)
        _write(pen, (place, 119), lines.texts[0], "Semibold", _SMALL, QUIET)
    title = drawable(card.title) or ""
    lines = fitted(title, "Semibold", _TITLE_SIZES, _WIDTH, _TITLE_HEIGHT)
    below = _write_lines(pen, _TITLE_TOP, lines, "Semibold", INK)
    if about := drawable(card.about):
        lines = fitted(about, "Regular", [44, _SMALL], _WIDTH, 560 - below)
        _write_lines(pen, below + 24, lines, "Regular", QUIET)
    for baseline, (text, weight, colour) in zip(_FOOT[::-1], [*_foot(card)][::-1], strict=False):
        _write(pen, (_LEFT, baseline), text, weight, _SMALL, colour)
    return image.quantize(palette=_palette(), dither=Image.Dither.NONE)


def _foot(card: Card) -> Iterator[tuple[str, Weight, str]]:
    """Yield what stands below the title, with its weight and colour."""
    topics = [text for text in map(drawable, card.topics) if text]
    measure = font("Semibold", _SMALL).getlength
    while topics and measure(" · ".join(topics)) > _WIDTH:
        topics.pop()
    if topics:
        yield " · ".join(topics), "Semibold", ACCENT
    if author := drawable(card.author):
        lines = fitted(author, "Regular", [_SMALL], _WIDTH, _SMALL * 2)
        yield lines.texts[0], "Regular", QUIET


def _write_lines(
    pen: ImageDraw.ImageDraw, top: int, lines: Lines, weight: Weight, colour: str
) -> int:
    """Write lines below a place, and return the place below them."""
    for index, text in enumerate(lines.texts):
        baseline = top + round(lines.leading * (index + 0.78))
        _write(pen, (_LEFT, baseline), text, weight, lines.size, colour)
    return top + lines.leading * len(lines.texts)


def _write(
    pen: ImageDraw.ImageDraw,
    place: tuple[int, int],
    text: str,
    weight: Weight,
    size: int,
    colour: str,
) -> None:
    """Write a line, whose place is its beginning on the line that letters stand on."""
    pen.text(place, text, fill=colour, font=font(weight, size), anchor="ls")


@cache
def _paper() -> Image.Image:
    """Return what all cards have: warm round shapes, and a speech bubble with lines of text."""
    size = (CARD_SIZE.width * _FINER, CARD_SIZE.height * _FINER)
    image = Image.new("RGB", size, PAPER)
    pen = ImageDraw.Draw(image)
    for x, y, radius, colour in ((1130, 560, 250, SAND), (900, 690, 190, CLAY)):
        pen.ellipse(_finer(x - radius, y - radius, x + radius, y + radius), colour)
    pen.rounded_rectangle(_finer(84, 84, 140, 128), 14 * _FINER, TEAL)
    pen.polygon(_finer(96, 126, 96, 142, 114, 126), TEAL)
    for y, width in ((95, 32), (104, 32), (113, 20)):
        pen.rounded_rectangle(_finer(96, y, 96 + width, y + 3.5), 2 * _FINER, PAPER)
    return image.resize((CARD_SIZE.width, CARD_SIZE.height), Image.Resampling.BOX)


def _finer(*places: float) -> list[float]:
    return [place * _FINER for place in places]


@cache
def _palette() -> Image.Image:
    """Return a picture with the colours of cards."""
    colours = dict.fromkeys(colour for shades in _SHADES for colour in _shades(*shades))
    image = Image.new("P", (1, 1))
    image.putpalette([part for colour in colours for part in colour])
    return image


def _shades(start: str, end: str, steps: int) -> Iterator[tuple[int, ...]]:
    pairs = [*zip(ImageColor.getrgb(start), ImageColor.getrgb(end), strict=True)]
    for step in range(steps + 1):
        yield tuple(round(a + (b - a) * step / steps) for a, b in pairs)


def _png(image: Image.Image) -> bytes:
    """Return a picture as PNG, packed as well as can be done quickly."""
    data = BytesIO()
    image.save(data, "PNG", compress_level=6)
    return data.getvalue()
