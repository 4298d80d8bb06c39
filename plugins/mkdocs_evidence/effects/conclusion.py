"""What an effect and its interval allow to conclude."""

from __future__ import annotations

from math import inf, log
from typing import Literal

from mkdocs_evidence.study import Effect
from mkdocs_evidence.vocabulary import EffectType

STANDARDISED: frozenset[EffectType] = frozenset({"g", "d", "SMD"})
"""The differences between averages that are counted in standard deviations."""

RATIOS: frozenset[EffectType] = frozenset({"RR", "OR", "HR"})
"""The measures that are 1 where there is no difference; the others are 0."""

EVENTS: frozenset[EffectType] = RATIOS | {"RD"}
"""The measures of how often something happens in two groups."""

RELATIONS: frozenset[EffectType] = frozenset({"r", "beta", "eta2"})
"""The measures of how two things go together, where neither end is the better one."""

Conclusion = Literal[
    "better",
    "worse",
    "higher",
    "lower",
    "together",
    "opposed",
    "related",
    "unclear",
    "not-worse",
    "perhaps-worse",
    "unknown",
]
"""``better`` and ``worse`` where the interval leaves no effect out and it is known what is better,
``higher`` and ``lower`` where it is not known. ``together``, ``opposed`` and ``related`` are about
two things that were measured: where there is more of one there is more of the other, or less, or
they are related in a way that has no direction. ``unclear`` is where the interval includes no
effect. ``not-worse`` and ``perhaps-worse`` are about a margin that was set beforehand. ``unknown``
is without an interval."""

DIRECTED: frozenset[Conclusion] = frozenset(
    {"better", "worse", "higher", "lower", "together", "opposed", "related"}
)
"""The conclusions that there is an effect; each comes of an interval that leaves no effect out."""


def value_of_no_effect(effect_type: EffectType) -> float:
    """Return the value of a measure that means no difference, or no relation."""
    return 1.0 if effect_type in RATIOS else 0.0


def conclusion_of(effect: Effect) -> Conclusion:
    """Return what an effect and its interval allow to conclude.

    An interval that ends exactly at no effect includes it. Between differences and ratios, a
    margin needs to be known what is better; for relations, neither matters.
    """
    if effect.ci is None:
        return "unknown"
    if effect.type in RELATIONS:
        return _conclusion_on_relation(effect, *effect.ci)
    if (margin := margin_of(effect)) is not None:
        return _conclusion_by_margin(effect, margin)
    none = value_of_no_effect(effect.type)
    low, high = effect.ci
    if low <= none <= high:
        return "unclear"
    side: Literal["higher", "lower"] = "higher" if low > none else "lower"
    if effect.better is None:
        return side
    return "better" if effect.better == side else "worse"


def _conclusion_on_relation(effect: Effect, low: float, high: float) -> Conclusion:
    if low <= 0 <= high:
        return "unclear"
    if effect.type == "eta2":
        return "related"
    return "together" if low > 0 else "opposed"


def _conclusion_by_margin(effect: Effect, margin: float) -> Conclusion:
    """Return the conclusion of a study of whether something is not worse by more than a margin.

    The cases are those of CONSORT's figure for such trials (Piaggio et al., 2012, Reporting of
    noninferiority and equivalence randomized trials, JAMA, 308, 2594-2604).
    """
    worst, best = advantage(effect)
    if worst > 0:
        return "better"
    if worst > -reach_of(margin, effect.type):
        return "not-worse"
    return "worse" if best < 0 else "perhaps-worse"


def advantage(effect: Effect) -> tuple[float, float]:
    """Return the interval of an effect as an advantage, which is above 0 where it is better.

    Args:
        effect: A difference or ratio with an interval, of which it is known what is better. A
            ratio is counted on the scale of its logarithm, where two and a half are equally far
            from no effect.
    """
    assert effect.ci
    sign = 1 if effect.better == "higher" else -1
    worst, best = sorted(sign * _distance(end, effect.type) for end in effect.ci)
    return worst, best


def margin_of(effect: Effect) -> float | None:
    """Return the margin of an effect as it is written, or None where it would say nothing.

    It says something of differences and ratios, if it is known what is worse.
    """
    return None if effect.better is None or effect.type in RELATIONS else effect.margin


def reach_of(margin: float, effect_type: EffectType) -> float:
    """Return how far from no effect a margin reaches, on the scale of `advantage`.

    That of a ratio is a ratio itself: 1.25 and its inverse, 0.8, allow for the same.
    """
    return abs(_distance(margin, effect_type))


def _distance(value: float, effect_type: EffectType) -> float:
    """Return how far a value lies above no effect."""
    if effect_type in RATIOS:
        return log(value) if value > 0 else -inf
    return value
