"""What the dataset tells of one outcome of a study: the model of which its dictionary is made."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ConfigDict

from mkdocs_evidence.bibliography.names import OTHERS
from mkdocs_evidence.effects import Conclusion, conclusion_of
from mkdocs_evidence.notices import NoticeKind
from mkdocs_evidence.study import Effect, Events, Evidence, Outcome
from mkdocs_evidence.vocabulary import (
    CertaintyLevel,
    CertaintyReason,
    CertaintySystem,
    ComparatorType,
    Design,
    Direction,
    EffectType,
    Harms,
    Interval,
    OutcomeRole,
)


@dataclass(frozen=True)
class Study:
    """A study with what is known of the post that discusses it.

    Attributes:
        post: The name of the post that stays the same for ever.
        title: Its title.
        date: The day on which it appeared.
        language: Its language, as a tag.
        topics: Its topics.
        article: The key of the article in the bibliography.
        evidence: The study.
        funding: Who paid for it.
        conflicts: The interests that its authors declare.
        notice: The gravest notice about the article.
    """

    post: str
    title: str
    date: datetime.date
    language: str
    topics: Sequence[str]
    article: str
    evidence: Evidence
    funding: str | None = None
    conflicts: str | None = None
    notice: NoticeKind | None = None


class Record(BaseModel):
    """One outcome of a study that a post discusses; of a study without outcomes, the study."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    post: str
    """The name of the post, which stays the same for ever."""
    title: str
    """The title of the post, in its language."""
    date: datetime.date
    """The day on which the post appeared."""
    language: str
    """The language of the post and of all that its author wrote, as a tag such as pt."""
    topics: list[str]
    """The topics of the post on this site."""
    article: str
    """The key of the discussed article in the files of articles."""
    doi: str | None
    """The DOI of the article."""
    authors: str | None
    """Who wrote the article, in short: family names of up to two, else the first and “et al.”."""
    year: int | None
    """The year in which the article was published."""
    notice: NoticeKind | None
    """What became of the article since, as far as the site knows: it was retracted, there is an
    expression of concern, or it was corrected; the gravest of these."""
    design: Design
    """How the study was done."""
    n: int | None
    """How many people took part; for a review, in all of its studies together."""
    studies: int | None
    """How many studies a review covers."""
    groups: int | None
    """Into how many groups the people were divided."""
    who: str | None
    """Who took part."""
    where: str | None
    """The country or countries."""
    intervention: str | None
    """What was offered or done."""
    comparator: str | None
    """What the others had instead."""
    comparator_type: ComparatorType | None
    """The kind of comparison."""
    outcome: str | None = None
    """What was looked at. Empty for a study of which the post tells no outcome."""
    measure: str | None = None
    """The questionnaire or instrument."""
    timepoint: str | None = None
    """When it was measured."""
    role: OutcomeRole | None = None
    """The rank that the study gave the outcome."""
    effect_type: EffectType | None = None
    """The measure of the effect."""
    value: float | None = None
    """The effect: the intervention minus the comparator, or over it for RR, OR and HR, as the
    article gives it. Ratios are not logarithms; RD is a share, so 0.1 is 10 per cent."""
    ci_low: float | None = None
    """The lower end of the interval of the effect."""
    ci_high: float | None = None
    """The upper end."""
    level: float | None = None
    """The level of the interval, in per cent."""
    interval: Interval | None = None
    """The kind of interval."""
    better: Direction | None = None
    """Which values of the outcome are better; for RR, OR, HR and RD, lower where it is good that
    the event happens less often."""
    favours: str | None = None
    """The side for which the effect speaks, in the words of the post's author, or none."""
    margin: float | None = None
    """The margin that the study set beforehand for being not worse, in the units of the effect; for
    RR, OR and HR a ratio."""
    conclusion: Conclusion | None = None
    """What effect and interval allow to conclude, found by rule. If the interval leaves no effect
    out: better or worse, by what is better; higher or lower, where that is not known; together or
    opposed for two things that go together or against each other; related without a direction. If
    it includes no effect: unclear. With a margin also not-worse or perhaps-worse. Without an
    interval: unknown."""
    baseline: float | None = None
    """How likely the outcome is without the intervention, from 0 to 1."""
    group_1: str | None = None
    """The name of the first group in which events were counted, that of the intervention."""
    events_1: int | None = None
    """To how many people of the first group it happened."""
    total_1: int | None = None
    """Of how many people of the first group."""
    group_2: str | None = None
    """The name of the second group, that of the comparator."""
    events_2: int | None = None
    """To how many people of the second group it happened."""
    total_2: int | None = None
    """Of how many people of the second group."""
    further_groups: list[str] = []
    """All other groups, each as “name: events/total”."""
    certainty: CertaintyLevel | None
    """How sure one can be of the findings of the study."""
    certainty_system: CertaintySystem | None
    """Whose judgement that is: GRADE or CERQual as the review gives it, or the post's author."""
    certainty_reasons: list[CertaintyReason]
    """Why one cannot be surer."""
    harms: Harms | None
    """What the article says of harms; empty where it was not read for them."""
    registered: str | None
    """Where the study was registered beforehand."""
    funding: str | None
    """Who paid for the study."""
    conflicts: str | None
    """The interests that the authors of the article declare."""


def records(study: Study, item: Mapping[str, Any]) -> Iterator[Record]:
    """Yield a record for each outcome of a study; one for a study without outcomes.

    Args:
        study: The study.
        item: The article as an item of CSL-JSON.
    """
    told = _of_study(study) | _of_article(item)
    if not study.evidence.outcomes:
        yield Record.model_validate(told)
    for outcome in study.evidence.outcomes:
        yield Record.model_validate(told | _of_outcome(outcome))


def _of_study(study: Study) -> dict[str, object]:
    evidence = study.evidence
    people, compared, certainty = evidence.participants, evidence.comparison, evidence.certainty
    return {
        "post": study.post,
        "title": study.title,
        "date": study.date,
        "language": study.language,
        "topics": list(study.topics),
        "article": study.article,
        "notice": study.notice,
        "design": evidence.design,
        "n": people and people.n,
        "studies": people and people.studies,
        "groups": people and people.groups,
        "who": people and people.who,
        "where": people and people.where,
        "intervention": compared and compared.intervention,
        "comparator": compared and compared.comparator,
        "comparator_type": compared and compared.comparator_type,
        "certainty": certainty and certainty.level,
        "certainty_system": certainty and certainty.system,
        "certainty_reasons": certainty.reasons if certainty else [],
        "harms": evidence.harms,
        "registered": evidence.registered,
        "funding": study.funding,
        "conflicts": study.conflicts,
    }


def _of_article(item: Mapping[str, Any]) -> dict[str, object]:
    dates = item.get("issued", {}).get("date-parts")
    return {
        "doi": item.get("DOI"),
        "authors": _in_short(item.get("author", ())),
        "year": dates[0][0] if dates else None,
    }


def _in_short(people: Sequence[Mapping[str, str]]) -> str | None:
    names = [person.get("literal") or _family(person) for person in people]
    if len(names) > 2 or OTHERS in names:
        return f"{names[0]} et al."
    return " & ".join(names) or None


def _family(person: Mapping[str, str]) -> str:
    return f"{person.get('non-dropping-particle', '')} {person.get('family', '')}".strip()


def _of_outcome(outcome: Outcome) -> dict[str, object]:
    return {
        "outcome": outcome.name,
        "measure": outcome.measure,
        "timepoint": outcome.timepoint,
        "role": outcome.role,
        "baseline": outcome.baseline,
        **(_of_effect(outcome.effect) if outcome.effect else {}),
        **_of_events(outcome.events or {}),
    }


def _of_effect(effect: Effect) -> dict[str, object]:
    told: dict[str, object] = {
        "effect_type": effect.type,
        "value": effect.value,
        "better": effect.better,
        "favours": effect.favours,
        "margin": effect.margin,
        "conclusion": conclusion_of(effect),
    }
    if effect.ci is None:
        return told
    low, high = effect.ci
    return told | {
        "ci_low": low,
        "ci_high": high,
        "level": effect.level,
        "interval": effect.interval,
    }


def _of_events(events: Mapping[str, Events]) -> dict[str, object]:
    told: dict[str, object] = {}
    groups = list(events.items())
    for place, (name, counted) in enumerate(groups[:2], start=1):
        told |= {
            f"group_{place}": name,
            f"events_{place}": counted.n,
            f"total_{place}": counted.of,
        }
    told["further_groups"] = [f"{name}: {each.n}/{each.of}" for name, each in groups[2:]]
    return told
