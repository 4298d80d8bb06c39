"""Effects in numbers that one can picture, with what they assume and how they could be misread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.study import Outcome

from .absolute import AbsoluteNumbers, Share, absolute_numbers, counted_risks, people_for
from .conclusion import EVENTS, RATIOS, STANDARDISED
from .conversions import probability_of_concordance, probability_of_superiority
from .figures import decimals_of, number, numbers_of
from .finding import Finding


@dataclass(frozen=True)
class Picture:
    """Numbers that one can picture, as a sentence.

    Attributes:
        sentence: The numbers; empty where they were counted, which `numbers_in_words` tells.
        cautions: How they could be misread.
        notes: What they assume.
    """

    sentence: str
    cautions: Sequence[str] = ()
    notes: Sequence[str] = ()


def pictures_of(finding: Finding) -> list[Picture]:
    """Return an effect in numbers that one can picture; what was counted is told apart."""
    effect, numbers = finding.effect, finding.absolute
    pictures = [_counted(finding)] if finding.outcome.events else []
    if effect.type in STANDARDISED and not finding.is_change:
        pictures.append(_pairs(finding))
    elif effect.type in STANDARDISED or effect.type == "MD":
        pictures.append(_difference(finding))
    elif effect.type in EVENTS and numbers is not None:
        pictures += [] if numbers.are_counted else [_computed(finding, numbers)]
    elif effect.type in RATIOS:
        pictures.append(_ratio(finding))
    elif effect.type == "RD":
        pictures.append(_per_people(finding))
    elif effect.type == "r":
        pictures.append(_concordance(finding))
    elif effect.type == "eta2":
        pictures.append(_explained(finding))
    return pictures


def numbers_in_words(outcome: Outcome, words: Catalogue) -> str:
    """Return how many people of each group were counted, as a sentence; empty without counts.

    It needs no effect and takes any number of groups, so that counted events can be told alone.
    """
    if not outcome.events:
        return ""
    risks, numbers = counted_risks(outcome), absolute_numbers(outcome)
    people = numbers.people if numbers else people_for(risks.values())
    groups = [
        words.text(
            "effect_counted_group",
            group=name,
            count=_count(risks[name], people, words),
            n=number(counted.n, words),
            of=number(counted.of, words),
        )
        for name, counted in outcome.events.items()
    ]
    return words.text("effect_counted", people=number(people, words), groups=words.listed(groups))


def _counted(finding: Finding) -> Picture:
    numbers, effect = finding.absolute, finding.effect
    if numbers is None or effect.type not in EVENTS or not finding.is_directed:
        return Picture("")
    above = numbers.intervention.risk - numbers.comparator.risk
    agrees = above > 0 if finding.is_above else above < 0
    cautions = [] if agrees else [finding.say("caution_counts-differ")]
    count, other = (
        share.of(numbers.people) for share in (numbers.intervention, numbers.comparator)
    )
    return Picture("", cautions, _on_rounding(finding, [count], other) if agrees else [])


def _computed(finding: Finding, numbers: AbsoluteNumbers) -> Picture:
    share, people, words = numbers.intervention, numbers.people, finding.words
    other = _count(numbers.comparator.risk, people, words)
    told = number(people, words)
    sentence = finding.say_with(
        [_count(end, people, words) for end in _ends(share)],
        "computed",
        people=told,
        count=_count(share.risk, people, words),
        other=other,
    )
    counts = [round(people * part) for part in share.parts]
    notes = [
        finding.say("note_computed", people=told, other=other),
        *_on_rounding(finding, counts, numbers.comparator.of(people)),
    ]
    if finding.effect.type == "HR":
        notes.append(finding.say("note_hazard"))
    return Picture(sentence, (), notes)


def _pairs(finding: Finding) -> Picture:
    effect = finding.effect
    sign = -1 if effect.better == "lower" else 1
    share = _share(
        [probability_of_superiority(sign * value) for value in (effect.value, *(effect.ci or ()))]
    )
    name = "pairs_better" if effect.better else "pairs_higher"
    caution, note = finding.say("caution_pairs"), finding.say("note_bell-curves")
    return _of_pairs(finding, share, name, [caution], [note])


def _concordance(finding: Finding) -> Picture:
    effect = finding.effect
    share = _share(
        [probability_of_concordance(value) for value in (effect.value, *(effect.ci or ()))]
    )
    return _of_pairs(finding, share, "concordance", [], [finding.say("note_bell-curves_relation")])


def _of_pairs(
    finding: Finding, share: Share, name: str, cautions: list[str], notes: list[str]
) -> Picture:
    """Return a picture of pairs, of which half would mean no effect."""
    words = finding.words
    people = people_for(share.parts, 0.5 if finding.is_directed else None)
    sentence = finding.say_with(
        [_count(end, people, words) for end in _ends(share)],
        name,
        count=_count(share.risk, people, words),
        people=number(people, words),
        half=number(people // 2, words),
    )
    counts = [round(people * part) for part in share.parts]
    return Picture(sentence, cautions, [*notes, *_on_rounding(finding, counts, people // 2)])


def _difference(finding: Finding) -> Picture:
    effect, words = finding.effect, finding.words
    is_standardised = effect.type in STANDARDISED
    value, *ends = numbers_of(effect, words)
    name = "difference"
    if finding.is_directed and effect.ci:
        name = "difference_higher" if finding.is_above else "difference_lower"
        decimals = decimals_of([effect.value, *effect.ci])
        value = number(abs(effect.value), words, decimals)
        ends = [number(end, words, decimals) for end in sorted(abs(end) for end in effect.ci)]
    if is_standardised:
        value = words.text("effect_amount_sd", value=value)
    elif finding.outcome.measure:
        value = words.text("effect_amount_measure", value=value, measure=finding.outcome.measure)
    note = "note_change-sd" if is_standardised else "note_size"
    return Picture(finding.say_with(ends, name, amount=value), (), [finding.say(note)])


def _ratio(finding: Finding) -> Picture:
    value, *ends = numbers_of(finding.effect, finding.words)
    cautions = [finding.say("caution_odds")] if finding.effect.type == "OR" else []
    cautions.append(finding.say("caution_ratio"))
    return Picture(finding.say_with(ends, f"ratio_{finding.effect.type}", value=value), cautions)


def _per_people(finding: Finding) -> Picture:
    effect, words = finding.effect, finding.words
    values = [effect.value, *(effect.ci or ())]
    people = people_for(abs(value) for value in values)
    told = [round(people * value) for value in values]
    name = "per_people"
    if finding.is_directed:
        name = "per_people_more" if finding.is_above else "per_people_fewer"
        told = [abs(count) for count in told]
    count, *ends = (number(each, words) for each in (told[0], *sorted(told[1:])))
    sentence = finding.say_with(ends, name, count=count, people=number(people, words))
    return Picture(sentence, (), _on_rounding(finding, told, 0))


def _explained(finding: Finding) -> Picture:
    effect = finding.effect
    values = [effect.value, *(effect.ci or ())]
    decimals = max(0, decimals_of(values) - 2)
    words = finding.words
    value, *ends = (
        words.text("effect_percent", value=number(100 * each, words, decimals)) for each in values
    )
    return Picture(finding.say_with(ends, "explained", value=value))


def _share(values: Sequence[float]) -> Share:
    value, *ends = values
    return Share(value, min(ends), max(ends)) if ends else Share(value)


def _ends(share: Share) -> list[float]:
    return share.parts[1:]


def _count(share: float, people: int, words: Catalogue) -> str:
    """Return how many of so many people a share is, where it is anybody and where it is not all."""
    count = round(people * share)
    if count == 0 and share > 0:
        return words.text("effect_count_fewer", number=number(1, words))
    if count == people and share < 1:
        return words.text("effect_count_more", number=number(people - 1, words))
    return number(count, words)


def _on_rounding(finding: Finding, counts: Sequence[int], none: int) -> list[str]:
    """Return what to say where rounding makes a clear effect, or an end of it, look like none.

    Args:
        finding: The effect.
        counts: The rounded number of people, and the ends of its interval where there is one.
        none: The number that means no effect.
    """
    if not finding.is_directed or none not in counts:
        return []
    return [finding.say("note_rounded" if counts[0] == none else "note_rounded_end")]
