"""Effects in the notation of researchers."""

from __future__ import annotations

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.summary import Effect


def number(value: float, words: Catalogue) -> str:
    """Return a number as it is written in a language, with a true minus sign."""
    return words.number(value).replace("-", "−")


def effect_in_figures(effect: Effect, words: Catalogue) -> str:
    """Return an effect with its interval, such as “OR = 1.57, 95% CI [1.07, 2.29]”."""
    return f"{effect.type} = {number(effect.value, words)}"
