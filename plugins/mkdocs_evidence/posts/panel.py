"""The panel of a post: the study, and what it found, at a glance."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from mkdocs_evidence.effects import (
    AbsoluteNumbers,
    absolute_numbers,
    effect_in_words,
    numbers_in_words,
)
from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.notices import NoticeKind
from mkdocs_evidence.study import Evidence, Outcome, Participants
from mkdocs_evidence.templates import render

from .people import Drawing, People
from .post import Post
from .registries import with_addresses

MOST_SHOWN = 3
"""How many outcomes are shown at most, for each may have a drawing; the others are folded."""


@dataclass(frozen=True)
class Finding:
    """What was found for one outcome, as readers see it.

    Attributes:
        name: The outcome.
        about: How and when it was measured, and its rank.
        drawing: Icons of people of two groups; None where they would not be right.
        sentences: What was found, in words.
        cautions: What that does not say.
        figures: The same in the notation of researchers; empty where there is no effect.
        notes: What the numbers assume, and where they come from.
        meanings: What the words and the notation mean.
    """

    name: str
    about: Sequence[str]
    drawing: Drawing | None = None
    sentences: Sequence[str] = ()
    cautions: Sequence[str] = ()
    figures: str = ""
    notes: Sequence[str] = ()
    meanings: Sequence[str] = ()


def panel(post: Post, warned_of: NoticeKind | None = None) -> str:
    """Return the panel of a post as HTML; empty where its summary has no evidence.

    Args:
        post: The post.
        warned_of: What readers are warned of, if of anything. Of what a retracted article found,
            the bare figures are left, since words and drawings would make it look reliable.
    """
    evidence = post.summary.evidence
    if evidence is None:
        return ""
    findings = [finding(outcome, evidence, post.words) for outcome in evidence.outcomes]
    if warned_of == "retraction":
        findings = [Finding(each.name, each.about, figures=each.figures) for each in findings]
    cautions = said_of_all([each.cautions for each in findings])
    shown, folded = shown_and_folded(evidence.outcomes)
    own = [without(each, cautions) for each in findings]
    return render(
        "panel.html.jinja",
        evidence=evidence,
        participants=participants_in_words(evidence.participants, post.words),
        shown=[own[place] for place in shown],
        folded=[replace(own[place], drawing=None) for place in folded],
        cautions=cautions,
        explanations=explanations(findings, post.words),
        registered=with_addresses(evidence.registered or ""),
        warned_of=warned_of,
        words=post.words,
    )


def said_of_all(texts: Sequence[Sequence[str]]) -> list[str]:
    """Return what is said of every one of several outcomes, so that it can be said once."""
    if len(texts) < 2:
        return []
    return [text for text in texts[0] if all(text in each for each in texts)]


def without(finding: Finding, cautions: Container[str]) -> Finding:
    """Return a finding without the cautions that are given elsewhere."""
    own = [text for text in finding.cautions if text not in cautions]
    return replace(finding, cautions=own)


def explanations(findings: Sequence[Finding], words: Catalogue) -> list[str]:
    """Return what explains the findings, each thing once; a note on one of several names it."""
    shared = said_of_all([each.notes for each in findings])
    meanings = [text for each in findings for text in each.meanings]
    notes = [
        words.text("study_of_this", what=each.name, text=text)
        if len(findings) > 1 and text not in shared
        else text
        for each in findings
        for text in each.notes
    ]
    return list(dict.fromkeys([*meanings, *notes]))


def shown_and_folded(outcomes: Sequence[Outcome]) -> tuple[list[int], list[int]]:
    """Return the places of the outcomes to be shown, and of those to be folded.

    Those are shown for which the study was planned, or the first where the author names none.
    """
    places = range(len(outcomes))
    planned = [place for place in places if outcomes[place].role == "primary"]
    shown = planned[:MOST_SHOWN] or list(places[:1])
    return shown, [place for place in places if place not in shown]


def participants_in_words(participants: Participants | None, words: Catalogue) -> list[str]:
    """Return who took part, in a few words for each thing that is known."""
    if participants is None:
        return []
    counts = {
        "people": participants.n,
        "studies": participants.studies,
        "groups": participants.groups,
    }
    told = [_counted(name, count, words) for name, count in counts.items() if count]
    return [*told, *_written(participants.who, participants.where)]


def _counted(name: str, count: int, words: Catalogue) -> str:
    if count == 1:
        return words.text(f"study_{name}_one")
    return words.text(f"study_{name}", count=words.number(count))


def finding(outcome: Outcome, evidence: Evidence, words: Catalogue) -> Finding:
    """Return what was found for an outcome, in the words of a language."""
    role = words.text(f"role_{outcome.role}") if outcome.role else ""
    role_about = words.text(f"role_about_{outcome.role}") if outcome.role else ""
    about = _written(outcome.measure, outcome.timepoint, role)
    drawing = _drawing(absolute_numbers(outcome), evidence, words)
    effect = effect_in_words(outcome, evidence, words)
    if effect is None:
        counted = numbers_in_words(outcome, words)
        return Finding(
            outcome.name, about, drawing, _written(counted), meanings=_written(role_about)
        )
    return Finding(
        name=outcome.name,
        about=about,
        drawing=drawing,
        sentences=_written(effect.sentence, effect.in_numbers),
        cautions=effect.cautions,
        figures=effect.figures,
        notes=effect.notes,
        meanings=_written(effect.measure, effect.interval_meaning, role_about),
    )


def _written(*texts: str | None) -> list[str]:
    return [text for text in texts if text]


def _drawing(
    numbers: AbsoluteNumbers | None, evidence: Evidence, words: Catalogue
) -> Drawing | None:
    if numbers is None or numbers.people != 100:
        return None
    compared = evidence.comparison
    one, other = numbers.groups or (
        (compared and compared.intervention) or words.text("study_group"),
        (compared and compared.comparator) or words.text("study_group_compared"),
    )
    groups = (
        People(one, numbers.intervention.per_100),
        People(other, numbers.comparator.per_100),
    )
    legend = "study_circles" if numbers.are_counted else "study_circles_computed"
    return Drawing(groups, words.text(legend))
