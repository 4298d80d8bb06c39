"""An effect together with what is needed to speak of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.study import Effect, Evidence, Outcome
from mkdocs_evidence.vocabulary import Design

from .absolute import AbsoluteNumbers, absolute_numbers
from .conclusion import DIRECTED, Conclusion, conclusion_of, value_of_no_effect

WITHOUT_OTHERS: frozenset[Design] = frozenset({"single-arm", "case-series", "single-case"})
"""The designs without another group, where an effect is a change over time."""

BY_CHANCE: frozenset[Design] = frozenset({"randomised-trial", "cluster-randomised-trial"})
"""The designs in which chance decided who was offered what."""

NOT_BY_CHANCE: frozenset[Design] = frozenset(
    {"non-randomised-trial", "cohort", "case-control", "cross-sectional"}
)
"""The designs of which it is certain that groups were not formed by chance."""

REVIEWS: frozenset[Design] = frozenset(
    {"systematic-review", "meta-analysis", "network-meta-analysis"}
)
"""The designs in which it depends on the studies whether groups were formed by chance."""

LONGEST_NAME = 25
"""How many characters a name has at most that is repeated in sentences: longer ones hide them."""


@dataclass(frozen=True)
class Finding:
    """An effect, the study that found it, and the language in which it is told.

    Attributes:
        outcome: What was looked at.
        effect: What was found.
        evidence: The study.
        words: The words of the language.
    """

    outcome: Outcome
    effect: Effect
    evidence: Evidence
    words: Catalogue

    @cached_property
    def conclusion(self) -> Conclusion:
        """What the effect allows to conclude."""
        return conclusion_of(self.effect)

    @property
    def is_directed(self) -> bool:
        """Whether it can be concluded that there is an effect."""
        return self.conclusion in DIRECTED

    @property
    def is_above(self) -> bool:
        """Whether a directed effect lies above no effect."""
        ends = self.effect.ci
        return ends is not None and min(ends) > value_of_no_effect(self.effect.type)

    @property
    def is_change(self) -> bool:
        """Whether the effect is a change over time, there being no other group."""
        return self.evidence.design in WITHOUT_OTHERS

    @cached_property
    def absolute(self) -> AbsoluteNumbers | None:
        """How many people it concerns, where that is known."""
        return absolute_numbers(self.outcome)

    @cached_property
    def sides(self) -> tuple[str, str]:
        """Where or when the two values were found that are compared, to be put into a sentence.

        Where a name is too long, the sentence speaks of the first group and the second, as the
        panel calls them where it says what was compared.
        """
        if self.is_change:
            return self.words.text("effect_after"), self.words.text("effect_before")
        compared = self.evidence.comparison
        if (
            compared
            and compared.comparator
            and _is_long(compared.intervention, compared.comparator)
        ):
            return self.short_sides
        return (
            self._group("intervention", compared.intervention if compared else None),
            self._group("comparator", compared.comparator if compared else None),
        )

    def _group(self, side: str, name: str | None) -> str:
        if name is None or _is_long(name):
            return self.words.text(f"effect_group_{side}")
        return self.words.text("effect_group", group=name)

    @property
    def short_sides(self) -> tuple[str, str]:
        """The two sides for a sentence that follows one in which they are named."""
        if self.is_change:
            return self.sides
        return self.words.text("effect_group_first"), self.words.text("effect_group_second")

    def say(self, name: str, **values: object) -> str:
        """Return a sentence of this name with its values; the two sides are among them."""
        intervention, comparator = self.sides
        sides = {"intervention": intervention, "comparator": comparator}
        return self.words.text(f"effect_{name}", **sides | values)

    def say_with(self, interval: Sequence[str], name: str, **values: object) -> str:
        """Return a sentence of numbers, with their interval where there is one.

        Where there is none, no sentence before has named the two sides.
        """
        if not interval:
            return self.say(name, interval="", **values)
        low, high = interval
        intervention, comparator = self.short_sides
        sides = {"intervention": intervention, "comparator": comparator}
        told = self.words.text("effect_interval", low=low, high=high)
        return self.say(name, interval=told, **sides | values)


def _is_long(*names: str) -> bool:
    return any(len(name) > LONGEST_NAME for name in names)
