"""The formulas that turn one measure of an effect into another that people understand.

Probabilities are from 0 to 1.
"""

from __future__ import annotations

from math import asin, pi, sqrt
from statistics import NormalDist


def probability_of_superiority(difference: float) -> float:
    """Return how likely it is that a person from one group has more than one from the other.

    Both groups are taken to be normally distributed and equally spread (McGraw & Wong, 1992, A
    common language effect size statistic).

    Args:
        difference: The difference between the groups in standard deviations.
    """
    return NormalDist().cdf(difference / sqrt(2))


def probability_of_concordance(correlation: float) -> float:
    """Return how likely it is that of two people the one with more of one has more of the other.

    Both are taken to be normally distributed together (Dunlap, 1994, Generalizing the common
    language effect size indicator to bivariate normal correlations).

    Args:
        correlation: Pearson's r, from -1 to 1.
    """
    return 0.5 + asin(correlation) / pi


def risk_by_odds_ratio(odds_ratio: float, baseline: float) -> float:
    """Return the risk in the group of an odds ratio, by that of the other."""
    return odds_ratio * baseline / (1 - baseline + odds_ratio * baseline)


def risk_by_risk_ratio(risk_ratio: float, baseline: float) -> float:
    """Return the risk in the group of a risk ratio, by that of the other."""
    return min(1.0, risk_ratio * baseline)


def risk_by_hazard_ratio(hazard_ratio: float, baseline: float) -> float:
    """Return the risk in the group of a hazard ratio, by that of the other."""
    return 1.0 - float((1 - baseline) ** hazard_ratio)


def risk_by_risk_difference(risk_difference: float, baseline: float) -> float:
    """Return the risk in the group of a risk difference, by that of the other."""
    return min(1.0, max(0.0, baseline + risk_difference))
