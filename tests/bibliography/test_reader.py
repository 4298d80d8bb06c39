"""A .bib file becomes entries that know their line; a mistake costs one entry at most."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.bibliography import Entry, read_bibliography
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.sources import Source

GOOD = """\
@article{coan2006lending,
  author = {Coan, James A. and Schaefer, Hillary S. and Davidson, Richard J.},
  title = {Lending a Hand: Social Regulation of the Neural Response to {Threat}},
  journal = "Psychological Science",
  year = 2006,
  pages = {1032--1039},
}
"""
NEXT = "@book{rogers1961becoming, title = {On becoming a person}, year = {1961}}\n"


def read(text: str) -> tuple[list[Entry], list[Problem]]:
    return read_bibliography(Source("a.bib", text))


def test_an_entry_keeps_its_line_type_and_fields() -> None:
    (entry,), problems = read("\n\n" + GOOD)
    assert problems == []
    assert (entry.key, entry.type) == ("coan2006lending", "article")
    assert (entry.location.path, entry.location.line, entry.location.column) == ("a.bib", 3, 1)
    assert entry.fields["journal"] == "Psychological Science"
    assert entry.fields["year"] == "2006"
    assert [person.family for person in entry.persons["author"]] == ["Coan", "Schaefer", "Davidson"]


def test_field_names_and_types_are_read_in_lower_case() -> None:
    (entry,), _ = read("@ARTICLE{k, TITLE = {A}, Year = 2001}")
    assert (entry.type, entry.fields) == ("article", {"title": "A", "year": "2001"})


def test_parentheses_may_hold_an_entry() -> None:
    (entry,), problems = read("@book(k, title = {A (b) c})\n")
    assert (entry.fields["title"], problems) == ("A (b) c", [])


@pytest.mark.parametrize(
    "text",
    [
        "% @book{old, title = {X}}\n" + NEXT,
        "Exported from a program, by me@example.org.\n" + NEXT,
        "@comment{@book{old, title = {X}}}\n" + NEXT,
        '@preamble{"\\newcommand{\\x}{y}"}\n' + NEXT,
        NEXT.replace("year", "\n% year = {1999},\n year"),
    ],
)
def test_comments_are_ignored(text: str) -> None:
    entries, problems = read(text)
    assert [(entry.key, entry.fields["year"]) for entry in entries] == [
        ("rogers1961becoming", "1961")
    ]
    assert problems == []


def test_a_percent_sign_in_a_value_is_text() -> None:
    (entry,), problems = read("@book{k, title = {Better by 20% or\n 30% {in} all}}")
    assert (entry.fields["title"], problems) == ("Better by 20% or 30% {in} all", [])


def test_a_percent_sign_in_quotation_marks_ends_neither_them_nor_the_line() -> None:
    (entry,), problems = read(
        '@book{k,\n title = "20\\% more",\n note = "5\\%", % true\n year = 2001}'
    )
    assert (entry.fields["title"], entry.fields["year"], problems) == ("20\\% more", "2001", [])


def test_macros_are_replaced_and_unknown_ones_stay_readable() -> None:
    text = "@string{PS = {Psych. Science}}\n@article{k, journal = ps # { B}, month = jan}"
    (entry,), problems = read(text)
    assert (entry.fields["journal"], entry.fields["month"]) == ("Psych. Science B", "jan")
    assert problems == []


BROKEN = [
    ("missing brace", GOOD.replace("}},", "},"), 3, "The value of “title” is not closed: a } "),
    ("missing quote", GOOD.replace('Science",', "Science,"), 4, '“journal” is not closed: a " '),
    ("missing comma", GOOD.replace("2006,", "2006"), 5, "After the value of “year” a comma is"),
    ("missing comma after key", GOOD.replace("lending,", "lending"), 1, "After the key “coan2006"),
    ("missing equals sign", GOOD.replace("year =", "year"), 5, "After “year” an = is missing."),
    ("missing value", GOOD.replace("2006,", ","), 5, "The value of “year” cannot be read."),
    ("missing end", GOOD.replace(",\n}", ","), 6, "The entry “coan2006lending” is not closed"),
    ("missing key", GOOD.replace("coan2006lending,", ""), 1, "This entry has no key."),
    ("brace too many", GOOD.replace("{Threat}}", "{Threat}}}"), 3, "ends the entry, but more"),
    ("space in key", GOOD.replace("coan2006", "coan 2006"), 1, "has a space in it"),
    ("value without braces", GOOD.replace("= 2006", "= in press"), 5, "“year” cannot be read"),
    ("junk", GOOD.replace("  year", "  § year"), 5, "“§ year = 2006,” belongs to no field."),
    (
        "missing opening brace",
        "@article coan2006,\n",
        1,
        "After @article there is no opening brace",
    ),
]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [case[1:] for case in BROKEN],
    ids=[case[0] for case in BROKEN],
)
def test_a_broken_entry_is_named_and_the_next_one_loads(text: str, line: int, message: str) -> None:
    entries, problems = read(text + "\n" + NEXT)
    assert len(problems) == 1
    assert problems[0].rule == "broken-entry"
    assert problems[0].location.line == line
    assert message in problems[0].message
    assert entries[-1].key == "rogers1961becoming"
    assert entries[-1].fields["title"] == "On becoming a person"


@pytest.mark.parametrize(
    "name", [case[0] for case in BROKEN if case[1].startswith("@article{coan2006")]
)
def test_a_broken_entry_keeps_its_other_fields(name: str) -> None:
    text = next(case[1] for case in BROKEN if case[0] == name)
    entries, _ = read(text)
    assert entries[0].key == "coan2006lending"
    assert {"title", "pages"} <= entries[0].fields.keys()
    assert entries[0].fields["title"].startswith("Lending a Hand")
    assert entries[0].fields["pages"] == "1032--1039"


def test_a_second_entry_with_a_key_is_a_problem_there() -> None:
    entries, (problem,) = read(NEXT + GOOD + NEXT.replace("person", "whole person"))
    assert [entry.key for entry in entries] == ["rogers1961becoming", "coan2006lending"]
    assert entries[0].fields["title"] == "On becoming a person"
    assert (problem.rule, problem.location.line, problem.location.column) == ("duplicate-key", 9, 7)
    assert problem.message == "The key “rogers1961becoming” is used in line 1 already."


def test_keys_that_differ_in_capitals_only_are_a_problem() -> None:
    entries, (problem,) = read(NEXT + NEXT.replace("rogers", "Rogers"))
    assert [entry.key for entry in entries] == ["rogers1961becoming", "Rogers1961becoming"]
    assert problem.rule == "duplicate-key"
    assert problem.message == "The key “Rogers1961becoming” differs only in capitals from line 1."


def test_a_name_with_many_commas_is_a_problem() -> None:
    _, (problem,) = read("@book{k,\n author = {Coan, J., Beckes, L., Maresh, E.}, title = {A}}")
    assert (problem.rule, problem.location.line) == ("broken-name", 2)
    assert "Last, First and Last, First" in problem.advice


@given(st.text())
def test_any_text_is_read_without_an_error(text: str) -> None:
    read(text)


SIGNS = st.sampled_from(["{", "}", '"', ",", "=", "@", "%", "#", "\\", "\n", "$", "(", ")", "and "])
MUTATIONS = st.tuples(st.integers(0, len(GOOD)), st.integers(0, 5), SIGNS | st.just(""))


@given(st.lists(MUTATIONS, max_size=8))
def test_a_damaged_entry_never_costs_the_next_one(
    mutations: list[tuple[int, int, str]],
) -> None:
    text = GOOD
    for place, deleted, inserted in mutations:
        text = text[:place] + inserted + text[place + deleted :]
    first_line = text.split("\n", 1)[0]
    entries, _ = read(text + "\n" + NEXT)
    if not first_line.lower().lstrip().startswith("@comment"):
        assert entries[-1].key == "rogers1961becoming"
