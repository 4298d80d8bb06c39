"""What is a citation, and of what it is made."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.citations import find_citations
from mkdocs_evidence.citations.syntax import read_citation
from mkdocs_evidence.csl import LOCATORS, Citation, Cite
from tests.cases.loader import Case, load_cases
from tests.citations.reading import citations_in, in_words

LANGUAGE = re.compile(r"\(([a-z]{2}(?:-[A-Z]{2})?)\)$")
CASES = load_cases("citations/pandoc.md")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    language = LANGUAGE.search(case.title)
    found = citations_in(case.given, language[1] if language else "en")
    assert in_words(found) == case.expected


@pytest.mark.parametrize("before", ["a", "1", "@", "/", ".", "_", "-", "+", "=", "é", "\\", "x-"])
def test_what_stands_before_may_make_it_no_citation(before: str) -> None:
    assert read_citation(f"{before}@coan2017", len(before)) is None


@pytest.mark.parametrize("before", [" ", "(", "“", "—", "\n", "*", ":", "--"])
def test_what_may_stand_before_a_citation(before: str) -> None:
    assert read_citation(f"{before}@coan2017", len(before)) is not None


def test_the_end_of_a_citation_is_told() -> None:
    assert read_citation("x [@a, p. 3] y", 2) == (Citation((Cite("a", locator="3"),)), 12)
    assert read_citation("@a [p. 3] y") == (Citation((Cite("a", locator="3"),), narrative=True), 9)


def test_an_escaped_bracket_begins_no_citation() -> None:
    assert read_citation(r"\[@a]", 1) is None


def test_what_begins_as_a_key_after_the_bracket_of_a_link_is_no_citation() -> None:
    assert read_citation("[@a](https://example.org)") is None


def test_all_citations_of_a_text_are_found() -> None:
    text = r"So [@a; @b] and @c [p. 3], -@d, \[@e] and me@f."
    found = [(text[start:end], len(each.cites)) for each, start, end in find_citations(text)]
    assert found == [("[@a; @b]", 2), ("@c [p. 3]", 1), ("-@d", 1), ("@e", 1)]


ODD = "[]@;,-. \nabp12()\\{}*_&\"'“”‘’#:/\x02\x03"


@given(st.text(alphabet=st.sampled_from(ODD) | st.characters()))
def test_any_text_is_read_without_an_error(text: str) -> None:
    for start in range(len(text)):
        if text[start] in "[@-" and (read := read_citation(text, start)):
            citation, end = read
            assert start < end <= len(text)
            assert all(cite.key in text for cite in citation.cites)


@given(st.text(alphabet=st.sampled_from(ODD) | st.characters()))
def test_any_page_is_read_without_an_error(text: str) -> None:
    citations_in(f"[{text} @a, {text}]", "pt")


def words(signs: str) -> st.SearchStrategy[str]:
    return st.text(alphabet=signs, max_size=12).map(lambda text: " ".join(text.split()))


WORDS, LOCATIONS = words("abz 12.,:é"), words("abz 12.:é")
KEYS = st.text(alphabet="abzé12.,;:#$%&+?<>~/[]@*_\"'-=|", min_size=1, max_size=8)


@st.composite
def cites(draw: st.DrawFn) -> Cite:
    suffix = draw(WORDS)
    return Cite(
        draw(KEYS),
        prefix=draw(WORDS),
        suffix=draw(st.sampled_from([" ", ", "])) + suffix if suffix else "",
        locator=draw(LOCATIONS),
        label=draw(st.sampled_from(LOCATORS)),
        suppress_author=draw(st.booleans()),
    )


def written(citation: Citation) -> str:
    """Return a citation in the syntax in which all of it can be said."""
    first, *others = citation.cites
    if not citation.narrative:
        return f"[{'; '.join(map(_written_cite, citation.cites))}]"
    return f"@{{{first.key}}} [{'; '.join([_written_after(first), *map(_written_cite, others)])}]"


def _written_cite(cite: Cite) -> str:
    hyphen = "-" if cite.suppress_author else ""
    return f"{cite.prefix} {hyphen}@{{{cite.key}}}{_written_after(cite)}"


def _written_after(cite: Cite) -> str:
    return f"{{{cite.label} {cite.locator}}}{cite.suffix}"


@given(st.lists(cites(), min_size=1, max_size=4), st.booleans())
def test_a_citation_that_is_written_is_read_again(made: list[Cite], narrative: bool) -> None:
    if narrative:
        made[0] = Cite(made[0].key, "", made[0].suffix, made[0].locator, made[0].label)
    citation = Citation(tuple(made), narrative)
    text = written(citation)
    assert read_citation(text) == (citation, len(text))


MANY = 20_000
HOSTILE = {
    "opening brackets": "[" * MANY,
    "brackets deep in each other": "[" * 20 + "[]" * (MANY // 2),
    "at signs": "@" * MANY,
    "brackets and at signs": "[@" * (MANY // 2),
    "keys and brackets": "@a [" * (MANY // 4),
    "cites that nothing closes": "[@a; " * (MANY // 5) + "]" * 20,
    "braces": "@{" * (MANY // 2),
    "locators in braces": "[@a, " + "{p. 3 " * (MANY // 6) + "]",
    "signs of emphasis": "[@a " + "*a " * (MANY // 3) + "]",
    "quotation marks": "[@a " + "\"a 'b " * (MANY // 6) + "]",
    "escaped brackets": "[@a" + r"\[" * (MANY // 2) + "]",
    "numbers": "[@a" + ", 3" * (MANY // 3) + "]",
    "Roman numbers": "[@a, p. " + "m" * MANY + "y]",
    "commas and keys": "[" + ",@a" * (MANY // 3) + "]",
    "spaces": "[@a" + " " * MANY + "]",
    "hyphens": "-@" * (MANY // 2),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_text_takes_much_longer_than_others(kind: str) -> None:
    text = HOSTILE[kind]
    begun = time.perf_counter()
    for mark in re.finditer(r"[\[@-]", text):
        read_citation(text, mark.start())
    assert time.perf_counter() - begun < 5  # A tenth of a second, or minutes where it grows faster.
