"""How many people of 100 an outcome concerns, with and without the intervention."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_evidence.summary import Outcome
from mkdocs_evidence.vocabulary import EffectType

from .conversions import (
    risk_by_hazard_ratio,
    risk_by_odds_ratio,
    risk_by_risk_difference,
    risk_by_risk_ratio,
)


@dataclass(frozen=True)
class Share:
    """How many people of a group an outcome concerns.

    Attributes:
        risk: Their part of the group, from 0 to 1.
        low: The lower end of its interval, where it is known.
        high: The upper end.
    """

    risk: float
    low: float | None = None
    high: float | None = None

    @property
    def per_100(self) -> int:
        """How many of 100 people, to the nearest person."""
        return self.of(100)

    def of(self, people: int) -> int:
        """Return how many of so many people, to the nearest person."""
        return round(people * self.risk)


@dataclass(frozen=True)
class AbsoluteNumbers:
    """The shares of two groups.

    Attributes:
        intervention: That of the group to which something was offered.
        comparator: That of the other group.
        are_counted: Whether they were counted in the study, and not computed from the effect and
            from how likely the outcome is without the intervention.
        groups: What the author calls the two groups, where they were counted.
        people: Of how many people numbers are best told: 100, or 1,000 where of 100 somebody would
            be rounded away. Icons for 100 people suit the first only.
    """

    intervention: Share
    comparator: Share
    are_counted: bool
    groups: tuple[str, str] | None = None
    people: int = 100


_RISKS: dict[EffectType, Callable[[float, float], float]] = {
    "OR": risk_by_odds_ratio,
    "RR": risk_by_risk_ratio,
    "HR": risk_by_hazard_ratio,
    "RD": risk_by_risk_difference,
}


def absolute_numbers(outcome: Outcome) -> AbsoluteNumbers | None:
    """Return how many people an outcome concerns in two groups, or None where it cannot be known.

    Of events in groups, the first group is that of the intervention, the second the other.
    """
    if outcome.events and len(outcome.events) == 2:
        (first, counted), (second, others) = outcome.events.items()
        return AbsoluteNumbers(
            Share(counted.n / counted.of), Share(others.n / others.of), True, (first, second)
        )
    effect = outcome.effect
    if outcome.baseline is None or effect is None or effect.type not in _RISKS:
        return None
    risk, baseline = _RISKS[effect.type], outcome.baseline
    low, high = (risk(end, baseline) for end in effect.ci) if effect.ci else (None, None)
    share = Share(risk(effect.value, baseline), low, high)
    return AbsoluteNumbers(share, Share(baseline), are_counted=False)
