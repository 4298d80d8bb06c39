"""Whatever items hold and authors write, citations are made of it, and they are safe."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mkdocs_evidence.csl import Citation, Cite, Document, Formatted, Processor, load_style
from mkdocs_evidence.csl.items import DATES, NAMES, NUMBERS
from tests.csl.safety import assert_safe

STYLES = [
    "apa",
    "ieee",
    "chicago-notes-bibliography",
    "modern-language-association",
    "nature",
    "american-mathematical-society-label",
]
TYPES = ["book", "article-journal", "chapter", "thesis", "webpage", "legal_case", "nonsense", ""]
TEXTS = ["title", "container-title", "publisher", "publisher-place", "DOI", "URL", "PMID", "genre",
         "title-short", "language", "status", "archive", "event-title", "abstract", "note",
         "collection-title", "citation-label", "year-suffix", "ISBN", "medium"]  # fmt: skip
HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<i onclick=alert(1)>a</i>",
    "</i></b></span></a>", "<b><i>a</b></i>", '<span style="color:red">a</span>', "&lt;i&gt;",
    "<span class=\"nocase\">", "<sup><sup><sub>", "\ue000\ue001\uf8ff", "\x00\x02\x1b[0m\x7f",
    'https://a.example/"onmouseover="x', "javascript:alert(1)", "10.1/<script>", "\"'“‘’”«",
    "''\"\"", "a\nb\u2028c\x85d", "\u202eabc", "{: onclick=x }", "\\-", "1-9, 3&4–5--6", "²³", "٣",
    "IV-X", "-5", "2nd", "99999999999999999999999999", " ", "\u00a0", "…", ".,;:!?", "ß", "ǆ",
    "others", "d'", "van der", "Jr., III", "-", "A.-B.", "李", "<i>" * 40, '"' * 40, "'a " * 30,
]  # fmt: skip

some_text = st.sampled_from(HOSTILE) | st.text(max_size=12)
odd_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | some_text,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(some_text, inner, max_size=3),
    max_leaves=4,
)
years = st.integers(-3000, 3000) | st.sampled_from([0, 10**9, -(10**9), 10**30, "2005", "", None])
parts = st.lists(years | st.integers(-2, 40) | some_text, max_size=4)
dates = st.fixed_dictionaries(
    {},
    optional={
        "date-parts": st.lists(parts, max_size=3),
        "literal": some_text,
        "raw": some_text | st.dates().map(str),
        "season": st.integers(-1, 30) | some_text,
        "circa": st.booleans() | some_text,
    },
)
people = st.lists(
    st.dictionaries(
        st.sampled_from(
            ["family", "given", "suffix", "literal", "dropping-particle", "non-dropping-particle",
             "comma-suffix", "static-ordering"]
        ),
        some_text | odd_values,
        max_size=5,
    )
    | odd_values,
    max_size=4,
)  # fmt: skip
items = st.builds(
    lambda kind, *fields: {"type": kind} | {k: v for each in fields for k, v in each.items()},
    st.sampled_from(TYPES) | odd_values,
    st.dictionaries(st.sampled_from(TEXTS), some_text | odd_values, max_size=8),
    st.dictionaries(st.sampled_from(sorted(NUMBERS)), some_text | odd_values, max_size=5),
    st.dictionaries(st.sampled_from(sorted(DATES)), dates | odd_values, max_size=3),
    st.dictionaries(st.sampled_from(sorted(NAMES)), people | odd_values, max_size=4),
)
Items = dict[str, dict[str, Any]]
NOTHING: Items = {}

labels = st.sampled_from(["page", "chapter", "sub-verbo", "sub verbo", "section", "nonsense", ""])


def cite(draw: st.DrawFn, key: str) -> Cite:
    return Cite(
        key,
        prefix=draw(st.just("") | some_text),
        suffix=draw(st.just("") | some_text),
        locator=draw(st.just("") | some_text),
        label=draw(labels),
        suppress_author=draw(st.booleans()),
    )


@st.composite
def documents(draw: st.DrawFn) -> tuple[Items, list[Citation]]:
    found = {key: draw(items) for key in "abc"[: draw(st.integers(1, 3))]}
    citations = []
    for note in range(draw(st.integers(1, 3))):
        keys = draw(st.lists(st.sampled_from(sorted(found)), max_size=4))
        cites = tuple(cite(draw, key) for key in keys)
        narrative = len(cites) == 1 and draw(st.booleans())
        citations.append(Citation(cites, narrative=narrative, note=note * draw(st.integers(0, 2))))
    return found, citations


def pieces(document: Document) -> list[Formatted]:
    return [*document.references, *(part for each in document.citations for part in each)]


def html_of(document: Document) -> list[str]:
    return [piece.html for piece in pieces(document)]


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=50)
@given(documents(), st.sampled_from(["", "en", "pt-BR", "de", "fr", "nl"]))
def test_odd_items_and_words_are_formatted_safely(
    style: str, given: tuple[Items, list[Citation]], language: str
) -> None:
    found, citations = given
    processor = Processor(load_style(style), language, found.__getitem__)
    for piece in pieces(processor.document(citations, found)):
        assert_safe(piece.html)
        assert len(piece.text.splitlines()) <= 1
        assert isinstance(piece.markdown, str)


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=30)
@given(documents())
def test_the_same_document_is_formatted_alike_each_time(
    style: str, given: tuple[Items, list[Citation]]
) -> None:
    found, citations = given
    processor = Processor(load_style(style), "en", found.__getitem__)
    first = html_of(processor.document(citations, found))
    assert html_of(processor.document(citations, found)) == first
    fresh = Processor(load_style(style), "en", found.__getitem__)
    assert html_of(fresh.document(citations, found)) == first


WORDS = st.text("abÉ <i>/b&*'\"“.,-0123456789", max_size=20)
TAGS = ["i", "b", "sup", "sub"]


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.sampled_from(TAGS), st.text("ab c", min_size=1, max_size=6)), max_size=4)
)
def test_plain_text_has_no_tags(style: str, marked: list[tuple[str, str]]) -> None:
    title = "".join(f"<{tag}>{words}</{tag}>" for tag, words in marked)
    item = {"type": "book", "author": [{"family": "Ek"}], "title": title, "DOI": "10.1/x"}
    processor = Processor(load_style(style), "en", lambda _: item)
    for piece in pieces(processor.document([Citation((Cite("a", prefix="<i>see</i>"),))])):
        assert not set("<>") & set(piece.text)


@given(WORDS, WORDS, WORDS)
def test_what_authors_write_around_a_cite_is_safe(prefix: str, suffix: str, locator: str) -> None:
    processor = Processor(load_style("apa"), "en", lambda _: {"author": [{"family": "Ek"}]})
    cite = Cite("a", prefix=prefix, suffix=suffix, locator=locator)
    for piece in pieces(processor.document([Citation((cite,)), Citation((cite,), narrative=True)])):
        assert_safe(piece.html)
        assert len(piece.text.splitlines()) <= 1


@pytest.mark.parametrize("style", STYLES)
def test_only_a_missing_key_is_an_error(style: str) -> None:
    processor = Processor(load_style(style), "en", NOTHING.__getitem__)
    for citation in Citation((Cite("a"),)), Citation((Cite("a"),), narrative=True):
        with pytest.raises(KeyError, match="a"):
            processor.document([citation])
    with pytest.raises(KeyError, match="a"):
        processor.references(["a"])


@pytest.mark.parametrize("style", STYLES)
def test_a_document_without_citations_has_an_empty_list(style: str) -> None:
    processor = Processor(load_style(style), "en", NOTHING.__getitem__)
    assert processor.document([]) == Document([], [])
    assert processor.document([Citation(())]).references == []
