"""Advice on how a summary speaks to its readers, each piece with a published source.

A hint is never more than a hint: it says that a word or a silence may mislead, and leaves the
judgement to the author. Where a text leaves room for doubt, none is given. The sources stand in
the catalogue of rules.

``prose`` finds the sentences in the author's file, and ``lexicon`` has the words that are looked
for in each language. ``reading_ease`` measures, ``claims`` looks at words that say too much, and
``silences`` at what is not said.
"""

from __future__ import annotations

from mkdocs_evidence.problems import Problem
from mkdocs_evidence.reading import SummaryFile
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.summary import Summary

from .claims import causal_words, firm_words
from .lexicon import lexicon
from .prose import passages
from .reading_ease import hard_sections
from .silences import meaningless_limitations, relative_numbers, unmentioned_harms

__all__ = ["hints"]


def hints(file: SummaryFile, summary: Summary, settings: Settings) -> list[Problem]:
    """Return advice on a summary, in the order of its file.

    There is none on texts in a language for which no words are listed.

    Args:
        file: The file of the summary.
        summary: What it says.
        settings: What the site sets.
    """
    words = lexicon(summary.language or settings.language)
    if words is None:
        return []
    texts = passages(file, summary)
    found = [
        *hard_sections(file, texts, words),
        *causal_words(file, summary, texts, words),
        *firm_words(file, summary, texts, words),
        *relative_numbers(file, summary, texts, words),
        *unmentioned_harms(file, summary, texts, words),
        *meaningless_limitations(file, texts, words),
    ]
    return sorted(found)
