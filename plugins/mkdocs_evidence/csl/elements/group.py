"""Groups, which are silent where their variables are (CSL 1.0.2, Group)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..context import Context
from ..output import Piece, Span, joined
from .base import Element, Styling

TRANSPARENT = "transparent"
"""The role of what a condition prints: parts of the element around it, with its delimiter."""


def render_group(elements: Sequence[Element], ctx: Context) -> list[Piece]:
    """Return what elements print; nothing where they ask for variables and all are empty."""
    called, printed = ctx.called, ctx.printed
    parts = render_all(elements, ctx)
    return [] if ctx.called > called and ctx.printed == printed else parts


def render_all(elements: Sequence[Element], ctx: Context) -> list[Piece]:
    """Return what each element prints."""
    parts: list[Piece] = []
    for element in elements:
        part = element.render(ctx)
        if isinstance(part, Span) and part.role == TRANSPARENT:
            parts += part.parts
        elif part is not None and part != "":
            parts.append(part)
    return parts


class Group:
    """``<group>``."""

    def __init__(self, attributes: Mapping[str, str], elements: Sequence[Element]) -> None:
        self.elements = elements
        self.styling = Styling(attributes)

    def render(self, ctx: Context) -> Piece | None:
        """Return the parts with the delimiter between them, or None."""
        parts = render_group(self.elements, ctx)
        if not parts:
            return None
        ctx.printed += 1
        return self.styling.apply(joined(parts, self.styling.delimiter), ctx)
