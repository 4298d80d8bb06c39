"""The panel of a post: the study, and what it found, at a glance."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from mkdocs_evidence.effects import (
    RELATIONS,
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
class ToldOutcome:
    """What was found for one outcome, as readers see it.

    Attributes:
        name: The outcome.
        about: How and when it was measured, and its rank.
        found: What can be concluded; empty where nothing can.
        drawing: Icons of people of two groups; None where they would not be right.
        sentences: The same in numbers, and what no drawing tells.
        cautions: What that does not say.
        figures: The same in the notation of researchers; empty where there is no effect.
        notes: What the numbers assume, and where they come from.
        meanings: What the words and the notation mean.
    """

    name: str
    about: Sequence[str]
    found: str = ""
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
    shown, folded = _shown_and_folded(evidence.outcomes)
    told = [
        _told(outcome, evidence, post.words, is_drawn=place in shown)
        for place, outcome in enumerate(evidence.outcomes)
    ]
    if warned_of == "retraction":
        told = [ToldOutcome(each.name, each.about, figures=each.figures) for each in told]
    cautions = _said_of_all([each.cautions for each in told])
    own = [_without(each, cautions) for each in told]
    return render(
        "panel.html.jinja",
        evidence=evidence,
        are_groups=_are_groups(evidence),
        participants=_participants_in_words(evidence.participants, post.words),
        shown=[own[place] for place in shown],
        folded=[own[place] for place in folded],
        cautions=cautions,
        explanations=_explanations(told, post.words),
        registered=with_addresses(evidence.registered or ""),
        warned_of=warned_of,
        words=post.words,
    )


def _said_of_all(texts: Sequence[Sequence[str]]) -> list[str]:
    """Return what is said of every one of several outcomes, so that it can be said once."""
    if len(texts) < 2:
        return []
    return [text for text in texts[0] if all(text in each for each in texts)]


def _without(told: ToldOutcome, cautions: Container[str]) -> ToldOutcome:
    """Return an outcome without the cautions that are given elsewhere."""
    own = [text for text in told.cautions if text not in cautions]
    return replace(told, cautions=own)


def _explanations(told: Sequence[ToldOutcome], words: Catalogue) -> list[str]:
    """Return what explains the outcomes, each thing once; a note on one of several names it."""
    shared = _said_of_all([each.notes for each in told])
    meanings = [text for each in told for text in each.meanings]
    notes = [
        words.text("study_of_this", what=each.name, text=text)
        if len(told) > 1 and text not in shared
        else text
        for each in told
        for text in each.notes
    ]
    return list(dict.fromkeys([*meanings, *notes]))


def _shown_and_folded(outcomes: Sequence[Outcome]) -> tuple[list[int], list[int]]:
    """Return the places of the outcomes to be shown, and of those to be folded.

    Those are shown for which the study was planned, or the first where the author names none.
    """
    places = range(len(outcomes))
    planned = [place for place in places if outcomes[place].role == "primary"]
    shown = planned[:MOST_SHOWN] or list(places[:1])
    return shown, [place for place in places if place not in shown]


def _participants_in_words(participants: Participants | None, words: Catalogue) -> list[str]:
    """Return who took part, in a few words for each thing that is known."""
    if participants is None:
        return []
    counts = {
        "study_people": participants.n,
        "study_studies": participants.studies,
        "study_groups": participants.groups,
    }
    told = [words.counted(name, count) for name, count in counts.items() if count]
    return [*told, *_written(participants.who, participants.where)]


def _are_groups(evidence: Evidence) -> bool:
    """Say whether sentences may speak of a first and a second group, which have to be named."""
    if evidence.comparison is None or evidence.comparison.comparator is None:
        return False
    effects = [outcome.effect for outcome in evidence.outcomes]
    return any(effect is not None and effect.type not in RELATIONS for effect in effects)


def _told(outcome: Outcome, evidence: Evidence, words: Catalogue, *, is_drawn: bool) -> ToldOutcome:
    """Return what was found for an outcome, in the words of a language.

    Args:
        outcome: What was looked at.
        evidence: The study.
        words: The words of the language.
        is_drawn: Whether people are drawn where that is right. A drawing tells what was counted.
    """
    role = words.text(f"role_{outcome.role}") if outcome.role else ""
    role_about = words.text(f"role_about_{outcome.role}") if outcome.role else ""
    about = _written(outcome.measure, outcome.timepoint, role)
    drawing = _drawing(outcome, evidence, words) if is_drawn else None
    counted = "" if drawing else numbers_in_words(outcome, words)
    effect = effect_in_words(outcome, evidence, words)
    if effect is None:
        return ToldOutcome(
            outcome.name,
            about,
            drawing=drawing,
            sentences=_written(counted),
            meanings=_written(role_about),
        )
    concludes = effect.conclusion != "unknown"
    return ToldOutcome(
        name=outcome.name,
        about=about,
        found=effect.sentence if concludes else "",
        drawing=drawing,
        sentences=_written("" if concludes else effect.sentence, counted, effect.in_numbers),
        cautions=effect.cautions,
        figures=effect.figures,
        notes=effect.notes,
        meanings=_written(effect.measure, effect.interval_meaning, role_about),
    )


def _written(*texts: str | None) -> list[str]:
    return [text for text in texts if text]


def _drawing(outcome: Outcome, evidence: Evidence, words: Catalogue) -> Drawing | None:
    numbers = absolute_numbers(outcome)
    if numbers is None or numbers.people != 100:
        return None
    compared = evidence.comparison
    one, other = numbers.groups or (
        (compared and compared.intervention) or words.text("study_group"),
        (compared and compared.comparator) or words.text("study_group_compared"),
    )
    counted = [
        words.text("study_counted", n=words.number(events.n), of=words.number(events.of))
        for events in (outcome.events or {}).values()
    ]
    groups = (
        People(one, numbers.intervention.per_100, *counted[:1]),
        People(other, numbers.comparator.per_100, *counted[1:]),
    )
    legend = "study_circles" if numbers.are_counted else "study_circles_computed"
    return Drawing(groups, words.text(legend))
