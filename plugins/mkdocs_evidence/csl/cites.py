"""Printed cites, and what parts them.

CSL 1.0.2, Citation, Cite Grouping.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .context import Place
from .model import Cite
from .output import Piece, Span, bare_text
from .richtext import parse
from .textcase import change_case


@dataclass(slots=True)
class PrintedCite:
    """A cite as it is printed.

    Attributes:
        cite: The cite.
        place: Where it stands.
        body: What the layout prints of it.
        names: The text of its first names; empty where it prints none.
        after: The delimiter after it where it is not the usual one.
        collapsed: Whether its names are left out because the cite before it has them.
    """

    cite: Cite
    place: Place
    body: Piece
    names: str
    after: str | None = None
    collapsed: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to print."""
        return not (bare_text(self.body) or self.cite.prefix or self.cite.suffix)

    def goes_with(self, other: PrintedCite) -> bool:
        """Say whether another cite of the same names may follow without them."""
        return self.names == other.names and not self.cite.suffix and not other.cite.prefix


def capitalize_terms(printed: Sequence[PrintedCite]) -> None:
    """Begin a note, or a sentence in it, with a capital where a term begins it."""
    for number, each in enumerate(printed):
        prefix = each.cite.prefix.strip(" \"”’'")
        begins = number == 0 if not prefix else prefix.endswith(".") and " " in prefix
        if begins:
            each.body = _with_capital(each.body)


def _with_capital(piece: Piece) -> Piece:
    if isinstance(piece, str) or not piece.parts:
        return piece
    if piece.role == "term":
        return piece.with_parts(change_case(piece.parts, "capitalize-first", english=True))
    return piece.with_parts([_with_capital(piece.parts[0]), *piece.parts[1:]])


_PARTING = (",", ".", ";", ":")


def between(before: PrintedCite, after: PrintedCite, delimiter: str) -> str:
    """Return what parts two cites; what the author typed there counts as well."""
    if after.cite.prefix.startswith(_PARTING):
        return ""
    if before.cite.suffix.endswith(_PARTING):
        return " "
    return delimiter if before.after is None else before.after


def with_affixes(printed: PrintedCite) -> list[Piece]:
    """Return a cite with what the author wrote before and after it."""
    cite = printed.cite
    pieces: list[Piece] = []
    if cite.prefix:
        pieces.append(Span(parse(cite.prefix), role="affix"))
        if not cite.prefix[-1].isspace() and cite.prefix[-1] not in "([“‘’":
            pieces.append(" ")
    pieces.append(printed.body)
    if cite.suffix:
        if cite.suffix[0].isalnum() or cite.suffix[0] in "([“‘":
            pieces.append(" ")
        pieces.append(Span(parse(cite.suffix), role="affix"))
    return pieces
