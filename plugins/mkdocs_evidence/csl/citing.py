"""Citations: their cites in order and in groups.

CSL 1.0.2, Citation, Cite Grouping.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from .cites import PrintedCite
from .collapsing import Collapser
from .context import Context, Marks, Place
from .elements.group import render_all
from .items import Item
from .locales import Locale
from .model import Cite
from .output import Piece, Span, bare_text
from .style import Area


class Citer:
    """Prints citations.

    Args:
        area: The style's citation.
        locale: The terms.
        item: Gives the item of a key.
        marks: The marks of all items.
        order: Gives the place of an item in the style's order of cites.
    """

    def __init__(
        self,
        area: Area,
        locale: Locale,
        item: Callable[[str], Item],
        marks: dict[str, Marks],
        order: Callable[[Sequence[str]], list[str]],
    ) -> None:
        self._area = area
        self._locale = locale
        self._item = item
        self._marks = marks
        self._order = order
        self._collapses = bool(area.option("collapse"))
        by_year = area.option("collapse").startswith("year")
        self._groups = by_year or "cite-group-delimiter" in area.attributes
        self._collapser = Collapser(
            area, marks, lambda each: self.body(each.cite.key, each.place, without_author=True)
        )

    def _context(
        self,
        key: str,
        place: Place | None,
        *,
        without_author: bool = False,
        spell_and: bool = False,
    ) -> Context:
        """Return a fresh state for rendering a cite."""
        return Context(
            self._locale,
            self._area,
            self._item(key),
            self._marks[key],
            place,
            without_author=without_author,
            spell_and=spell_and,
        )

    def body(self, key: str, place: Place | None, *, without_author: bool = False) -> Piece:
        """Return what the layout prints of one cite."""
        ctx = self._context(key, place, without_author=without_author)
        return Span(render_all(self._area.layout, ctx))

    def author(self, key: str, place: Place) -> Piece | None:
        """Return the first names as they stand in a sentence, or None where there are none."""
        ctx = self._context(key, place, spell_and=True)
        render_all(self._area.layout, ctx)
        return ctx.first_names

    def cites(self, cites: Sequence[Cite], places: Sequence[Place]) -> list[PrintedCite]:
        """Return the cites of one citation as they are printed, in their order."""
        printed = [self._printed(cite, place) for cite, place in self._in_order(cites, places)]
        printed = [each for each in printed if not each.is_blank]
        if self._groups:
            printed = self._grouped(printed)
        if self._groups or self._collapses:
            self._collapser.collapse(printed)
        return [each for each in printed if not each.is_blank or each.after == ""]

    def _printed(self, cite: Cite, place: Place) -> PrintedCite:
        ctx = self._context(cite.key, place, without_author=cite.suppress_author)
        body = Span(render_all(self._area.layout, ctx))
        names = "" if ctx.first_names is None else bare_text(ctx.first_names)
        return PrintedCite(cite, place, body, names)

    def _in_order(self, cites: Sequence[Cite], places: Sequence[Place]) -> list[tuple[Cite, Place]]:
        """Sort the cites between those that the author's words hold in their place."""
        pairs = list(zip(cites, places, strict=True))
        if not self._area.sort or len(cites) < 2:
            return pairs
        order = self._order([cite.key for cite in cites])
        rank = {key: number for number, key in enumerate(order)}
        result: list[tuple[Cite, Place]] = []
        for held, run in groupby(pairs, key=lambda pair: bool(pair[0].prefix or pair[0].suffix)):
            free = list(run)
            result += free if held else sorted(free, key=lambda pair: rank[pair[0].key])
        return result

    def _grouped(self, printed: list[PrintedCite]) -> list[PrintedCite]:
        """Bring cites together that have the same names."""
        result: list[PrintedCite] = []
        for each in printed:
            place = len(result)
            if each.names and not each.cite.prefix:
                alike = [n for n, other in enumerate(result) if other.goes_with(each)]
                place = alike[-1] + 1 if alike else place
            result.insert(place, each)
        return result
