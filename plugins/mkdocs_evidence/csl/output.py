"""The output tree: pieces of text in spans that say how they look and what they are.

A *piece* is a string or a `Span` of pieces. Nothing in this package glues markup to text; the
writers do that at the very end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any, NamedTuple


class Format(NamedTuple):
    """How a span looks; an empty value is inherited (CSL 1.0.2, Formatting and Display)."""

    font_style: str = ""
    font_variant: str = ""
    font_weight: str = ""
    text_decoration: str = ""
    vertical_align: str = ""
    display: str = ""
    quoted: bool = False
    nocase: bool = False
    href: str = ""


class Span:
    """Pieces that belong together.

    Args:
        parts: The pieces, in their order.
        format: How they look.
        role: What they are, where a later step has to know: ``names``, ``people``, ``name``,
            ``year-suffix``, ``citation-number``, ``locator``, ``term``, ``label``, ``affix``,
            ``cite``, ``transparent``.
        data: What belongs to the role, such as the names that are printed.
    """

    __slots__ = ("data", "format", "parts", "role")

    def __init__(
        self,
        parts: Sequence[Piece],
        format: Format | None = None,
        role: str = "",
        data: Any = None,
    ) -> None:
        self.parts = parts
        self.format = format
        self.role = role
        self.data = data

    def __repr__(self) -> str:
        marks = "".join(f" {mark}" for mark in (self.format, self.role) if mark)
        return f"<{', '.join(map(repr, self.parts))}{marks}>"

    def with_parts(self, parts: Sequence[Piece]) -> Span:
        """Return a span that differs in what it holds only."""
        return Span(parts, self.format, self.role, self.data)


Piece = str | Span


def joined(pieces: Sequence[Piece], delimiter: str) -> list[Piece]:
    """Return the pieces with the delimiter between them."""
    if not delimiter:
        return list(pieces)
    result: list[Piece] = []
    for piece in pieces:
        if result:
            result.append(delimiter)
        result.append(piece)
    return result


def around(prefix: str, piece: Piece, suffix: str) -> Piece:
    """Return a piece with affixes, which stand outside of its formatting (CSL 1.0.2, Affixes)."""
    if not prefix and not suffix:
        return piece
    parts = [part for part in (prefix, piece, suffix) if part != ""]
    return Span(parts)


def leaves(piece: Piece) -> Iterator[str]:
    """Return the strings of a piece, in their order."""
    if isinstance(piece, str):
        yield piece
    else:
        for part in piece.parts:
            yield from leaves(part)


def bare_text(piece: Piece) -> str:
    """Return the text of a piece as it stands, without quotation marks or other finish."""
    return piece if isinstance(piece, str) else "".join(leaves(piece))


def spans(piece: Piece, role: str) -> Iterator[Span]:
    """Return the outermost spans of a role within a piece."""
    if isinstance(piece, Span):
        if piece.role == role:
            yield piece
        else:
            for part in piece.parts:
                yield from spans(part, role)


def replaced(piece: Piece, old: Collection[Span], new: Sequence[Piece]) -> Piece:
    """Return a piece in which other pieces stand for each of some spans of it."""
    if isinstance(piece, str):
        return piece
    if any(piece is span for span in old):
        return Span(new)
    return piece.with_parts([replaced(part, old, new) for part in piece.parts])
