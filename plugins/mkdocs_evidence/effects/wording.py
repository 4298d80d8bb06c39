"""Effects in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.summary import Evidence, Outcome
from mkdocs_evidence.vocabulary import EffectType

from .absolute import AbsoluteNumbers, absolute_numbers
from .conclusion import Conclusion, conclusion_of
from .figures import effect_in_figures


@dataclass(frozen=True)
class EffectInWords:
    """An effect for whoever reads it, as plain text.

    Attributes:
        conclusion: What it allows to conclude.
        short: The conclusion in a few words, which begin with a small letter.
        sentence: What was found, in one or two short sentences.
        in_numbers: The same in numbers that one can picture; empty where there are none.
        cautions: What it does not say, or how it could be misread. To be seen by everybody.
        notes: What is assumed, and where numbers come from. May be told on demand.
        interval_meaning: What the interval means; empty where there is none. May be told on demand.
        figures: The effect in the notation of researchers.
        measure: What this measure is, in one sentence. May be told on demand.
        absolute: How many people it concerns, where that is known.
    """

    conclusion: Conclusion
    short: str
    sentence: str
    in_numbers: str
    cautions: Sequence[str]
    notes: Sequence[str]
    interval_meaning: str
    figures: str
    measure: str
    absolute: AbsoluteNumbers | None


def effect_in_words(outcome: Outcome, evidence: Evidence, words: Catalogue) -> EffectInWords | None:
    """Return the effect of an outcome in words; None where the outcome has no effect.

    Args:
        outcome: What was looked at and found.
        evidence: The study, for what was compared and how.
        words: The words of the language of the sentences.
    """
    del evidence
    if outcome.effect is None:
        return None
    conclusion = conclusion_of(outcome.effect)
    short = conclusion_in_short(conclusion, outcome.effect.type, words)
    figures = effect_in_figures(outcome.effect, words)
    numbers = absolute_numbers(outcome)
    return EffectInWords(conclusion, short, f"{short}.", "", (), (), "", figures, figures, numbers)


def conclusion_in_short(conclusion: Conclusion, effect_type: EffectType, words: Catalogue) -> str:
    """Return a conclusion in a few words that suit the measure, such as “no clear difference”."""
    del effect_type
    return words.text(f"effect_short_{conclusion}")


def numbers_in_words(outcome: Outcome, words: Catalogue) -> str:
    """Return how many people an outcome concerns, as a sentence; empty where it cannot be known.

    It needs no effect, so that counted events can be told alone.
    """
    del outcome, words
    return ""
