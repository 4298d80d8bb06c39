"""The formulas that turn one measure of an effect into another that people understand.

Probabilities are from 0 to 1. Ratios are 0 or more, and correlations from -1 to 1.
"""

from __future__ import annotations

from math import asin, pi, sqrt
from statistics import NormalDist

_NORMAL = NormalDist()


def probability_of_superiority(difference: float) -> float:
    """Return how likely it is that a person from one group has more than one from the other.

    Φ(d/√2), where Φ is the standard normal distribution. Both groups are taken to be normally
    distributed and equally spread (McGraw & Wong, 1992, A common language effect size statistic,
    Psychological Bulletin, 111, 361-365).

    Args:
        difference: The difference between the groups in standard deviations.
    """
    return _NORMAL.cdf(difference / sqrt(2))


def probability_of_concordance(correlation: float) -> float:
    """Return how likely it is that of two people the one with more of one has more of the other.

    1/2 + arcsin(r)/π. Both are taken to be normally distributed together (Dunlap, 1994,
    Generalizing the common language effect size indicator to bivariate normal correlations,
    Psychological Bulletin, 116, 509-511).

    Args:
        correlation: Pearson's r.
    """
    return 0.5 + asin(correlation) / pi


def risk_by_odds_ratio(odds_ratio: float, baseline: float) -> float:
    """Return the risk in the group of an odds ratio, by that of the other.

    OR·p / (1 - p + OR·p) (Cochrane Handbook for Systematic Reviews of Interventions, 15.4.4).
    """
    if baseline == 1:
        return 1.0
    return odds_ratio * baseline / (1 - baseline + odds_ratio * baseline)


def risk_by_risk_ratio(risk_ratio: float, baseline: float) -> float:
    """Return the risk in the group of a risk ratio, by that of the other.

    RR·p (Cochrane Handbook, 15.4.4), and never more than 1: the upper end of an interval can pass
    what is possible from a high risk on.
    """
    return min(1.0, risk_ratio * baseline)


def risk_by_hazard_ratio(hazard_ratio: float, baseline: float) -> float:
    """Return the risk in the group of a hazard ratio, by that of the other.

    1 - (1 - p)^HR. The ratio is taken to be the same at every time (Tierney et al., 2007, Practical
    methods for incorporating summary time-to-event data into meta-analysis, Trials, 8, 16).
    """
    return 1.0 - float((1 - baseline) ** hazard_ratio)


def risk_by_risk_difference(risk_difference: float, baseline: float) -> float:
    """Return the risk in the group of a risk difference, by that of the other.

    p + RD (Cochrane Handbook, 15.4.4), within what is possible.
    """
    return min(1.0, max(0.0, baseline + risk_difference))
