"""The effect plot: places reckoned by hand, and what no effect may do to it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from mkdocs_evidence.languages import LANGUAGES, catalogue
from mkdocs_evidence.notices import Notice
from mkdocs_evidence.notices.fate import NoticeKind
from mkdocs_evidence.study import GREATEST, Effect, Evidence, Outcome
from mkdocs_evidence.synthesis.covered import CoveredStudy
from mkdocs_evidence.synthesis.effect_plot import effect_plot
from mkdocs_evidence.synthesis.effect_plot_axis import axis_of, exactly
from mkdocs_evidence.synthesis.effect_plot_panels import drawing_of, panels_of
from tests.effects.making import TYPES, numbers, outcomes
from tests.hosts.site import one, parsed, said
from tests.synthesis.test_evidence_table import covered, example_studies

EXAMPLE = [
    (
        # From 0.15 down to -0.07: steps of 0.1, one below none and two above. The axis has a length
        # of 0.3, so 0.04 is at (0.04 + 0.1) / 0.3 = 46.7%, and none at 0.1 / 0.3.
        "Standardised differences (Cohen’s d), lower is better",
        {"−0.1": "0%", "0": "33.3%", "0.1": "66.7%", "0.2": "100%"},
        [("Lapses of self-control in a second task", "10% 83.3% 46.7%", "")],
    ),
    (
        # The margin, 1.9 worse, is shown too, so the axis reaches from -2 to 2 in steps of 1: 0.1
        # is at (0.1 + 2) / 4 = 52.5%, the ends at 0.7 / 4 and 3.5 / 4, the margin at 3.9 / 4.
        "Mean differences (MD): PHQ-9, lower is better",
        {"−2": "0%", "−1": "25%", "0": "50%", "1": "75%", "2": "100%"},
        [("Depression 12 months", "17.5% 87.5% 52.5%", "97.5%")],
    ),
    (
        # From 0.99 to 2.29: from a half to four in doublings, three steps. A ratio is at
        # (1 + log2 ratio) / 3; log2 1.57 = 0.6508, so 1.57 is at 1.6508 / 3 = 55.0%.
        "Odds ratios (OR), higher is better",
        {"0.5": "0%", "1": "33.3%", "2": "66.7%", "4": "100%"},
        [
            ("Menos de 10 pontos no questionário de depressão 3 meses", "36.6% 73.2% 55%", ""),
            ("Survival, all measures of relationships together", "50.2% 55.6% 52.8%", ""),
            ("Survival, broad measures of social integration", "56.8% 71.9% 64.5%", ""),
            ("Survival, living with others rather than alone", "32.9% 50.9% 41.7%", ""),
        ],
    ),
    (
        # To 0.299: steps of 0.1, and one below none. 0.278 is at (0.278 + 0.1) / 0.4 = 94.5%.
        "Correlations (r)",
        {"−0.1": "0%", "0": "25%", "0.1": "50%", "0.2": "75%", "0.3": "100%"},
        [
            ("Result of face-to-face therapy and strength of the alliance", "89% 99.8% 94.5%", ""),
            ("Result of internet therapy and strength of the alliance", "93.8%", ""),
        ],
    ),
]

EXAMPLE_STUDIES = [
    replace(study, url=f"post/{number}/") for number, study in enumerate(example_studies(), start=1)
]


def effect(kind: str, value: float, *ci: float, **fields: Any) -> dict[str, Any]:
    return {"type": kind, "value": value, "ci": ci or None} | fields


def with_effects(*effects: dict[str, Any], design: str = "cohort", **fields: Any) -> CoveredStudy:
    """Return a study with these effects, the first of an outcome called “Mood 1”."""
    found = [
        {"name": f"Mood {number}", "measure": "PHQ-9", "effect": each}
        for number, each in enumerate(effects, start=1)
    ]
    return covered({"design": design, "outcomes": found}, **fields)


def plot_of(*studies: CoveredStudy, language: str = "en") -> html.HtmlElement:
    """Return the plot of these studies on the page `evidence/`, as an element."""
    return parsed(effect_plot(studies, [], "evidence/", catalogue(language)))


def ticks_of(*effects: dict[str, Any]) -> list[float]:
    return [
        float(tick) for tick in axis_of([Effect.model_validate(each) for each in effects]).ticks
    ]


def titles(plot: html.HtmlElement) -> list[str]:
    return [said(each) for each in plot.find_class("evidence-plot-title")]


def rows(panel: html.HtmlElement) -> list[html.HtmlElement]:
    found: list[html.HtmlElement] = panel.xpath(".//tbody/tr[td]")
    return found


def names(panel: html.HtmlElement) -> list[str]:
    return [said(row[0]) for row in rows(panel)]


def places(row: html.HtmlElement) -> str:
    """Return the places of the interval, if there is one, and of the value."""
    interval = row.xpath(".//line[@class='interval']/@*[name()='x1' or name()='x2']")
    mark = row.xpath(".//circle/@cx | .//rect/@x")
    return " ".join([*map(str, interval), *map(str, mark)])


def test_the_example_site_stands_where_it_was_reckoned_by_hand() -> None:
    plot = plot_of(*EXAMPLE_STUDIES, language="en-GB")
    assert titles(plot) == [title for title, *_ in EXAMPLE]
    panels = plot.find_class("evidence-plot")
    for panel, (_, ticks, found) in zip(panels, EXAMPLE, strict=True):
        numbers = panel.xpath(".//thead//text")
        assert {said(each): each.get("x") for each in numbers} == ticks
        shown = [
            (said(row[0]), places(row), "".join(row.xpath(".//line[@class='margin']/@x1")))
            for row in rows(panel)
        ]
        assert shown == found
        none = ticks.get("0") or ticks["1"]
        assert panel.xpath(".//line[@class='none']/@x1") == [none] * len(found)


def test_a_row_is_its_own_text() -> None:
    plot = plot_of(*EXAMPLE_STUDIES, language="en-GB")
    assert [said(row[1]) for row in rows(plot)] == [
        "d = 0.04, 95% CI [−0.07, 0.15]; no clear difference",
        "MD = 0.1, 95% CI [−1.3, 1.5]; not worse by more than allowed",
        "OR = 1.57, 95% CI [1.07, 2.29]; better",
        "OR = 1.50, 95% CI [1.42, 1.59]; better",
        "OR = 1.91, 95% CI [1.63, 2.23]; better",
        "OR = 1.19, 95% CI [0.99, 1.44]; no clear difference",
        "r = .278, 95% CI [.256, .299]; more of one, more of the other",
        "r = .275",
    ]
    assert {svg.get("aria-hidden") for svg in plot.xpath(".//td/svg | .//th/svg")} == {"true"}
    assert [(said(link), link.get("href")) for link in plot.xpath(".//tbody//a")] == [
        ("Does willpower run out?", "../post/1/"),
        ("Small steps against depression", "../post/4/"),
        ("Depressão depois dos 60: mensagens no celular podem ajudar?", "../post/3/"),
        ("Do people with good company live longer?", "../post/8/"),
        ("The bond with your therapist, in 295 studies", "../post/7/"),
    ]


@pytest.mark.parametrize(
    ("effects", "ticks"),
    [
        # Nothing but no effect: one step on each side.
        ([effect("d", 0)], [-1, 0, 1]),
        ([effect("OR", 1)], [0.8, 1, 1.25]),
        # From 0 to 0.8 are two steps of 0.5; four of 0.2 would be five with the one below none.
        ([effect("g", 0.6, 0.4, 0.8)], [-0.5, 0, 0.5, 1]),
        ([effect("g", 0.5, 0.41, 0.6)], [-0.2, 0, 0.2, 0.4, 0.6]),
        ([effect("MD", -12, -21, -3)], [-30, -20, -10, 0, 10]),
        ([effect("beta", 0.003, 0.001, 0.005)], [-0.002, 0, 0.002, 0.004, 0.006]),
        # A share is never less than none.
        ([effect("eta2", 0.06, 0.01, 0.14)], [0, 0.05, 0.1, 0.15]),
        # Close to 1, then doublings, then tens.
        ([effect("HR", 0.92, 0.81, 1.05)], [0.8, 1, 1.25]),
        ([effect("HR", 0.92, 0.79, 1.05)], [0.5, 1, 2]),
        ([effect("RR", 3, 1.5, 8)], [0.5, 1, 2, 4, 8]),
        ([effect("RR", 3, 1.5, 8.1)], [0.1, 1, 10]),
        ([effect("OR", 30, 0.02, 9000)], [0.01, 1, 100, 10_000]),
        # The lower end of a ratio can be rounded to zero, which has no logarithm.
        ([effect("OR", 0.6, 0, 1.9)], [0.5, 1, 2]),
        # What was allowed beforehand is shown too; of ratios it is a ratio itself.
        ([effect("MD", 0.1, -0.2, 0.4, better="higher", margin=2.5)], [-3, -2, -1, 0, 1]),
        ([effect("RR", 1, 0.9, 1.1, better="higher", margin=3)], [0.25, 0.5, 1, 2]),
        ([effect("RR", 1, 0.9, 1.1, better="lower", margin=0.25)], [0.5, 1, 2, 4]),
        ([effect("MD", 0.1, -0.2, 0.4, margin=2.5)], [-0.2, 0, 0.2, 0.4]),
    ],
)
def test_an_axis_has_ticks_that_people_read(
    effects: Sequence[dict[str, Any]], ticks: list[float]
) -> None:
    assert ticks_of(*effects) == ticks


def test_far_outliers_do_not_squeeze_the_rest() -> None:
    usual = [effect("d", 0.4 + 0.02 * number) for number in range(10)]  # 0.40, 0.42 to 0.58
    # The quartiles of these with none and 9 are at 0.435 and 0.545 of twelve numbers: one fence is
    # at 0.545 + 3 * 0.11 = 0.875, and 9 is many times as far away as the rest.
    assert ticks_of(*usual) == ticks_of(*usual, effect("d", 9)) == [-0.2, 0, 0.2, 0.4, 0.6]
    # 1.5 is beyond the fence as well, but the axis is not three times as long for it.
    assert ticks_of(*usual, effect("d", 1.5)) == [-0.5, 0, 0.5, 1, 1.5]
    # Of fewer than five effects, none is an outlier.
    assert ticks_of(*usual[:3], effect("d", 9)) == [-5, 0, 5, 10]


def test_what_leaves_the_axis_says_so() -> None:
    usual = [effect("d", 0.4 + 0.02 * number, 0.3, 0.7) for number in range(10)]
    plot = plot_of(with_effects(*usual, effect("d", 0.5, -9, 9), effect("d", 9, 0.5, 17)))
    *_, wide, far = rows(plot)
    # The axis is from -0.5 to 1: 0.5 is at 1 / 1.5 = 66.7%.
    assert places(wide) == "0% 100% 66.7%"
    assert wide.xpath(".//svg/svg/@x") == ["0", "100%"]
    assert len(wide.xpath(".//path[@class='end']")) == 2
    assert places(far) == "66.7% 100%"
    assert far.xpath(".//svg/svg/@x") == ["100%"]
    assert far.xpath(".//path/@class") == ["value"]
    assert said(far[1]).startswith("d = 9.0, 95% CI [0.5, 17.0]")


def test_effects_of_different_sorts_never_share_an_axis() -> None:
    ci = (-0.2, 0.4)
    found = [
        {"name": "Mood", "measure": "PHQ-9", "effect": effect("MD", 0.1, *ci)},
        {"name": "Mood", "measure": "BDI", "effect": effect("MD", 0.1, *ci)},
        {"name": "Days", "effect": effect("MD", 0.1, *ci)},
        {"name": "Mood", "measure": "phq-9", "effect": effect("MD", 0.3, *ci)},
        {"name": "Mood", "measure": "PHQ-9", "effect": effect("MD", 0.1, *ci, better="higher")},
        {"name": "Mood", "measure": "PHQ-9", "effect": effect("d", 0.1, *ci)},
        {"name": "Mood", "measure": "BDI", "effect": effect("d", 0.1, *ci)},
        {"name": "Mood", "effect": effect("g", 0.1, *ci, better="lower")},
        {"name": "Mood", "effect": effect("r", 0.1, *ci, better="lower")},
        {"name": "Mood", "effect": effect("r", 0.1, *ci, better="higher")},
    ]
    alone = with_effects(effect("d", 0.8, 0.5, 1.1), design="single-arm", url="summaries/alone/")
    plot = plot_of(covered({"outcomes": found}), alone)
    assert {
        title: len(rows(panel))
        for title, panel in zip(titles(plot), plot.find_class("evidence-plot"), strict=True)
    } == {
        "Standardised differences (Hedges’ g), lower is better": 1,
        "Standardised differences (Cohen’s d)": 2,
        "Standardised differences (Cohen’s d), change over time": 1,
        "Mean differences (MD): BDI": 1,
        "Mean differences (MD): Days": 1,
        "Mean differences (MD): PHQ-9, higher is better": 1,
        "Mean differences (MD): PHQ-9": 2,
        "Correlations (r)": 2,
    }


@pytest.mark.parametrize(
    ("fields", "ends", "words"),
    [
        (effect("d", 1, better="higher"), "← worse better →", "Right of the line, the result was"),
        (effect("d", 1, better="lower"), "← better worse →", "Left of the line, the result was"),
        (effect("OR", 2), "← less more →", "Right of the line, there was more of it"),
        (effect("r", 0.5), "← less of the other more of both →", "what leads to what"),
        (effect("eta2", 0.1), "← not related closer →", "The further to the right"),
    ],
)
def test_the_sides_of_an_axis_are_told(fields: dict[str, Any], ends: str, words: str) -> None:
    plot = plot_of(with_effects(fields))
    (found,) = plot.find_class("evidence-ends")
    assert said(found) == ends
    assert words in said(plot.find_class("evidence-plot")[0][1])


def test_without_another_group_both_sides_are_about_time() -> None:
    told = [
        said(plot_of(with_effects(effect("d", 1, better=better), design="case-series")))
        for better in ("higher", "lower", None)
    ]
    assert all("There was no other group" in text for text in told)
    assert len({*told}) == 3


@pytest.mark.parametrize("kind", ["retraction", "concern"])
def test_what_is_not_to_be_relied_on_is_marked(kind: NoticeKind) -> None:
    warned = with_effects(effect("d", 0.4, 0.1, 0.7), title="Old", notice=Notice(kind=kind))
    plot = plot_of(warned, with_effects(effect("d", 0.1, -0.1, 0.3), url="summaries/a/"))
    (doubted,) = plot.xpath(".//tbody[@class='evidence-doubted']")
    assert said(doubted).startswith(f"Old {catalogue('en').text(f'table_{kind}')}")
    # A retracted study comes last, and nothing is concluded from it.
    is_last = doubted.getnext() is None
    assert is_last == (kind == "retraction")
    assert ("; higher" in said(doubted)) == (kind == "concern")


def test_only_what_occurs_is_explained() -> None:
    def explained(*effects: dict[str, Any]) -> list[str]:
        return [said(each) for each in plot_of(with_effects(*effects)).xpath("./ul/li")]

    assert explained(effect("d", 1, 0, 2)) == ["what was found, with its interval"]
    assert explained(effect("d", 1)) == ["what was found, where no interval is given"]
    far = [effect("d", 0.1 + 0.01 * number) for number in range(9)]
    assert "goes on beyond the axis" in explained(*far, effect("d", 50))


def test_a_long_panel_folds() -> None:
    studies = [
        with_effects(effect("d", 0.1), effect("d", 0.2), url=f"summaries/s{number}/")
        for number in range(48)
    ]
    plot = plot_of(*studies)
    open_table = one(plot, ".//figure[@class='evidence-plot']/table")
    folded = plot.xpath(".//figure[@class='evidence-plot']/details")
    assert len(rows(open_table)) == 20
    assert [len(rows(each)) for each in folded] == [50, 26]
    assert [said(each[0]) for each in folded] == [
        "Results 21 to 70 of 96",
        "Results 71 to 96 of 96",
    ]
    assert [link.get("href") for link in plot.xpath(".//tbody//a")] == [
        f"../summaries/s{number}/" for number in range(48)
    ]


def test_words_of_the_author_are_marked_with_their_language() -> None:
    study = covered(
        {"outcomes": [{"name": "Medo", "measure": "EVA", "effect": effect("MD", 1)}]},
        title="De mãos dadas",
        language="pt",
    )
    marked = plot_of(study).xpath(".//*[@lang='pt']")
    assert [said(each) for each in marked] == ["EVA", "De mãos dadas", "Medo"]
    assert not plot_of(study, language="pt-BR").xpath(".//*[@lang]")


def test_what_the_author_writes_is_text() -> None:
    evil = '<script>alert(1)</script>" onload="x'
    outcome = {"name": evil, "measure": evil, "timepoint": evil, "effect": effect("MD", 1)}
    plot = plot_of(covered({"outcomes": [outcome]}, title=evil, url='x"onload="y/'))
    assert not plot.xpath(".//script | .//@onload")
    assert said(plot.xpath(".//tbody//a")[0]) == evil
    assert one(plot, ".//table").get("aria-label") == f"Mean differences (MD): {evil}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_effects_it_is_said_that_there_are_none(language: str) -> None:
    told = said(plot_of(covered({"outcomes": [{"name": "Fear"}]}), language=language))
    assert told == catalogue(language).text("plot_nothing")


@given(st.data(), st.sampled_from(TYPES))
def test_everything_stands_on_its_axis(data: st.DataObject, kind: Any) -> None:
    found = data.draw(st.lists(outcomes((kind,)), min_size=1, max_size=12))
    effects = [each.effect for each in found if each.effect]
    axis = axis_of(effects)
    assert axis.none in axis.ticks
    assert all(one < other for one, other in pairwise(axis.ticks))
    assert 2 <= len(axis.ticks) <= 5
    assert axis_of(random.sample(effects, len(effects))) == axis
    for each in effects:
        drawing = drawing_of(each, axis)
        assert 0 <= drawing.value <= 100
        assert bool(drawing.beyond) == (axis.place(exactly(each.value)) != drawing.value)
        if each.ci:
            low, high = drawing.interval
            assert 0 <= low <= drawing.value <= high <= 100
    in_order = sorted(effects, key=lambda each: each.value)
    marks = [axis.place(exactly(each.value)) for each in in_order]
    assert marks == sorted(marks)


@given(st.lists(numbers(-GREATEST, GREATEST), min_size=1, max_size=6))
def test_no_number_is_too_odd_for_a_plot(values: list[float]) -> None:
    for kind in ("MD", "OR"):
        effects = [Effect.model_validate(effect(kind, value)) for value in values]
        axis = axis_of(effects)
        assert len(axis.ticks) <= 5
        assert all(0 <= drawing_of(each, axis).value <= 100 for each in effects)
        found = [Outcome(name="Sleep", effect=each) for each in effects]
        assert len(rows(plot_of(covered(Evidence(design="cohort", outcomes=found))))) == len(found)


@given(st.lists(outcomes(), min_size=1, max_size=30))
def test_each_effect_has_one_mark_and_nothing_is_pooled(found: list[Outcome]) -> None:
    evidence = Evidence(design="cohort", outcomes=found)
    plot = plot_of(covered(evidence))
    assert len(rows(plot)) == len(found)
    assert len(plot.xpath(".//td//*[@class='value']")) == len(found)
    panels = panels_of([covered(evidence)])
    assert sum(len(panel.found) for panel in panels) == len(found)
    for panel in panels:
        assert len({each.sort for each in panel.found}) == 1
        in_order = [each.outcome for each in panel.found]
        assert in_order == [each for each in found if each in in_order]
