"""What is written of an entry as BibTeX, and that it can be read again."""

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from mkdocs_evidence.bibliography import Entry, csl_json
from mkdocs_evidence.bibliography.names import read_names
from mkdocs_evidence.exports import to_bibtex
from tests.cases.loader import Case, load_cases
from tests.exports.entries import library, read

BROKEN = ("broken-entry", "no-entry", "unknown-abbreviation")
OWN = ("note", "annote", "call-number")
"""What of an item is the author's own."""


def described(entry: Entry) -> dict[str, Any]:
    """Return the part of an entry's item that describes the work."""
    return {name: value for name, value in csl_json(entry).items() if name not in OWN}


@pytest.mark.parametrize("case", load_cases("exports/bibtex.md"), ids=lambda case: case.title)
def test_cases(case: Case) -> None:
    (entry,), _ = read(case.given)
    assert to_bibtex(entry) == f"{case.expected}\n"


@pytest.mark.parametrize("case", load_cases("exports/bibtex.md"), ids=lambda case: case.title)
def test_what_is_written_is_the_same_work(case: Case) -> None:
    (entry,), _ = read(case.given)
    (again,), problems = read(to_bibtex(entry))
    assert [problem.rule for problem in problems if problem.rule in BROKEN] == []
    assert described(again) == described(entry) | {"id": again.key}


def test_a_chapter_says_itself_what_book_it_is_in() -> None:
    entries = library(
        "@incollection{one, title = {A}, crossref = {all}}\n"
        "@collection{all, title = {B}, editor = {Day, Ana}, year = {2001}}"
    )
    assert to_bibtex(entries["one"]) == (
        "@incollection{one,\n"
        "  editor = {Day, Ana},\n"
        "  title = {A},\n"
        "  booktitle = {B},\n"
        "  year = {2001},\n"
        "}\n"
    )


WORDS = st.sampled_from(
    ["Sleep", "in", "{Brazil}", "{EEG}", r"{\'E}tude", r"na\"ive", r"\emph{vivo}", "$p < .05$",
     "$x_1^2$", "``yes''", "it's", "R&D", r"R\&D", "50%", r"50\%", "#1", "a_b", r"\alpha", "--",
     "---", "a: b", r"\textbf{{A} b}", "é", "日本", "~", r"\{1\}", "@", '{"}', "(2nd ed.)"]
)  # fmt: skip
TEXTS = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
PARTS = st.sampled_from(["Day", "de", "van der", "Ana", "B.", "{Van Os}", r"M{\"u}ller", "Ó"])
NAMES = st.lists(PARTS, min_size=1, max_size=4).map(" ".join)
PEOPLE = st.lists(
    NAMES | st.tuples(NAMES, NAMES).map(", ".join) | st.just("{R & D, Inc.}"), min_size=1
).map(" and ".join)
DATES = st.sampled_from(["2017", "2017-05", "2017-05-02", "2017-21", "2017/2019", "2017?", "199X",
                         "-0043", "in press", "2017/.."])  # fmt: skip
FIELDS = st.fixed_dictionaries(
    {"title": TEXTS},
    optional={
        "author": PEOPLE,
        "editor": PEOPLE,
        "booktitle": TEXTS,
        "journaltitle": TEXTS,
        "publisher": TEXTS,
        "location": TEXTS,
        "date": DATES,
        "month": st.sampled_from(["5", "may", "Mai", "spring", "10 June"]),
        "year": DATES,
        "pages": st.sampled_from(["1-2", "1--2, 5", "e12", "pp. 3–4"]),
        "note": TEXTS,
        "pubstate": st.just("inpress"),
        "url": st.sampled_from([r"https://example.org/a\_b?c=%20#d", "www.example.org"]),
        "doi": st.sampled_from(["10.1000/a_b", "https://doi.org/10.1000/x%2Fy", "none"]),
    },
)
KINDS = st.sampled_from(["article", "book", "incollection", "online", "patent", "thesis"])


@given(KINDS, FIELDS)
def test_any_work_is_the_same_when_it_is_read_again(kind: str, fields: dict[str, str]) -> None:
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items()]
    (entry,), _ = read("".join([f"@{kind}{{one,\n", *lines, "}\n"]))
    written = to_bibtex(entry)
    (again,), problems = read(written)
    assert [problem.rule for problem in problems if problem.rule in BROKEN] == []
    assert described(again) == described(entry)
    assert to_bibtex(again) == written


SIGNS = st.sampled_from(["\\", "{", "}", "$", "%", "&", "#", "_", "^", '"', "~", ",", "=", "@", "'",
                         "a", "B", " ", " and ", "\\url{", "\x00", "\u2028", "é"])  # fmt: skip
ODD = st.lists(SIGNS, max_size=12).map("".join)


@given(ODD, ODD, ODD)
def test_whatever_stands_in_fields_other_programs_can_read_it(
    title: str, author: str, url: str
) -> None:
    (entry,), _ = read("@article{one, title = {A}}")
    entry = Entry(
        key="one",
        type="article",
        fields={"title": title, "journal": "J", "url": url, "doi": url},
        persons={"author": read_names(author)},
        location=entry.location,
    )
    written = to_bibtex(entry)
    (again,), problems = read(written)
    assert [problem.rule for problem in problems if problem.rule in BROKEN] == []
    assert again.fields["journal"] == "J"
    found = parse_string(written, "bibtex").entries["one"]
    assert found.fields["journal"] == "J"
    # Pandoc takes an escaped brace for none, BibTeX for one; so there must be no such brace.
    assert not {"\\{", "\\}"} & set(re.findall(r"\\.", written))
