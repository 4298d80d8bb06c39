"""How the conformance tool writes documents for other engines, and compares what they give."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mkdocs_evidence.csl import Citation, Cite
from tools.conformance.differences import KEPT_CAPITAL, LETTER_CASE, causes, marked, moved
from tools.conformance.documents import for_citeproc_js, markdown
from tools.conformance.oracles import Cache
from tools.conformance.planning import plan
from tools.conformance.texts import inner_by_id, plain

ITEM: dict[str, Any] = {
    "author": [{"family": "Day", "given": "Ann B."}, {"family": "Roe", "given": "Cy"}],
    "issued": {"date-parts": [[2020, 5]]},
    "title": "The sleep of owls",
    "publisher": "Nest Press",
}


def test_text_has_straight_quotes_plain_spaces_and_no_markup() -> None:
    html = "<i>“Don’t”</i> &amp;\N{NO-BREAK SPACE}\n <b>go</b> self\N{HYPHEN}made 3–5"
    assert plain(html) == '"Don\'t" & go self-made 3–5'


def test_blocks_are_apart_in_text() -> None:
    assert plain("<div>[1]</div><div>Day</div>") == "[1] Day"


def test_elements_are_found_by_their_ids() -> None:
    html = '<p id="x-a:1">One <i>two</i></p><p id="y">No</p>'
    assert {key: plain(text) for key, text in inner_by_id(html, "x-").items()} == {"a:1": "One two"}


def test_a_document_for_pandoc_has_every_citation_in_a_block() -> None:
    see = Cite("a", prefix="see", locator="3–5", suffix=", and others")
    cluster = Citation((see, Cite("b", locator="2", label="chapter", suppress_author=True)))
    narrative = Citation((Cite("a", locator="3"),), narrative=True)
    text = markdown([cluster, narrative, Citation((Cite("b"),), narrative=True)], ["a", "b"])
    assert "nocite: |\n  @{a}, @{b}\n" in text
    assert "{#cluster-0}\n[see @{a}, pp. 3–5, and others; -@{b}, chap. 2]\n" in text
    assert "{#cluster-1}\n@{a} [p. 3]\n" in text
    assert "{#cluster-2}\n@{b}\n" in text


def test_a_citation_for_citeproc_js_has_its_items() -> None:
    cite = Cite("a", prefix="see", suffix=", too", locator="3", suppress_author=True)
    place = {"locator": "3", "label": "page"}
    affixes = {"prefix": "see ", "suffix": ", too", "suppress-author": True}
    assert for_citeproc_js(Citation((cite, Cite("b")))) == {
        "cites": [{"id": "a"} | place | affixes, {"id": "b"}],
        "narrative": False,
    }


def test_what_differs_is_marked() -> None:
    assert marked("Day (2020).", "Day (2021).") == "Day ({2021→2020})."


@pytest.mark.parametrize(
    ("ours", "other", "expected"),
    [
        ("The Owl.", "The owl.", [LETTER_CASE]),
        ("Owl (Day)", "Owl(Day)", ["a space"]),
        ("pp. 3–5", "pp. 3-5", ["a hyphen or dash"]),
        ("Owl. 2020.", "Owl. 2020", ["the period at the end"]),
        ("Owl, 2020", "Owl. 2020", ["punctuation , ."]),
        ("Day, A. B.", "Day, A.", ["initials"]),
        ("Day & Roe", "Day et al.", ["names"]),
        ("Day, et al. (2020)", "Day, & others (2020)", ["“and others” in the file"]),
        ("Owl, May 2020", "Owl, 2020", ["date"]),
        ("Owl. Nest Press", "Owl", ["publisher"]),
        ("Owl", "Owl https://doi.org/10.1/x", ["DOI or URL"]),
        ("Day. Nest", "Roe. Available", ["names", "words of the style or other"]),
    ],
)
def test_a_difference_has_a_cause(ours: str, other: str, expected: list[str]) -> None:
    assert causes(ours, other, ITEM) == expected


@pytest.mark.parametrize(
    ("written", "expected"), [("{Owl} in the barn", KEPT_CAPITAL), ("owl", LETTER_CASE)]
)
def test_a_capital_that_the_file_has_is_kept(written: str, expected: str) -> None:
    assert causes("The Owl.", "The owl.", ITEM, written) == [expected]


def test_what_stands_in_another_place_is_found() -> None:
    assert moved(["a", "b", "c", "d"], ["a", "c", "d", "b"]) == ["b"]


def test_citations_of_all_kinds_are_planned_the_same_each_time() -> None:
    day, roe = ITEM["author"]
    namesake = {"family": "Day", "given": "Zoe"}
    authors = {"a": [day, roe], "b": [day, roe], "c": [day], "d": [namesake], "e": [roe]}
    items = {key: ITEM | {"author": names} for key, names in authors.items()}
    planned = plan(items)
    assert planned == plan(items)
    alike = {
        each.kind: [cite.key for cite in each.citation.cites]
        for each in planned
        if each.kind.startswith("same")
    }
    assert alike == {
        "same authors and year": ["a", "b"],
        "same authors": ["a", "b"],
        "same first author": ["a", "b", "c"],
        "same family name": ["a", "b", "c", "d"],
    }


def test_an_answer_is_asked_for_once(tmp_path: Path) -> None:
    cache, asked = Cache(tmp_path / "new"), []

    def ask() -> str:
        asked.append(1)
        return "answer"

    assert [cache.get([b"a", b"b"], ask) for _ in range(2)] == ["answer", "answer"]
    assert cache.get([b"ab", b""], ask) == "answer"
    assert len(asked) == 2
