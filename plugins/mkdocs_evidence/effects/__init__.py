"""What an effect says: in plain words, in absolute numbers and in figures.

``conversions`` has the formulas, each a plain function with its source. ``conclusion`` says what an
effect and its interval allow to conclude, relative to what is better. ``absolute`` makes numbers
per 100 people of an outcome, and ``figures`` the notation of researchers. ``picturing`` tells an
effect in numbers that one can picture, and ``wording`` brings all of this into sentences of a
language. How each kind of effect is worded, and why, is told in ``docs/guide/effects.md``.
"""

from __future__ import annotations

from .absolute import absolute_numbers
from .conclusion import (
    EVENTS,
    RATIOS,
    RELATIONS,
    Conclusion,
    conclusion_of,
    margin_of,
    value_of_no_effect,
)
from .figures import effect_in_figures, number
from .finding import WITHOUT_OTHERS
from .picturing import numbers_in_words
from .wording import EffectInWords, conclusion_in_short, effect_in_words

__all__ = [
    "EVENTS",
    "RATIOS",
    "RELATIONS",
    "WITHOUT_OTHERS",
    "Conclusion",
    "EffectInWords",
    "absolute_numbers",
    "conclusion_in_short",
    "conclusion_of",
    "effect_in_figures",
    "effect_in_words",
    "margin_of",
    "number",
    "numbers_in_words",
    "value_of_no_effect",
]
