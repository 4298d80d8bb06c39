"""Effects in sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.summary import Evidence, Outcome

from .absolute import AbsoluteNumbers, absolute_numbers
from .conclusion import Conclusion, conclusion_of
from .figures import effect_in_figures


@dataclass(frozen=True)
class EffectInWords:
    """An effect for whoever reads it, as plain text.

    Attributes:
        conclusion: What it allows to conclude.
        short: The conclusion in a few words.
        sentence: What was found, in one sentence.
        notes: Sentences that explain it: what is assumed, what it does not say.
        figures: The effect in the notation of researchers.
        measure: What this measure is, in one sentence.
        absolute: How many people it concerns, where that is known.
    """

    conclusion: Conclusion
    short: str
    sentence: str
    notes: Sequence[str]
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
    short = conclusion_in_short(conclusion, words)
    figures = effect_in_figures(outcome.effect, words)
    numbers = absolute_numbers(outcome)
    return EffectInWords(conclusion, short, f"{short}.", (), figures, figures, numbers)


def conclusion_in_short(conclusion: Conclusion, words: Catalogue) -> str:
    """Return a conclusion in a few words, such as “no clear difference”."""
    return words.text(f"effect_short_{conclusion}")
