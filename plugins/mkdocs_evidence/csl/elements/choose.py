"""Conditions (CSL 1.0.2, Choose)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context
from ..numbers import is_numeric
from ..output import Piece, Span
from .base import Element
from .group import TRANSPARENT, render_all

Test = Callable[[Context], bool]

_IMPLIED = {
    SUBSEQUENT: (SUBSEQUENT, IBID, IBID_WITH_LOCATOR),
    IBID: (IBID, IBID_WITH_LOCATOR),
    IBID_WITH_LOCATOR: (IBID_WITH_LOCATOR,),
    FIRST: (FIRST,),
}
"""The positions for which a test of ``position`` is true."""


@dataclass(frozen=True, slots=True)
class Branch:
    """An ``if``, ``else-if`` or ``else``: what is tested, and what is printed if it holds."""

    tests: Sequence[Test]
    combine: Callable[[Iterable[bool]], bool]
    elements: Sequence[Element]

    def holds(self, ctx: Context) -> bool:
        """Say whether the branch is taken."""
        return self.combine(test(ctx) for test in self.tests)


class Choose:
    """``<choose>``: what the first branch prints whose condition holds."""

    def __init__(self, branches: Sequence[Branch]) -> None:
        self.branches = branches

    def render(self, ctx: Context) -> Piece | None:
        """Return what the branch that is taken prints, or None."""
        for branch in self.branches:
            if branch.holds(ctx):
                parts = render_all(branch.elements, ctx)
                return Span(parts, role=TRANSPARENT) if parts else None
        return None


def branch(attributes: Mapping[str, str], elements: Sequence[Element]) -> Branch:
    """Return the branch for an ``if`` or ``else-if``; without attributes, for an ``else``."""
    tests = [
        test
        for name, value in attributes.items()
        if name in _TESTS
        for test in map(_TESTS[name], value.split())
    ]
    match = attributes.get("match", "all")
    combine = {"all": all, "any": any, "none": _none}.get(match, all)
    return Branch(tests, combine, elements)


def _none(results: Iterable[bool]) -> bool:
    return not any(results)


def _is_numeric(variable: str) -> Test:
    return lambda ctx: is_numeric(ctx.text(variable))


def _is_uncertain(variable: str) -> Test:
    def test(ctx: Context) -> bool:
        date = ctx.item.date(variable)
        return date is not None and date.circa

    return test


def _position(position: str) -> Test:
    if position == "near-note":
        return lambda ctx: ctx.place is not None and ctx.place.near
    implied = _IMPLIED.get(position, ())
    return lambda ctx: ctx.place is not None and ctx.place.position in implied


def _locator(label: str) -> Test:
    name = label.replace("-", " ")
    return lambda ctx: (
        ctx.place is not None
        and bool(ctx.place.locator)
        and ctx.place.label.replace("-", " ") == name
    )


_TESTS: dict[str, Callable[[str], Test]] = {
    "type": lambda name: lambda ctx: ctx.item.type == name,
    "variable": lambda name: lambda ctx: ctx.has(name),
    "is-numeric": _is_numeric,
    "is-uncertain-date": _is_uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": lambda value: lambda ctx: ctx.marks.condition == (value == "true"),
}
