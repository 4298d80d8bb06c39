"""What a summary does not say, and its readers need."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_evidence.problems import Problem
from mkdocs_evidence.reading import Path, SummaryFile
from mkdocs_evidence.study import Evidence
from mkdocs_evidence.summary import Summary

from .lexicon import Lexicon
from .prose import Passage

RELATIVE = frozenset(("RR", "OR", "HR"))
TRIALS = frozenset(
    ("randomised-trial", "cluster-randomised-trial", "non-randomised-trial", "single-arm")
)
REVIEWS = frozenset(("systematic-review", "meta-analysis", "network-meta-analysis"))
LIMITATIONS = "limitations"


def relative_numbers(
    file: SummaryFile, summary: Summary, texts: Sequence[Passage], lexicon: Lexicon
) -> Iterator[Problem]:
    """Yield a hint for the first relative effect, where no absolute number stands anywhere."""
    outcomes = summary.evidence.outcomes if summary.evidence else []
    if any(outcome.baseline is not None or outcome.events for outcome in outcomes):
        return
    if _first(lexicon.absolute, texts):
        return
    if found := _first(lexicon.relative, texts):
        start, words = found
        end = start + len(words.partition("\n")[0])
        said = f"“{' '.join(words.split())}”"
    else:
        path = _relative_effect(summary.evidence)
        if path is None:
            return
        start, end = file.document.value_span(path)
        said = f"An effect of the kind {file.source.text[start:end]}"
    yield file.source.problem(
        start,
        "relative-only",
        f"{said} may sound larger or smaller than it is, since nothing says how many people it"
        " concerned.",
        "If the article tells, perhaps add how many out of 100 it were in each group.",
        end=end,
    )


def _relative_effect(evidence: Evidence | None) -> Path | None:
    for index, outcome in enumerate(evidence.outcomes if evidence else ()):
        if outcome.effect and outcome.effect.type in RELATIVE:
            return ("evidence", "outcomes", index, "effect", "type")
    return None


def unmentioned_harms(
    file: SummaryFile, summary: Summary, texts: Sequence[Passage], lexicon: Lexicon
) -> Iterator[Problem]:
    """Yield a hint where a treatment was studied and no word is on harms."""
    evidence = summary.evidence
    if evidence is None or evidence.harms or not _is_about_treatment(evidence):
        return
    if not _first(lexicon.harms, texts):
        yield file.document.problem(
            file.document.value_span(("evidence", "design")),
            "harms-unmentioned",
            "A treatment was studied, and nothing is said of harms.",
            "Perhaps say what the article tells of them, or that it tells nothing: add"
            " “harms: reported”, “none-found” or “not-reported” below “evidence”.",
        )


def _is_about_treatment(evidence: Evidence) -> bool:
    """Say whether a treatment was studied; of a review, only what it is compared with tells."""
    compared = evidence.comparison and evidence.comparison.comparator_type
    return evidence.design in TRIALS or (evidence.design in REVIEWS and compared is not None)


def meaningless_limitations(
    file: SummaryFile, texts: Sequence[Passage], lexicon: Lexicon
) -> Iterator[Problem]:
    """Yield a hint where the section on limitations draws no consequence from them."""
    for text in texts:
        if text.name == LIMITATIONS and text.sentences and not _first(lexicon.meaning, [text]):
            first = text.sentences[0]
            yield file.source.problem(
                first.start,
                "limitation-without-meaning",
                "This section may leave readers wondering what the limitations mean for them.",
                "Perhaps add what cannot be known because of them, or for whom it may differ.",
                end=first.start + len(first.text.partition("\n")[0]),
            )


def _first(pattern: re.Pattern[str], texts: Sequence[Passage]) -> tuple[int, str] | None:
    """Return where the first words of a kind stand, and the words."""
    for sentence in (sentence for text in texts for sentence in text.sentences):
        if found := pattern.search(sentence.text):
            return sentence.start + found.start(), found[0]
    return None
