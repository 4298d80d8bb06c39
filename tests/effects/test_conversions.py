"""The formulas, by published examples or sums by hand, and by what holds for all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.effects.conversions import (
    probability_of_concordance,
    probability_of_superiority,
    risk_by_hazard_ratio,
    risk_by_odds_ratio,
    risk_by_risk_difference,
    risk_by_risk_ratio,
)

RISKS = st.floats(0.01, 0.9)
RATIOS = st.floats(0.05, 20)
BY_RATIO = [risk_by_odds_ratio, risk_by_hazard_ratio]


@pytest.mark.parametrize(
    ("difference", "chance"),
    [(0.19, 55), (0.48, 63), (0.62, 67), (0.91, 74), (1.07, 78), (2.0, 92)],
)
def test_differences_between_women_and_men(difference: float, chance: int) -> None:
    # Wuensch, Sexual Dimorphism in Homo sapiens (core.ecu.edu/wuenschk), by the statistic of
    # McGraw & Wong (1992); the last is their example of heights.
    assert round(100 * probability_of_superiority(difference)) == chance


@pytest.mark.parametrize(("difference", "chance"), [(0.0, 50.0), (0.5, 63.8), (0.8, 71.4)])
def test_what_differences_in_standard_deviations_come_to(difference: float, chance: float) -> None:
    # Magnusson, Interpreting Cohen's d (rpsychologist.com/cohend), for 0.8;
    # statistik-interaktiv.ch/en/apps/effektstaerken for 0.5.
    assert round(100 * probability_of_superiority(difference), 1) == chance


@pytest.mark.parametrize(
    ("correlation", "chance"), [(-1, 0), (0, 50), (0.4, 63), (0.5, 67), (1, 100)]
)
def test_what_correlations_come_to(correlation: float, chance: int) -> None:
    # By hand: arcsin(1/2) = π/6, so that .5 comes to 1/2 + 1/6; and arcsin(.4) = 0.4115, so that
    # .4 comes to 0.5 + 0.4115/π = 0.631.
    assert round(100 * probability_of_concordance(correlation)) == chance


@pytest.mark.parametrize(
    ("ratio", "baseline", "fewer"), [(0.92, 0.3, 24), (0.75, 0.8, 200), (0.75, 0.2, 50)]
)
def test_fewer_per_1000_by_risk_ratio(ratio: float, baseline: float, fewer: int) -> None:
    # Cochrane Handbook (version 5.1, 12.5.4.2, now 15.4.4): RR 0.92 at 300 in 1,000 is 24 fewer;
    # 11.5.5: RR 0.75 makes 60% of 80%, and 15% of 20%.
    assert round(1000 * (baseline - risk_by_risk_ratio(ratio, baseline))) == fewer


def test_fewer_per_1000_by_odds_ratio() -> None:
    # Cochrane Handbook (version 5.1, 12.5.4.3, now 15.4.4): OR 0.73 at 300 in 1,000 is 62 fewer.
    assert round(1000 * (0.3 - risk_by_odds_ratio(0.73, 0.3))) == 62


def test_fewer_per_1000_by_risk_difference() -> None:
    # Cochrane Handbook (version 5.1, 12.5.4.0): RD -0.133 is 133 fewer in 1,000.
    assert round(1000 * (0.5 - risk_by_risk_difference(-0.133, 0.5))) == 133


def test_survival_by_hazard_ratio() -> None:
    # From 75% to 85% without the event corresponds to a hazard ratio of 0.5649252, by the rates
    # worked out at discourse.datamethods.org/t/hazard-ratio-and-absolute-difference.
    assert 1 - risk_by_hazard_ratio(0.5649252, 0.25) == pytest.approx(0.85, abs=1e-6)


@given(st.floats(-8, 8), st.floats(0, 8))
def test_superiority_rises_with_the_difference(difference: float, more: float) -> None:
    chance = probability_of_superiority(difference)
    assert 0 <= chance <= probability_of_superiority(difference + more) <= 1
    assert chance + probability_of_superiority(-difference) == pytest.approx(1)


@given(st.floats(-1, 1), st.floats(-1, 1))
def test_concordance_rises_with_the_correlation(one: float, other: float) -> None:
    chances = [probability_of_concordance(each) for each in sorted([one, other])]
    assert 0 <= chances[0] <= chances[1] <= 1
    assert probability_of_concordance(one) + probability_of_concordance(-one) == pytest.approx(1)


@pytest.mark.parametrize("risk", BY_RATIO)
@given(ratio=st.floats(0.2, 5), baseline=RISKS)
def test_the_inverse_ratio_leads_back(
    risk: Callable[[float, float], float], ratio: float, baseline: float
) -> None:
    assert risk(1 / ratio, risk(ratio, baseline)) == pytest.approx(baseline, rel=1e-4)


@pytest.mark.parametrize("risk", [*BY_RATIO, risk_by_risk_ratio])
@given(ratio=RATIOS, more=st.floats(1, 20), baseline=st.floats(0, 1))
def test_risks_rise_with_the_ratio(
    risk: Callable[[float, float], float], ratio: float, more: float, baseline: float
) -> None:
    tiny = 1e-12
    assert 0 <= risk(ratio, baseline) <= risk(ratio * more, baseline) + tiny <= 1 + 2 * tiny
    assert risk(1, baseline) == pytest.approx(baseline)


@pytest.mark.parametrize("risk", [*BY_RATIO, risk_by_risk_ratio])
@pytest.mark.parametrize("ratio", [0, 0.5, 2])
@pytest.mark.parametrize("baseline", [0, 1])
def test_what_nobody_or_everybody_has(
    risk: Callable[[float, float], float], ratio: float, baseline: float
) -> None:
    assert 0 <= risk(ratio, baseline) <= 1


@given(st.floats(-1, 1), st.floats(0, 1))
def test_a_difference_of_risks_stays_within_what_is_possible(
    difference: float, baseline: float
) -> None:
    assert 0 <= risk_by_risk_difference(difference, baseline) <= 1
