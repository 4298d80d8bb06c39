"""The panel of a post: the study, and what it found, at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from mkdocs_evidence.effects import (
    AbsoluteNumbers,
    absolute_numbers,
    effect_in_words,
    numbers_in_words,
)
from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.notices import NoticeKind
from mkdocs_evidence.summary import Evidence, Outcome, Participants
from mkdocs_evidence.templates import render

from .people import People
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
        sentences: What was found, in words.
        cautions: What that does not say.
        figures: The same in the notation of researchers; empty where there is no effect.
        explanations: What the words and figures mean, to be told on demand.
        people: The two groups of which icons are drawn; none where they would not be right.
    """

    name: str
    about: Sequence[str]
    sentences: Sequence[str]
    cautions: Sequence[str]
    figures: str
    explanations: Sequence[str]
    people: Sequence[People]

    def without(self, texts: Container[str]) -> Finding:
        """Return the same without those cautions and explanations that are given elsewhere."""
        cautions = [text for text in self.cautions if text not in texts]
        explanations = [text for text in self.explanations if text not in texts]
        return replace(self, cautions=cautions, explanations=explanations)


def panel(post: Post, warned_of: NoticeKind | None = None) -> str:
    """Return the panel of a post as HTML; empty where its summary has no evidence.

    Args:
        post: The post.
        warned_of: What readers are warned of, if of anything. Of an article that was retracted,
            neither certainty nor icons are shown, which would make its numbers look reliable.
    """
    evidence = post.summary.evidence
    if evidence is None:
        return ""
    findings = [finding(outcome, evidence, post.words) for outcome in evidence.outcomes]
    cautions = said_of_several([each.cautions for each in findings])
    explanations = said_of_several([each.explanations for each in findings])
    shown, folded = shown_and_folded(evidence.outcomes)
    own = [each.without({*cautions, *explanations}) for each in findings]
    return render(
        "panel.html.jinja",
        evidence=evidence,
        participants=participants_in_words(evidence.participants, post.words),
        shown=[own[place] for place in shown],
        folded=[own[place] for place in folded],
        cautions=cautions,
        explanations=explanations,
        registered=with_addresses(evidence.registered or ""),
        warned_of=warned_of,
        words=post.words,
    )


def said_of_several(texts: Iterable[Sequence[str]]) -> list[str]:
    """Return what is said of more than one outcome, so that it can be said once for all."""
    counts = Counter(text for each in texts for text in each)
    return [text for text, count in counts.items() if count > 1]


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
    return [*told, *(text for text in (participants.who, participants.where) if text)]


def _counted(name: str, count: int, words: Catalogue) -> str:
    if count == 1:
        return words.text(f"study_{name}_one")
    return words.text(f"study_{name}", count=words.number(count))


def finding(outcome: Outcome, evidence: Evidence, words: Catalogue) -> Finding:
    """Return what was found for an outcome, in the words of a language."""
    role = words.text(f"role_{outcome.role}") if outcome.role else ""
    role_about = words.text(f"role_about_{outcome.role}") if outcome.role else ""
    about = [text for text in (outcome.measure, outcome.timepoint, role) if text]
    people = _people(absolute_numbers(outcome), evidence, words)
    effect = effect_in_words(outcome, evidence, words)
    if effect is None:
        told = numbers_in_words(outcome, words)
        return Finding(outcome.name, about, [told] if told else [], [], "", [], people)
    sentences = [effect.sentence, effect.in_numbers]
    explanations = [effect.measure, effect.interval_meaning, *effect.notes, role_about]
    return Finding(
        outcome.name,
        about,
        [text for text in sentences if text],
        effect.cautions,
        effect.figures,
        [text for text in explanations if text],
        people,
    )


def _people(numbers: AbsoluteNumbers | None, evidence: Evidence, words: Catalogue) -> list[People]:
    if numbers is None or numbers.people != 100:
        return []
    compared = evidence.comparison
    one, other = numbers.groups or (
        (compared and compared.intervention) or words.text("study_group"),
        (compared and compared.comparator) or words.text("study_group_compared"),
    )
    return [
        People(one, numbers.intervention.per_100),
        People(other, numbers.comparator.per_100),
    ]
