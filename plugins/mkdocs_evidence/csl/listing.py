"""The reference list (CSL 1.0.2, Bibliography, Whitespace, Reference Grouping)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from .context import Marks
from .model import Reference
from .output import Format, Piece, Span, bare_text, replaced, spans
from .printing import Printer
from .style import Area
from .typography import Run


class Lister:
    """Prints references.

    Args:
        area: The style's bibliography.
        printer: Prints items.
        marks: The marks of all items.
        finish: Makes the runs of a reference, as they are to be written.
    """

    def __init__(
        self,
        area: Area,
        printer: Printer,
        marks: Mapping[str, Marks],
        finish: Callable[[Piece], list[Run]],
    ) -> None:
        self._area = area
        self._printer = printer
        self._marks = marks
        self._finish = finish

    def references(self, keys: Sequence[str]) -> list[Reference]:
        """Return the references of items in the order given, but for those without any text."""
        substitute = self._area.attributes.get("subsequent-author-substitute")
        if substitute is not None:
            return self._with_substitutes(keys, substitute)
        listed = (
            self._printer.finished(self._area, key, self._marks[key], partial(self._finished, key))
            for key in keys
        )
        return [reference for reference in listed if reference]

    def _with_substitutes(self, keys: Sequence[str], substitute: str) -> list[Reference]:
        """Return references of which each depends on the one before."""
        found: list[Reference | None] = []
        previous: Span | None = None
        for key in keys:
            pieces, names = self._printer.reference(self._area, key, self._marks[key])
            if names is not None and previous is not None:
                pieces = self._with_substitute(pieces, names, previous, substitute)
            previous = names
            found.append(self._finished(key, pieces))
        return [reference for reference in found if reference]

    def _finished(self, key: str, pieces: list[Piece]) -> Reference | None:
        return Reference(self._finish(self._aligned(pieces)), key) if pieces else None

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
