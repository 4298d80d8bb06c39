"""The comparison of how citations are read, without the program that they are compared with."""

from __future__ import annotations

import pytest

from tests.cases.loader import Case, load_cases
from tools.conformance.citations import CASES, Reading, report, total
from tools.conformance.readings import CAUSES


def reading(expected: str, pandoc: str, title: str = "A case") -> Reading:
    return Reading(Case(title, "[@a]", expected), pandoc)


def test_every_reason_is_one_for_a_case() -> None:
    titles = [case.title for case in load_cases(CASES)]
    explained = [title for titles in CAUSES.values() for title in titles]
    assert len(set(titles)) == len(titles)
    assert len(set(explained)) == len(explained)
    assert set(explained) <= set(titles)


@pytest.mark.parametrize(
    ("ours", "pandoc"),
    [
        ("see | a | page 3-5 | ", "see | a | page 3–5 | "),
        ("R -- | a |  | , the 'end'", "R – | a |  | , the ‘end’"),
        (' | a |  |  <<span class="nocase"></span>i>', " | a |  |  <i>"),
        (" | a |  | , p.\N{NO-BREAK SPACE}a", " | a |  | , p. a"),
    ],
)
def test_signs_that_pandoc_changes_are_no_difference(ours: str, pandoc: str) -> None:
    assert reading(ours, pandoc).agrees


def test_what_is_read_otherwise_is_shown_with_the_reason() -> None:
    meant = reading(" | a | page 3 | ", " | a |  |  ,p. 3", "A space before a comma")
    readings = [reading(" | a |  | ", " | a |  | "), meant, reading(" | a |  | ", "* | a |  | ")]
    lines = "\n".join(report(readings))
    assert "A space before a comma: A space before a comma is a slip" in lines
    assert "A case: no reason is known\n    '[@a]'\n    ours     | a |  | \n    pandoc  *" in lines
    assert total(readings) == (
        "Reading of citations: 1 of 3 cases as pandoc reads them, 1 in another way on purpose, "
        "1 for no known reason."
    )
