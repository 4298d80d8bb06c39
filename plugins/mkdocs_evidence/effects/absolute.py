"""How many people of 100 an outcome concerns, with and without the intervention."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mkdocs_evidence.study import Effect, Outcome
from mkdocs_evidence.vocabulary import EffectType

from .conclusion import DIRECTED, EVENTS, conclusion_of
from .conversions import (
    risk_by_hazard_ratio,
    risk_by_odds_ratio,
    risk_by_risk_difference,
    risk_by_risk_ratio,
)

PEOPLE = (100, 1000)
"""Of how many people numbers are told: of 1,000 where rounding to 100 would mislead."""


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

    @property
    def parts(self) -> list[float]:
        """The risk, and the ends of its interval where they are known."""
        return [part for part in (self.risk, self.low, self.high) if part is not None]


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

    Of events in groups, the first group is that of the intervention, the second the other. What
    was counted comes before what can be computed.
    """
    effect = outcome.effect
    if outcome.events:
        if len(outcome.events) != 2:
            return None
        risks = counted_risks(outcome)
        (one, first), (other, second) = risks.items()
        is_told = effect is not None and effect.type in EVENTS and _tells(effect)
        people = people_for(risks.values(), second if is_told else None)
        return AbsoluteNumbers(Share(first), Share(second), True, (one, other), people)
    if outcome.baseline is None or effect is None or effect.type not in _RISKS:
        return None
    risk, baseline = _RISKS[effect.type], outcome.baseline
    low, high = (risk(end, baseline) for end in effect.ci) if effect.ci else (None, None)
    share = Share(risk(effect.value, baseline), low, high)
    people = people_for([*share.parts, baseline], baseline if _tells(effect) else None)
    return AbsoluteNumbers(share, Share(baseline), are_counted=False, people=people)


def counted_risks(outcome: Outcome) -> dict[str, float]:
    """Return the part of each group in which events were counted, from 0 to 1."""
    return {name: counted.n / counted.of for name, counted in (outcome.events or {}).items()}


def people_for(shares: Iterable[float], apart_from: float | None = None) -> int:
    """Return of how many people shares are best told, the fewest for which rounding is harmless.

    Args:
        shares: Parts of all people, from 0 to 1. None that is more than nobody, or less than
            everybody, is to be rounded to it.
        apart_from: A share from which the others are to be told apart after rounding.
    """
    shares = list(shares)
    for people in PEOPLE:
        rounded = {share: round(people * share) for share in shares}
        if all(0 < of < people for share, of in rounded.items() if 0 < share < 1) and not any(
            of == round(people * apart_from)
            for share, of in rounded.items()
            if apart_from is not None and share != apart_from
        ):
            return people
    return PEOPLE[-1]


def _tells(effect: Effect) -> bool:
    return conclusion_of(effect) in DIRECTED
