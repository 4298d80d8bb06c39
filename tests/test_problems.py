"""How problems are told."""

from __future__ import annotations

import pytest

from mkdocs_evidence.problems import Location, Problem, did_you_mean, nearest, report
from mkdocs_evidence.sources import Source

SOURCE = Source("a.yaml", "title: one\n\tlead: às três\n")


def problem(start: int, end: int | None = None) -> Problem:
    return SOURCE.problem(start, "odd-date", "It is wrong.", "Write it.", end=end)


def test_a_problem_shows_its_place_its_line_and_what_to_write() -> None:
    assert str(problem(7, 10)) == (
        "a.yaml:1:8: It is wrong. [odd-date]\n    title: one\n           ^^^\n    Write it."
    )


def test_the_caret_stays_in_its_column_behind_a_tab() -> None:
    line, carets = problem(SOURCE.text.index("às")).marked_line()
    assert (line, carets) == ("\tlead: às três", "\t      ^")


def test_the_caret_ends_with_its_line() -> None:
    _, carets = problem(7, 20).marked_line()
    assert carets == "       ^^^"


def test_of_a_long_line_the_part_that_matters_is_shown() -> None:
    source = Source("a.yaml", "x" * 300 + "here" + "x" * 300)
    line, carets = source.problem(300, "odd-date", "Wrong.", end=304).marked_line()
    assert len(line) == 100
    assert line[carets.index("^") :].startswith("here")


@pytest.mark.parametrize("sign", ["\x1b", "\x7f", "\x9b"])
def test_a_sign_that_a_terminal_would_obey_is_shown_as_another(sign: str) -> None:
    text = str(Source("a.bib", f"{{A{sign}[31m}}").problem(1, "odd-date", f"“A{sign}” is wrong."))
    assert text.replace("\n", "").isprintable()
    assert text.splitlines()[2] == "     ^"


def test_an_empty_line_is_not_shown() -> None:
    empty = Source("a.yaml", "").problem(0, "odd-date", "Wrong.")
    assert str(empty) == "a.yaml:1:1: Wrong. [odd-date]"


@pytest.mark.parametrize(("offset", "place"), [(0, (1, 1)), (10, (1, 11)), (11, (2, 1))])
def test_lines_and_columns_count_from_one(offset: int, place: tuple[int, int]) -> None:
    assert SOURCE.location(offset) == Location("a.yaml", *place)


def test_paths_are_shown_with_slashes() -> None:
    assert Source("docs/a.yaml", "").location(0).path == "docs/a.yaml"


def test_the_report_is_sorted_and_tells_each_problem_once() -> None:
    text = report([problem(7), problem(0), problem(7)])
    assert [line for line in text.splitlines() if line.startswith("a.yaml")] == [
        "a.yaml:1:1: It is wrong. [odd-date]",
        "a.yaml:1:8: It is wrong. [odd-date]",
    ]
    assert text.endswith("2 problems found.")
    assert report([problem(7)]).endswith("1 problem found.")


@pytest.mark.parametrize(
    ("word", "match"),
    [("Depresion", "Depression"), ("depression", "Depression"), ("slepe", "Sleep"), ("x", None)],
)
def test_the_nearest_known_word(word: str, match: str | None) -> None:
    assert nearest(word, ["Depression", "Sleep"]) == match


def test_advice_names_the_nearest_word_or_lists_a_few() -> None:
    assert did_you_mean("slepe", ["Sleep", "Health"]) == "Did you mean “Sleep”?"
    assert did_you_mean("x", ["Sleep", "Health"]) == "You can write: Sleep, Health."
    assert did_you_mean("x", map(str, range(100, 200)), "Look it up.") == "Look it up."
    assert did_you_mean("x", [], "Add it.") == "Add it."
