"""Outcomes for tests, and any outcome that a summary could hold."""

from __future__ import annotations

from typing import Any, get_args

from hypothesis import strategies as st

from mkdocs_evidence.effects import EffectInWords, effect_in_words, value_of_no_effect
from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.study import LEAST, Effect, Evidence, Outcome
from mkdocs_evidence.vocabulary import Design, EffectType

TYPES: tuple[EffectType, ...] = get_args(EffectType)
DESIGNS: tuple[Design, ...] = get_args(Design)


def effect(**fields: Any) -> Effect:
    """Return an effect of these fields."""
    return Effect.model_validate(fields)


def outcome(**fields: Any) -> Outcome:
    """Return an outcome of these fields."""
    return Outcome.model_validate({"name": "Mood"} | fields)


def study(design: str = "randomised-trial", **fields: Any) -> Evidence:
    """Return a study in which walking was compared with waiting."""
    compared = {"comparison": {"intervention": "walking", "comparator": "waiting"}}
    return Evidence.model_validate({"design": design} | compared | fields)


def told(found: Outcome, evidence: Evidence | None = None, language: str = "en") -> EffectInWords:
    """Return the effect of an outcome in words."""
    in_words = effect_in_words(found, evidence or study(), catalogue(language))
    assert in_words
    return in_words


def texts(in_words: EffectInWords) -> list[str]:
    """Return all that is said of an effect."""
    return [
        in_words.sentence,
        in_words.in_numbers,
        *in_words.cautions,
        *in_words.notes,
        in_words.interval_meaning,
        in_words.figures,
        in_words.measure,
    ]


RANGES: dict[EffectType, tuple[float, float]] = {
    **dict.fromkeys(("g", "d", "SMD"), (-8.0, 8.0)),
    **dict.fromkeys(("RR", "OR", "HR"), (0.0001, 1000.0)),
    **dict.fromkeys(("RD", "r"), (-1.0, 1.0)),
    **dict.fromkeys(("MD", "beta"), (-1000.0, 1000.0)),
    "eta2": (0.0, 1.0),
}
"""Which values a measure can have."""


def numbers(low: float, high: float) -> st.SearchStrategy[float]:
    """Return any numbers of a range that a summary can tell."""
    return st.floats(low, high).filter(lambda number: number == 0 or abs(number) >= LEAST)


_NAMES = st.text("ab {}%<", min_size=1, max_size=8).filter(str.strip)
_EVENTS = st.integers(1, 3000).flatmap(
    lambda of: st.builds(lambda n: {"n": n, "of": of}, st.integers(0, of))
)


@st.composite
def outcomes(draw: st.DrawFn, types: tuple[EffectType, ...] = TYPES) -> Outcome:
    """Draw an outcome with an effect that a measure can have."""
    kind = draw(st.sampled_from(types))
    values = numbers(*RANGES[kind]) | st.just(value_of_no_effect(kind))
    low, value, high = sorted(draw(st.tuples(values, values, values)))
    return outcome(
        effect={
            "type": kind,
            "value": value,
            "ci": draw(st.sampled_from([None, [low, high]])),
            "level": draw(st.sampled_from([90, 95, 97.5])),
            "interval": draw(st.sampled_from(["confidence", "credible"])),
            "better": draw(st.sampled_from([None, "higher", "lower"])),
            "margin": draw(st.none() | st.floats(0.001, 10)),
        },
        measure=draw(st.none() | _NAMES),
        baseline=draw(st.none() | st.floats(0, 1)),
        events=draw(st.none() | st.dictionaries(_NAMES, _EVENTS, min_size=1, max_size=3)),
    )


@st.composite
def studies(draw: st.DrawFn) -> Evidence:
    """Draw a study of any design."""
    compared = st.fixed_dictionaries({"intervention": _NAMES, "comparator": st.none() | _NAMES})
    return study(draw(st.sampled_from(DESIGNS)), comparison=draw(st.none() | compared))
