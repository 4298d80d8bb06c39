"""What readers are told of an effect, for every measure and in every language."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_evidence.effects import (
    Conclusion,
    absolute_numbers,
    conclusion_in_short,
    conclusion_of,
    numbers_in_words,
)
from mkdocs_evidence.effects.conclusion import DIRECTED
from mkdocs_evidence.languages import LANGUAGES, catalogue
from mkdocs_evidence.study import Evidence, Outcome

from .making import TYPES, outcome, outcomes, studies, study, texts, told


def said(design: str = "randomised-trial", **fields: Any) -> str:
    """Return what is said of an effect in the first place: the sentence and its numbers."""
    found = outcome(**fields)
    in_words, counted = told(found, study(design)), numbers_in_words(found, catalogue("en"))
    return f"{in_words.sentence} | {counted}{in_words.in_numbers}"


@pytest.mark.parametrize(
    ("value", "interval", "better", "expected"),
    [
        (
            0.5,
            [0.2, 0.8],
            "higher",
            "On average, results were better in the group “walking” than in the group “waiting”. | "
            "Pick one person from each group: in 64 of 100 such pairs (interval: 56 to 71), the "
            "result would be better for the one in the first group. 50 would mean no difference.",
        ),
        (
            -0.5,
            [-0.8, -0.2],
            "lower",
            "On average, results were better in the group “walking” than in the group “waiting”. | "
            "Pick one person from each group: in 64 of 100 such pairs (interval: 56 to 71), the "
            "result would be better for the one in the first group. 50 would mean no difference.",
        ),
        (
            0.5,
            [0.2, 0.8],
            "lower",
            "On average, results were worse in the group “walking” than in the group “waiting”. | "
            "Pick one person from each group: in 36 of 100 such pairs (interval: 29 to 44), the "
            "result would be better for the one in the first group. 50 would mean no difference.",
        ),
        (
            -0.5,
            [-0.8, -0.2],
            None,
            "On average, values were lower in the group “walking” than in the group “waiting”. | "
            "Pick one person from each group: in 36 of 100 such pairs (interval: 29 to 44), the "
            "value would be higher for the one in the first group. 50 would mean no difference.",
        ),
    ],
)
def test_standardised_differences_between_groups(
    value: float, interval: list[float], better: str | None, expected: str
) -> None:
    for kind in ("g", "d", "SMD"):
        effect = {"type": kind, "value": value, "ci": interval, "better": better}
        assert said(effect=effect) == expected
        in_words = told(outcome(effect=effect))
        assert any("how many people got better" in one for one in in_words.cautions)
        assert any("bell curves" in note for note in in_words.notes)


@pytest.mark.parametrize("design", ["single-arm", "case-series", "single-case"])
def test_a_change_is_not_compared_with_another_group(design: str) -> None:
    effect = {"type": "d", "value": -0.8, "ci": [-1.1, -0.5], "better": "lower"}
    assert said(design, effect=effect) == (
        "On average, results were better afterwards than before. | The average is lower by 0.8 "
        "standard deviations afterwards than before (interval: 0.5 to 1.1)."
    )
    cautions = told(outcome(effect=effect), study(design)).cautions
    assert any("no other group" in caution for caution in cautions)


def test_mean_differences() -> None:
    effect = {"type": "MD", "value": -2.3, "ci": [-3.4, -1.25], "better": "lower"}
    assert said(effect=effect, measure="PHQ-9") == (
        "On average, results were better in the group “walking” than in the group “waiting”. | The "
        "average is lower by 2.30 on “PHQ-9” in the first group than in the second (interval: 1.25 "
        "to 3.40)."
    )
    effect |= {"value": 0.5, "ci": [-0.5, 1.5]}
    assert said(effect=effect) == (
        "No clear difference: it remains open whether results were better in the group “walking” "
        "than in the group “waiting”, worse, or the same. Here, lower is better. | The averages "
        "differ by 0.5 (interval: −0.5 to 1.5). Above 0 means higher in the first group than in "
        "the second, below 0 lower."
    )


def test_the_finding_of_a_study_with_a_margin() -> None:
    effect = {"type": "MD", "value": 0.1, "ci": [-1.3, 1.5], "better": "lower", "margin": 1.9}
    in_words = told(outcome(effect=effect))
    assert in_words.sentence == (
        "Results in the group “walking” were no worse than in the group “waiting”, or worse only "
        "within what the study had allowed beforehand. Here, lower is better."
    )
    assert "Set beforehand as not worse: anything short of 1.9 on the worse side." in in_words.notes
    within = "All of the interval lies on the worse side, though within what the study allowed."
    assert within not in in_words.cautions
    assert within in told(outcome(effect=effect | {"ci": [0.1, 1.5]})).cautions


@pytest.mark.parametrize(
    ("interval", "note"),
    [
        ([2.0, 3.0], "All of the interval is worse by more than that."),
        ([1.0, 3.0], "Whether it is worse by more than that remains open."),
    ],
)
def test_worse_than_a_margin_or_only_worse(interval: list[float], note: str) -> None:
    effect = {"type": "MD", "value": 2.5, "ci": interval, "better": "lower", "margin": 1.9}
    in_words = told(outcome(effect=effect))
    assert in_words.conclusion == "worse"
    assert note in in_words.notes


def test_ratios_without_absolute_numbers_are_told_with_caution() -> None:
    effect = {"type": "OR", "value": 1.5, "ci": [1.42, 1.59], "better": "higher"}
    assert said(effect=effect) == (
        "This was the case more often in the group “walking” than in the group “waiting”. Here, "
        "that is better. | The odds in the first group are estimated at 1.50 times those in the "
        "second (interval: 1.42 to 1.59). 1 would mean no difference."
    )
    cautions = told(outcome(effect=effect)).cautions
    assert [caution.split(".")[0].split(":")[0] for caution in cautions] == [
        "Odds are not chances",
        "A ratio does not say how common something is",
    ]
    assert not any("Odds" in one for one in told(outcome(effect=effect | {"type": "RR"})).cautions)


def test_ratios_with_a_starting_risk() -> None:
    effect = {"type": "HR", "value": 2.0, "ci": [1.5, 3.0], "better": "lower"}
    assert said(effect=effect, baseline=0.25) == (
        "This came about sooner or more often in the group “walking” than in the group “waiting”. "
        "Here, that is worse. | Out of every 100 people it would be 44 in the first group "
        "(interval: 35 to 58) and 25 in the second."
    )
    in_words = told(outcome(effect=effect, baseline=0.25))
    assert in_words.cautions == []
    assert in_words.notes[0].startswith("Computed and not counted")
    assert in_words.notes[1] == "The ratio is taken to be the same at all times."


def test_counted_events_take_the_place_of_a_ratio() -> None:
    events = {"walkers": {"n": 42, "of": 100}, "others": {"n": 30, "of": 100}}
    effect = {"type": "RR", "value": 1.4, "ci": [1.1, 1.8]}
    assert said(effect=effect, events=events) == (
        "This was the case more often in the group “walking” than in the group “waiting”. | "
        "Counted, out of every 100 people: 42 in the group “walkers” (42 of 100) and 30 in the "
        "group “others” (30 of 100)."
    )
    turned = told(outcome(effect=effect | {"value": 0.7, "ci": [0.5, 0.9]}, events=events))
    assert turned.cautions[0].startswith("The plain counts do not point the same way")


@pytest.mark.parametrize(
    ("value", "interval", "numbers"),
    [
        (0.1, [0.02, 0.18], "10 more in the first group than in the second (interval: 2 to 18)."),
        (
            -0.1,
            [-0.18, -0.02],
            "10 fewer in the first group than in the second (interval: 2 to 18).",
        ),
        (
            0.03,
            [-0.04, 0.1],
            "the difference would be 3 (interval: −4 to 10). Above 0 means more in the first group "
            "than in the second, below 0 fewer.",
        ),
    ],
)
def test_risk_differences(value: float, interval: list[float], numbers: str) -> None:
    effect = {"type": "RD", "value": value, "ci": interval}
    assert said(effect=effect).partition(" | ")[2] == f"Out of every 100 people, {numbers}"


@pytest.mark.parametrize(
    ("value", "interval", "expected"),
    [
        (0.05, [0.01, 0.09], "very weak"),
        (0.278, [0.256, 0.299], "weak"),
        (-0.3, [-0.4, -0.2], "moderate"),
        (0.5, [0.4, 0.6], "strong"),
        (-1, [-1, -0.9], "strong"),
    ],
)
def test_the_strength_of_correlations(value: float, interval: list[float], expected: str) -> None:
    in_words = told(outcome(effect={"type": "r", "value": value, "ci": interval}))
    assert in_words.sentence.endswith(f"By a rule of thumb, the relation is {expected}.")
    assert any("Cohen, 1988" in note for note in in_words.notes)


def test_correlations_in_pairs() -> None:
    assert said(effect={"type": "r", "value": 0.4, "ci": [0.3, 0.5]}).endswith(
        "Pick any two people: in 63 of 100 such pairs (interval: 60 to 67), whoever has more "
        "of one thing would also have more of the other. 50 would mean no relation."
    )


@pytest.mark.parametrize("kind", ["r", "beta", "eta2"])
def test_a_relation_is_no_cause_where_chance_did_not_decide(kind: str) -> None:
    found = outcome(effect={"type": kind, "value": 0.2, "ci": [0.1, 0.3]})
    caution = (
        "This does not say whether one brings about the other. Something else may be behind both."
    )
    assert caution in told(found, study("cross-sectional")).cautions
    assert caution not in told(found, study("randomised-trial")).cautions


@pytest.mark.parametrize("design", ["cohort", "case-control", "non-randomised-trial"])
def test_groups_that_chance_did_not_form(design: str) -> None:
    found = outcome(effect={"type": "OR", "value": 1.5, "ci": [1.2, 2]})
    assert any("not left to chance" in one for one in told(found, study(design)).cautions)
    assert not any("not left to chance" in one for one in told(found).cautions)


@pytest.mark.parametrize("design", ["systematic-review", "meta-analysis", "network-meta-analysis"])
def test_whether_chance_formed_groups_depends_on_the_studies_of_a_review(design: str) -> None:
    found = outcome(effect={"type": "OR", "value": 1.5, "ci": [1.42, 1.59], "better": "higher"})
    caution = "Whether chance formed the groups depends on the studies in this review."
    assert any(one.startswith(caution) for one in told(found, study(design)).cautions)
    assert not any(one.startswith(caution) for one in told(found).cautions)
    relation = outcome(effect={"type": "r", "value": 0.3, "ci": [0.2, 0.4]})
    assert not any(one.startswith(caution) for one in told(relation, study(design)).cautions)


def test_part_of_the_variation() -> None:
    assert said(effect={"type": "eta2", "value": 0.06, "ci": [0.012, 0.1]}) == (
        "Results are related to what was compared. | About 6.0% of the variation between people "
        "would go with it (interval: 1.2% to 10.0%)."
    )


def test_without_an_interval_nothing_is_claimed() -> None:
    for kind in TYPES:
        in_words = told(outcome(effect={"type": kind, "value": 0.4, "better": "higher"}))
        assert in_words.sentence.startswith("No interval is given here")
        assert in_words.interval_meaning == ""
        assert "interval" not in in_words.in_numbers


def test_an_interval_that_ends_at_no_effect_is_a_close_call() -> None:
    found = outcome(effect={"type": "RR", "value": 1.2, "ci": [1.0, 1.5], "better": "higher"})
    assert told(found).cautions[:1] == [
        "One end of the interval lies exactly at no effect, so this is a close call.",
    ]


@pytest.mark.parametrize(
    ("kind", "meaning"),
    [
        ("confidence", "would contain the true value. Whether this one does, nobody knows."),
        ("credible", "the true value lies in it with a probability of 95%."),
    ],
)
def test_what_the_interval_means(kind: str, meaning: str) -> None:
    effect = {"type": "d", "value": 0.2, "ci": [0.1, 0.3], "interval": kind}
    assert told(outcome(effect=effect)).interval_meaning.endswith(meaning)


@pytest.mark.parametrize(
    ("comparison", "sides"),
    [
        (None, "in the group studied than in the comparison group"),
        ({"intervention": "walking"}, "in the group “walking” than in the comparison group"),
        ({"intervention": "walking" * 5}, "in the group studied than in the comparison group"),
        (
            {"intervention": "walking " * 5, "comparator": "waiting"},
            "in the first group than in the second",
        ),
        (
            {"intervention": "walking", "comparator": "w" * 25},
            f"in the group “walking” than in the group “{'w' * 25}”",
        ),
    ],
)
def test_groups_without_a_name_or_with_a_long_one(
    comparison: dict[str, str] | None, sides: str
) -> None:
    found = outcome(effect={"type": "d", "value": 0.2, "ci": [0.1, 0.3]})
    assert sides in told(found, study(comparison=comparison)).sentence


@pytest.mark.parametrize(
    ("conclusion", "kind", "short"),
    [
        ("higher", "MD", "higher"),
        ("higher", "OR", "more often"),
        ("lower", "RD", "less often"),
        ("lower", "HR", "later or less often"),
        ("unclear", "d", "no clear difference"),
        ("unclear", "r", "no clear relation"),
        ("together", "r", "more of one, more of the other"),
    ],
)
def test_conclusions_in_short(conclusion: Conclusion, kind: Any, short: str) -> None:
    assert conclusion_in_short(conclusion, kind, catalogue("en")) == short


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_conclusion_has_words_for_every_measure(language: str) -> None:
    for kind in TYPES:
        for conclusion in get_args(Conclusion):
            assert conclusion_in_short(conclusion, kind, catalogue(language))


def test_differences_that_rounding_would_hide_are_told_of_more_people() -> None:
    small = {"type": "d", "value": 0.01, "ci": [0.004, 0.016], "better": "higher"}
    assert "in 503 of 1,000 such pairs (interval: 501 to 505)" in said(effect=small)
    assert "500 would mean no difference" in said(effect=small)
    tiny = {"type": "d", "value": 0.0001, "ci": [0.00005, 0.0002], "better": "higher"}
    note = "The difference is so small that rounding hides it."
    assert note in told(outcome(effect=tiny)).notes
    assert note not in told(outcome(effect=small)).notes
    rare = {"type": "RR", "value": 2, "ci": [1.1, 3.6]}
    note = "One end of the interval looks like no difference only because it is rounded."
    assert "(interval: 4 to 14) and 4 in the second" in said(effect=rare, baseline=0.004)
    assert note in told(outcome(effect=rare, baseline=0.004)).notes
    assert note not in told(outcome(effect=rare, baseline=0.2)).notes


@settings(max_examples=200)
@given(outcomes(), studies(), st.sampled_from(LANGUAGES))
def test_any_effect_can_be_told(found: Outcome, evidence: Evidence, language: str) -> None:
    in_words = told(found, evidence, language)
    assert all(text == text.strip() for text in texts(in_words))
    sentences = [in_words.sentence, *in_words.cautions, *in_words.notes, in_words.measure]
    assert all(text.endswith(".") and text[:1].isupper() for text in sentences)


@given(outcomes(), studies())
def test_no_direction_is_claimed_without_a_clear_effect(found: Outcome, evidence: Evidence) -> None:
    plain = found.model_copy(update={"measure": None, "events": None})
    assert plain.effect
    named = evidence.model_copy(update={"comparison": None})
    in_words = told(plain, named)
    claims = in_words.conclusion in DIRECTED
    beginnings = ("On average", "This ", "The two are related", "Results are related")
    assert in_words.sentence.startswith(beginnings) == claims
    assert (" more in the first group than" in in_words.in_numbers.split(".")[0]) <= claims
    assert conclusion_of(plain.effect) == in_words.conclusion


@given(outcomes(types=("g", "d", "SMD", "r")))
def test_pairs_do_not_contradict_the_conclusion(found: Outcome) -> None:
    in_words = told(found.model_copy(update={"events": None}))
    match = re.search(
        r"in (?:more than |fewer than )?([\d,]+) of (1,000|100) such", in_words.in_numbers
    )
    assert match
    count, people = (int(text.replace(",", "")) for text in match.groups())
    assert 0 <= count <= people
    hidden = "The difference is so small that rounding hides it." in in_words.notes
    if in_words.conclusion in ("better", "higher", "together"):
        assert 2 * count > people or hidden
    if in_words.conclusion in ("worse", "lower", "opposed"):
        assert 2 * count < people or hidden


@given(outcomes(types=("OR", "RR", "HR", "RD")), st.floats(0, 1))
def test_computed_numbers_do_not_contradict_the_conclusion(found: Outcome, baseline: float) -> None:
    found = found.model_copy(update={"events": None, "baseline": baseline})
    in_words, numbers = told(found), absolute_numbers(found)
    assert numbers
    one, other = (share.of(numbers.people) for share in (numbers.intervention, numbers.comparator))
    if in_words.conclusion in DIRECTED and one == other:
        assert "The difference is so small that rounding hides it." in in_words.notes
