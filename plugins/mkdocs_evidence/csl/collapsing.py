"""Cites of the same authors, of one year, and with numbers in a row, collapsed.

CSL 1.0.2, Cite Collapsing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from .cites import PrintedCite
from .context import Marks
from .output import Piece, Span, bare_text, spans
from .style import Area

_LEAST = 3
"""How many numbers or letters in a row become a range."""


class Collapser:
    """Collapses the cites of a citation, as far as the style wants it.

    Args:
        area: The style's citation.
        marks: The marks of all items.
        without_author: Prints a cite once more, without its names.
    """

    def __init__(
        self,
        area: Area,
        marks: Mapping[str, Marks],
        without_author: Callable[[PrintedCite], Piece],
    ) -> None:
        self._marks = marks
        self._without_author = without_author
        self._collapse = area.option("collapse")
        self._usual = area.styling.delimiter
        self._in_group = area.option("cite-group-delimiter", ", ")
        self._after = area.option("after-collapse-delimiter")
        between = area.option("cite-group-delimiter", self._usual)
        self._between_suffixes = area.option("year-suffix-delimiter", between)

    def collapse(self, printed: list[PrintedCite]) -> None:
        """Change cites, which stand in groups already, in place."""
        if self._collapse == "citation-number":
            self._collapse_numbers(printed)
            return
        self._collapse_names(printed)
        if self._collapse.startswith("year-suffix"):
            self._collapse_years(printed)

    def _collapse_names(self, printed: Sequence[PrintedCite]) -> None:
        """Leave out the names that the cite before has too."""
        collapses = self._collapse.startswith("year")
        for before, each in pairwise(printed):
            if not before.goes_with(each):
                if before.collapsed and self._after:
                    before.after = self._after
                continue
            located = before.cite.locator or each.cite.locator
            before.after = self._usual if located and collapses else self._in_group
            if collapses:
                each.body = self._without_author(each)
                each.collapsed = True

    def _collapse_years(self, printed: Sequence[PrintedCite]) -> None:
        """Leave out the year that the cite before has too, and print its letter only."""
        years = [self._year(each) for each in printed]
        run = list(printed[:1])
        for number, (before, each) in enumerate(pairwise(printed), 1):
            located = before.cite.locator or each.cite.locator
            suffix = next(spans(each.body, "year-suffix"), None)
            same_year = bool(years[number]) and years[number] == years[number - 1]
            if suffix is None or located or not (each.collapsed and same_year):
                self._join_letters(run)
                run = [each]
                continue
            each.body = Span([suffix])
            before.after = self._between_suffixes
            run.append(each)
        self._join_letters(run)

    def _year(self, each: PrintedCite) -> str:
        """Return what is printed before a letter; empty where there is no letter."""
        body = self._without_author(each)
        suffix = next(spans(body, "year-suffix"), None)
        return "" if suffix is None else bare_text(body).removesuffix(bare_text(suffix))

    def _join_letters(self, run: Sequence[PrintedCite]) -> None:
        """Print letters in a row, such as a, b, c, as a range."""
        if self._collapse == "year-suffix-ranged":
            letters = [self._marks[each.cite.key].year_suffix for each in run]
            orders = [ord(letter) if len(letter) == 1 else 0 for letter in letters]
            _join(run, [bool(a) and b == a + 1 for a, b in pairwise(orders)])

    def _collapse_numbers(self, printed: Sequence[PrintedCite]) -> None:
        """Print numbers in a row as a range."""
        follow = [self._numbers_follow(before, each) for before, each in pairwise(printed)]
        for last in _join(printed, follow):
            if self._after:
                last.after = self._after

    def _numbers_follow(self, before: PrintedCite, each: PrintedCite) -> bool:
        words = before.cite.suffix or each.cite.prefix or each.cite.suffix
        if words or any(next(spans(cite.body, "locator"), None) for cite in (before, each)):
            return False
        number = next(spans(each.body, "citation-number"), None)
        step = self._marks[each.cite.key].number - self._marks[before.cite.key].number
        return number is not None and step == 1


def _join(printed: Sequence[PrintedCite], follow: Sequence[bool]) -> list[PrintedCite]:
    """Print cites in a row as ranges.

    Args:
        printed: The cites.
        follow: For all of them but the first, whether they follow the one before.

    Returns:
        The last cite of each range.
    """
    ends: list[PrintedCite] = []
    start = 0
    for number in range(1, len(printed) + 1):
        if number < len(printed) and follow[number - 1]:
            continue
        if number - start >= _LEAST:
            for each in printed[start + 1 : number - 1]:
                each.body, each.after = "", ""
            printed[start].after = "–"
            ends.append(printed[number - 1])
        start = number
    return ends
