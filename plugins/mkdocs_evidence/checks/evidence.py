"""What cannot be true of a study as the summary describes it, and what is odd.

A single field is the model's affair; here are fields that do not go together. Only what is surely
wrong is an error. What may be right in a rare study is a warning, and a draft, in which much is
still to be written, gets none.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from mkdocs_evidence.effects import EVENTS
from mkdocs_evidence.reading import SummaryFile
from mkdocs_evidence.rules import find_rule
from mkdocs_evidence.study import Comparison, Evidence, Outcome, Participants
from mkdocs_evidence.summary import Summary
from mkdocs_evidence.vocabulary import CertaintySystem, Design

from .effects import Flaw, effect_flaws

_RATED_BY: dict[CertaintySystem, frozenset[Design]] = {
    "GRADE": frozenset(
        ("systematic-review", "meta-analysis", "network-meta-analysis", "guideline")
    ),
    "CERQual": frozenset(("systematic-review", "guideline")),
}
"""What can give a judgement of certainty by each system."""

_BETWEEN_GROUPS: frozenset[Design] = frozenset(
    ("randomised-trial", "cluster-randomised-trial", "non-randomised-trial", "case-control")
)
_ROUNDING = 1e-9


def check_evidence(file: SummaryFile, summary: Summary) -> None:
    """Note among the file's problems what is wrong with the study that it describes.

    Args:
        file: The file of the summary.
        summary: What of it can be understood.
    """
    written = file.document.fields.get("evidence")
    flaws = _flaws(summary.evidence) if summary.evidence else _flaws_of_outcomes(written)
    for path, rule, message, advice in flaws:
        if find_rule(rule).level == "error" or not file.is_draft:
            file.add_problem(("evidence", *path), rule, message, advice)


def _flaws(evidence: Evidence) -> Iterator[Flaw]:
    yield from _misplaced_system(evidence)
    yield from _impossible_participants(evidence.participants)
    yield from _nobody_to_compare_with(evidence)
    yield from _duplicate_outcomes(evidence)
    for index, outcome in enumerate(evidence.outcomes):
        for flaw in _outcome_flaws(outcome, evidence.comparison):
            yield flaw.below("outcomes", index)


def _flaws_of_outcomes(written: object) -> Iterator[Flaw]:
    """Yield what is wrong with single outcomes where the study as a whole cannot be understood."""
    outcomes = written.get("outcomes") if isinstance(written, dict) else None
    for index, fields in enumerate(outcomes if isinstance(outcomes, list) else ()):
        try:
            outcome = Outcome.model_validate(fields)
        except ValidationError:
            continue
        for flaw in _outcome_flaws(outcome, None):
            yield flaw.below("outcomes", index)


def _misplaced_system(evidence: Evidence) -> Iterator[Flaw]:
    certainty = evidence.certainty
    rated = _RATED_BY.get(certainty.system) if certainty else None
    if certainty and rated and evidence.design not in rated:
        kinds = "a review of studies or a guideline"
        if certainty.system == "CERQual":
            kinds = "a systematic review of qualitative studies"
        yield Flaw(
            ("certainty", "system"),
            "certainty-without-review",
            f"A judgement by {certainty.system} is given by {kinds}, and the design is"
            f" “{evidence.design}”.",
            "If the judgement is yours, leave “system” out, or write “author-judgement”. Otherwise"
            " correct “design”.",
        )


def _impossible_participants(participants: Participants | None) -> Iterator[Flaw]:
    if participants and participants.n and (participants.studies or 0) > participants.n:
        yield Flaw(
            ("participants", "studies"),
            "impossible-count",
            f"There cannot be more studies, {participants.studies}, than people, {participants.n}.",
            "Perhaps the two numbers have changed places.",
        )


def _nobody_to_compare_with(evidence: Evidence) -> Iterator[Flaw]:
    compared = evidence.comparison
    if compared is None:
        return
    if evidence.design == "single-arm":
        for name in ("comparator", "comparator_type"):
            if getattr(compared, name) not in (None, "none"):
                yield Flaw(
                    ("comparison", name),
                    "comparison-without-others",
                    "In a single-arm study everybody was offered the same, so there is no"
                    f" “{name}”.",
                    "Remove it, or correct “design”: where the groups were not made by chance, it"
                    " is non-randomised-trial.",
                )
    participants, design = evidence.participants, evidence.design
    only_one = participants and participants.groups == 1
    if only_one and compared.comparator and design in _BETWEEN_GROUPS:
        yield Flaw(
            ("participants", "groups"),
            "comparison-without-others",
            "Two things are compared here, but there is one group only.",
            "Write into how many groups the people were divided. If the same people had one thing"
            " after the other, leave “groups” out.",
        )


def _duplicate_outcomes(evidence: Evidence) -> Iterator[Flaw]:
    """Yield outcomes that readers cannot tell from an earlier one."""
    first: dict[tuple[str, ...], int] = {}
    for index, each in enumerate(evidence.outcomes):
        told_by = (each.name, each.measure, each.timepoint, each.effect and each.effect.type)
        known = tuple((text or "").casefold() for text in told_by)
        if known in first:
            yield Flaw(
                ("outcomes", index, "name"),
                "duplicate-outcome",
                f"Outcome {first[known] + 1} has this name too, with the same measure and time.",
                "Say in “name”, “measure” or “timepoint” how the two differ, or remove one.",
            )
        first.setdefault(known, index)


def _outcome_flaws(outcome: Outcome, comparison: Comparison | None) -> Iterator[Flaw]:
    """Yield what is wrong with an outcome; numbers that are wrong are not held against others."""
    of_effect = effect_flaws(outcome.effect, comparison) if outcome.effect else ()
    wrong = [*(flaw.below("effect") for flaw in of_effect), *_impossible_events(outcome)]
    yield from wrong
    yield from _unused_baseline(outcome)
    if not any(find_rule(flaw.rule).level == "error" for flaw in wrong):
        yield from _impossible_risk(outcome)
        yield from _contradicted_events(outcome)


def _impossible_events(outcome: Outcome) -> Iterator[Flaw]:
    for group, events in (outcome.events or {}).items():
        if events.n > events.of:
            yield Flaw(
                ("events", group, "n"),
                "impossible-count",
                f"It cannot have happened to {events.n} people of {events.of}.",
                "Perhaps the two numbers have changed places.",
            )


def _impossible_risk(outcome: Outcome) -> Iterator[Flaw]:
    """Yield a baseline with which the effect makes a risk that cannot be."""
    effect, baseline = outcome.effect, outcome.baseline
    if effect is None or baseline is None or effect.type not in ("RR", "RD"):
        return
    risk = baseline * effect.value if effect.type == "RR" else baseline + effect.value
    if not -_ROUNDING <= risk <= 1 + _ROUNDING:
        perhaps = "the baseline is the risk without the intervention"
        if effect.type == "RR":
            perhaps = "perhaps the effect is an odds ratio, OR"
        yield Flaw(
            ("baseline",),
            "impossible-risk",
            f"With a baseline of {baseline:g}, an {effect.type} of {effect.value:g} makes a risk of"
            f" {risk:g}, but risks are from 0 to 1.",
            f"Compare both with the article; {perhaps}.",
        )


def _unused_baseline(outcome: Outcome) -> Iterator[Flaw]:
    if outcome.effect and outcome.baseline is not None and outcome.effect.type not in EVENTS:
        yield Flaw(
            ("baseline",),
            "unused-number",
            f"A baseline is a risk, and “{outcome.effect.type}” is not about risks.",
            "Remove “baseline”. It goes with OR, RR, HR and RD, for numbers per 100 people.",
        )


def _contradicted_events(outcome: Outcome) -> Iterator[Flaw]:
    """Yield groups whose counts would fit the effect if they changed places, and do not as is.

    Effects are often adjusted, so that counts may differ from them a little, and even in direction.
    """
    effect = outcome.effect
    if effect is None or effect.ci is None or effect.type not in EVENTS:
        return
    if outcome.events is None or len(outcome.events) != 2:
        return
    (low, high), risks = effect.ci, [each.n / each.of for each in outcome.events.values()]
    if not all(0 < risk < 1 for risk in risks):
        return
    counted, swapped = (_crude(effect.type, *pair) for pair in (risks, risks[::-1]))
    if low <= swapped <= high and not low <= counted <= high:
        yield Flaw(
            ("events", next(iter(outcome.events)), "n"),
            "events-contradicted",
            f"By these counts the {effect.type} would be about {counted:.2f}, and with the groups"
            f" the other way round {swapped:.2f}, which fits {effect.value:g} better.",
            "The group of the intervention stands first. Perhaps the two have changed places, or"
            " the effect is of the opposite event.",
        )


def _crude(effect_type: str, first: float, second: float) -> float:
    """Return the effect by two risks alone; a hazard ratio is taken to be near the risk ratio."""
    if effect_type == "RD":
        return first - second
    if effect_type == "OR":
        return first / (1 - first) / (second / (1 - second))
    return first / second
