"""The controlled words of a summary, as they are written in the author's file.

Each is a `Literal`, so that the model, its JSON Schema and the messages to the author speak of
the same words.
"""

from __future__ import annotations

from typing import Literal

Design = Literal[
    "systematic-review",
    "meta-analysis",
    "network-meta-analysis",
    "randomised-trial",
    "cluster-randomised-trial",
    "non-randomised-trial",
    "single-arm",
    "cohort",
    "case-control",
    "cross-sectional",
    "case-series",
    "single-case",
    "qualitative",
    "mixed-methods",
    "psychometric",
    "laboratory-experiment",
    "replication",
    "theory",
    "guideline",
]
"""How the study was done."""

EffectType = Literal["g", "d", "SMD", "MD", "RR", "OR", "HR", "RD", "r", "eta2", "beta"]
"""The measure in which an effect is given."""

ComparatorType = Literal["waiting-list", "usual-care", "placebo", "active", "none"]
"""What the intervention was compared with."""

Direction = Literal["higher", "lower"]
"""Which end of a measure is the better one."""

Interval = Literal["confidence", "credible"]
"""The kind of interval around an effect."""

OutcomeRole = Literal["primary", "secondary", "exploratory"]
"""The rank that the study itself gave an outcome."""

CertaintyLevel = Literal["high", "moderate", "low", "very-low"]
"""How sure one can be of the findings."""

CertaintySystem = Literal["GRADE", "CERQual", "author-judgement"]
"""Whose judgement of certainty it is: GRADE and CERQual only where a review gives them."""

CertaintyReason = Literal[
    "risk-of-bias", "inconsistency", "indirectness", "imprecision", "publication-bias"
]
"""Why one cannot be surer, in the words of GRADE."""

Harms = Literal["reported", "none-found", "not-reported"]
"""What the article says of harms; left out where it was not read for them."""
