"""What a study is in a form that can be compared across posts: who, what, with which effect."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import AfterValidator, BeforeValidator, Field, FiniteFloat
from pydantic_core import PydanticCustomError, PydanticKnownError

from mkdocs_evidence.fields import Fields, Line, Word, listed
from mkdocs_evidence.vocabulary import (
    CertaintyLevel,
    CertaintyReason,
    CertaintySystem,
    ComparatorType,
    Design,
    Direction,
    EffectType,
    Harms,
    Interval,
    OutcomeRole,
)

GREATEST = 10**12
"""No study has more people, and no effect is larger; what is beyond has slipped from a finger."""

LEAST = 1e-6
"""No effect is nearer to 0 than this without being 0; so no clear one is ever rounded to 0."""

_Real = TypeVar("_Real", int, float)


def _within_reason(number: _Real) -> _Real:
    """Return a number if it is not too large, and not too near to 0, to be meant.

    The schema leaves this out, so that nobody has to read of it who writes sensible numbers.

    Raises:
        PydanticKnownError: It is too large.
        PydanticCustomError: It is too near to 0.
    """
    if number > GREATEST:
        raise PydanticKnownError("less_than_equal", {"le": GREATEST})
    if number < -GREATEST:
        raise PydanticKnownError("greater_than_equal", {"ge": -GREATEST})
    if 0 < abs(number) < LEAST:
        advice = "Compare it with the article, or count in a smaller unit."
        raise PydanticCustomError(
            "wrong_value", "A number this near to 0 cannot be told from it.", {"advice": advice}
        )
    return number


def _two(value: object) -> object:
    """Return a list of two, whatever they are.

    Raises:
        PydanticCustomError: It is none, so that the author is told how to write one.
    """
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise PydanticCustomError("two_numbers", "not two numbers")
    return value


Number = Annotated[FiniteFloat, AfterValidator(_within_reason)]
_Two = Annotated[list[Number], Field(min_length=2, max_length=2)]
Count = Annotated[int, Field(gt=0), AfterValidator(_within_reason)]


class Participants(Fields):
    """Who took part."""

    n: Count | None = None
    """How many people took part; for a review, in all of its studies together."""
    studies: Count | None = None
    """How many studies a review covers; left out for a single study."""
    groups: Count | None = None
    """Into how many groups they were divided; left out where everybody had everything."""
    who: Line | None = None
    """Who they were, in a few words."""
    where: Line | None = None
    """The country or countries."""


class Comparison(Fields):
    """What was compared with what."""

    intervention: Line
    """What was offered or done."""
    comparator: Line | None = None
    """What the others had instead; left out where there were no others."""
    comparator_type: ComparatorType | None = None
    """The kind of comparison."""


class Effect(Fields):
    """How large a difference or relation was found, as the article gives it.

    A difference is the intervention minus the comparator, and a ratio the intervention over the
    comparator. So a difference above 0, or a ratio above 1, means more in the group of the
    intervention. Where the article has it the other way round, turn the sign, or for a ratio
    divide 1 by it, and the ends of the interval change places.
    """

    type: EffectType
    """The measure of the effect."""
    value: Number
    """The effect itself: a ratio and not its logarithm; 0.10 for a difference of 10 per cent."""
    ci: Annotated[_Two, BeforeValidator(_two, json_schema_input_type=_Two)] | None = None
    """The lower and the upper end of its interval, as `[-1.3, 1.5]`."""
    level: Annotated[float, Field(gt=0, lt=100)] = 95
    """The level of the interval, in per cent: 95 and not 0.95."""
    interval: Interval = "confidence"
    """The kind of interval."""
    better: Direction | None = None
    """Whether higher or lower values of the outcome are better; for OR, RR, HR and RD, `lower`
    where it is good that the event happens less often. Left out where neither is better."""
    favours: Word | None = None
    """Which side the effect speaks for, as you call it, or `none` where the interval includes no
    difference."""
    margin: Annotated[Number, Field(gt=0)] | None = None
    """The margin that the study set beforehand: by how much something may be worse and still be
    taken for not worse. In the units of the effect; for OR, RR and HR a ratio, such as 1.25."""


class Events(Fields):
    """In how many people something happened."""

    n: Annotated[int, Field(ge=0), AfterValidator(_within_reason)]
    """The number of people to whom it happened."""
    of: Count
    """The number of people who could have been counted."""


class Outcome(Fields):
    """One thing that the study looked at, and what it found."""

    name: Line
    """What was looked at, in plain words."""
    measure: Line | None = None
    """The questionnaire or instrument."""
    timepoint: Line | None = None
    """When it was measured."""
    role: OutcomeRole | None = None
    """The rank that the study gave it."""
    effect: Effect | None = None
    """The effect that was found."""
    baseline: Annotated[float, Field(ge=0, le=1)] | None = None
    """How likely the outcome is without the intervention, from 0 to 1, such as 0.3 for 30 of 100
    people. With OR, RR, HR or RD it gives numbers per 100 people."""
    events: dict[Word, Events] | None = None
    """For each group by its name: in how many people it happened. The group of the intervention
    comes first, that of the comparator second."""


class Certainty(Fields):
    """How sure one can be of what was found."""

    level: CertaintyLevel
    """How sure."""
    system: CertaintySystem = "author-judgement"
    """Whose judgement it is: `GRADE` or `CERQual` only where a review or a guideline gives it."""
    reasons: Annotated[
        list[CertaintyReason],
        BeforeValidator(listed, json_schema_input_type=CertaintyReason | list[CertaintyReason]),
    ] = []
    """Why one cannot be surer."""


class Evidence(Fields):
    """The study in a form that can be compared across posts."""

    design: Design
    """How the study was done."""
    participants: Participants | None = None
    """Who took part."""
    comparison: Comparison | None = None
    """What was compared."""
    outcomes: list[Outcome] = []
    """What was looked at and found."""
    certainty: Certainty | None = None
    """How sure one can be."""
    harms: Harms | None = None
    """What the article says of harms."""
    registered: Word | None = None
    """Where the study was registered beforehand."""
