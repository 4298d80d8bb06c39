"""What cannot be true of one effect, or is odd, by its numbers alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import log
from typing import NamedTuple

from mkdocs_evidence.effects import RATIOS, RELATIONS, conclusion_of, value_of_no_effect
from mkdocs_evidence.reading import Path
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.study import Comparison, Effect
from mkdocs_evidence.vocabulary import EffectType

LOWEST_LEVEL = 50
"""The lowest level of an interval that is one; below it stand shares and probabilities of error."""

LARGEST_RATIO = 3
"""How much worse a margin may allow a ratio to be; margins that are reported stay below 2."""

_LIMITS: Mapping[EffectType, tuple[int, int]] = {"r": (-1, 1), "eta2": (0, 1), "RD": (-1, 1)}
_NOBODY = "none"


class Flaw(NamedTuple):
    """Something that is wrong or odd.

    Attributes:
        path: Where it stands, from the group that was looked at.
        rule: The kind of problem.
        message: What is wrong.
        advice: What to write instead.
    """

    path: Path
    rule: RuleId
    message: str
    advice: str

    def below(self, *path: str | int) -> Flaw:
        """Return the flaw as it is seen from a group further out."""
        return self._replace(path=(*path, *self.path))


def effect_flaws(effect: Effect, comparison: Comparison | None) -> Iterator[Flaw]:
    """Yield what is wrong with an effect.

    Where a number cannot be, nothing is said of what it would mean.

    Args:
        effect: The effect.
        comparison: What was compared.
    """
    wrong = [*_impossible_numbers(effect)] or [*_wrong_interval(effect)]
    yield from wrong
    yield from _impossible_level(effect)
    yield from _wrong_margin(effect)
    if not wrong:
        yield from _contradicted_side(effect, comparison)


def _impossible_numbers(effect: Effect) -> Iterator[Flaw]:
    """Yield each number that the measure cannot have."""
    ends: dict[Path, float] = {("ci", place): end for place, end in enumerate(effect.ci or ())}
    for path, number in {("value",): effect.value, **ends}.items():
        if effect.type in RATIOS and number <= 0:
            message = f"An {effect.type} is a ratio and always above 0, so {number:g} cannot be."
            yield Flaw(path, "impossible-effect", message, _about_ratio(number))
        low, high = _LIMITS.get(effect.type, (number, number))
        if not low <= number <= high:
            message = f"An {effect.type} lies between {low} and {high}, so {number:g} cannot be."
            yield Flaw(path, "impossible-effect", message, _about_limits(effect.type, number))


def _about_ratio(number: float) -> str:
    if number == 0:
        return "If the article rounded it to 0.00, write 0.004, which is rounded to the same."
    return (
        "Compare it with the article; perhaps it is the logarithm of the ratio, or the type is"
        " another one."
    )


def _about_limits(effect_type: EffectType, number: float) -> str:
    if effect_type == "r":
        return "Compare it with the article; perhaps the point is missing, or the type is “beta”."
    if effect_type == "eta2" and number < 0:
        return "Compare it with the article; the least that can be explained is nothing."
    return f"Write {number / 100:g} for {number:g} per cent."


def _wrong_interval(effect: Effect) -> Iterator[Flaw]:
    if effect.ci is None:
        return
    low, high = effect.ci
    if low > high:
        message = f"The lower end of the interval, {low:g}, is above the upper end, {high:g}."
        yield Flaw(("ci", 0), "interval-order", message, f"Write [{high:g}, {low:g}].")
    elif not low <= effect.value <= high:
        yield Flaw(
            ("value",),
            "value-outside-interval",
            f"The value {effect.value:g} is not in its interval, from {low:g} to {high:g}.",
            "Compare the three numbers with the article; perhaps one has lost its sign or a digit.",
        )


def _impossible_level(effect: Effect) -> Iterator[Flaw]:
    if effect.level < LOWEST_LEVEL:
        meant = 100 * effect.level if effect.level <= 1 else 100 - effect.level
        yield Flaw(
            ("level",),
            "impossible-level",
            f"The level of an interval is in per cent, such as 95, so {effect.level:g} is too low.",
            f"Write {meant:g} for a {meant:g}% interval.",
        )


def _wrong_margin(effect: Effect) -> Iterator[Flaw]:
    if effect.margin is None:
        return
    if effect.type in RELATIONS:
        message = f"A margin is set for a difference between groups, and “{effect.type}” is none."
        advice = "Remove “margin”, or correct “type”."
        yield Flaw(("margin",), "unused-number", message, advice)
    elif effect.better is None:
        message = "A margin says how much worse is still allowed, but nothing says what is worse."
        advice = "Add “better: higher” or “better: lower”, whichever is good here."
        yield Flaw(("margin",), "unused-number", message, advice)
    elif effect.type in RATIOS and not 0 < abs(log(effect.margin)) <= log(LARGEST_RATIO):
        message = f"The margin of an {effect.type} is a ratio too, so {effect.margin:g} is odd."
        if effect.margin == 1:
            message = f"The margin of an {effect.type} is a ratio too, and 1 allows nothing."
        advice = "Write it as the article does for ratios, such as 1.25, or 0.8 for the other side."
        yield Flaw(("margin",), "odd-margin", message, advice)


def _contradicted_side(effect: Effect, comparison: Comparison | None) -> Iterator[Flaw]:
    """Yield what is odd about the side for which the effect is said to speak."""
    if effect.favours is None or effect.ci is None:
        return
    (low, high), none = effect.ci, value_of_no_effect(effect.type)
    side, conclusion = effect.favours, conclusion_of(effect)
    interval = f"the interval from {low:g} to {high:g}"
    if side.casefold() == _NOBODY:
        if conclusion in ("better", "worse", "higher", "lower"):
            yield _contradicted(
                f"“favours: {side}” says that neither side did better, but {interval} leaves out"
                f" {none:g}, which would be no difference.",
                "Write the side for which it speaks. If the difference is too small to matter,"
                " leave “favours” out and say so in the text.",
            )
    elif low < none < high:
        yield _contradicted(
            f"“favours: {side}” names a side, but {interval} includes {none:g}, which is no"
            " difference.",
            "Write “favours: none”.",
        )
    elif comparison and side.casefold() == _loser(conclusion, comparison).casefold():
        yield _contradicted(
            f"By its numbers and “better: {effect.better}”, the effect speaks against “{side}”.",
            "Correct “better” or “favours”, or the signs of the numbers. An effect is the"
            " intervention minus, or over, the comparator.",
        )


def _loser(conclusion: str, comparison: Comparison) -> str:
    """Return what did worse, as far as it has a name."""
    sides = {"better": comparison.comparator, "worse": comparison.intervention}
    return sides.get(conclusion) or ""


def _contradicted(message: str, advice: str) -> Flaw:
    return Flaw(("favours",), "favours-contradicted", message, advice)
