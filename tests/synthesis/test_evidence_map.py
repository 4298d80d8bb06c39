"""The evidence map: its counts, by hand for the example site, and what stands in odd places."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from lxml import html

from mkdocs_evidence.languages import LANGUAGES, catalogue
from mkdocs_evidence.notices import Notice
from mkdocs_evidence.synthesis.covered import CoveredStudy
from mkdocs_evidence.synthesis.evidence_map import evidence_map
from tests.hosts.site import one, parsed, said
from tests.synthesis.test_evidence_table import covered, example_studies

TOPICS = [
    "Health",
    "Individual therapy",
    "Couple therapy",
    "Relationships",
    "Depression",
    "Online support",
    "Reading research",
]

RETRACTED = Notice(kind="retraction")

# Counted by hand in the files of docs/summaries.
EXAMPLE = {
    "Topic": [
        "Systematic review",
        "Meta-analysis",
        "Randomised trial",
        "Laboratory experiment",
        "Replication",
    ],
    "Health": ["1", "1", "", "", "1"],
    "Individual therapy": ["", "1", "1", "", ""],
    "Couple therapy": ["1", "", "", "1", ""],
    "Relationships": ["", "2", "", "1", ""],
    "Depression": ["1", "", "2", "", ""],
    "Online support": ["", "", "1", "", ""],
    "Reading research": ["1", "", "", "", "1"],
}


def map_of(
    *studies: CoveredStudy, topics: Sequence[str] = ("Health",), language: str = "en"
) -> html.HtmlElement:
    """Return the map of these studies on the page `evidence/`, as an element."""
    return parsed(evidence_map(studies, topics, "evidence/", catalogue(language)))


def shown(found: html.HtmlElement) -> dict[str, list[str]]:
    """Return the numbers that are seen in each line, by its topic, with the designs above."""
    head, *lines = found.xpath(".//tr")
    return {said(head[0]): [said(each) for each in head[1:]]} | {
        said(line[0]): [
            " ".join(said(each) for each in cell.xpath(".//summary/b | .//summary/s"))
            for cell in line[1:]
        ]
        for line in lines
    }


def named(found: html.HtmlElement) -> list[str]:
    return [str(each) for each in found.xpath(".//summary/@aria-label")]


def test_the_counts_of_the_example_site_are_those_made_by_hand() -> None:
    found = map_of(*example_studies(), topics=TOPICS)
    assert shown(found) == EXAMPLE
    assert [said(each) for each in found.xpath(".//tbody//s")] == ["1", "1"]


def test_each_number_leads_to_its_posts() -> None:
    found = map_of(*example_studies(), topics=TOPICS)
    links = {
        summary.get("aria-label"): [said(link) for link in summary.getparent().xpath(".//a")]
        for summary in found.xpath(".//tr[th='Depression']//summary")
    }
    assert links == {
        "Systematic review: 1 post": ["When one of two is depressed: does couple therapy help?"],
        "Randomised trial: 2 posts": [
            "Depressão depois dos 60: mensagens no celular podem ajudar?",
            "Small steps against depression",
        ],
    }
    # The number is part of what it is called, for those who speak to their computer.
    for summary in found.xpath(".//summary"):
        assert said(summary[1]) in summary.get("aria-label")


def test_a_number_is_coloured_by_its_share_of_the_largest() -> None:
    numbers = {"A": 8, "B": 1, "C": 2, "D": 3, "E": 7}
    counted = [[covered({}, topics=[topic])] * number for topic, number in numbers.items()]
    studies = [study for each in counted for study in each]
    # Of 8, the quarters end at 2, 4, 6 and 8.
    shades = map_of(*studies, topics=[*numbers]).xpath(".//summary/@data-shade")
    assert shades == ["4", "1", "1", "2", "4"]


def test_gaps_are_lines_too() -> None:
    found = map_of(covered({}), topics=["Grief", "Health"])
    assert shown(found) == {"Topic": ["Cohort study"], "Grief nothing yet": [""], "Health": ["1"]}


def test_a_post_counts_in_each_of_its_topics_and_one_without_any_apart() -> None:
    studies = [covered({}, topics=["A", "B"]), covered({}, topics=[])]
    assert shown(map_of(*studies, topics=["A", "B"])) == {
        "Topic": ["Cohort study"],
        "A": ["1"],
        "B": ["1"],
        "Without a topic": ["1"],
    }


def test_retracted_articles_are_counted_apart_and_come_last() -> None:
    studies = [
        covered({}, title="Gone", notice=RETRACTED),
        covered({}, title="Doubted", notice=Notice(kind="concern")),
        covered({}, title="Sound"),
        covered({"design": "theory"}, title="Gone too", notice=RETRACTED),
    ]
    found = map_of(*studies)
    assert shown(found)["Health"] == ["2 1", "1"]
    assert named(found) == [
        "Cohort study: 2 posts and 1 post on a retracted article",
        "Theoretical article: 1 post on a retracted article",
    ]
    assert [said(each) for each in found.xpath("(.//ul)[1]/li")] == [
        "Doubted In doubt: read it with caution",
        "Sound",
        "Gone Retracted: do not rely on it",
    ]
    assert "retracted articles, which are counted apart" in said(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_are_told_in_the_words_of_the_language(language: str) -> None:
    words = catalogue(language)
    one_post, posts = words.text("topic_count_one"), words.text("topic_count", count=2)
    (single,) = named(map_of(covered({}), language=language))
    (double,) = named(map_of(covered({}), covered({}), language=language))
    assert one_post in single
    assert posts in double


def test_many_designs_stand_upright() -> None:
    designs = ["cohort", "theory", "guideline", "replication", "qualitative", "single-arm"]
    few = [covered({"design": design}) for design in designs]
    assert not map_of(*few).find_class("evidence-map--many")
    assert map_of(*few, covered({"design": "case-series"})).find_class("evidence-map--many")


def test_titles_are_marked_with_their_language() -> None:
    study = covered({}, title="De mãos dadas", language="pt")
    assert map_of(study).xpath(".//a/@lang") == ["pt"]
    assert not map_of(study, language="pt-BR").xpath(".//@lang")


def test_what_the_author_writes_is_text() -> None:
    evil = '<script>alert(1)</script>" onload="x'
    found = map_of(covered({}, title=evil, topics=[evil], url='x"onload="y/'), topics=[evil])
    assert not found.xpath(".//script | .//@onload")
    assert said(one(found, ".//a")) == evil
    assert said(one(found, ".//th[@scope='row']")) == evil
