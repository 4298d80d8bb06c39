"""The axes of the effect plot: how far they reach, where their ticks are, where a value stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import count
from statistics import quantiles

from mkdocs_evidence.effects import RATIOS, margin_of, value_of_no_effect
from mkdocs_evidence.study import Effect

_MOST_STEPS = 4
"""So many steps from tick to tick leave their numbers room on a telephone."""

_FEWEST = 5
"""Of fewer effects than this, none is an outlier."""

_FENCE = 3
_SQUEEZE = 3

_Scale = Callable[[Decimal], Decimal]


@dataclass(frozen=True)
class Axis:
    """An axis, which reaches from its first tick to its last.

    Attributes:
        ticks: The values that are written at it, in their order.
        none: The value of no effect, which is one of them.
        scale: Gives how far along the axis a value stands: the logarithm for ratios, so that ½ and
            2 are equally far from 1.
    """

    ticks: Sequence[Decimal]
    none: Decimal
    scale: _Scale

    def place(self, value: Decimal) -> float:
        """Return where a value stands: in per cent of the axis, 0 at its lower end.

        It is rounded to a tenth, which nobody sees. It is below 0 or above 100 for a value that is
        not on the axis, and infinitely low for a ratio that has no logarithm.
        """
        if self.none and value <= 0:
            return float("-inf")
        low, here, high = (self.scale(each) for each in (self.ticks[0], value, self.ticks[-1]))
        return round(float(100 * (here - low) / (high - low)), 1) + 0.0  # which is never -0.0


def exactly(value: float) -> Decimal:
    """Return a number as the author wrote it, which binary numbers only come close to."""
    return Decimal(repr(value))


def worst_allowed(effect: Effect) -> Decimal | None:
    """Return the value beyond which a result would be worse than the study allowed beforehand.

    Returns:
        The value; None where there is no margin, or nothing that is better. The margin of a ratio
        is a ratio itself: 1.25 and 0.8 allow for the same.
    """
    if (written := margin_of(effect)) is None:
        return None
    margin = exactly(written)
    if effect.type in RATIOS:
        return min(margin, 1 / margin) if effect.better == "higher" else max(margin, 1 / margin)
    return -margin if effect.better == "higher" else margin


def axis_of(effects: Sequence[Effect]) -> Axis:
    """Return the axis for effects of one measure.

    It has no effect, at least one step on both sides of it, and all that the effects show: their
    values, intervals and margins. A step is 1, 2 or 5, or one of these times a power of ten. With
    ratios it is a doubling or ten times as much, or a quarter more where all is close to 1. There
    are at most four, the smallest with which this can be.

    Far outliers do not squeeze the rest where there are five effects or more: they are left out if
    the axis is less than a third as long without them. Far is beyond the outer fences of Tukey
    (1977, Exploratory Data Analysis), which stand three times the distance of the quartiles away
    from these; with ratios, logarithms count.
    """
    measure = effects[0].type
    none = exactly(value_of_no_effect(measure))
    is_ratio = measure in RATIOS
    scale: _Scale = Decimal.ln if is_ratio else Decimal
    values = [value for effect in effects for value in _shown(effect)]
    shown = [none, *(value for value in values if value > 0 or not is_ratio)]
    low, high = min(shown), max(shown)
    if len(effects) >= _FEWEST and low < high:
        low, high = _without_outliers(shown, none, scale)
    if is_ratio:
        return Axis(_ratio_ticks(low, high), none, scale)
    # Eta squared is a share, so that there is nothing below none.
    return Axis(_ticks(low, high, 0 if measure == "eta2" else 1), none, scale)


def _shown(effect: Effect) -> Iterator[Decimal]:
    """Give all that an effect shows on an axis."""
    yield exactly(effect.value)
    yield from map(exactly, effect.ci or ())
    if (margin := worst_allowed(effect)) is not None:
        yield margin


def _without_outliers(
    shown: Sequence[Decimal], none: Decimal, scale: _Scale
) -> tuple[Decimal, Decimal]:
    """Return how far an axis reaches if far outliers squeeze what else it shows."""
    places = {value: scale(value) for value in shown}
    lower, _, upper = quantiles([places[value] for value in shown], method="inclusive")
    far = _FENCE * (upper - lower)
    near = [none, *(each for each in shown if lower - far <= places[each] <= upper + far)]
    low, high, first, last = min(shown), max(shown), min(near), max(near)
    is_squeezed = _SQUEEZE * (places[last] - places[first]) < places[high] - places[low]
    return (first, last) if is_squeezed and first < last else (low, high)


def _ticks(low: Decimal, high: Decimal, least_below: int) -> list[Decimal]:
    """Return the ticks of an axis on which differences count."""
    tried = (
        (step, max(least_below, _rounded_up(-low / step)), max(1, _rounded_up(high / step)))
        for step in _steps(high - low)
    )
    step, below, above = next(each for each in tried if each[1] + each[2] <= _MOST_STEPS)
    return [number * step for number in range(-below, above + 1)]


def _steps(length: Decimal) -> Iterator[Decimal]:
    """Give steps for an axis of this length, from one that is too small upwards."""
    for exponent in count(length.adjusted() - 1 if length else 0):
        for digit in (1, 2, 5):
            yield Decimal(digit).scaleb(exponent)


def _ratio_ticks(low: Decimal, high: Decimal) -> list[Decimal]:
    """Return the ticks of an axis on which ratios count."""
    tried = (
        (factor, max(1, _steps_to(1 / low, factor)), max(1, _steps_to(high, factor)), most)
        for factor, most in _factors()
    )
    factor, below, above, _ = next(each for each in tried if each[1] + each[2] <= each[3])
    return [factor**number for number in range(-below, above + 1)]


def _factors() -> Iterator[tuple[Decimal, int]]:
    """Give steps for an axis of ratios from the smallest upwards, each with how many may be."""
    yield Decimal("1.25"), 2  # The ticks are 0.8, 1 and 1.25; nobody would read those beyond.
    yield Decimal(2), _MOST_STEPS
    for exponent in count(1):
        yield Decimal(10) ** exponent, _MOST_STEPS


def _steps_to(end: Decimal, factor: Decimal) -> int:
    """Return how many steps an axis of ratios has from 1 to its end."""
    return next(steps for steps in count() if factor**steps >= end)


def _rounded_up(value: Decimal) -> int:
    return int(value.to_integral_value("ROUND_CEILING"))
