"""The reference list (CSL 1.0.2, Bibliography, Whitespace, Reference Grouping)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .context import Context, Marks
from .elements.group import render_all
from .items import Item
from .locales import Locale
from .output import Format, Piece, Span, bare_text, replaced, spans
from .style import Area


class Lister:
    """Prints references.

    Args:
        area: The style's bibliography.
        locale: The terms.
        item: Gives the item of a key.
        marks: The marks of all items.
    """

    def __init__(
        self,
        area: Area,
        locale: Locale,
        item: Callable[[str], Item],
        marks: dict[str, Marks],
    ) -> None:
        self._area = area
        self._locale = locale
        self._item = item
        self._marks = marks

    def references(self, keys: Sequence[str]) -> list[tuple[str, Piece]]:
        """Return the references of items in the order given."""
        substitute = self._area.attributes.get("subsequent-author-substitute")
        found: list[tuple[str, Piece]] = []
        previous: Span | None = None
        for key in keys:
            pieces, names = self._reference(key)
            if substitute is not None and names is not None and previous is not None:
                pieces = self._with_substitute(pieces, names, previous, substitute)
            previous = names
            if pieces:
                found.append((key, self._aligned(pieces)))
        return found

    def _reference(self, key: str) -> tuple[list[Piece], Span | None]:
        ctx = Context(self._locale, self._area, self._item(key), self._marks[key])
        pieces = render_all(self._area.layout, ctx)
        return pieces, ctx.first_names

    def _aligned(self, pieces: list[Piece]) -> Piece:
        """Put the first field into the margin where the style wants it, and add the affixes."""
        styling = self._area.styling
        if self._area.option("second-field-align") and pieces:
            first = Span(pieces[:1], Format(display="left-margin"))
            rest = Span([*pieces[1:], styling.suffix], Format(display="right-inline"))
            return Span([styling.prefix, first, rest], styling.format)
        last = pieces[-1]
        if isinstance(last, Span) and last.format and last.format.display:
            pieces = [*pieces[:-1], last.with_parts([*last.parts, styling.suffix])]
            return Span([styling.prefix, *pieces], styling.format)
        return Span([styling.prefix, *pieces, styling.suffix], styling.format)

    def _with_substitute(
        self, pieces: list[Piece], names: Span, previous: Span, substitute: str
    ) -> list[Piece]:
        """Print a sign for people whom the reference before names too."""
        rule = self._area.option("subsequent-author-substitute-rule", "complete-all")
        own, before = _people(names), _people(previous)
        if rule.startswith("complete") or not own or not before:
            if _printed_people(names) != _printed_people(previous):
                return pieces
            if not own:
                return [replaced(piece, [names], [substitute]) for piece in pieces]
            if rule != "complete-each":
                new = _all_swapped(names, substitute)
                return [replaced(piece, [names], new) for piece in pieces]
            old = own
        else:
            old = _alike(own, before, first_only=rule == "partial-first")
        return [replaced(piece, old, [substitute]) for piece in pieces]


def _people(names: Span) -> list[Span]:
    return [span for part in names.parts for span in spans(part, "name")]


def _printed_people(names: Span) -> list[str]:
    """Return the names as they are printed, without labels; without people, all of the text."""
    lists = [span for part in names.parts for span in spans(part, "people")]
    return [*map(bare_text, lists or [names])]


def _alike(own: Sequence[Span], before: Sequence[Span], *, first_only: bool) -> list[Span]:
    """Return the people, from the first one on, whom the reference before names too."""
    alike: list[Span] = []
    for span, other in zip(own, before, strict=False):
        if bare_text(span) != bare_text(other):
            break
        alike.append(span)
    return alike[:1] if first_only else alike


def _all_swapped(names: Span, substitute: str) -> list[Piece]:
    """Return the sign, with what follows the names inside of their element, such as a label."""
    lists = [span for part in names.parts for span in spans(part, "people")]
    piece: Piece = names
    for number, each in enumerate(lists):
        piece = replaced(piece, [each], [] if number else [substitute])
    return [piece]
