"""What an effect and its interval allow to conclude."""

from __future__ import annotations

from typing import Literal

from mkdocs_evidence.summary import Effect
from mkdocs_evidence.vocabulary import EffectType

RATIOS: frozenset[EffectType] = frozenset({"RR", "OR", "HR"})
"""The measures that are 1 where there is no difference; the others are 0."""

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


def value_of_no_effect(effect_type: EffectType) -> float:
    """Return the value of a measure that means no difference, or no relation."""
    return 1.0 if effect_type in RATIOS else 0.0


def conclusion_of(effect: Effect) -> Conclusion:
    """Return what an effect and its interval allow to conclude."""
    if effect.ci is None:
        return "unknown"
    none = value_of_no_effect(effect.type)
    low, high = effect.ci
    if effect.margin is not None and effect.better is not None:
        return _conclusion_by_margin(effect, effect.margin)
    if low <= none <= high:
        return "unclear"
    side: Literal["higher", "lower"] = "higher" if low > none else "lower"
    if effect.better is None:
        return side
    return "better" if effect.better == side else "worse"


def _conclusion_by_margin(effect: Effect, margin: float) -> Conclusion:
    assert effect.ci
    sign = 1 if effect.better == "higher" else -1
    worst, best = sorted(sign * (end - value_of_no_effect(effect.type)) for end in effect.ci)
    if worst > 0:
        return "better"
    if worst > -margin:
        return "not-worse"
    return "worse" if best < -margin else "perhaps-worse"
