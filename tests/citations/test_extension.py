"""Citations and reference lists in converted pages."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_evidence.bibliography import Library, read_bibliography
from mkdocs_evidence.citations import CitationExtension, PageCitations
from mkdocs_evidence.csl import Processor, Style, load_style
from mkdocs_evidence.sources import Source
from tests.cases.loader import Case, load_cases

Convert = Callable[..., str]
PLACE = "<!-- evidence/references -->"


@pytest.mark.parametrize("case", load_cases("citations/pages.md"), ids=lambda case: case.title)
def test_case(case: Case, convert: Convert) -> None:
    extensions = re.findall(r"\(([\w.]+)\)$", case.title)
    page = PageCitations(append=False)
    assert convert(case.given, page, extensions) == case.expected


def test_a_list_is_appended_with_a_heading_in_the_contents(convert: Convert) -> None:
    page = PageCitations(heading="Literature", back_label="Back")
    html = convert("[TOC]\n\nSo [@rogers1961].", page, ["toc"])
    assert '<a href="#literature">Literature</a>' in html
    assert html.endswith(
        '<h2 id="literature">Literature</h2><ul class="references"><li id="ref-rogers1961">'
        "Rogers, C. R. (1961). <i>On becoming a person</i>. Houghton. "
        '<a aria-label="Back" class="reference-back" href="#cite-rogers1961-1">↩</a></li></ul>'
    )


def test_each_cite_can_be_gone_back_to(convert: Convert) -> None:
    html = convert("@coan2017, @rogers1961, [@coan2017].")
    assert re.findall(r'id="(cite-[^"]*)"', html) == [
        "cite-coan2017-1",
        "cite-rogers1961-1",
        "cite-coan2017-2",
    ]
    assert 'aria-label="Back to the text 2" class="reference-back" href="#cite-coan2017-2"' in html
    assert 'aria-label="Back to the text" class="reference-back" href="#cite-rogers' in html


def test_the_list_stands_where_the_page_says(convert: Convert) -> None:
    html = convert(f"So [@rogers1961].\n\n## Sources\n{PLACE}\nThe end.")
    assert re.sub("<[^>]*>", "", html).split("\n")[1:] == [
        "Sources",
        "Rogers, C. R. (1961). On becoming a person. Houghton. ↩The end.",
    ]
    assert "<h2>References" not in html


def test_a_second_place_stays_empty(convert: Convert) -> None:
    html = convert(f"@rogers1961\n\n{PLACE}\n\n{PLACE}\n")
    assert html.count("<ul") == 1
    assert "evidence" not in html


def test_no_cites_need_no_list(convert: Convert) -> None:
    assert convert("Nothing.") == "<p>Nothing.</p>"
    assert convert(f"Nothing.\n\n{PLACE}") == "<p>Nothing.</p>"


def test_the_discussed_article_is_always_listed(convert: Convert) -> None:
    page = PageCitations(always=["coan2017", "nobody"])
    html = convert(f"So [@rogers1961].\n\n{PLACE}", page)
    assert re.findall(r'<li id="([^"]*)"', html) == ["ref-coan2017", "ref-rogers1961"]
    assert html.count("reference-back") == 1


def test_what_was_cited_is_told(convert: Convert) -> None:
    page = PageCitations()
    convert("@rogers1961, [@coan2017; @nobody], @rogers1961, @smith1999, @maria", page)
    assert list(page.cited) == ["rogers1961", "coan2017"]
    assert list(page.unknown) == ["nobody", "smith1999"]


def test_each_page_has_its_language(convert: Convert) -> None:
    assert "Day e Fox (2001)" in convert("@day:a/b", PageCitations(language="pt"))
    assert "Day and Fox (2001)" in convert("@day:a/b")


def test_a_converter_can_be_used_again(extension: CitationExtension) -> None:
    extension.page = PageCitations()
    converter = Markdown(extensions=[extension])
    text = f"So [@rogers1961] and @coan2017.\n\n{PLACE}"
    first = converter.convert(text)
    assert "Rogers, 1961" in first
    assert [converter.convert(text) for _ in range(3)] == [first] * 3


def test_a_page_keeps_its_own_record_while_the_next_one_is_set_up(
    extension: CitationExtension,
) -> None:
    first, second = PageCitations(), PageCitations()
    extension.page = first
    converter = Markdown(extensions=[extension])
    extension.page = second
    converter.convert("@rogers1961")
    assert (list(first.cited), list(second.cited)) == (["rogers1961"], [])


def test_an_excerpt_without_a_list_has_no_ids(convert: Convert) -> None:
    assert " id=" not in convert("So [@rogers1961].", PageCitations(append=False))


def test_a_citation_in_a_heading(convert: Convert) -> None:
    html = convert("## Of @rogers1961 {#of}\n", PageCitations(append=False), ["toc", "attr_list"])
    assert html.startswith('<h2 id="of">Of <span class="citation"><a class="cite" href="#ref-rog')


HOSTILE = r"""
@book{evil2020,
  author = {{<script>alert(1)</script>}},
  title = {\textit{a}\{: onclick="alert(1)"\} <img src=x onerror=alert(1)> **b** ``[x](y)''},
  publisher = {P {: onclick=alert(1) }},
  url = {https://a.example/"onmouseover="alert(1)},
  year = {2020}
}
"""
EXTENSIONS = ["attr_list", "smarty", "toc", "abbr", "footnotes"]


def test_an_entry_never_becomes_markup_or_markdown() -> None:
    library = Library(read_bibliography(Source("a.bib", HOSTILE))[0])
    extension = CitationExtension(
        library, cache(lambda lang: Processor(load_style("apa"), lang, library.csl))
    )
    html = Markdown(extensions=[*EXTENSIONS, extension]).convert("@evil2020 and [@evil2020]")
    tags = re.findall("<[^>]*>", html)
    assert not [tag for tag in tags if re.search(r"script|img|onclick|onerror|onmouse", tag)]
    assert "**b**" in html


@given(st.text(alphabet=st.sampled_from('@[]-;,. \n*`\\<>!()coan2017rogers{}:#|&"')))
def test_any_page_is_converted_without_an_error(text: str) -> None:
    library = Library(read_bibliography(Source("a.bib", HOSTILE.replace("evil", "coan")))[0])
    extension = CitationExtension(library, _processor)
    Markdown(extensions=[*EXTENSIONS, extension]).convert(f"{text} @coan2020")


@cache
def _processor(language: str) -> Processor:
    library = Library(read_bibliography(Source("a.bib", HOSTILE.replace("evil", "coan")))[0])
    return Processor(load_style("apa"), language, library.csl)


@pytest.fixture
def numbered(library: Library) -> CitationExtension:
    return CitationExtension(library, lambda lang: Processor(load_style("ieee"), lang, library.csl))


def test_an_unknown_key_shows_in_a_style_of_numbers(numbered: CitationExtension) -> None:
    html = Markdown(extensions=[numbered]).convert("So [@rogers1961; @nobody2000].")
    assert '[1]</a>; <span class="citation--unknown">@nobody2000?</span>' in html


def test_numbers_follow_the_page(numbered: CitationExtension) -> None:
    html = Markdown(extensions=[numbered]).convert("[@rogers1961], [@coan2017], [@rogers1961].")
    assert re.findall(r">(\[\d\])</a>", html) == ["[1]", "[2]", "[1]"]
    assert re.findall(r'<li id="([^"]*)"', html) == ["ref-rogers1961", "ref-coan2017"]


def test_a_style_without_a_list_leaves_no_heading(library: Library) -> None:
    source = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        '<citation><layout><text variable="title"/></layout></citation></style>'
    )
    processor = Processor(Style(source.encode()), "en", library.csl)
    html = Markdown(extensions=[CitationExtension(library, lambda _: processor)]).convert(
        "So [@rogers1961]."
    )
    assert "<h2" not in html
    assert " id=" not in html
