"""What is a citation, and of what it is made."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.citations import read_citation
from mkdocs_evidence.csl import Citation, Cite
from tests.cases.loader import Case, load_cases


def in_words(citation: Citation) -> str:
    return "\n".join(_cite_in_words(cite, citation.narrative) for cite in citation.cites)


def _cite_in_words(cite: Cite, narrative: bool) -> str:
    mark = "*" if narrative else "-" if cite.suppress_author else ""
    locator = f"{cite.label} {cite.locator}" if cite.locator else ""
    return f"{mark}{cite.prefix} | {cite.key} | {locator} | {cite.suffix}"


@pytest.mark.parametrize("case", load_cases("citations/syntax.md"), ids=lambda case: case.title)
def test_case(case: Case) -> None:
    read = read_citation(case.given)
    assert (in_words(read[0]) if read else "") == case.expected


@pytest.mark.parametrize("before", ["a", "1", "@", "/", ".", "_", "-", "+", "=", "é"])
def test_what_stands_before_may_make_it_no_citation(before: str) -> None:
    assert read_citation(f"{before}@coan2017", 1) is None


@pytest.mark.parametrize("before", [" ", "(", "“", "—", "\n", "*", ":"])
def test_what_may_stand_before_a_citation(before: str) -> None:
    assert read_citation(f"{before}@coan2017", 1) is not None


def test_the_end_of_a_citation_is_told() -> None:
    assert read_citation("x [@a, p. 3] y", 2) == (Citation((Cite("a", locator="3"),)), 12)


@given(st.text(alphabet=st.sampled_from("[]@;,-. \nabp12()\\{}*&\x02\x03") | st.characters()))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for start in range(len(text)):
        if text[start] in "[@" and (read := read_citation(text, start)):
            citation, end = read
            assert start < end <= len(text)
            assert all(cite.key in text for cite in citation.cites)
