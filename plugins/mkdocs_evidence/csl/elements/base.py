"""What all rendering elements have: formatting, affixes, quotes and text case.

CSL 1.0.2, Formatting, Affixes, Display, Quotes, Strip-periods, Text-case.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from ..context import Context
from ..output import Format, Piece, Span, around
from ..textcase import CASES, change_case

TERM, LABEL = "term", "label"
"""The roles of terms of the locale."""

DISPLAYS = ("block", "left-margin", "right-inline", "indent")


class Element(Protocol):
    """A rendering element."""

    def render(self, ctx: Context) -> Piece | None:
        """Return what the element prints, or None."""


def read_format(attributes: Mapping[str, str]) -> Format | None:
    """Return the format that an element's attributes ask for, or None for a plain one."""
    format = Format(
        font_style=attributes.get("font-style", ""),
        font_variant=attributes.get("font-variant", ""),
        font_weight=attributes.get("font-weight", ""),
        text_decoration=attributes.get("text-decoration", ""),
        vertical_align=attributes.get("vertical-align", ""),
        display=display if (display := attributes.get("display", "")) in DISPLAYS else "",
    )
    return format if any(format) else None


class Styling:
    """The attributes that say how an element's text looks.

    Args:
        attributes: The element's attributes.
    """

    __slots__ = ("case", "delimiter", "format", "prefix", "quotes", "strip", "suffix")

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.prefix = attributes.get("prefix", "")
        self.suffix = attributes.get("suffix", "")
        self.delimiter = attributes.get("delimiter", "")
        self.quotes = attributes.get("quotes") == "true"
        self.case = case if (case := attributes.get("text-case", "")) in CASES else ""
        self.strip = attributes.get("strip-periods") == "true"
        self.format = read_format(attributes)

    def apply(
        self, parts: Sequence[Piece], ctx: Context, role: str = "", data: object = None
    ) -> Piece:
        """Return pieces as the element prints them, affixes outside of everything else.

        Terms take title case in every language, other texts only in English.
        """
        if self.strip:
            parts = [_without_periods(part) for part in parts]
        if self.case:
            parts = change_case(parts, self.case, ctx.is_english or role in (TERM, LABEL))
        format = self.format
        if self.quotes:
            parts = (Span(parts, _QUOTED),)
        display = ""
        if format is not None and format.display:
            display, format = format.display, format._replace(display="")
            format = format if any(format) else None
        if format is None and not role and len(parts) == 1:
            piece: Piece = parts[0]
        else:
            piece = Span(parts, format, role, data)
        if self.prefix or self.suffix:
            piece = around(self.prefix, piece, self.suffix)
        return Span((piece,), Format(display=display)) if display else piece


_QUOTED = Format(quoted=True)


def _without_periods(piece: Piece) -> Piece:
    if isinstance(piece, str):
        return piece.replace(".", "")
    return piece.with_parts([_without_periods(part) for part in piece.parts])
