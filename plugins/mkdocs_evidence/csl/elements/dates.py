"""Dates (CSL 1.0.2, Date, Date-part, Localized Date Formats, Date Ranges, AD and BC, Seasons)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..context import Context
from ..dating import Date, DateParts
from ..output import Piece, Span, joined
from ..richtext import parse
from .base import Styling

_SIZE = {"year": 0, "month": 1, "day": 2}
_PARTS = {
    "year": frozenset(("year",)),
    "year-month": frozenset(("year", "month")),
    "year-month-day": frozenset(("year", "month", "day")),
}


class DatePart:
    """``<date-part>``.

    Args:
        attributes: The element's attributes; for a localized date, those of the locale with
            those of the style over them.
    """

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.name = attributes.get("name", "")
        self.form = attributes.get("form", "")
        self.range_delimiter = attributes.get("range-delimiter", "–")
        self.styling = Styling(attributes)
        bare = {name: value for name, value in attributes.items() if name != "suffix"}
        self.without_suffix = Styling(bare)
        self.without_prefix = Styling({n: v for n, v in attributes.items() if n != "prefix"})

    def render(self, parts: DateParts, date: Date, ctx: Context, styling: Styling) -> Piece | None:
        """Return the part of a date in words or figures, or None where the date lacks it."""
        text = self._text(parts, date, ctx)
        if not text:
            return None
        pieces: list[Piece] = [text]
        if self.name == "year" and (suffix := ctx.implicit_year_suffix()):
            pieces.append(Span((suffix,), role="year-suffix"))
        return styling.apply(pieces, ctx)

    def _text(self, parts: DateParts, date: Date, ctx: Context) -> str:
        if self.name == "year":
            return self._year(parts.year, ctx)
        if self.name == "month":
            return self._month(parts.month, date, ctx)
        return self._day(parts, ctx)

    def _month(self, month: int, date: Date, ctx: Context) -> str:
        """Return the month, or the season that stands for it."""
        if 13 <= month <= 24:
            return ctx.locale.term(f"season-{(month - 1) % 4 + 1:02}")
        if not 1 <= month <= 12:
            return _season(date, ctx)
        if self.form == "numeric":
            return str(month)
        if self.form == "numeric-leading-zeros":
            return f"{month:02}"
        return ctx.locale.term(f"month-{month:02}", self.form or "long")

    def _day(self, parts: DateParts, ctx: Context) -> str:
        day = parts.day
        if not day:
            return ""
        if self.form == "numeric-leading-zeros":
            return f"{day:02}"
        if self.form == "ordinal" and (day == 1 or not ctx.locale.limit_day_ordinals):
            return ctx.locale.ordinal(day, ctx.locale.gender(f"month-{parts.month:02}"))
        return str(day)

    def _year(self, year: int, ctx: Context) -> str:
        """Return the year, with its era where that is not plain."""
        if self.form == "short" and year > 999:
            return str(year)[-2:]
        if year < 0:
            return f"{-year}{ctx.locale.term('bc')}"
        return f"{year}{ctx.locale.term('ad')}" if year < 1000 else str(year)


def _season(date: Date, ctx: Context) -> str:
    if not date.season:
        return ""
    if date.season.isdecimal():
        return ctx.locale.term(f"season-{int(date.season):02}")
    return date.season


class DateElement:
    """``<date>``, with parts of its own or in a form of the locale."""

    def __init__(self, attributes: Mapping[str, str], parts: Sequence[Mapping[str, str]]) -> None:
        self.variable = attributes["variable"]
        self.form = attributes.get("form", "")
        self.styling = Styling(attributes)
        wanted = attributes.get("date-parts", "")
        self._wanted = _PARTS.get(wanted, _PARTS["year-month-day"])
        self._own = {part.get("name", ""): part for part in parts}
        self._parts = [DatePart(part) for part in parts]
        self._localized: dict[int, tuple[list[DatePart], str]] = {}

    def render(self, ctx: Context) -> Piece | None:
        """Return the date, or None where it is empty."""
        ctx.called += 1
        date = None if self.variable in ctx.suppressed else ctx.item.date(self.variable)
        if date is None:
            return None
        if ctx.sorting is not None:
            ctx.prints(self.variable)
            return self._sort_key(date, ctx)
        if date.literal:
            pieces: list[Piece] = [*parse(date.literal)]
            if suffix := ctx.implicit_year_suffix():
                pieces.append(Span((suffix,), role="year-suffix"))
        else:
            pieces = self._pieces(date, ctx)
        if not pieces:
            return None
        ctx.prints(self.variable)
        return self.styling.apply(pieces, ctx)

    def _date_parts(self, ctx: Context) -> tuple[list[DatePart], str]:
        """Return the parts to print, and the delimiter between them."""
        if not self.form:
            return self._parts, self.styling.delimiter
        key = id(ctx.locale)
        if key not in self._localized:
            format = ctx.locale.dates.get(self.form)
            elements = () if format is None else tuple(format)
            parts = [
                DatePart({**part.attrib, **_overrides(self._own.get(part.get("name", ""), {}))})
                for part in elements
                if part.get("name") in self._wanted
            ]
            delimiter = "" if format is None else format.get("delimiter", "")
            self._localized[key] = parts, delimiter
        return self._localized[key]

    def _pieces(self, date: Date, ctx: Context) -> list[Piece]:
        parts, delimiter = self._date_parts(ctx)
        first = date.parts[0]
        if len(date.parts) > 1 and (largest := _difference(first, date.parts[1], parts)):
            return _range(date, parts, largest, delimiter, ctx)
        found = [part.render(first, date, ctx, part.styling) for part in parts]
        printed = joined([piece for piece in found if piece is not None], delimiter)
        if date.open and printed:
            year = next((part for part in parts if part.name == "year"), None)
            printed.append(year.range_delimiter if year else "–")
        return printed

    def _sort_key(self, date: Date, ctx: Context) -> str:
        parts, _ = self._date_parts(ctx)
        names = {part.name for part in parts} or self._wanted
        return sort_key(date, names)


def _overrides(attributes: Mapping[str, str]) -> dict[str, str]:
    """Return what a style may change in a localized date: all but affixes."""
    return {n: v for n, v in attributes.items() if n not in ("prefix", "suffix")}


def sort_key(date: Date, names: frozenset[str] | set[str] = _PARTS["year-month-day"]) -> str:
    """Return a text that sorts as the date does, by the parts named (CSL 1.0.2, Sorting)."""
    if not date.parts:
        return date.literal
    keys = []
    for parts in date.parts:
        month = parts.month if "month" in names and parts.month <= 12 else 0
        day = parts.day if "day" in names else 0
        year = parts.year if "year" in names else 0
        keys.append(f"{year + 100_000:06}{month:02}{day:02}")
    return "-".join(keys)


def _difference(first: DateParts, last: DateParts, parts: Sequence[DatePart]) -> DatePart | None:
    """Return the largest part in which two dates differ, or None where they read the same."""
    for part in sorted(parts, key=lambda part: _SIZE.get(part.name, 3)):
        if getattr(first, part.name, 0) != getattr(last, part.name, 0):
            return part
    return None


def _range(
    date: Date, parts: Sequence[DatePart], largest: DatePart, delimiter: str, ctx: Context
) -> list[Piece]:
    """Return a range in which parts that both dates share are printed once."""
    size = _SIZE[largest.name]
    doubled = [part for part in parts if _SIZE.get(part.name, 3) >= size]
    doubled_first = [part for part in doubled if getattr(date.parts[0], part.name, 0)]
    doubled_last = [part for part in doubled if getattr(date.parts[1], part.name, 0)]
    pieces: list[Piece] = []
    done = False
    for part in parts:
        if part not in doubled:
            piece = part.render(date.parts[0], date, ctx, part.styling)
            if piece is not None:
                pieces.append(piece)
        elif not done:
            done = True
            pieces.append(_both(date, doubled_first, doubled_last, largest, delimiter, ctx))
    return joined(pieces, delimiter)


def _both(
    date: Date,
    first: Sequence[DatePart],
    last: Sequence[DatePart],
    largest: DatePart,
    delimiter: str,
    ctx: Context,
) -> Span:
    begin: list[Piece] = []
    for number, part in enumerate(first):
        styling = part.without_suffix if number == len(first) - 1 else part.styling
        piece = part.render(date.parts[0], date, ctx, styling)
        if piece is not None:
            begin.append(piece)
    end: list[Piece] = []
    for number, part in enumerate(last):
        styling = part.without_prefix if number == 0 else part.styling
        piece = part.render(date.parts[1], date, ctx, styling)
        if piece is not None:
            end.append(piece)
    return Span([*joined(begin, delimiter), largest.range_delimiter, *joined(end, delimiter)])
