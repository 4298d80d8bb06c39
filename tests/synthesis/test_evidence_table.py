"""The evidence table: its rows, by hand for the example site, and what stands in odd ones."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from mkdocs_evidence.checking import open_project
from mkdocs_evidence.configuration import read_configuration
from mkdocs_evidence.languages import LANGUAGES, catalogue
from mkdocs_evidence.notices import Notice
from mkdocs_evidence.notices.fate import NoticeKind
from mkdocs_evidence.study import Evidence
from mkdocs_evidence.synthesis.covered import CoveredStudy
from mkdocs_evidence.synthesis.evidence_table import evidence_table
from tests.hosts.site import one, parsed, said

ROOT = Path(__file__).parents[2]

BOND = ("The bond with your therapist, in 295 studies", "21 April 2026")
COMPANY = ("Do people with good company live longer?", "17 March 2026")
PATIENTS = "295 studies more than 30,000 patients in adult psychotherapy"
LIVES = "148 studies, 308,849 people"
COMPARED = "stronger social relationships compared with weaker social relationships"
IN_WORDS = "The post tells in words what was found"
RETRACTED = "Retracted: do not rely on it"

# Written by hand from the files in docs/summaries, the newest first.
EXAMPLE = [
    (
        ("Does willpower run out?", "10 November 2026"),
        "Replication",
        "23 studies, 2,141 people",
        "Lapses of self-control in a second task "
        "a first task that asks for self-control compared with a first task that asks for none",
        "No clear difference d = 0.04, 95% CI [−0.07, 0.15]",
        "Moderate",
        "Reading research, Health",
    ),
    (
        (
            "Retracted: an overview of mindfulness research, and what to read instead",
            "6 October 2026",
            RETRACTED,
        ),
        "Systematic review",
        "115 studies, 8,683 people",
        IN_WORDS,
        RETRACTED,
        "Not judged",
        "Reading research, Health",
    ),
    (
        (
            "Depressão depois dos 60: mensagens no celular podem ajudar?",
            "8 September 2026",
        ),
        "Randomised trial",
        "603 people pessoas de 60 anos ou mais com 10 pontos ou mais no PHQ-9 Guarulhos, Brasil",
        "Menos de 10 pontos no questionário de depressão PHQ-9, 3 meses "
        "seis semanas de mensagens de autoajuda pelo WhatsApp compared with uma única mensagem",
        "Better OR = 1.57, 95% CI [1.07, 2.29]",
        "Moderate",
        "Depression, Online support",
    ),
    (
        ("Small steps against depression", "14 July 2026"),
        "Randomised trial",
        "440 people adults with major depression United Kingdom",
        "Depression PHQ-9, 12 months behavioural activation by junior mental health workers "
        "compared with cognitive behavioural therapy by psychological therapists",
        "Not worse by more than allowed MD = 0.1, 95% CI [−1.3, 1.5]",
        "Moderate",
        "Depression, Individual therapy",
    ),
    (
        ("When one of two is depressed: does couple therapy help?", "23 June 2026"),
        "Systematic review",
        "14 studies, 651 people Europe, North America and Israel",
        f"{IN_WORDS} couple therapy compared with individual psychotherapy",
        "No number is given here",
        "Low",
        "Couple therapy, Depression",
    ),
    (
        ("A hand to hold when we expect something bad", "12 May 2026"),
        "Laboratory experiment",
        "110 people people of varied racial and socioeconomic background, 51 of them women",
        f"{IN_WORDS} holding the hand of a familiar partner "
        "compared with holding the hand of a stranger",
        "No number is given here",
        "Low",
        "Relationships, Couple therapy",
    ),
    (
        BOND,
        "Meta-analysis",
        PATIENTS,
        "Result of face-to-face therapy and strength of the alliance",
        "More of one, more of the other r = .278, 95% CI [.256, .299]",
        "Moderate",
        "Individual therapy, Relationships",
    ),
    (
        BOND,
        "Meta-analysis",
        PATIENTS,
        "Result of internet therapy and strength of the alliance",
        "No interval given r = .275",
        "Moderate",
        "Individual therapy, Relationships",
    ),
    (
        COMPANY,
        "Meta-analysis",
        LIVES,
        f"Survival, all measures of relationships together {COMPARED}",
        "Better OR = 1.50, 95% CI [1.42, 1.59]",
        "Moderate",
        "Health, Relationships",
    ),
    (
        COMPANY,
        "Meta-analysis",
        LIVES,
        f"Survival, broad measures of social integration {COMPARED}",
        "Better OR = 1.91, 95% CI [1.63, 2.23]",
        "Moderate",
        "Health, Relationships",
    ),
    (
        COMPANY,
        "Meta-analysis",
        LIVES,
        f"Survival, living with others rather than alone {COMPARED}",
        "No clear difference OR = 1.19, 95% CI [0.99, 1.44]",
        "Moderate",
        "Health, Relationships",
    ),
]


def covered(evidence: dict[str, Any] | Evidence, **fields: Any) -> CoveredStudy:
    """Return a study with this evidence, of which a cohort study is the usual design."""
    if isinstance(evidence, dict):
        evidence = Evidence.model_validate({"design": "cohort"} | evidence)
    usual: dict[str, Any] = {
        "title": "Holding hands",
        "url": "summaries/hands/",
        "language": "en",
        "date": datetime.date(2026, 3, 2),
        "topics": ["Health"],
        "article": "coan2017",
        "evidence": evidence,
    }
    return CoveredStudy(**usual | fields)


def table_of(
    *studies: CoveredStudy, topics: Sequence[str] = (), language: str = "en"
) -> html.HtmlElement:
    """Return the table of these studies on the page `evidence/`, as an element."""
    return parsed(evidence_table(studies, topics, "evidence/", catalogue(language)))


def cells(row: html.HtmlElement) -> list[str]:
    return [said(cell) for cell in row]


def rows_of(*studies: CoveredStudy, language: str = "en") -> list[list[str]]:
    """Return what stands in each cell of the rows of these studies."""
    return [cells(row) for row in table_of(*studies, language=language).xpath(".//tbody/tr")]


def example_studies() -> list[CoveredStudy]:
    site = read_configuration(ROOT / "mkdocs.yml")
    assert site.settings
    project = open_project(site, site.settings, with_drafts=False)
    return sorted(
        (
            covered(
                post.summary.evidence,
                title=post.summary.title,
                language=post.language,
                date=post.summary.date,
                topics=post.summary.topics,
                notice=project.fates.warning(post.summary.article.key),
            )
            for post in project.posts.values()
            if post.summary.evidence and post.summary.article
        ),
        key=lambda study: study.date,
        reverse=True,
    )


def test_the_rows_of_the_example_site_are_those_written_by_hand() -> None:
    expected = [[" ".join(post), *rest] for post, *rest in EXAMPLE]
    assert rows_of(*example_studies(), language="en-GB") == expected


def test_rows_hold_what_they_are_sorted_and_chosen_by() -> None:
    found = table_of(*example_studies(), language="en-GB").xpath(".//tbody/tr")
    assert [(row.get("data-design"), row.get("data-people")) for row in found] == [
        ("replication", "2141"),
        ("systematic-review", "8683"),
        ("randomised-trial", "603"),
        ("randomised-trial", "440"),
        ("systematic-review", "651"),
        ("laboratory-experiment", "110"),
        ("meta-analysis", None),
        ("meta-analysis", None),
        ("meta-analysis", "308849"),
        ("meta-analysis", "308849"),
        ("meta-analysis", "308849"),
    ]
    assert [row.get("data-certainty") for row in found] == [
        "moderate",
        None,
        *["moderate"] * 2,
        *["low"] * 2,
        *["moderate"] * 5,
    ]


def test_what_can_be_chosen_is_what_there_is_in_the_order_of_the_site() -> None:
    low: dict[str, Any] = {"certainty": {"level": "low"}}
    studies = [
        covered({"design": "cohort"} | low, topics=["Sleep", "Health"]),
        covered({"design": "randomised-trial", "certainty": {"level": "high"}}, topics=["Grief"]),
    ]
    table = table_of(*studies, topics=["Grief", "Health", "Love", "Sleep"])
    options = {
        select.get("name"): select.xpath("./option/@value") for select in table.xpath(".//select")
    }
    assert options == {
        "topic": ["", "Grief", "Health", "Sleep"],
        "design": ["", "randomised-trial", "cohort"],
        "certainty": ["", "high", "low"],
    }
    assert not table.xpath(".//input[@type='checkbox']")


def test_a_study_of_which_little_is_known_has_a_row() -> None:
    assert rows_of(covered({})) == [
        [
            "Holding hands March 2, 2026",
            "Cohort study",
            "",
            "The post tells in words what was found",
            "No number is given here",
            "Not judged",
            "Health",
        ]
    ]


@pytest.mark.parametrize(
    ("participants", "told"),
    [
        ({"n": 1}, "1 person"),
        ({"studies": 1, "n": 2000}, "1 study, 2,000 people"),
        ({"who": "adults"}, "adults"),
    ],
)
def test_who_took_part(participants: dict[str, Any], told: str) -> None:
    assert rows_of(covered({"participants": participants}))[0][2] == told


@pytest.mark.parametrize(
    ("certainty", "told"),
    [
        ({"level": "low", "system": "GRADE"}, "GRADE: Low"),
        ({"level": "high", "system": "CERQual"}, "GRADE-CERQual: High"),
        ({"level": "very-low"}, "Very low"),
    ],
)
def test_a_system_is_named_only_where_the_author_names_one(
    certainty: dict[str, Any], told: str
) -> None:
    assert rows_of(covered({"certainty": certainty}))[0][5] == told


@pytest.mark.parametrize(
    ("kind", "told", "found"),
    [
        ("retraction", "Retracted: do not rely on it", "d = 0.4, 95% CI [0.1, 0.7]"),
        ("concern", "In doubt: read it with caution", "Higher d = 0.4, 95% CI [0.1, 0.7]"),
    ],
)
def test_a_warning_stands_in_the_row_and_a_retracted_result_is_none(
    kind: NoticeKind, told: str, found: str
) -> None:
    outcomes = [{"name": "Fear", "effect": {"type": "d", "value": 0.4, "ci": [0.1, 0.7]}}]
    table = table_of(covered({"outcomes": outcomes}, notice=Notice(kind=kind)))
    row = one(table, ".//tbody/tr")
    assert row.get("data-notice") == kind
    assert cells(row)[0] == f"Holding hands March 2, 2026 {told}"
    assert cells(row)[4] == f"{told} {found}"
    can_leave_out = bool(table.xpath(".//input[@name='retracted']"))
    assert can_leave_out == (kind == "retraction")


@pytest.mark.parametrize(
    ("comparison", "told"),
    [
        ({"intervention": "naps"}, "naps"),
        ({"intervention": "naps", "comparator": "tea"}, "naps compared with tea"),
        (
            {"intervention": "naps", "comparator_type": "waiting-list"},
            "naps compared with: Waiting list",
        ),
    ],
)
def test_what_was_compared(comparison: dict[str, Any], told: str) -> None:
    (row,) = rows_of(covered({"comparison": comparison, "outcomes": [{"name": "Rest"}]}))
    assert row[3] == f"Rest {told}"


@pytest.mark.parametrize(("language", "sorted_as"), [("pt-BR", "pt-BR"), ("no such", "en")])
def test_rows_are_sorted_as_in_a_language_that_browsers_know(language: str, sorted_as: str) -> None:
    table = table_of(covered({}), language=language)
    assert one(table, ".//form").get("data-language") == sorted_as


def test_words_of_the_author_are_marked_with_their_language() -> None:
    study = covered(
        {
            "participants": {"n": 3, "who": "pessoas", "where": "Brasil"},
            "comparison": {"intervention": "conversa", "comparator": "silêncio"},
            "outcomes": [{"name": "Medo", "measure": "EVA"}],
        },
        title="De mãos dadas",
        language="pt",
    )
    table = table_of(study)
    assert [said(each) for each in table.xpath(".//*[@lang='pt']")] == [
        "De mãos dadas",
        "pessoas",
        "Brasil",
        "Medo",
        "EVA",
        "conversa",
        "silêncio",
    ]
    assert not table_of(study, language="pt-BR").xpath(".//*[@lang]")


def test_what_the_author_writes_is_text() -> None:
    evil = '<script>alert(1)</script>" onload="x'
    study = covered(
        {
            "participants": {"who": evil, "where": evil},
            "comparison": {"intervention": evil, "comparator": evil},
            "outcomes": [{"name": evil, "measure": evil, "timepoint": evil}],
        },
        title=evil,
        topics=[evil],
    )
    table = table_of(study, topics=[evil])
    assert [each.get("src") for each in table.xpath(".//script")] == [
        "../assets/evidence/across.js"
    ]
    assert not table.xpath(".//@onload")
    assert said(one(table, ".//tbody//b")) == evil


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_and_labels_of_cells_are_the_same(language: str) -> None:
    table = table_of(covered({}), language=language)
    headings = [said(each) for each in table.xpath(".//thead//th")]
    assert table.xpath(".//tbody//td/@data-label") == headings[1:]
    assert len({*headings}) == 7
