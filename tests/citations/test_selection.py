"""What the comments of bibliographies ask for, and the mistakes in them."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations.grouping import GROUPINGS, grouped
from mkdocs_evidence.citations.placeholders import in_html, in_markdown, without_empty_lines
from mkdocs_evidence.citations.selection import Selection, Work, key_pattern
from mkdocs_evidence.citations.selection_reader import OPTIONS, read_selection
from mkdocs_evidence.csl import Processor, load_style
from mkdocs_evidence.languages import LANGUAGES, catalogue
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.sources import Source
from tests.cases.loader import Case, load_cases

TOPICS = ("Sleep", "Health", "Love")
CITED_BY = {"coan2017": ("Health", "Love"), "coan2006": ("Health",), "munoz2012": ("Sleep",)}


def load_works() -> Library:
    path = Path(__file__).parent / "works.bib"
    library, problems = Library.load([path], root=path.parent)
    assert problems == []
    return library


WORKS = load_works()


def read(text: str) -> tuple[Selection | None, list[Problem]]:
    (place,) = in_markdown(text)
    source = Source("page.md", text)
    return read_selection(source, place.options, place.options_end, library=WORKS, topics=TOPICS)


def shown(selection: Selection) -> str:
    order = Processor(load_style("apa"), "en", WORKS.csl).references(WORKS.keys())
    works = [Work.of(WORKS, each.key, CITED_BY.get(each.key, ())) for each in order]
    chosen = [work for work in works if selection.has(work)]
    if not selection.group_by:
        return " ".join(sorted(work.key for work in chosen))
    groups = grouped(chosen, selection, catalogue("en"), TOPICS)
    return "\n".join(f"{group.heading}: {' '.join(group.keys)}" for group in groups)


@pytest.mark.parametrize(
    "case", load_cases("citations/bibliographies.md"), ids=lambda case: case.title
)
def test_case(case: Case) -> None:
    selection, problems = read(case.given)
    if selection is None:
        assert "\n\n".join(map(str, sorted(problems))) == case.expected
    else:
        assert problems == []
        assert shown(selection) == case.expected.strip()


@given(
    st.text(alphabet=st.sampled_from("{}[],:'\"*&!#%@|>- \n\tscopetyearkgub_2010–é"), max_size=60)
)
def test_any_options_are_read_or_explained(options: str) -> None:
    text = f"Text\n<!-- evidence/bibliography {{{options} -->\n"
    for place in in_markdown(text):
        source = Source("page.md", text)
        selection, problems = read_selection(
            source, place.options, place.options_end, library=WORKS, topics=TOPICS
        )
        assert (selection is None) == bool(problems)
        assert all(each.location.line > 1 for each in problems)


@given(st.sampled_from(OPTIONS), st.lists(st.text(min_size=1), min_size=1))
def test_any_words_are_read_or_explained(option: str, words: list[str]) -> None:
    listed = ", ".join("'" + word.replace("'", "''") + "'" for word in words)
    text = f"{{{option}: [{listed}]}}"
    selection, problems = read_selection(
        Source("page.md", text), 0, len(text), library=WORKS, topics=TOPICS
    )
    assert (selection is None) == bool(problems)


def test_a_site_without_topics_says_where_they_come_from() -> None:
    text = "{topic: Sleep}"
    _, (problem,) = read_selection(Source("a.md", text), 0, len(text), library=WORKS)
    assert problem.advice == "Topics are those of the posts in this site."


@pytest.mark.parametrize(
    ("key", "fits", "fits_not"),
    [
        ("a*", ["a", "a.b"], ["ba"]),
        ("*", ["", "a:b"], []),
        ("*a*c", ["abc", "xaxcc"], ["ab", "ca"]),
        ("a.b", ["a.b"], ["axb"]),
    ],
)
def test_a_wildcard_stands_for_any_signs(key: str, fits: list[str], fits_not: list[str]) -> None:
    pattern = re.compile(key_pattern(key))
    assert all(map(pattern.fullmatch, fits))
    assert not any(map(pattern.fullmatch, fits_not))


def test_many_wildcards_take_no_time() -> None:
    begun = time.monotonic()
    assert not re.fullmatch(key_pattern("a*" * 50 + "b"), "a" * 200)
    assert time.monotonic() - begun < 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_kinds_are_named_in_every_language(language: str) -> None:
    works = [Work.of(WORKS, key) for key in WORKS]
    groups = grouped(works, Selection(group_by="type"), catalogue(language))
    assert all(group.heading for group in groups)
    assert sorted(key for group in groups for key in group.keys) == sorted(WORKS.keys())


@pytest.mark.parametrize("group_by", GROUPINGS)
def test_no_work_is_lost_in_groups(group_by: str) -> None:
    works = [Work.of(WORKS, key, CITED_BY.get(key, ())) for key in WORKS]
    groups = grouped(works, Selection(group_by=group_by), catalogue("en"), TOPICS)
    assert {key for group in groups for key in group.keys} == {*WORKS.keys()}


COMMENT = "<!-- evidence/bibliography {key: '*a_b*'} -->"


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{COMMENT}\n```\n",
        f"So `{COMMENT}`.\n",
        f"<!-- not now\n{COMMENT}\n",
        "<!-- evidence/bibliography-old -->",
        "<!-- evidence/references -->",
        "evidence/bibliography",
    ],
)
def test_what_only_looks_like_a_placeholder_is_none(text: str) -> None:
    assert in_markdown(text) == []


def test_a_placeholder_is_found_with_its_options() -> None:
    text = f"Text\n\n{COMMENT}\n<!-- evidence/bibliography-->"
    first, second = in_html(text)
    assert text[first.start : first.end] == COMMENT
    assert text[first.options : first.options_end] == " {key: '*a_b*'} "
    assert text[second.options : second.options_end] == ""


def test_comments_that_nothing_closes_hold_no_placeholder() -> None:
    # So many of them that looking for the end of each would take hours.
    unclosed = "<!-- evidence/bibliography\n" * 1_000_000
    assert in_html(unclosed) == []
    (place,) = in_html(f"{COMMENT}{unclosed}")
    assert place.text == COMMENT


def test_empty_lines_in_a_placeholder_and_nowhere_else_are_left_out() -> None:
    text = "- a\n\n    <!-- evidence/bibliography {\n\n      type: book\n    \n\n    } -->\n\nb\n"
    wanted = "- a\n\n    <!-- evidence/bibliography {\n      type: book\n    } -->\n\nb\n"
    assert without_empty_lines(text) == wanted
    assert without_empty_lines(f"```\n{text}```\n") == f"```\n{text}```\n"
