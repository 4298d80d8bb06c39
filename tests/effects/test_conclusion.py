"""What an effect and its interval allow to conclude."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from mkdocs_evidence.effects import Conclusion, conclusion_of, value_of_no_effect
from mkdocs_evidence.effects.conclusion import DIRECTED, EVENTS
from mkdocs_evidence.study import Outcome

from .making import RANGES, TYPES, effect, outcomes

DIFFERENCES = [kind for kind in TYPES if kind not in ("r", "beta", "eta2")]


def ends(kind: Any, *steps: float) -> list[float]:
    """Return an interval by how far its ends lie from no effect, in tenths of what is possible."""
    low, high = RANGES[kind]
    none = value_of_no_effect(kind)
    return [none + step / 10 * ((high - none) if step > 0 else (none - low)) for step in steps]


@pytest.mark.parametrize("kind", DIFFERENCES)
@pytest.mark.parametrize(
    ("steps", "better", "conclusion"),
    [
        ((1, 2), "higher", "better"),
        ((1, 2), "lower", "worse"),
        ((1, 2), None, "higher"),
        ((-2, -1), "lower", "better"),
        ((-2, -1), "higher", "worse"),
        ((-2, -1), None, "lower"),
        ((-1, 1), "higher", "unclear"),
        ((0, 2), "higher", "unclear"),
        ((-2, 0), "higher", "unclear"),
        ((0, 0), None, "unclear"),
    ],
)
def test_differences(
    kind: str, steps: tuple[float, float], better: str | None, conclusion: Conclusion
) -> None:
    found = effect(type=kind, value=1, ci=ends(kind, *steps), better=better)
    assert conclusion_of(found) == conclusion


@pytest.mark.parametrize(
    ("kind", "interval", "conclusion"),
    [
        ("r", [0.1, 0.3], "together"),
        ("r", [-0.3, -0.1], "opposed"),
        ("r", [-0.1, 0.3], "unclear"),
        ("beta", [1, 3], "together"),
        ("beta", [-3, -1], "opposed"),
        ("beta", [0, 3], "unclear"),
        ("eta2", [0.01, 0.2], "related"),
        ("eta2", [0, 0.2], "unclear"),
    ],
)
@pytest.mark.parametrize("better", [None, "higher", "lower"])
def test_relations_know_no_better_end(
    kind: str, interval: list[float], conclusion: Conclusion, better: str | None
) -> None:
    assert conclusion_of(effect(type=kind, value=0.1, ci=interval, better=better)) == conclusion


@pytest.mark.parametrize("kind", TYPES)
def test_nothing_is_concluded_without_an_interval(kind: str) -> None:
    assert conclusion_of(effect(type=kind, value=0.9, better="higher", margin=0.1)) == "unknown"


@pytest.mark.parametrize(
    ("interval", "conclusion"),
    [
        # The cases of CONSORT's figure, where lower is better and the margin is 2.
        ([-3, -1], "better"),
        ([-1, 1], "not-worse"),
        ([-3, 0], "not-worse"),
        ([0, 1], "not-worse"),
        ([0.5, 1.5], "not-worse"),
        ([-1, 3], "perhaps-worse"),
        ([0, 3], "perhaps-worse"),
        ([-1, 2], "perhaps-worse"),
        ([1, 3], "worse"),
        ([3, 4], "worse"),
    ],
)
def test_a_margin_makes_a_finding_of_a_result_within_it(
    interval: list[float], conclusion: Conclusion
) -> None:
    found = effect(type="MD", value=1, ci=interval, better="lower", margin=2)
    assert conclusion_of(found) == conclusion
    turned = [-end for end in reversed(interval)]
    found = effect(type="MD", value=-1, ci=turned, better="higher", margin=2)
    assert conclusion_of(found) == conclusion


@pytest.mark.parametrize("margin", [1.25, 0.8])
@pytest.mark.parametrize(
    ("interval", "better", "conclusion"),
    [
        ([0.85, 1.2], "lower", "not-worse"),
        ([0.85, 1.3], "lower", "perhaps-worse"),
        ([0.85, 1.2], "higher", "not-worse"),
        ([0.75, 1.2], "higher", "perhaps-worse"),
        ([0, 1.2], "higher", "perhaps-worse"),
        ([1.3, 1.4], "lower", "worse"),
        ([1.3, 1.4], "higher", "better"),
    ],
)
def test_the_margin_of_a_ratio_is_a_ratio(
    margin: float, interval: list[float], better: str, conclusion: Conclusion
) -> None:
    found = effect(type="HR", value=1.0, ci=interval, better=better, margin=margin)
    assert conclusion_of(found) == conclusion


def test_a_margin_says_nothing_where_it_is_not_known_what_is_worse() -> None:
    assert conclusion_of(effect(type="MD", value=0, ci=[-1, 1], margin=2)) == "unclear"


@given(outcomes())
def test_a_direction_is_claimed_only_where_the_interval_leaves_no_effect_out(
    found: Outcome,
) -> None:
    assert found.effect
    conclusion = conclusion_of(found.effect)
    if conclusion in DIRECTED:
        assert found.effect.ci
        low, high = found.effect.ci
        assert not low <= value_of_no_effect(found.effect.type) <= high
    if conclusion in ("better", "worse", "not-worse", "perhaps-worse"):
        assert found.effect.better


@given(outcomes(types=tuple(EVENTS | {"MD", "d"})))
def test_what_is_better_turns_with_the_better_end(found: Outcome) -> None:
    assert found.effect
    bare = found.effect.model_copy(update={"margin": None})
    turned = {"better": "worse", "worse": "better"}
    conclusions = [
        conclusion_of(bare.model_copy(update={"better": better})) for better in ("higher", "lower")
    ]
    assert conclusions[1] == turned.get(conclusions[0], conclusions[0])
