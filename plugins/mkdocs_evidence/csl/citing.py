"""Citations: their cites in order, in groups and collapsed.

CSL 1.0.2, Citation, Cite Grouping, Cite Collapsing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from .context import Context, Marks, Place
from .elements.group import render_all
from .items import Item
from .locales import Locale
from .model import Cite
from .output import Piece, Span, bare_text, spans
from .richtext import parse
from .style import Area
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
    """

    cite: Cite
    place: Place
    body: Piece
    names: str
    after: str | None = None
    collapsed: bool = False

    def goes_with(self, other: PrintedCite) -> bool:
        """Say whether another cite of the same names may follow without them."""
        return self.names == other.names and not self.cite.suffix and not other.cite.prefix


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
        self._delimiter = area.styling.delimiter
        self._collapse = area.option("collapse")
        self._groups = "cite-group-delimiter" in area.attributes or self._collapse.startswith(
            "year"
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
        printed = [each for each in printed if not _is_blank(each)]
        if self._groups:
            printed = self._grouped(printed)
        if self._collapse == "citation-number":
            self._collapse_numbers(printed)
        elif self._groups:
            self._collapse_years(printed)
        if self._area.style.is_note:
            _capitalize_terms(printed)
        return [each for each in printed if not _is_blank(each) or each.after == ""]

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

    def _collapse_years(self, printed: list[PrintedCite]) -> None:
        """Leave out names, and years, that the cite before has too."""
        group_delimiter = self._area.option("cite-group-delimiter", ", ")
        collapses = self._collapse.startswith("year")
        after_collapse = self._area.option("after-collapse-delimiter", self._delimiter)
        in_run = False
        for before, each in pairwise(printed):
            same = before.goes_with(each)
            if not same:
                if in_run:
                    before.after = after_collapse
                in_run = False
                continue
            located = before.cite.locator or each.cite.locator
            before.after = self._delimiter if located and collapses else group_delimiter
            if not collapses:
                continue
            in_run = True
            each.body = self.body(each.cite.key, each.place, without_author=True)
            each.collapsed = True
        if self._collapse.startswith("year-suffix"):
            self._collapse_suffixes(printed)

    def _collapse_suffixes(self, printed: list[PrintedCite]) -> None:
        between = self._area.option("cite-group-delimiter", self._delimiter)
        delimiter = self._area.option("year-suffix-delimiter", between)
        years = [self._year(each) for each in printed]
        run: list[int] = []
        for number, each in enumerate(printed):
            before = printed[number - 1] if number else None
            joins = (
                before is not None
                and each.collapsed
                and years[number]
                and years[number] == years[number - 1]
                and not each.cite.locator
                and not before.cite.locator
            )
            if not joins:
                self._join_suffixes(printed, run)
                run = [number]
                continue
            suffix = next(spans(each.body, "year-suffix"), None)
            if suffix is None or before is None:
                continue
            each.body = Span([suffix])
            before.after = delimiter
            run.append(number)
        self._join_suffixes(printed, run)

    def _join_suffixes(self, printed: list[PrintedCite], run: list[int]) -> None:
        """Print a run of letters such as a, b, c as a range."""
        if self._collapse != "year-suffix-ranged":
            return
        marks = [self._marks[printed[number].cite.key].year_suffix for number in run]
        start = 0
        while start < len(run):
            end = start
            while end + 1 < len(run) and _follows(marks[end], marks[end + 1]):
                end += 1
            if end - start >= 2:
                for number in run[start + 1 : end]:
                    printed[number].body = ""
                    printed[number].after = ""
                printed[run[start]].after = "–"
            start = end + 1

    def _year(self, each: PrintedCite) -> str:
        """Return what is printed around a letter, to know one year from another."""
        suffix = next(spans(each.body, "year-suffix"), None)
        if suffix is None:
            return ""
        bare = self.body(each.cite.key, None, without_author=True)
        found = next(spans(bare, "year-suffix"), None)
        text = bare_text(bare)
        return re.sub(f"{re.escape(bare_text(found))}$", "", text) if found else text

    def _collapse_numbers(self, printed: list[PrintedCite]) -> None:
        """Print a run of numbers such as 1, 2, 3 as a range."""
        start = 0
        after_collapse = self._area.attributes.get("after-collapse-delimiter")
        while start < len(printed):
            end = start
            while end + 1 < len(printed) and self._numbers_follow(printed[end], printed[end + 1]):
                end += 1
            if end - start >= 2:
                for each in printed[start + 1 : end]:
                    each.body, each.after = "", ""
                printed[start].after = "–"
                if after_collapse is not None:
                    printed[end].after = after_collapse
            start = end + 1

    def _numbers_follow(self, before: PrintedCite, each: PrintedCite) -> bool:
        plain = not (before.cite.suffix or before.cite.locator or each.cite.prefix)
        number = next(spans(each.body, "citation-number"), None)
        return (
            plain
            and not each.cite.locator
            and not each.cite.suffix
            and number is not None
            and self._marks[each.cite.key].number == self._marks[before.cite.key].number + 1
        )


def _is_blank(printed: PrintedCite) -> bool:
    cite = printed.cite
    return not (bare_text(printed.body) or cite.prefix or cite.suffix)


def _follows(before: str, after: str) -> bool:
    return len(before) == len(after) == 1 and ord(after) == ord(before) + 1


def _capitalize_terms(printed: list[PrintedCite]) -> None:
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


_PARTING = ",.;:"


def between(before: PrintedCite, after: PrintedCite, delimiter: str) -> str:
    """Return what parts two cites; what the author typed there counts as well."""
    if after.cite.prefix[:1] in tuple(_PARTING):
        return ""
    if before.cite.suffix[-1:] in tuple(_PARTING):
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
