"""The panels of the effect plot: which effects stand on one axis, and where they stand on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from mkdocs_evidence.csl.collation import collation_key
from mkdocs_evidence.effects import RELATIONS, WITHOUT_OTHERS
from mkdocs_evidence.study import Effect, Outcome
from mkdocs_evidence.vocabulary import Direction, EffectType

from .covered import CoveredStudy
from .effect_plot_axis import Axis, axis_of, exactly, worst_allowed

OPEN_ROWS = 20
"""So many rows of a panel, those of the newest posts, are seen at once."""

FOLDED_ROWS = 50
"""So many of the others unfold together."""

_OWN_UNITS: frozenset[EffectType] = frozenset({"MD", "beta"})
"""The measures whose size depends on the questionnaire or unit."""

Kind = Literal["difference", "change", "relation", "strength"]
"""What effects are about: two groups, one group over time, two things that go together or not, or
how closely they do."""

Side = Literal["low", "high"]
"""An end of an axis: that of low or that of high values."""


@dataclass(frozen=True)
class Sort:
    """What effects have in common that stand on one axis.

    Attributes:
        measure: Their measure.
        kind: What they are about.
        better: Which end is the better one; None where it is not known, or where neither is.
        unit: The questionnaire, or else the outcome, where the measure has units of its own.
    """

    measure: EffectType
    kind: Kind
    better: Direction | None
    unit: str

    @property
    def ends(self) -> str:
        """The name of what the two ends of the axis mean."""
        if self.kind in ("relation", "strength"):
            return self.kind
        return self.better or "unknown"

    @property
    def sides(self) -> str:
        """The name of the sentence on what the two sides of no effect mean."""
        return f"{self.kind}_{self.ends}" if self.kind in ("difference", "change") else self.kind

    @property
    def tags(self) -> list[str]:
        """The names of what tells it from others of its measure and unit."""
        change = ["change"] if self.kind == "change" else []
        return [*change, *([f"better_{self.better}"] if self.better else [])]


@dataclass(frozen=True)
class Found:
    """An outcome with the effect that was found."""

    study: CoveredStudy
    outcome: Outcome
    effect: Effect

    @property
    def sort(self) -> Sort:
        """What decides on which axis it stands."""
        measure, better = self.effect.type, self.effect.better
        kind: Kind = "difference"
        if measure in RELATIONS:
            kind, better = "strength" if measure == "eta2" else "relation", None
        elif self.study.evidence.design in WITHOUT_OTHERS:
            kind = "change"
        return Sort(measure, kind, better, self.unit.casefold())

    @property
    def unit(self) -> str:
        """What its measure counts, in the author's words; empty where that is always the same."""
        if self.effect.type not in _OWN_UNITS:
            return ""
        return self.outcome.measure or self.outcome.name


@dataclass(frozen=True)
class Drawing:
    """Where the parts of an effect stand, in per cent of the axis.

    Attributes:
        value: The effect; at an end where it lies beyond that.
        beyond: The end beyond which it lies, if it does.
        interval: The ends of what is seen of its interval; none where it has no interval.
        goes_on: The ends of the axis beyond which its interval goes on.
        margin: The margin, where one was set and is on the axis.
    """

    value: float
    beyond: Side | None = None
    interval: Sequence[float] = ()
    goes_on: Sequence[Side] = ()
    margin: float | None = None


@dataclass(frozen=True)
class Panel:
    """Effects on one axis.

    Attributes:
        sort: What they have in common.
        found: The effects: those of the newest post first, those of retracted articles last.
        axis: The axis.
    """

    sort: Sort
    found: Sequence[Found]
    axis: Axis

    def portions(self) -> list[list[list[Found]]]:
        """Return the effects in portions, those of one post together in each."""
        starts = [0, *range(OPEN_ROWS, len(self.found), FOLDED_ROWS)]
        return [
            [list(group) for _, group in groupby(portion, key=lambda found: found.study.url)]
            for start, end in zip(starts, [*starts[1:], None], strict=True)
            if (portion := self.found[start:end])
        ]


def panels_of(studies: Sequence[CoveredStudy]) -> list[Panel]:
    """Return the effects of studies in panels, in the order of the vocabulary and of units."""
    by_sort: dict[Sort, list[Found]] = {}
    for study in sorted(studies, key=lambda study: study.is_retracted):
        for outcome in study.evidence.outcomes:
            if outcome.effect:
                found = Found(study, outcome, outcome.effect)
                by_sort.setdefault(found.sort, []).append(found)
    return [
        Panel(sort, by_sort[sort], axis_of([found.effect for found in by_sort[sort]]))
        for sort in sorted(by_sort, key=_rank)
    ]


def _rank(sort: Sort) -> tuple[object, ...]:
    better = (*get_args(Direction), None)
    return (
        get_args(EffectType).index(sort.measure),
        get_args(Kind).index(sort.kind),
        collation_key(sort.unit),
        sort.unit,
        better.index(sort.better),
    )


def drawing_of(effect: Effect, axis: Axis) -> Drawing:
    """Return where the parts of an effect stand on its axis."""
    value = axis.place(exactly(effect.value))
    ends = [axis.place(exactly(end)) for end in effect.ci or ()]
    worst = worst_allowed(effect)
    margin = None if worst is None else axis.place(worst)
    return Drawing(
        _on_axis(value),
        _beyond(value),
        [_on_axis(end) for end in ends],
        [side for end in ends if (side := _beyond(end))],
        margin if margin is not None and not _beyond(margin) else None,
    )


def _beyond(place: float) -> Side | None:
    if 0 <= place <= 100:
        return None
    return "low" if place < 0 else "high"


def _on_axis(place: float) -> float:
    return min(max(place, 0.0), 100.0)
