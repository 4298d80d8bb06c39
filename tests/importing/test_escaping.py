from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations.finding import cited_keys
from mkdocs_evidence.importing.reading.html_blocks import blocks_of
from mkdocs_evidence.importing.reading.plain_blocks import blocks_of_text
from mkdocs_evidence.importing.words import lost_words

PIECES = [
    *"*_`#>-+=~|:.()[]{}<>!@^&\\;'\"/ \n",
    "a",
    "b",
    "1",
    "é",
    "&amp;",
    "{: .x}",
    "---",
    "://",
]
SIGNS = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
EXTENSIONS = ("attr_list", "fenced_code", "footnotes", "md_in_html", "tables", "toc", "admonition")


def shown(markdown: str) -> BeautifulSoup:
    """Return what the pages of a site show of Markdown."""
    converter = Markdown(extensions=[*EXTENSIONS])
    converter.ESCAPED_CHARS = [*converter.ESCAPED_CHARS, "@"]  # as our citations do
    return BeautifulSoup(converter.convert(markdown), "lxml")


def bare(text: str) -> str:
    return re.sub(r"\s+", "", text)


@given(SIGNS)
@example("1. a")
@example("# a #")
@example("a\n===")
@example("| a | b |\n|---|---|")
@example("[TOC]")
@example("!!! note")
@example("[^1]: a")
@example("*[a]: b")
@example("&lt;b&gt;")
@example("&#1 &#x41 &copy")
@example("```\na\n```")
@example("    a")
@example("x\n: a")
def test_text_of_a_page_is_shown_as_it_is(text: str) -> None:
    page = BeautifulSoup("<p></p>", "lxml")
    assert page.p
    page.p.string = text
    before = page.p.get_text()
    markdown = "\n\n".join(block.markdown for block in blocks_of(str(page.p)))
    after = shown(markdown)
    assert bare(after.get_text()) == bare(before)
    assert {tag.name for tag in after.find_all(True)} <= {"html", "body", "p"}


@given(SIGNS)
@example("\\@a")
@example("|\n|")
@example("a|b\n:-|-")
def test_no_sign_of_plain_text_becomes_markup(text: str) -> None:
    markdown = "\n\n".join(block.markdown for block in blocks_of_text(f"Title\n\n{text}"))
    after = shown(markdown)
    tags = {tag.name for tag in after.find_all(True)}
    assert not tags & {"em", "strong", "code", "img", "table", "pre", "sup", "script"}
    assert lost_words(text, f"---\n---\n{markdown}") == []


@pytest.mark.parametrize(
    "text", ["[@smith2019]", "@smith2019 said", "(@smith2019)", "-@smith2019", "\\@smith2019"]
)
def test_what_looks_like_a_citation_is_none(text: str) -> None:
    (block,) = blocks_of(f"<p>{text}</p>")
    library, _ = Library.load([], root=Path())
    keys, html = cited_keys(block.markdown, library)
    assert keys == []
    assert text in BeautifulSoup(html, "lxml").get_text()


@pytest.mark.parametrize(
    "text",
    ["The mean was 5.3 (SD = 1.2), p < .05 [12].", "R&D, a - b, snake_case, C#, it’s 3 > 2!"],
)
def test_usual_text_needs_no_backslash(text: str) -> None:
    (block,) = blocks_of(f"<p>{text}</p>")
    assert block.markdown == text


EMPHASIS = st.recursive(
    st.sampled_from(["a", " b ", "c.", "&nbsp;d", "1"]),
    lambda inner: st.builds(
        lambda name, parts: f"<{name}>{''.join(parts)}</{name}>",
        st.sampled_from(["em", "strong", "b", "i", "sup", "span"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=8,
)


@given(st.lists(EMPHASIS, min_size=1, max_size=4).map("".join))
def test_emphasis_is_shown_where_it_was(html: str) -> None:
    before = BeautifulSoup(f"<p>x {html} y</p>", "lxml")
    (block,) = blocks_of(f"<p>x {html} y</p>")
    after = shown(block.markdown)
    assert emphasised(after) == emphasised(before)


def emphasised(page: BeautifulSoup) -> list[tuple[str, frozenset[str]]]:
    """Return each sign of a page with the emphasis it has."""
    same = {"b": "strong", "i": "em"}
    return [
        (sign, frozenset(same.get(each.name, each.name) for each in text.parents) & _SEEN)
        for text in page.find_all(string=True)
        for sign in text
        if not sign.isspace()
    ]


_SEEN = {"strong", "em", "sup"}
