"""Effects in the notation of researchers, and numbers as a language writes them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.study import Effect
from mkdocs_evidence.vocabulary import EffectType

SYMBOLS: Mapping[EffectType, str] = {"g": "Hedges’ g", "d": "d", "eta2": "η²", "beta": "β"}
"""How measures are written whose symbol is not their word in the vocabulary."""

_AT_MOST_1: frozenset[EffectType] = frozenset({"r", "eta2"})
"""The measures that cannot pass 1; in English APA style leaves out the zero before their point."""


_MOST_DECIMALS = 6


def number(value: float, words: Catalogue, decimals: int | None = None) -> str:
    """Return a number as it is written in a language, with a true minus sign.

    Args:
        value: The number.
        words: The words of the language.
        decimals: How many digits stand behind the decimal sign; as many as it has if left out.
    """
    if decimals is not None:
        value = round(value, decimals)
    # Adding 0 makes of a negative zero, which is left of rounding, a plain one.
    return words.number(value + 0.0, decimals).replace("-", "−")


def decimals_of(values: Iterable[float]) -> int:
    """Return how many digits the longest of these numbers has behind the decimal sign.

    A number is read without its trailing zeros, so those of 1.50 are found again by its interval.
    Beyond six, digits are those of a computer and not of a study.
    """
    exponents = [Decimal(str(value)).normalize().as_tuple().exponent for value in values]
    longest = max(-exponent for exponent in exponents if isinstance(exponent, int))
    return min(max(0, longest), _MOST_DECIMALS)


def numbers_of(effect: Effect, words: Catalogue) -> tuple[str, ...]:
    """Return the value of an effect and the ends of its interval, all with as many decimals."""
    values = [effect.value, *(effect.ci or ())]
    decimals = decimals_of(values)
    return tuple(number(value, words, decimals) for value in values)


def level_of(effect: Effect, words: Catalogue) -> str:
    """Return the level of the interval of an effect, in per cent."""
    return number(effect.level, words)


def effect_in_figures(effect: Effect, words: Catalogue) -> str:
    """Return an effect with its interval, such as “OR = 1.57, 95% CI [1.07, 2.29]”.

    The notation is APA's (7th edition, chapter 6), with the signs and the words of the language.
    """
    symbol = SYMBOLS.get(effect.type, effect.type)
    numbers = numbers_of(effect, words)
    if effect.type in _AT_MOST_1 and words.language.lower().split("-")[0] == "en":
        numbers = tuple(text.replace("0.", ".", 1) if _is_bare(text) else text for text in numbers)
    if effect.ci is None:
        return words.text("effect_figures", symbol=symbol, value=numbers[0])
    value, low, high = numbers
    return words.text(
        f"effect_figures_{effect.interval}",
        symbol=symbol,
        value=value,
        low=low,
        high=high,
        level=level_of(effect, words),
    )


def _is_bare(text: str) -> bool:
    """Say whether a number is a zero with decimals."""
    return text.lstrip("−").startswith("0.")
