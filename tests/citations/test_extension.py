"""Citations and reference lists in converted pages."""

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from mkdocs_evidence.bibliography import Library, read_bibliography
from mkdocs_evidence.citations import CitationExtension, PageCitations, with_menus
from mkdocs_evidence.citations.anchors import file_name
from mkdocs_evidence.csl import Processor, Style, load_style
from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.sources import Source
from tests.cases.loader import Case, load_cases
from tests.citations.conftest import Convert, MakePage

PLACE = "<!-- evidence/references -->"
NOTES = "chicago-notes-bibliography"


@pytest.mark.parametrize("case", load_cases("citations/pages.md"), ids=lambda case: case.title)
def test_case(case: Case, convert: Convert, make_page: MakePage) -> None:
    extensions = re.findall(r"\(([\w.]+)\)$", case.title)
    page = make_page(append=False)
    assert convert(case.given, page, extensions) == case.expected


def test_a_list_is_appended_with_a_heading_in_the_contents(
    convert: Convert, make_page: MakePage
) -> None:
    html = convert("[TOC]\n\nSo [@rogers1961].", make_page(language="pt"), ["toc"])
    assert '<a href="#referencias">Referências</a>' in html
    assert html.endswith(
        '<h2 id="referencias">Referências</h2><ul class="references"><li id="ref-rogers1961">'
        '<div class="reference-text">Rogers, C. R. (1961). <i>On becoming a person</i>. Houghton.'
        '</div>\n<a class="reference-back" href="#cite-rogers1961-1" aria-label="Voltar ao texto">'
        "↩</a>\n<!-- evidence/menu rogers1961 --></li></ul>"
    )


def test_each_cite_can_be_gone_back_to(convert: Convert) -> None:
    html = convert("@coan2017, @rogers1961, [@coan2017].")
    assert re.findall(r'id="(cite-[^"]*)"', html) == [
        "cite-coan2017-1",
        "cite-rogers1961-1",
        "cite-coan2017-2",
    ]
    assert 'href="#cite-coan2017-2" aria-label="Back to the text 2">↩<sup>2</sup></a>' in html
    assert 'href="#cite-rogers1961-1" aria-label="Back to the text">↩</a>' in html


def test_the_list_stands_where_the_page_says(convert: Convert) -> None:
    html = convert(f"So [@rogers1961].\n\n## Sources\n{PLACE}\nThe end.")
    assert re.sub("<[^!][^>]*>", "", html).split("\n")[1:] == [
        "Sources",
        "Rogers, C. R. (1961). On becoming a person. Houghton.",
        "↩",
        "<!-- evidence/menu rogers1961 -->The end.",
    ]
    assert "<h2>References" not in html


def test_a_second_place_stays_empty(convert: Convert) -> None:
    html = convert(f"@rogers1961\n\n{PLACE}\n\n{PLACE}\n")
    assert html.count("<ul") == 1
    assert "evidence/references" not in html


def test_no_cites_need_no_list(convert: Convert) -> None:
    assert convert("Nothing.") == "<p>Nothing.</p>"
    assert convert(f"Nothing.\n\n{PLACE}") == "<p>Nothing.</p>"


def test_the_discussed_article_is_always_listed(convert: Convert, make_page: MakePage) -> None:
    page = make_page(always=["coan2017", "nobody"])
    html = convert(f"So [@rogers1961].\n\n{PLACE}", page)
    assert re.findall(r'<li id="([^"]*)"', html) == ["ref-coan2017", "ref-rogers1961"]
    assert html.count("reference-back") == 1


def test_what_was_cited_is_told(convert: Convert, make_page: MakePage) -> None:
    page = make_page()
    convert("@rogers1961, [@coan2017; @nobody], @rogers1961, @smith1999, @maria", page)
    assert list(page.cited) == ["rogers1961", "coan2017"]
    assert list(page.unknown) == ["nobody", "smith1999"]


def test_each_page_has_its_language(convert: Convert, make_page: MakePage) -> None:
    assert "Day e Fox (2001)" in convert("@day:a/b", make_page(language="pt"))
    assert "Day and Fox (2001)" in convert("@day:a/b")


def test_a_page_keeps_its_own_record_while_the_next_one_is_set_up(
    library: Library, make_page: MakePage
) -> None:
    first, second = make_page(), make_page()
    extension = CitationExtension(library, first)
    converter = Markdown(extensions=[extension])
    extension.page = second
    converter.convert("@rogers1961")
    assert (list(first.cited), list(second.cited)) == (["rogers1961"], [])


def test_a_citation_in_a_heading(convert: Convert, make_page: MakePage) -> None:
    html = convert("## Of @rogers1961 {#of}\n", make_page(append=False), ["toc", "attr_list"])
    assert html.startswith('<h2 id="of">Of <span class="citation"><a class="cite" href="#ref-rog')


def test_raised_numbers_are_no_part_of_what_a_heading_is_called(
    convert: Convert, make_page: MakePage
) -> None:
    text = "[TOC]\n\n## Hands [@coan2017] help [@rogers1961; @day:a/b]\n\n## Not @ek2001a\n"
    html = convert(text, make_page("nature", append=False), ["toc"])
    assert '<li><a href="#hands-help">Hands help</a></li>' in html
    assert re.search('<h2 id="hands-help">Hands<span class="citation"><a [^>]*><sup [^>]*>1<', html)
    ids = re.findall(r'\bid="([^"]*)"', html)
    assert len(ids) == len(set(ids))


def test_references_have_a_menu_in_the_end(convert: Convert) -> None:
    html = with_menus(convert("@day:a/b"), catalogue("pt"), "../../")
    assert "<summary>Copiar referência</summary>" in html
    assert 'href="../../assets/evidence/works/day.3A.a.2F.b.bib"' in html
    assert "evidence/menu" not in html


class TestExcerpt:
    """What is converted after the page itself."""

    PAGE = "Both [@ek2001b; @ek2001a], then [@ek2001b].\n\nMore: @ek2001b.\n"

    def test_citations_read_as_on_the_page(self, convert: Convert, make_page: MakePage) -> None:
        page = make_page()
        convert(self.PAGE, page)
        page.is_converted = True
        html = convert("Both [@ek2001b; @ek2001a].", page)
        assert re.sub("<[^>]*>", "", html) == "Both (Ek, 2001b, 2001a)."
        assert 'href="#ref-ek2001b"' in html
        assert "(Ek, 2001)" in re.sub("<[^>]*>", "", convert("Then [@ek2001b].", make_page()))

    def test_excerpts_may_be_taken_from_a_part_of_the_page(
        self, convert: Convert, make_page: MakePage
    ) -> None:
        page = make_page("ieee", excerpt_class="lead")
        text = 'One [@coan2017].\n\n<div class="lead" markdown="1">\n\nTwo [@rogers1961].\n\n</div>'
        convert(f"{text}\n\nThree [@coan2017].", page, ["md_in_html"])
        page.is_converted = True
        assert "[2]" in convert("Two [@rogers1961].", page)

    def test_excerpts_may_lack_the_footnotes(self, convert: Convert, make_page: MakePage) -> None:
        page = make_page("ieee")
        text = "One [@coan2017][^1] two [@rogers1961].\n\n[^1]: Note [@ek2001a].\n"
        convert(text, page, ["footnotes"])
        page.is_converted = True
        html = convert("One [@coan2017] two [@rogers1961].", page)
        assert re.sub("<[^>]*>", "", html) == "One [1] two [3]."
        again = convert(text, page, ["footnotes"])
        assert re.findall(r"\[\d\]", again) == ["[1]", "[3]", "[2]"]

    def test_a_note_is_that_of_the_lead(self, convert: Convert, make_page: MakePage) -> None:
        page = make_page(NOTES, excerpt_class="lead")
        lead = "Lead [@rogers1961]."
        text = f'{lead}\n\n<div class="lead" markdown="1">\n\n{lead}\n\n</div>'
        convert(text, page, ["md_in_html"])
        page.is_converted = True
        assert 'href="#fn:citation-2">2</a>' in convert("Lead [@rogers1961].", page)

    def test_there_are_no_ids_and_no_list(self, convert: Convert, make_page: MakePage) -> None:
        page = make_page()
        convert("So [@rogers1961].", page)
        page.is_converted = True
        html = convert(f"So [@rogers1961].\n\n{PLACE}\n", page)
        assert " id=" not in html
        assert "<ul" not in html
        assert convert("So [@rogers1961].", page) == html.rstrip()

    def test_what_the_page_does_not_have_reads_by_itself(
        self, convert: Convert, make_page: MakePage
    ) -> None:
        page = make_page()
        convert("Nothing.", page)
        page.is_converted = True
        assert "Ek, 2001</a>" in convert("So [@ek2001b].", page)
        assert page.cited == {}

    def test_a_note_leads_to_that_of_the_page(self, convert: Convert, make_page: MakePage) -> None:
        page = make_page(NOTES)
        convert("First [@coan2017]. So [@rogers1961].", page)
        page.is_converted = True
        html = convert("First [@coan2017].", page)
        mark = '<a class="footnote-ref" href="#fn:citation-1">1</a>'
        assert html == f'<p>First.<sup class="citation-note">{mark}</sup></p>'

    def test_the_footnotes_of_the_author_have_their_numbers_too(
        self, convert: Convert, make_page: MakePage
    ) -> None:
        page = make_page(NOTES)
        text = "One [@coan2017] two[^x].\n\n[^x]: A note.\n"
        convert(text, page, ["footnotes"])
        page.is_converted = True
        excerpt = re.sub("<div.*", "", convert(text, page, ["footnotes"]), flags=re.DOTALL)
        assert re.findall(r">(\d)</a>", excerpt) == ["1", "2"]

    def test_headings_hold_no_links(self, convert: Convert, make_page: MakePage) -> None:
        page = make_page()
        text = "# Of @coan2017\n"
        convert(text, page)
        page.is_converted = True
        html = convert(text, page)
        assert '<span class="cite">Coan et al. (2017)</span>' in html
        assert "<a" not in html

    def test_a_text_that_is_converted_before_the_page_takes_nothing_from_it(
        self, convert: Convert, make_page: MakePage
    ) -> None:
        page = make_page()
        convert("A box.", page)
        assert '<ul class="references">' in convert("So [@rogers1961].", page)


def test_footnotes_of_footnotes_may_go_as_deep_as_they_like(
    convert: Convert, make_page: MakePage
) -> None:
    notes = "\n".join(f"[^{n}]: See [^{n + 1}]." for n in range(1500))
    text = f"So [@rogers1961][^0].\n\n{notes}\n[^1500]: The end [@coan2017].\n"
    html = convert(text, make_page("ieee"), ["footnotes"])
    assert re.findall(r">(\[\d\])<", html)[:2] == ["[1]", "[2]"]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("coan2017", "coan2017"),
        ("day:a/b", "day.3A.a.2F.b"),
        ("con", "co.6E."),
        ("Nul.x", "Nu.6C..2E.x"),
        ("x" * 100, "x" * 100),
    ],
)
def test_the_file_of_a_work_has_a_name_for_any_system(key: str, expected: str) -> None:
    assert file_name(key) == expected


def test_long_keys_have_short_names_of_their_own() -> None:
    names = {file_name("学" * 60), file_name("学" * 61), file_name("x" * 300)}
    assert len(names) == 3
    assert max(map(len, names)) < 130


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


@pytest.mark.parametrize("style", ["apa", NOTES, "nature"])
def test_an_entry_never_becomes_markup_or_markdown(style: str) -> None:
    html = Markdown(extensions=[*EXTENSIONS, hostile(style)]).convert("@evil2020 and [@evil2020]")
    tags = re.findall("<[^>]*>", html)
    assert not [tag for tag in tags if re.search(r"script|img|onclick|onerror|onmouse", tag)]
    assert "**b**" in html


@pytest.mark.parametrize("style", ["apa", NOTES, "nature"])
@given(text=st.text(alphabet=st.sampled_from('@[]-;,. \n*`\\<>!()evil2020^{}:#|&"')))
def test_any_page_is_converted_without_an_error(style: str, text: str) -> None:
    Markdown(extensions=[*EXTENSIONS, hostile(style)]).convert(f"{text} @evil2020[^1]\n\n[^1]: x")


def hostile(style: str) -> CitationExtension:
    library, processor = _hostile(style)
    return CitationExtension(library, PageCitations(processor, catalogue("en")))


@cache
def _hostile(style: str) -> tuple[Library, Processor]:
    library = Library(read_bibliography(Source("a.bib", HOSTILE))[0])
    return library, Processor(load_style(style), "en", library.csl)


def test_an_unknown_key_shows_in_a_style_of_numbers(convert: Convert, make_page: MakePage) -> None:
    html = convert("So [@rogers1961; @nobody2000].", make_page("ieee"))
    assert '[1]</a>; <span class="citation--unknown">@nobody2000?</span>' in html


def test_numbers_follow_the_page(convert: Convert, make_page: MakePage) -> None:
    html = convert("[@rogers1961], [@coan2017], [@rogers1961].", make_page("ieee"))
    assert re.findall(r">(\[\d\])</a>", html) == ["[1]", "[2]", "[1]"]
    assert re.findall(r'<li id="([^"]*)"', html) == ["ref-rogers1961", "ref-coan2017"]


def test_numbers_follow_the_text_into_its_footnotes(convert: Convert, make_page: MakePage) -> None:
    text = "One[^1] and [@coan2017].\n\n[^1]: Two [@rogers1961].\n"
    html = convert(text, make_page("ieee"), ["footnotes"])
    assert re.findall(r'<li id="(ref-[^"]*)"', html) == ["ref-rogers1961", "ref-coan2017"]


@pytest.mark.parametrize("style", ["nature", NOTES])
def test_the_text_around_a_citation_is_read_on(
    style: str, convert: Convert, make_page: MakePage
) -> None:
    text = '"So" -- HTML [@rogers1961], "and" HTML.\n\n*[HTML]: A language\n'
    html = convert(text, make_page(style), ["smarty", "abbr"])
    assert html.count("<abbr") == 2
    assert "&ldquo;and&rdquo;" in html
    assert "&ndash;" in html


def test_the_list_may_stand_in_a_box_or_list(convert: Convert, make_page: MakePage) -> None:
    for text in (
        f"!!! note\n    {PLACE}\n",
        f"- a\n\n    {PLACE}\n",
        "- a\n\n    \\bibliography\n",
    ):
        html = convert(f"So [@rogers1961].\n\n{text}", make_page(), ["admonition"])
        assert re.search('<(div|li)[^>]*>.*<ul class="references">', html, re.DOTALL)
        assert "<h2" not in html


def test_every_entry_may_be_listed_in_a_box(convert: Convert) -> None:
    html = convert("> \\full_bibliography\n")
    assert "<!-- evidence/bibliography {scope: library} -->" in html
    assert "<p><!--" not in html


def test_citations_win_over_names_of_users(convert: Convert) -> None:
    options = {"pymdownx.magiclink": {"social_url_shorthand": True, "provider": "github"}}
    text = "So [@rogers1961], and @rogers1961 and @somebody."
    html = convert(text, None, list(options), options)
    assert html.count('class="cite"') == 2
    assert 'href="https://twitter.com' not in html


def test_superior_numbers_stand_close_to_the_text(convert: Convert, make_page: MakePage) -> None:
    html = convert("So it is [@rogers1961].", make_page("nature", append=False))
    assert html.startswith('<p>So it is<span class="citation"><a class="cite"')


def test_a_style_without_a_list_leaves_no_heading(library: Library, convert: Convert) -> None:
    source = (
        '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">'
        '<citation><layout><text variable="title"/></layout></citation></style>'
    )
    processor = Processor(Style(source.encode()), "en", library.csl)
    html = convert("So [@rogers1961].", PageCitations(processor, catalogue("en")))
    assert "<h2" not in html
    assert " id=" not in html
    assert '<span class="cite">On becoming a person</span>' in html
