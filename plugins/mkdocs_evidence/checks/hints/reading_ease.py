"""How hard a text is to read, by Flesch's formula and what it became in other languages.

A formula sees the length of sentences and words and nothing else. Syllables are counted by the
places at which words can be hyphenated, which are rather too few than too many, so that a text
counts as easier than it is.

The formulas: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948);
W. H. Douma, "De leesbaarheid van landbouwbladen", Wageningen (1960); L. Kandel and A. Moles,
"Application de l'indice de Flesch à la langue française", Cahiers d'études de radio-télévision 19
(1958); T. B. F. Martins, C. M. Ghiraldelo, M. G. V. Nunes and O. N. Oliveira Junior, "Readability
formulas applied to textbooks in Brazilian Portuguese", São Carlos (1996).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from pyphen import Pyphen

from mkdocs_evidence.problems import Problem
from mkdocs_evidence.reading import SummaryFile

from .lexicon import Lexicon
from .prose import Passage

FEWEST_WORDS = 100
"""How long a text must be for its measure to mean something: Flesch's samples had 100 words."""

_PARTS = re.compile(r"['’-]")


class Formula(NamedTuple):
    """How easy a text is in one language, from 0 to 100.

    Attributes:
        highest: From which is taken off.
        sentence: How much for each word of the average sentence.
        word: How much for each syllable of the average word.
        difficult: Below which number a text is difficult, by Flesch's table or, in Dutch, Douma's.
    """

    highest: float
    sentence: float
    word: float
    difficult: int

    def ease(self, words: int, sentences: int, syllables: int) -> float:
        """Return the measure of a text."""
        return self.highest - self.sentence * words / sentences - self.word * syllables / words


FORMULAS = {
    "en": Formula(206.835, 1.015, 84.6, difficult=50),
    "fr": Formula(207, 1.015, 73.6, difficult=50),
    "nl": Formula(206.84, 0.93, 77, difficult=45),
    "pt": Formula(248.835, 1.015, 84.6, difficult=50),
}


def hard_sections(
    file: SummaryFile, texts: Sequence[Passage], lexicon: Lexicon
) -> Iterator[Problem]:
    """Yield a hint for each longer text that its language's formula calls difficult.

    It stands at the longest sentence, with which one can begin.
    """
    formula = FORMULAS[lexicon.language]
    for text in texts:
        sentences = [sentence for sentence in text.sentences if sentence.words]
        words = [word for sentence in sentences for word in sentence.words]
        if len(words) < FEWEST_WORDS:
            continue
        syllables = sum(count_syllables(word, lexicon.language) for word in words)
        ease = formula.ease(len(words), len(sentences), syllables)
        if ease >= formula.difficult:
            continue
        longest = max(sentences, key=lambda sentence: len(sentence.words))
        yield file.source.problem(
            longest.start,
            "hard-to-read",
            f"“{text.name}” may be hard to read: on average, its sentences have"
            f" {len(words) / len(sentences):.0f} words, and its words"
            f" {syllables / len(words):.1f} syllables (reading ease {ease:.0f}). This sentence is"
            f" the longest, with {len(longest.words)} words.",
            "Perhaps part it in two, or take an everyday word for a long one.",
            end=longest.start + len(longest.text.partition("\n")[0]),
        )


def count_syllables(word: str, language: str) -> int:
    """Return how many syllables a word has, at least one for each part between hyphens."""
    hyphens = _hyphens(language)
    return sum(len(hyphens.positions(part)) + 1 for part in _PARTS.split(word))


@cache
def _hyphens(language: str) -> Pyphen:
    return Pyphen(lang=language)
