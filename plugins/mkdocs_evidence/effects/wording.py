"""Effects in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.study import Evidence, Outcome
from mkdocs_evidence.vocabulary import EffectType

from .conclusion import (
    EVENTS,
    RATIOS,
    RELATIONS,
    STANDARDISED,
    Conclusion,
    advantage,
    margin_of,
    reach_of,
    value_of_no_effect,
)
from .figures import effect_in_figures, level_of, number
from .finding import BY_CHANCE, NOT_BY_CHANCE, REVIEWS, Finding
from .picturing import pictures_of

_STRENGTHS = ((0.5, "strong"), (0.3, "moderate"), (0.1, "weak"), (0.0, "very-weak"))
"""From which correlation on a relation is called so: Cohen (1988), Statistical power analysis for
the behavioral sciences, 2nd edition, chapter 3, who calls the first three large, medium, small."""


@dataclass(frozen=True)
class EffectInWords:
    """An effect for whoever reads it, as plain text.

    Attributes:
        conclusion: What it allows to conclude.
        sentence: What was found, in one or two short sentences.
        in_numbers: The effect in numbers that one can picture; empty where there are none.
        cautions: What it does not say, or how it could be misread. To be seen by everybody.
        notes: What is assumed, and where numbers come from. May be told on demand.
        interval_meaning: What the interval means; empty where there is none. May be told on demand.
        figures: The effect in the notation of researchers.
        measure: What this measure is, in one sentence. May be told on demand.
    """

    conclusion: Conclusion
    sentence: str
    in_numbers: str
    cautions: Sequence[str]
    notes: Sequence[str]
    interval_meaning: str
    figures: str
    measure: str


def effect_in_words(outcome: Outcome, evidence: Evidence, words: Catalogue) -> EffectInWords | None:
    """Return the effect of an outcome in words; None where the outcome has no effect.

    Args:
        outcome: What was looked at and found.
        evidence: The study, for what was compared and how.
        words: The words of the language of the sentences.
    """
    effect = outcome.effect
    if effect is None:
        return None
    finding = Finding(outcome, effect, evidence, words)
    pictures = pictures_of(finding)
    cautions = [caution for picture in pictures for caution in picture.cautions]
    notes = [note for picture in pictures for note in picture.notes]
    return EffectInWords(
        conclusion=finding.conclusion,
        sentence=" ".join(_sentences(finding)),
        in_numbers=" ".join(picture.sentence for picture in pictures if picture.sentence),
        cautions=[*_cautions_on_conclusion(finding), *_cautions_on_design(finding), *cautions],
        notes=[*notes, *_notes(finding)],
        interval_meaning=_interval_meaning(finding),
        figures=effect_in_figures(effect, words),
        measure=words.text(f"effect_measure_{effect.type}"),
    )


def conclusion_in_short(conclusion: Conclusion, effect_type: EffectType, words: Catalogue) -> str:
    """Return a conclusion in a few words that suit the measure, such as “no clear difference”."""
    name: str = conclusion
    if conclusion in ("higher", "lower") and effect_type in EVENTS:
        name = _how_often(conclusion == "higher", effect_type)
    elif conclusion == "unclear" and effect_type in RELATIONS:
        name = "unclear_relation"
    return words.text(f"effect_short_{name}")


def _how_often(is_above: bool, effect_type: EffectType) -> str:
    """Return the name of the words for an event that is more or less frequent."""
    if effect_type == "HR":
        return "sooner" if is_above else "later"
    return "more-often" if is_above else "less-often"


def _sentences(finding: Finding) -> Iterator[str]:
    """Yield what was found, the conclusion first."""
    conclusion, effect = finding.conclusion, finding.effect
    if conclusion == "unclear":
        yield finding.say(f"sentence_unclear_{_unclear(finding)}")
    elif effect.type in EVENTS and finding.is_directed:
        how_often = _how_often(finding.is_above, "RR" if finding.is_change else effect.type)
        yield finding.say(f"sentence_{how_often}")
        if conclusion in ("better", "worse"):
            yield finding.say(f"sentence_is-{conclusion}")
    else:
        yield finding.say(f"sentence_{conclusion}")
    if effect.type == "r" and finding.is_directed:
        yield finding.say(f"strength_{_strength(effect.value)}")
    if effect.better and not finding.is_directed and not _names_what_is_better(finding):
        kind = f"{effect.better}_events" if effect.type in EVENTS else effect.better
        yield finding.say(f"end_{kind}")


def _names_what_is_better(finding: Finding) -> bool:
    """Say whether the numbers of an effect speak of the better result, or neither end is better."""
    if finding.effect.type in STANDARDISED:
        return not finding.is_change
    return finding.effect.type in RELATIONS


def _unclear(finding: Finding) -> str:
    """Return the name of the words for what remains open."""
    if finding.effect.type in RELATIONS:
        return "relation"
    if finding.effect.type in EVENTS:
        return "events"
    return "results" if finding.effect.better else "values"


def _strength(correlation: float) -> str:
    return next(name for least, name in _STRENGTHS if abs(correlation) >= least)


def _cautions_on_conclusion(finding: Finding) -> Iterator[str]:
    """Yield what the conclusion does not say."""
    effect = finding.effect
    if finding.conclusion == "unclear" and value_of_no_effect(effect.type) in (effect.ci or ()):
        yield finding.say("caution_edge")
    if finding.conclusion == "not-worse" and advantage(effect)[1] < 0:
        yield finding.say("caution_within-margin")


def _cautions_on_design(finding: Finding) -> Iterator[str]:
    """Yield what a study of this design cannot say."""
    design, is_relation = finding.evidence.design, finding.effect.type in RELATIONS
    if finding.effect.type == "eta2":
        yield finding.say("caution_no-direction")
    if is_relation and design not in BY_CHANCE:
        yield finding.say("caution_relation")
    elif finding.is_change:
        yield finding.say("caution_change")
    elif design in NOT_BY_CHANCE:
        yield finding.say("caution_not-by-chance")
    elif design in REVIEWS:
        yield finding.say("caution_review")


def _notes(finding: Finding) -> Iterator[str]:
    """Yield where the conclusion comes from."""
    effect = finding.effect
    if effect.type == "r" and finding.is_directed:
        yield finding.say("note_strength")
    margin = margin_of(effect)
    if margin is None or effect.ci is None:
        return
    kind = "note_margin_ratio" if effect.type in RATIOS else "note_margin"
    yield finding.say(kind, margin=number(margin, finding.words))
    if finding.conclusion == "worse":
        is_beyond = advantage(effect)[1] < -reach_of(margin, effect.type)
        yield finding.say("note_beyond-margin" if is_beyond else "note_margin-open")


def _interval_meaning(finding: Finding) -> str:
    effect = finding.effect
    if effect.ci is None:
        return ""
    return finding.say(f"interval_{effect.interval}", level=level_of(effect, finding.words))
