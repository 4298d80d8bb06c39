"""Summaries with evidence, made up from a few words: all designs, and many kinds of effects."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any, get_args

import yaml

from mkdocs_evidence.effects import WITHOUT_OTHERS
from mkdocs_evidence.vocabulary import CertaintyLevel, CertaintyReason, Design

TOPICS = (
    "Anxiety", "Children and families", "Couple therapy", "Depression", "Grief", "Health",
    "Individual therapy", "Online support", "Reading research", "Relationships", "Sleep", "Trauma",
)  # fmt: skip
_PEOPLE = (
    "adults", "adolescents", "carers of people with dementia", "couples", "first-year students",
    "mothers of young children", "nurses", "older adults", "outpatients", "refugees", "veterans",
)  # fmt: skip
_TROUBLES = (
    "a first episode of psychosis", "chronic pain", "grief that does not ease", "insomnia",
    "low mood", "major depression", "panic attacks", "problems at work", "social anxiety",
    "posttraumatic stress", "tinnitus", "worries about their health",
)  # fmt: skip
_PLACES = (
    "Australia", "Belgium", "Brazil", "Chile", "Germany", "Ghana", "India", "Japan", "Kenya",
    "Norway and Sweden", "Portugal", "six European countries", "the Netherlands", "United Kingdom",
)  # fmt: skip
_HELP = (
    "acceptance and commitment therapy", "a booklet to read at home", "behavioural activation",
    "cognitive behavioural therapy", "emotion-focused therapy", "exercise in a group",
    "eye movement desensitisation", "interpersonal psychotherapy", "messages on the telephone",
    "problem solving", "psychodynamic psychotherapy", "schema therapy", "writing about what weighs",
)  # fmt: skip
_OUTCOMES = (
    "Avoidance", "Burden of caring", "Days of sick leave", "Depression", "Fear of the future",
    "Hours of sleep", "Leaving the study early", "Loneliness", "Pain", "Quality of life",
    "Recovery", "Relapse", "Rumination", "Satisfaction with the relationship", "Self-compassion",
    "Strength of the alliance", "Thoughts of suicide", "Use of medicines", "Worry",
)  # fmt: skip
_MEASURES = (
    "BDI-II", "CORE-OM", "DAS", "diary", "GAD-7", "HAM-D", "interview", "ISI", "PCL-5", "PHQ-9",
    "PSWQ", "SCL-90", "UCLA", "WAI-SR", "WHO-5",
)  # fmt: skip
_TIMES = ("after treatment", "6 weeks", "3 months", "6 months", "12 months", "2 years", "5 years")
_RATIOS = ("OR", "RR", "HR")
_DIFFERENCES = ("g", "d", "SMD", "MD", "beta")
_WITHOUT_OUTCOMES = frozenset(("theory", "guideline", "qualitative"))
_FIRST_DAY = date(2020, 1, 1)


def make_summary(number: int, article: str) -> str:
    """Return the YAML of a summary with up to three outcomes, always the same for its number.

    Args:
        number: The number of the summary.
        article: The key of its article.
    """
    random = Random(number)
    people, trouble, help_, other = _subject(random)
    title = f"Does {help_} help {people} with {trouble}? What study {number} found"
    return yaml.safe_dump(
        {
            "title": title,
            "date": _FIRST_DAY + timedelta(days=number),
            "article": article,
            "topics": random.sample(TOPICS, random.randint(1, 3)),
            "lead": f"Can {help_} help? They asked {people} with {trouble}.",
            "study": f"Some had {help_}, others {other}.",
            "implications": f"If you live with {trouble}, it may be worth asking about {help_}.",
            "limitations": "The study was small, and nobody knows what comes after a year.",
            "evidence": _evidence(random, people, trouble, help_, other),
        },
        sort_keys=False,
    )


def _subject(random: Random) -> tuple[str, str, str, str]:
    help_, other = random.sample(_HELP, 2)
    return random.choice(_PEOPLE), random.choice(_TROUBLES), help_, other


def _evidence(random: Random, people: str, trouble: str, help_: str, other: str) -> dict[str, Any]:
    design = random.choice(get_args(Design))
    evidence: dict[str, Any] = {
        "design": design,
        "participants": {
            "n": random.randint(12, 20_000),
            "who": f"{people} with {trouble}, {random.randint(20, 80)} per cent of them women",
            "where": random.choice(_PLACES),
        },
        "comparison": {"intervention": help_},
    }
    if design not in WITHOUT_OTHERS:
        evidence["comparison"]["comparator"] = other
    if design not in _WITHOUT_OUTCOMES:
        names = random.sample(_OUTCOMES, random.randint(1, 3))
        evidence["outcomes"] = [_outcome(random, name) for name in names]
    if random.random() < 0.8:
        evidence["certainty"] = {
            "level": random.choice(get_args(CertaintyLevel)),
            "reasons": random.sample(get_args(CertaintyReason), random.randint(1, 2)),
        }
    return evidence


def _outcome(random: Random, name: str) -> dict[str, Any]:
    return {
        "name": name,
        "measure": random.choice(_MEASURES),
        "timepoint": random.choice(_TIMES),
        "effect": _effect(random),
    }


def _effect(random: Random) -> dict[str, Any]:
    kind = random.choice((*_RATIOS, *_DIFFERENCES, "r"))
    if kind in _RATIOS:
        value, factor = random.uniform(0.4, 2.5), random.uniform(1.1, 2)
        numbers = value, value / factor, value * factor
    elif kind == "r":
        value = random.uniform(-0.6, 0.6)
        numbers = value, value - 0.15, value + 0.15
    else:
        value, reach = random.uniform(-1.2, 1.2), random.uniform(0.1, 0.6)
        numbers = value, value - reach, value + reach
    value, low, high = (round(number, 2) for number in numbers)
    better = random.choice(("higher", "lower"))
    return {"type": kind, "value": value, "ci": [low, high], "better": better}
