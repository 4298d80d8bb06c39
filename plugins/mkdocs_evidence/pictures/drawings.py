"""How large a drawing in SVG is.

Sources: SVG 2, chapter 7.3 for the units and chapter 8.2 for ``viewBox``; CSS Images, section 4.3
for the size of a picture of which only the shape is known.
"""

from __future__ import annotations

import re

from lxml import etree

from .picture import Size

WIDE = 1200
"""How wide a drawing of a certain shape and of no size is said to be.

Browsers show it as wide as there is room for, which is less than this.
"""

_SVG = "{http://www.w3.org/2000/svg}svg"
"""The root of a drawing; without the name of its language, browsers show nothing of it."""

_PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 96 / 72,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "Q": 96 / 101.6,
    "in": 96.0,
}
"""How many CSS pixels a unit is; others, such as a percentage, depend on what is around."""

_LENGTH = re.compile(r"\s*([+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?)([A-Za-z%]*)\s*")
_BETWEEN_NUMBERS = re.compile(r"[\s,]+")
_LARGEST = 100_000


def size_of_drawing(data: bytes) -> Size | None:
    """Return the size of a drawing; None where it has none.

    Args:
        data: The whole file. Its entities are not resolved, nor other files fetched.

    Raises:
        ValueError: The file is no drawing, or is broken.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ValueError("The file is no XML.") from error
    if root.tag != _SVG:
        raise ValueError("The file is no SVG.")
    return _size(root)


def _size(root: etree._Element) -> Size | None:
    width, height = _length(root.get("width")), _length(root.get("height"))
    shape = _view_box(root.get("viewBox"))
    if shape and not (width and height):
        ratio = shape[1] / shape[0]
        width = width or (height / ratio if height else WIDE)
        height = width * ratio
    if not (width and height) or max(width, height) > _LARGEST:
        return None
    return Size(max(1, round(width)), max(1, round(height)))


def _length(text: str | None) -> float | None:
    found = _LENGTH.fullmatch(text or "")
    pixels = _PIXELS.get(found[2]) if found else None
    return float(found[1]) * pixels if found and pixels else None


def _view_box(text: str | None) -> tuple[float, float] | None:
    try:
        _, _, width, height = map(float, _BETWEEN_NUMBERS.split((text or "").strip()))
    except ValueError:
        return None
    return (width, height) if 0 < width < _LARGEST and 0 < height < _LARGEST else None
