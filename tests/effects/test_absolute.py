"""How many people an outcome concerns."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from mkdocs_evidence.effects import absolute_numbers, numbers_in_words
from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.study import Outcome

from .making import outcome, outcomes

COUNTED = {"messages": {"n": 109, "of": 257}, "one message": {"n": 87, "of": 270}}
CLEAR = {"type": "OR", "value": 1.57, "ci": [1.07, 2.29], "better": "higher"}


def numbers(**fields: Any) -> tuple[list[int], int]:
    """Return how many people there are in the two groups, and of how many."""
    found = absolute_numbers(outcome(**fields))
    assert found
    return [
        share.of(found.people) for share in (found.intervention, found.comparator)
    ], found.people


def test_counted_events() -> None:
    # Scazufca et al. (2024): 42.4% of 257, and 32.2% of 270.
    found = absolute_numbers(outcome(events=COUNTED, effect=CLEAR))
    assert found
    assert found.are_counted
    assert found.groups == ("messages", "one message")
    assert (found.intervention.per_100, found.comparator.per_100) == (42, 32)


def test_counts_come_before_what_can_be_computed() -> None:
    found = absolute_numbers(outcome(events=COUNTED, effect=CLEAR, baseline=0.5))
    assert found
    assert found.are_counted


@pytest.mark.parametrize("count", [1, 3])
def test_one_group_or_three_are_no_comparison(count: int) -> None:
    events = {str(number): {"n": 3, "of": 10} for number in range(count)}
    assert absolute_numbers(outcome(events=events, effect=CLEAR, baseline=0.5)) is None


@pytest.mark.parametrize(
    ("kind", "value", "interval", "per_100"),
    [
        ("OR", 2.0, [1.5, 3.0], (40, 33, 50)),
        ("RR", 1.5, [1.2, 4.5], (38, 30, 100)),
        ("HR", 2.0, [1.5, 3.0], (44, 35, 58)),
        ("RD", 0.1, [0.05, 0.2], (35, 30, 45)),
    ],
)
def test_computed_from_a_starting_risk(
    kind: str, value: float, interval: list[float], per_100: tuple[int, int, int]
) -> None:
    found = absolute_numbers(
        outcome(baseline=0.25, effect={"type": kind, "value": value, "ci": interval})
    )
    assert found
    assert not found.are_counted
    assert tuple(round(100 * part) for part in found.intervention.parts) == per_100
    assert found.comparator.per_100 == 25


@pytest.mark.parametrize("kind", ["g", "MD", "r", "eta2"])
def test_other_measures_say_nothing_of_how_many(kind: str) -> None:
    assert absolute_numbers(outcome(baseline=0.3, effect={"type": kind, "value": 0.4})) is None


def test_nothing_is_computed_without_a_starting_risk_or_an_effect() -> None:
    assert absolute_numbers(outcome(effect=CLEAR)) is None
    assert absolute_numbers(outcome(baseline=0.3)) is None


@pytest.mark.parametrize(
    ("fields", "counts", "people"),
    [
        # Everybody can be seen among 100.
        ({"baseline": 0.25, "effect": {"type": "RR", "value": 1.2}}, [30, 25], 100),
        # Of 100, half a person would be rounded away.
        ({"baseline": 0.004, "effect": {"type": "RR", "value": 2.0}}, [8, 4], 1000),
        # Of 100, 99.8 would become all.
        ({"baseline": 0.998, "effect": {"type": "RR", "value": 0.9}}, [898, 998], 1000),
        # 42.4 and 42.1 differ by what can be seen among 1,000 only, and clearly.
        (
            {"baseline": 0.421, "effect": {"type": "RD", "value": 0.003, "ci": [0.001, 0.005]}},
            [424, 421],
            1000,
        ),
        # The same without a clear difference: there is nothing to be seen.
        (
            {"baseline": 0.421, "effect": {"type": "RD", "value": 0.003, "ci": [-0.001, 0.005]}},
            [42, 42],
            100,
        ),
        ({"events": {"a": {"n": 0, "of": 20}, "b": {"n": 20, "of": 20}}}, [0, 100], 100),
    ],
)
def test_of_how_many_people_numbers_are_told(
    fields: dict[str, Any], counts: list[int], people: int
) -> None:
    assert numbers(**fields) == (counts, people)


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ({"a": (3, 10)}, "Counted, out of every 100 people: 30 in the group “a” (3 of 10)."),
        (
            {"a": (3, 10), "b": (1, 10)},
            "Counted, out of every 100 people: 30 in the group “a” (3 of 10) and 10 in the group "
            "“b” (1 of 10).",
        ),
        (
            {"a": (3, 10), "b": (1, 10), "c": (0, 10)},
            "Counted, out of every 100 people: 30 in the group “a” (3 of 10), 10 in the group “b” "
            "(1 of 10) and 0 in the group “c” (0 of 10).",
        ),
        (
            {"a": (1, 9000), "b": (8999, 9000)},
            "Counted, out of every 1,000 people: fewer than 1 in the group “a” (1 of 9,000) and "
            "more than 999 in the group “b” (8,999 of 9,000).",
        ),
    ],
)
def test_counts_are_told_of_any_number_of_groups(
    events: dict[str, tuple[int, int]], told: str
) -> None:
    counted = {name: {"n": n, "of": of} for name, (n, of) in events.items()}
    assert numbers_in_words(outcome(events=counted), catalogue("en")) == told


def test_without_counts_none_are_told() -> None:
    assert numbers_in_words(outcome(effect=CLEAR, baseline=0.3), catalogue("en")) == ""


@given(outcomes())
def test_no_number_is_beyond_what_is_possible(found: Outcome) -> None:
    numbers = absolute_numbers(found)
    if numbers is None:
        return
    for share in (numbers.intervention, numbers.comparator):
        assert all(0 <= part <= 1 for part in share.parts)
        assert 0 <= share.of(numbers.people) <= numbers.people
    share = numbers.intervention
    if share.low is not None and share.high is not None:
        assert share.low - 1e-12 <= share.risk <= share.high + 1e-12
