"""A work that is written as an entry is the same work when it is read again."""

from __future__ import annotations

import re
import unicodedata
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.authoring.bib.style import Alignment, BibStyle
from mkdocs_evidence.authoring.bib.writing import written_entry
from mkdocs_evidence.bibliography import csl_json, read_bibliography
from mkdocs_evidence.bibliography.mapping import CslItem
from mkdocs_evidence.sources import Source

STYLES = [
    BibStyle(),
    BibStyle(dialect="biblatex", quotes=True, last_comma=False),
    BibStyle(bare_numbers=True, month="name", field_case="upper", closing="", last_comma=False),
    BibStyle(in_ascii=True, indent="\t", alignment=Alignment("nothing", 0, "", "")),
    BibStyle(in_ascii=True, quotes=True, alignment=Alignment("values", 0, " ", " ")),
]
UNSEEN = ("Cc", "Cs", "Cn")
SIGNS = "aBz é ß Ω {}{}\\%@#$&_^~`'\"<>-–—\n\r\t\x00\x1f\u2028,=()[]:;.?!/*+|12"
HOSTILE = st.one_of(
    st.text(SIGNS, max_size=40),
    st.text(max_size=20),
    st.lists(
        st.sampled_from(
            ["<i>", "</i>", "<sub>", "</sub>", '<span class="nocase">', "</span>", "}", "{", "\\",
             "@article{x,", "% no comment", " and ", "title = {", "word", "CBT", " ", "--", "``"]
        ),
        max_size=8,
    ).map("".join),
)  # fmt: skip
NAME = st.text("ABCDÉÖŁabcdéöł", min_size=2, max_size=8).map(str.capitalize)
PERSON = st.one_of(
    st.fixed_dictionaries(
        {"family": NAME, "given": NAME},
        optional={"non-dropping-particle": st.sampled_from(["van der", "de"])},
    ),
    st.fixed_dictionaries({"family": NAME, "given": NAME, "suffix": st.just("Jr.")}),
    st.fixed_dictionaries({"literal": HOSTILE.filter(lambda text: bool(shown(text)))}),
)
DATE = st.one_of(
    st.tuples(st.integers(1500, 2100)),
    st.tuples(st.integers(1500, 2100), st.integers(1, 12)),
    st.tuples(st.integers(1500, 2100), st.integers(1, 12), st.integers(1, 28)),
).map(lambda parts: {"date-parts": [list(parts)]})
ITEM = st.fixed_dictionaries(
    {"title": HOSTILE, "type": st.sampled_from(["article-journal", "book", "chapter", "report"])},
    optional={
        "author": st.lists(PERSON, min_size=1, max_size=3),
        "issued": DATE,
        "container-title": HOSTILE,
        "publisher": HOSTILE,
        "publisher-place": HOSTILE,
        "volume": HOSTILE,
        "PMID": st.integers(1, 99999999).map(str),
        "DOI": st.text("abcX12/().-_%<>#&~", min_size=1, max_size=20).map("10.5555/a{}z".format),
        "URL": st.text('abcX12/().-_%<>#&~{}\\"', max_size=20).map(
            "https://example.org/{}z".format
        ),
    },
)


def shown(text: str) -> str:
    """Return a text without what is not seen, and with one kind of marks and capitals."""
    text = "".join(c for c in " ".join(text.split()) if unicodedata.category(c) not in UNSEEN)
    text = re.sub("[\"'‘’“”]", "'", unicodedata.normalize("NFC", text)).casefold()
    text = re.sub("<span class='nocase'>|</span>", "", text)
    while (fewer := re.sub(r"<(i|sub)></\1>", "", text)) != text:
        text = fewer
    return unicodedata.normalize("NFC", " ".join(text.split()))


def read(text: str) -> CslItem:
    entries, problems = read_bibliography(Source("a.bib", text))
    assert [str(p) for p in problems if p.rule in ("broken-entry", "unknown-abbreviation")] == []
    assert [entry.key for entry in entries] == ["key2017"]
    return csl_json(entries[0])


def compared(item: CslItem) -> dict[str, Any]:
    """Return what must be the same of an item before and after."""
    result: dict[str, Any] = {}
    for name, value in item.items():
        if name == "author":
            result[name] = [{part: shown(text) for part, text in one.items()} for one in value]
        elif name == "URL":
            result[name] = unquote(value)
        elif isinstance(value, str):
            result[name] = shown(value)
        else:
            result[name] = value
    return {name: value for name, value in result.items() if value}


@pytest.mark.parametrize("style", STYLES)
@given(item=ITEM)
def test_an_entry_says_what_the_item_said(style: BibStyle, item: CslItem) -> None:
    found = compared(read(written_entry(item, "key2017", style)))
    wanted = compared(item)
    assert {name: found.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("DREAMS OF <i>SLEEP</i>", r"DREAMS OF \emph{SLEEP}"),
        ("DREAMS OF SLEEP: Twelve weeks", "DREAMS OF SLEEP: Twelve weeks"),
        ("CBT: Twelve weeks", "{CBT}: Twelve weeks"),
    ],
)
def test_a_title_in_capitals_gets_no_braces(title: str, written: str) -> None:
    entry = written_entry({"type": "book", "title": title}, "a", BibStyle())
    assert f"title     = {{{written}}}" in entry
