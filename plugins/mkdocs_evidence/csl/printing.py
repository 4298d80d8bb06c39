"""What the layouts of a style print of single items, kept for the next time.

The same works are cited on many pages of a site, and what is printed of one depends on nothing but
the item, its marks and the place of the cite.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import NamedTuple

from .context import Context, Marks, Place
from .elements.group import render_all
from .items import Item
from .locales import Locale
from .model import Reference
from .output import Piece, Span
from .sorting import key_value
from .style import Area, SortKey, Style


class Printed(NamedTuple):
    """What a layout prints of an item.

    Attributes:
        pieces: The pieces; nobody may change them.
        names: The first names among them; None where there are none.
    """

    pieces: list[Piece]
    names: Span | None


class Printer:
    """Prints items in one style and locale.

    Args:
        style: The style.
        locale: The terms.
        item: Gives the item of a key, always the same one.
    """

    def __init__(self, style: Style, locale: Locale, item: Callable[[str], Item]) -> None:
        self._style = style
        self._locale = locale
        self._item = item
        self._printed: dict[Hashable, Printed] = {}
        self._finished: dict[Hashable, Reference | None] = {}
        self._sorted_by: dict[Hashable, str] = {}

    def cite(
        self,
        key: str,
        marks: Marks,
        place: Place | None,
        *,
        without_author: bool = False,
        spell_and: bool = False,
    ) -> Printed:
        """Return what the citation's layout prints of an item.

        Args:
            key: The item.
            marks: What tells it from others.
            place: Where it is cited.
            without_author: Whether its first names are left out.
            spell_and: Whether a sign for "and" is written as the word.
        """
        known = ("cite", key, self._of(marks), place, without_author, spell_and)
        if known not in self._printed:
            self._printed[known] = self._print(
                Context(
                    self._locale,
                    self._style.citation,
                    self._item(key),
                    marks,
                    place,
                    without_author=without_author,
                    spell_and=spell_and,
                )
            )
        return self._printed[known]

    def reference(self, area: Area, key: str, marks: Marks) -> Printed:
        """Return what the bibliography's layout prints of an item."""
        known = ("reference", key, self._of(marks))
        if known not in self._printed:
            ctx = Context(self._locale, area, self._item(key), marks)
            self._printed[known] = self._print(ctx)
        return self._printed[known]

    def finished(
        self, area: Area, key: str, marks: Marks, finish: Callable[[list[Piece]], Reference | None]
    ) -> Reference | None:
        """Return the reference that is made of what the bibliography's layout prints of an item.

        Args:
            area: The style's bibliography.
            key: The item.
            marks: What tells it from others.
            finish: Makes the reference, or None of nothing; always in the same way.
        """
        known = (key, self._of(marks))
        if known not in self._finished:
            self._finished[known] = finish(self.reference(area, key, marks).pieces)
        return self._finished[known]

    def sort_value(self, area: Area, sort_key: SortKey, key: str, marks: Marks) -> str:
        """Return what an item is sorted by, as a text; empty where it has nothing of the kind."""
        known = (id(sort_key), key, self._of(marks))
        if known not in self._sorted_by:
            value = key_value(sort_key, area, self._locale, self._item(key), marks)
            self._sorted_by[known] = value
        return self._sorted_by[known]

    def _print(self, ctx: Context) -> Printed:
        pieces = render_all(ctx.area.layout, ctx)
        return Printed(pieces, ctx.first_names)

    def _of(self, marks: Marks) -> Hashable:
        """Return the marks as far as the style prints them."""
        return (
            marks.number if self._style.has_citation_number else 0,
            marks.year_suffix,
            marks.condition,
            marks.shown,
            tuple(marks.levels.items()),
            marks.label,
        )
