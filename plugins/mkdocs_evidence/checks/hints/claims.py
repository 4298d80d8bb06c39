"""Words that say more than a study can show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_evidence.problems import Problem
from mkdocs_evidence.reading import SummaryFile
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.summary import Summary

from .lexicon import Lexicon
from .prose import Passage

CANNOT_SHOW_CAUSES = frozenset(
    ("cohort", "case-control", "cross-sectional", "case-series", "qualitative", "psychometric")
)
"""The designs in which nobody was assigned to anything, so that a cause is at most inferred."""

UNSURE = frozenset(("low", "very-low"))


def causal_words(
    file: SummaryFile, summary: Summary, texts: Sequence[Passage], lexicon: Lexicon
) -> Iterator[Problem]:
    """Yield a hint for each verb for a cause, where the study's design cannot show causes."""
    design = summary.evidence.design if summary.evidence else None
    if design not in CANNOT_SHOW_CAUSES:
        return
    message = f"may sound like a cause, which a study of this kind ({design}) cannot show."
    advice = "If no cause is meant, perhaps say that the two went together."
    for start, word in _found(lexicon.causal, texts, lexicon):
        yield _hint(file, start, word, "causal-word", message, advice)


def firm_words(
    file: SummaryFile, summary: Summary, texts: Sequence[Passage], lexicon: Lexicon
) -> Iterator[Problem]:
    """Yield a hint for each word that leaves no doubt, where the certainty leaves much."""
    certainty = summary.evidence.certainty if summary.evidence else None
    if certainty is None or certainty.level not in UNSURE:
        return
    message = f"may sound surer than the certainty that you give ({certainty.level})."
    advice = "Perhaps a “may” or “perhaps” fits better here."
    for start, word in _found(lexicon.firm, texts, lexicon):
        yield _hint(file, start, word, "certainty-contradicted", message, advice)


def _hint(
    file: SummaryFile, start: int, word: str, rule: RuleId, message: str, advice: str
) -> Problem:
    """Return a hint on a word of the text, which may go on in the next line."""
    end = start + len(word.partition("\n")[0])
    said = f"“{' '.join(word.split())}” {message}"
    return file.source.problem(start, rule, said, advice, end=end)


def _found(
    pattern: re.Pattern[str], texts: Sequence[Passage], lexicon: Lexicon
) -> Iterator[tuple[int, str]]:
    """Yield words in sentences that claim something: they neither ask, doubt, deny nor quote."""
    for sentence in (sentence for text in texts for sentence in text.sentences):
        said = sentence.unquoted
        if not sentence.is_question and not lexicon.hedges.search(said):
            yield from ((sentence.start + m.start(), m[0]) for m in pattern.finditer(said))
