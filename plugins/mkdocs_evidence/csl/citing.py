"""Citations: their cites in order and in groups.

CSL 1.0.2, Citation, Cite Grouping.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from .cites import PrintedCite
from .collapsing import Collapser
from .context import Marks, Place
from .model import Cite
from .output import Piece, Span, bare_text
from .printing import Printer
from .style import Area


class Citer:
    """Prints citations.

    Args:
        area: The style's citation.
        printer: Prints items.
        marks: The marks of all items.
        order: Returns items in the style's order of cites.
    """

    def __init__(
        self,
        area: Area,
        printer: Printer,
        marks: dict[str, Marks],
        order: Callable[[Sequence[str]], list[str]],
    ) -> None:
        self._area = area
        self._printer = printer
        self._marks = marks
        self._order = order
        self._collapses = bool(area.option("collapse"))
        by_year = area.option("collapse").startswith("year")
        self._groups = by_year or "cite-group-delimiter" in area.attributes
        self._collapser = Collapser(
            area, marks, lambda each: self.body(each.cite.key, each.place, without_author=True)
        )

    def body(self, key: str, place: Place | None, *, without_author: bool = False) -> Piece:
        """Return what the layout prints of one cite."""
        marks = self._marks[key]
        return Span(self._printer.cite(key, marks, place, without_author=without_author).pieces)

    def author(self, key: str, place: Place) -> Piece | None:
        """Return the first names as they stand in a sentence, or None where there are none."""
        return self._printer.cite(key, self._marks[key], place, spell_and=True).names

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
        printed = self._printer.cite(
            cite.key, self._marks[cite.key], place, without_author=cite.suppress_author
        )
        names = "" if printed.names is None else bare_text(printed.names)
        return PrintedCite(cite, place, Span(printed.pieces), names)

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
