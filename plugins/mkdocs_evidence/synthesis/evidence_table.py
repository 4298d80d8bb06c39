"""The evidence table: what was found, a row for each outcome."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import get_args

from mkdocs_evidence.effects import (
    conclusion_in_short,
    conclusion_of,
    effect_in_figures,
    numbers_in_words,
)
from mkdocs_evidence.languages import FALLBACK, Catalogue, locale
from mkdocs_evidence.study import Certainty, Outcome, Participants
from mkdocs_evidence.templates import render
from mkdocs_evidence.vocabulary import CertaintyLevel, Design

from .addresses import relative_url
from .covered import CoveredStudy, PostLink, post_link


@dataclass(frozen=True)
class Row:
    """A row of the table.

    Attributes:
        link: The link to the post on its study, which has the language of the author's words.
        people: How many studies and people there were, in words; may be empty.
        outcome: What was looked at; None for a study of which no outcome is told.
        found: What was found, in a few words; empty for what was retracted.
        figures: The same in the notation of researchers; may be empty.
        certainty: How sure one can be, in words.
    """

    link: PostLink
    people: str
    outcome: Outcome | None
    found: str
    figures: str
    certainty: str


def evidence_table(
    studies: Sequence[CoveredStudy], topics: Sequence[str], url: str, words: Catalogue
) -> str:
    """Return the evidence table as HTML.

    Args:
        studies: The studies of the site, those of the newest post first.
        topics: The topics of the site, in their order.
        url: The address of the page on which it will stand, from the root of the site.
        words: The words of the language of this page.
    """
    designs = {study.evidence.design for study in studies}
    levels = {study.evidence.certainty.level for study in studies if study.evidence.certainty}
    used = {topic for study in studies for topic in study.topics}
    return render(
        "evidence_table.html.jinja",
        rows=[row for study in studies for row in _rows(study, url, words)],
        topics=[topic for topic in topics if topic in used],
        designs=[design for design in get_args(Design) if design in designs],
        levels=[level for level in get_args(CertaintyLevel) if level in levels],
        has_retracted=any(study.is_retracted for study in studies),
        language=words.language if locale(words.language) else FALLBACK,
        script=relative_url("assets/evidence/across.js", url),
        words=words,
    )


def _rows(study: CoveredStudy, url: str, words: Catalogue) -> Iterator[Row]:
    """Yield a row for each outcome of a study; one for a study without any."""
    evidence = study.evidence
    link = post_link(study, url, words)
    people = _people(evidence.participants, words)
    certainty = _certainty(evidence.certainty, words)
    outcomes: Sequence[Outcome | None] = evidence.outcomes or [None]
    for outcome in outcomes:
        effect = outcome.effect if outcome else None
        figures = effect_in_figures(effect, words) if effect else ""
        found = "" if study.is_retracted else _found(outcome, words)
        yield Row(link, people, outcome, found, figures, certainty)


def _found(outcome: Outcome | None, words: Catalogue) -> str:
    """Return what was found, as a cell says it."""
    if outcome and (effect := outcome.effect):
        short = conclusion_in_short(conclusion_of(effect), effect.type, words)
        return short[:1].upper() + short[1:]
    counted = numbers_in_words(outcome, words) if outcome else ""
    return counted or words.text("table_no_number")


def _people(participants: Participants | None, words: Catalogue) -> str:
    """Return how many studies and people there were, such as “148 studies, 308,849 people”."""
    if participants is None:
        return ""
    counts = {"study_studies": participants.studies, "study_people": participants.n}
    return ", ".join(words.counted(name, count) for name, count in counts.items() if count)


def _certainty(certainty: Certainty | None, words: Catalogue) -> str:
    """Return how sure one can be, with the system where a review judged it by one."""
    if certainty is None:
        return words.text("table_not_judged")
    level = words.text(f"certainty_level_{certainty.level}")
    if certainty.system == "author-judgement":
        return level
    return f"{words.text(f'certainty_system_{certainty.system}')}: {level}"
