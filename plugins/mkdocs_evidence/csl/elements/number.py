"""Numbers and labels (CSL 1.0.2, Number, Label)."""

from __future__ import annotations

from collections.abc import Mapping

from ..context import Context
from ..numbers import formatted, is_plural, number_ranges, page_ranges
from ..output import Piece
from .base import LABEL, Styling


class Number:
    """``<number>``."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.variable = attributes["variable"]
        self.form = attributes.get("form", "numeric")
        self.styling = Styling(attributes)

    def render(self, ctx: Context) -> Piece | None:
        """Return the number in its form; a value that is no number stays as it is."""
        ctx.called += 1
        value = ctx.text(self.variable)
        if not value:
            return None
        ctx.prints(self.variable)
        if ctx.sorting is not None and value.isdecimal():
            return value.zfill(10)
        if self.variable in ("page", "locator"):
            value = page_ranges(value, ctx.area.style.page_range_format, ctx.locale)
        gender = ctx.locale.gender(self.variable)
        text = formatted(value, self.form, ctx.locale, gender)
        if self.form == "numeric" and self.variable != "number":
            text = number_ranges(text, ctx.locale)
        role = self.variable if self.variable in ("citation-number", "locator") else ""
        return self.styling.apply((text,), ctx, role)


class Label:
    """``<label>`` outside of names: the term for what a number counts."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.variable = attributes["variable"]
        self.form = attributes.get("form", "long")
        self.plural = attributes.get("plural", "contextual")
        self.styling = Styling(attributes)

    def render(self, ctx: Context) -> Piece | None:
        """Return the term, or None where the number is empty."""
        value = ctx.text(self.variable)
        if not value:
            return None
        name = self.variable
        if name == "locator" and ctx.place is not None:
            name = ctx.place.label.replace(" ", "-")
        plural = self.plural == "always" or (
            self.plural == "contextual" and is_plural(self.variable, value)
        )
        text = ctx.locale.term(name, self.form, plural=plural)
        return self.styling.apply((text,), ctx, LABEL) if text else None
