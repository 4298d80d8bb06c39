"""The controlled words of a summary, as they are written in the author's file.

Each is a `Literal`, so that the model, its JSON Schema and the messages to the author speak of
the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
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

MEANINGS: Mapping[str, str] = {
    "systematic-review": "All studies on a question were looked for by a plan and weighed.",
    "meta-analysis": "The results of several studies were combined into one number.",
    "network-meta-analysis": "Several treatments were compared by combining many studies at once.",
    "randomised-trial": "Chance decided who was offered what.",
    "cluster-randomised-trial": "Chance decided which group, such as a clinic, was offered what.",
    "non-randomised-trial": "Groups were offered different things, but not by chance.",
    "single-arm": "Everybody was offered the same; there was no other group.",
    "cohort": "People were followed over time.",
    "case-control": "People with a condition were compared with people without it, looking back.",
    "cross-sectional": "Everything was asked or measured at one point in time.",
    "case-series": "Several people were described, one after the other.",
    "single-case": "One person was followed closely.",
    "qualitative": "People were asked or watched, and what they said or did was interpreted.",
    "mixed-methods": "Numbers and interpreted words were brought together.",
    "psychometric": "A questionnaire or test was examined.",
    "laboratory-experiment": "Something was changed on purpose, under controlled conditions.",
    "replication": "An earlier study was done again.",
    "theory": "Ideas were developed; nothing new was measured.",
    "guideline": "Experts recommended what to do.",
    "g": "Hedges' g: a difference between groups in standard deviations, corrected for few people.",
    "d": "Cohen's d: a difference between groups in standard deviations.",
    "SMD": "Standardised mean difference: a difference between groups in standard deviations.",
    "MD": "Mean difference, in the points of the questionnaire.",
    "RR": "Risk ratio: how many times as likely something is.",
    "OR": "Odds ratio: how many times as high the odds of something are.",
    "HR": "Hazard ratio: how many times as fast something happens.",
    "RD": "Risk difference: how much more or less likely something is.",
    "r": "Correlation: how closely two things go together, from -1 to 1.",
    "eta2": "Eta squared: how much of the differences between people is explained, from 0 to 1.",
    "beta": "Regression coefficient: how much one thing changes with another.",
    "waiting-list": "The others waited for their turn.",
    "usual-care": "The others had what is usually offered.",
    "placebo": "The others had something that looked alike and should do nothing.",
    "active": "The others had another treatment.",
    "none": "The others had nothing, or there were no others.",
    "higher": "Higher values are better.",
    "lower": "Lower values are better.",
    "confidence": "A confidence interval, which is the usual kind.",
    "credible": "A credible interval, from a Bayesian analysis.",
    "primary": "The outcome on which the study was planned.",
    "secondary": "An outcome that was planned besides.",
    "exploratory": "An outcome that was looked at without a plan.",
    "high": "Further studies will hardly change the picture.",
    "moderate": "Further studies may change the picture.",
    "low": "Further studies will probably change the picture.",
    "very-low": "One can hardly tell.",
    "GRADE": "The review itself gives a judgement by GRADE.",
    "CERQual": "The review itself gives a judgement by GRADE-CERQual, for qualitative findings.",
    "author-judgement": "Whoever wrote the summary judged it.",
    "risk-of-bias": "The studies were done in a way that can mislead.",
    "inconsistency": "The studies do not agree.",
    "indirectness": "The studies asked other people, or something else, than is asked here.",
    "imprecision": "Too few people took part, so that chance had much room.",
    "publication-bias": "Studies with other results may have stayed in a drawer.",
    "reported": "The article tells of harms.",
    "none-found": "Harms were looked for, and none was found.",
    "not-reported": "The article was read for harms, and says nothing of them.",
}
"""What each word means, for whoever has to choose one."""

ALSO_CALLED: Mapping[str, str] = {
    "rct": "randomised-trial",
    "randomised-controlled-trial": "randomised-trial",
    "randomized-controlled-trial": "randomised-trial",
    "trial": "randomised-trial",
    "clinical-trial": "randomised-trial",
    "controlled-trial": "randomised-trial",
    "cluster-rct": "cluster-randomised-trial",
    "quasi-experiment": "non-randomised-trial",
    "quasi-experimental": "non-randomised-trial",
    "pre-post": "single-arm",
    "uncontrolled-trial": "single-arm",
    "longitudinal": "cohort",
    "prospective": "cohort",
    "survey": "cross-sectional",
    "case-report": "single-case",
    "case-study": "single-case",
    "review": "systematic-review",
    "nma": "network-meta-analysis",
    "interviews": "qualitative",
    "validation": "psychometric",
    "experiment": "laboratory-experiment",
    "hedges-g": "g",
    "cohens-d": "d",
    "cohen-d": "d",
    "standardised-mean-difference": "SMD",
    "standardized-mean-difference": "SMD",
    "mean-difference": "MD",
    "risk-ratio": "RR",
    "relative-risk": "RR",
    "odds-ratio": "OR",
    "hazard-ratio": "HR",
    "risk-difference": "RD",
    "arr": "RD",
    "absolute-risk-reduction": "RD",
    "correlation": "r",
    "pearson": "r",
    "eta-squared": "eta2",
    "partial-eta-squared": "eta2",
    "η²": "eta2",
    "ηp²": "eta2",
    "regression": "beta",
    "β": "beta",
    "waitlist": "waiting-list",
    "wait-list": "waiting-list",
    "tau": "usual-care",
    "treatment-as-usual": "usual-care",
    "sham": "placebo",
    "no-treatment": "none",
    "heterogeneity": "inconsistency",
}
"""Words of the vocabulary by what else researchers call the same, in small letters and without
blanks or apostrophes. Each is offered, never taken for what it may mean."""
