"""Names (CSL 1.0.2, Names, Name, Et-al, Substitute, Label in cs:names)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from ..context import FIRST, Context
from ..output import Piece, Span, joined
from ..people import Name
from .base import LABEL, Element, Styling
from .options import NameOptions, own_options, read_options
from .person import NameParts, person

if TYPE_CHECKING:
    from ..style import Area


class NamesLabel:
    """``<label>`` within ``<names>``."""

    def __init__(self, attributes: Mapping[str, str], *, leads: bool) -> None:
        self.form = attributes.get("form", "long")
        self.plural = attributes.get("plural", "contextual")
        self.leads = leads
        self.styling = Styling(attributes)

    def render(self, term: str, count: int, ctx: Context) -> Piece | None:
        """Return the term for a role, or None where there is none."""
        plural = self.plural == "always" or (self.plural == "contextual" and count > 1)
        text = ctx.locale.term(term, self.form, plural=plural)
        return self.styling.apply((text,), ctx, LABEL) if text else None


class Names:
    """``<names>``.

    Args:
        attributes: The element's attributes.
        name: The attributes of its ``<name>``, or None where it has none.
        parts: The formats of its ``<name-part>`` elements.
        et_al: The attributes of its ``<et-al>``, or None.
        label: Its label, or None.
        substitute: What is printed where all its variables are empty.
    """

    def __init__(
        self,
        attributes: Mapping[str, str],
        name: Mapping[str, str] | None,
        parts: NameParts,
        et_al: Mapping[str, str] | None,
        label: NamesLabel | None,
        substitute: Sequence[Element] = (),
    ) -> None:
        self.variables = attributes.get("variable", "").split()
        self.attributes = attributes
        self.name = name or {}
        self.parts = parts
        self.et_al_term = (et_al or {}).get("term", "et-al")
        self.et_al_styling = Styling(et_al or {})
        self.label = label
        self.substitute = substitute
        self.styling = Styling(attributes)
        bare = {n: v for n, v in self.name.items() if n in ("prefix", "suffix") or "font" in n}
        bare |= {n: v for n, v in self.name.items() if n in ("text-decoration", "vertical-align")}
        self.name_styling = Styling(bare)
        self._options: dict[int, NameOptions] = {}

    def options(self, area: Area) -> NameOptions:
        """Return the options in force in a part of the style."""
        key = id(area)
        if key not in self._options:
            own = own_options(self.name, inherited_only=False)
            self._options[key] = read_options(area.style.name_options, area.name_options, own)
        return self._options[key]

    def render(self, ctx: Context) -> Piece | None:
        """Return the names, or what stands in for them, or None."""
        ctx.called += 1
        outermost = ctx.names_depth == 0 and ctx.first_names is None and not ctx.author_left_out
        ctx.names_depth += 1
        printed = ctx.printed
        piece = self._own(ctx)
        if piece is None:
            piece = self._substituted(ctx)
        ctx.names_depth -= 1
        if piece is None or not outermost:
            return piece
        if ctx.without_author:
            ctx.author_left_out = True
            ctx.printed = printed
            return None
        if not (isinstance(piece, Span) and piece.role == "names"):
            piece = Span((piece,), role="names", data=())
        ctx.first_names = piece
        return piece

    def _own(self, ctx: Context) -> Piece | None:
        lists = [
            (variable, names)
            for variable in self.variables
            if variable not in ctx.suppressed and (names := ctx.item.names(variable))
        ]
        if not lists:
            return None
        options = self.options(ctx.area)
        for variable, _ in lists:
            ctx.prints(variable)
        lists = _collapsed(lists, ctx)
        if options.form == "count":
            total = sum(len(self._shown(names, options, ctx)[0]) for _, names in lists)
            return str(total) if total else None
        printed = (self._list(variable, names, options, ctx) for variable, names in lists)
        found = [piece for piece in printed if piece is not None]
        if not found:
            return None
        delimiter = self._delimiter(ctx)
        people = tuple(name for _, names in lists for name in names)
        return self.styling.apply(joined(found, delimiter), ctx, "names", people)

    def _delimiter(self, ctx: Context) -> str:
        if "delimiter" in self.attributes:
            return self.styling.delimiter
        for level in (ctx.area.attributes, ctx.area.style.attributes):
            if "names-delimiter" in level:
                return level["names-delimiter"]
        return ""

    def _substituted(self, ctx: Context) -> Piece | None:
        """Return the first substitute that prints, whose variables are then used up."""
        before = ctx.printed_variables
        outer = ctx.substituting
        ctx.substituting = True
        for element in self.substitute:
            ctx.printed_variables = set()
            printed = ctx.printed
            piece = element.render(ctx)
            if piece is not None and piece != "":
                ctx.suppressed |= ctx.printed_variables
                ctx.printed_variables |= before
                if ctx.printed == printed:
                    ctx.printed += 1
                ctx.substituting = outer
                return piece
        ctx.printed_variables = before
        ctx.substituting = outer
        return None

    def _list(
        self, variable: str, names: Sequence[Name], options: NameOptions, ctx: Context
    ) -> Piece | None:
        shown, last, abbreviated = self._shown(names, options, ctx)
        people: list[Piece] = [
            self._person(name, options, ctx, first=number == 0) for number, name in enumerate(shown)
        ]
        if not shown:
            return None
        if last is not None:
            final = self._person(last, options, ctx, first=False)
            parts = [*joined(people, options.delimiter), options.delimiter, "… ", final]
        elif ctx.sorting is not None:
            # Nothing comes before something: who has others beside them follows who has none.
            parts = [*joined(people, ", "), *([", "] if abbreviated else [])]
        elif abbreviated:
            parts = joined(people, options.delimiter)
            et_al = self._et_al(ctx)
            if et_al is not None:
                inverted = self._is_inverted(shown[-1], options, ctx, first=len(shown) == 1)
                precedes = _precedes(options.delimiter_precedes_et_al, len(shown) >= 2, inverted)
                parts += [options.delimiter if precedes else " ", et_al]
        else:
            inverted = len(shown) > 1 and self._is_inverted(
                shown[-2], options, ctx, first=len(shown) == 2
            )
            parts = self._conjoined(people, options, inverted, ctx)
        piece = self.name_styling.apply(parts, ctx, "people")
        if self.label is None or ctx.sorting is not None:
            return piece
        label = self.label.render(variable, len(names), ctx)
        if label is None:
            return piece
        return Span((label, piece) if self.label.leads else (piece, label))

    def _shown(
        self, names: Sequence[Name], options: NameOptions, ctx: Context
    ) -> tuple[Sequence[Name], Name | None, bool]:
        """Return the names to print, one to print after an ellipsis, and if others are left out."""
        others = bool(names) and names[-1].others
        known = [name for name in names if not name.others]
        least, first, use_last = _et_al_limits(options, ctx)
        if first is None or not least or len(names) < least:
            return known, None, others
        first = max(first, ctx.marks.shown) if ctx.sorting is None else first
        if first >= len(known):
            return known, None, others or ctx.sorting is not None
        if use_last and first < len(known) - 1 and not others:
            return known[:first], known[-1], True
        return known[:first], None, True

    def _conjoined(
        self, people: list[Piece], options: NameOptions, inverted: bool, ctx: Context
    ) -> list[Piece]:
        """Join names, the last one by "and"."""
        if len(people) < 2 or not options.and_ or ctx.sorting is not None:
            return joined(people, options.delimiter)
        sign = options.and_ == "symbol" and not ctx.spell_and
        word = "&" if sign else ctx.locale.term("and")
        rule = options.delimiter_precedes_last
        if ctx.area.style.follows_apa and len(people) == 2 and rule == "always":
            rule = "after-inverted-name"  # the names of two groups take no comma (APA 7, 9.8)
        precedes = _precedes(rule, len(people) >= 3, inverted)
        before = options.delimiter if precedes else " "
        if not before[-1:].isspace():
            before += " "
        return [*joined(people[:-1], options.delimiter), before, f"{word} ", people[-1]]

    def _et_al(self, ctx: Context) -> Piece | None:
        text = ctx.locale.term(self.et_al_term)
        return self.et_al_styling.apply((text,), ctx) if text else None

    def _is_inverted(self, name: Name, options: NameOptions, ctx: Context, *, first: bool) -> bool:
        """Say whether a name is printed with the family name first."""
        order = "all" if ctx.sorting is not None else options.name_as_sort_order
        is_person = not name.literal and bool(name.given)
        return is_person and (order == "all" or (order == "first" and first))

    def _person(self, name: Name, options: NameOptions, ctx: Context, *, first: bool) -> Piece:
        order = "all" if ctx.sorting is not None else options.name_as_sort_order
        inverted = order == "all" or (order == "first" and first)
        parts = person(name, options, self.parts, ctx, inverted=inverted)
        return Span(parts, role="name", data=name)


_BOTH = ("editortranslator", "editor-translator")
"""The term for people who are editors and translators, as CSL 1.0.1 and 1.0.2 name it."""


def _collapsed(
    lists: list[tuple[str, tuple[Name, ...]]], ctx: Context
) -> list[tuple[str, tuple[Name, ...]]]:
    """Print people once who are both editors and translators (CSL 1.0.2, Names)."""
    found = dict(lists)
    if "editor" not in found or found.get("editor") != found.get("translator"):
        return lists
    terms = [name for name in _BOTH if ctx.locale.has_term(name)]
    if len(terms) < len(_BOTH):
        return lists
    term = terms[0]
    return [
        (term if variable == "editor" else variable, names)
        for variable, names in lists
        if variable != "translator"
    ]


def _et_al_limits(options: NameOptions, ctx: Context) -> tuple[int, int | None, bool]:
    """Return from how many names a list is cut, to how many, and if the last one stays."""
    least, first, last = options.et_al_min, options.et_al_use_first, options.et_al_use_last
    if ctx.sorting is not None:
        sorting = ctx.sorting
        use_last = last if sorting.use_last is None else sorting.use_last
        return sorting.min or least, sorting.use_first or first, use_last
    if ctx.place is not None and ctx.place.position != FIRST:
        least = options.et_al_subsequent_min or least
        first = options.et_al_subsequent_use_first or first
    return least, first, last


def _precedes(rule: str, contextual: bool, inverted: bool) -> bool:
    return {"always": True, "never": False, "after-inverted-name": inverted}.get(rule, contextual)
