"""How the conformance tool reads the CSL test suite."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools.conformance.cases import Case, read_case
from tools.conformance.filters import shown
from tools.conformance.normalise import same_html

ITEMS = [{"id": "A", "type": "book"}, {"id": 2, "type": "book"}]


def case(folder: Path, **sections: Any) -> Case:
    """Write a case with the sections given, and read it."""
    given = {"MODE": "citation", "RESULT": "(A)", "CSL": "<style/>", "INPUT": ITEMS} | sections
    written = [
        f">>=== {name.replace('_', '-')} ===>>\n{text}\n<<== {name.replace('_', '-')} ==<<\n"
        for name, value in given.items()
        for text in [value if isinstance(value, str) else json.dumps(value)]
    ]
    path = folder / "group_OfItems.txt"
    path.write_text("\ufeff" + "\nA remark.\n\n".join(written), encoding="utf-8")
    return read_case(path)


def step(name: str, key: str, before: list[Any], after: list[Any], note: int = 0) -> list[Any]:
    """Return a step of CITATIONS: a citation of one item, and what stands around it."""
    cites = [{"id": key}]
    citation = {"citationID": name, "citationItems": cites, "properties": {"noteIndex": note}}
    return [citation, before, after]


def cited(found: Case) -> list[list[str]]:
    """Return the ids in each citation."""
    return [[cite["id"] for cite in cluster.cites] for cluster in found.clusters]


def test_a_case_is_read_by_its_sections(tmp_path: Path) -> None:
    found = case(tmp_path)
    assert (found.name, found.category, found.mode) == ("group_OfItems", "group", "citation")
    assert (found.style, found.expected) == ("<style/>", "(A)")
    assert list(found.items) == ["A", "2"]


def test_without_citations_all_items_are_cited_in_one(tmp_path: Path) -> None:
    found = case(tmp_path)
    assert cited(found) == [["A", "2"]]
    assert found.expected_citations() == {0: "(A)"}
    assert not found.in_document


def test_separate_citations_give_a_line_each(tmp_path: Path) -> None:
    found = case(tmp_path, CITATION_ITEMS=[[{"id": 2}], [{"id": "A"}]], RESULT="(2)\n(A)")
    assert cited(found) == [["2"], ["A"]]
    assert found.uncited == ("A", "2")
    assert found.expected_citations() == {0: "(2)", 1: "(A)"}


def test_the_last_step_gives_the_order_of_the_document(tmp_path: Path) -> None:
    steps = [step("one", "A", [], []), step("two", "2", [], [["one", 4]], note=3)]
    found = case(tmp_path, CITATIONS=steps, RESULT=">>[0] two\n..[1] one\nand more")
    assert cited(found) == [["2"], ["A"]]
    assert [cluster.note for cluster in found.clusters] == [3, 4]
    assert found.expected_citations() == {0: "two", 1: "one\nand more"}
    assert found.in_document
    assert found.uncited == ()


def test_a_changed_citation_counts_as_it_was_last(tmp_path: Path) -> None:
    found = case(tmp_path, CITATIONS=[step("one", "A", [], []), step("one", "2", [], [])])
    assert cited(found) == [["2"]]


def test_the_last_list_says_what_the_bibliography_has(tmp_path: Path) -> None:
    found = case(tmp_path, MODE="bibliography", BIBENTRIES=[["A"], ["2"]])
    assert found.uncited == ("2",)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({}, True),
        ({"include": [{"field": "type", "value": "book"}, {"field": "x", "value": "y"}]}, True),
        ({"select": [{"field": "type", "value": "book"}, {"field": "x", "value": "y"}]}, False),
        ({"select": [{"field": "keys", "value": "one"}, {"field": "x", "value": ""}]}, True),
        ({"exclude": [{"field": "type", "value": "book"}]}, False),
        ({"quash": [{"field": "type", "value": "book"}, {"field": "x", "value": "y"}]}, True),
        ({"quash": [{"field": "type", "value": "book"}]}, False),
    ],
)
def test_a_filter_says_what_is_shown(conditions: dict[str, Any], expected: bool) -> None:
    assert shown({"type": "book", "keys": ["one", "two"]}, conditions) is expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A &amp; B &lt;", "A &#38; B &#60;"),
        (
            '<span style="font-variant: small-caps">A</span>',
            '<span style="font-variant:small-caps;">A</span>',
        ),
        ('<div class="a">\n  <div> A </div>\n</div>\n', '<div class="a"><div>A</div></div>'),
        ('<a href="https://doi.org/1">1</a>', "1"),
        ("A  \nB\n", "A\nB"),
    ],
)
def test_spellings_of_the_same_html_are_one(one: str, other: str) -> None:
    assert same_html(one) == same_html(other)


def test_space_and_marks_within_a_line_count() -> None:
    assert same_html("A  B") != same_html("A B")
    assert same_html("<i>A</i>") != same_html("A")
