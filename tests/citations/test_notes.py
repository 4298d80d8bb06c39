"""Citations that become footnotes."""

import re

import pytest
from lxml import html

from tests.cases.loader import Case, load_cases
from tests.citations.conftest import Convert, MakePage

STYLE = "chicago-notes-bibliography"


@pytest.mark.parametrize("case", load_cases("citations/notes.md"), ids=lambda case: case.title)
def test_case(case: Case, convert: Convert, make_page: MakePage) -> None:
    assert shown(convert(case.given, make_page(STYLE), ["footnotes"])) == case.expected


def shown(text: str) -> str:
    """Return the text and the footnotes of a page, each on a line of its own."""
    page = html.fragment_fromstring(text, create_parent="div")
    for gone in page.xpath("//h2[.='References'] | //ul[@class='references']"):
        gone.drop_tree()
    for gone in page.xpath("//a[@class='footnote-backref']"):
        gone.drop_tree()
    for mark in page.xpath("//a[@class='footnote-ref']"):
        mark.text = f"[{mark.text}]"
    notes = page.xpath("//div[@class='footnote']//li")
    numbered = [f"{number}. {said(note)}" for number, note in enumerate(notes, 1)]
    for gone in page.xpath("//div[@class='footnote']"):
        gone.drop_tree()
    blocks = [said(block) for block in page.xpath("//p | //h2 | //li")]
    return "\n".join([*filter(None, blocks), *numbered])


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_mark_note_and_reference_lead_to_each_other(convert: Convert, make_page: MakePage) -> None:
    page = html.fragment_fromstring(
        convert("So [@rogers1961].", make_page(STYLE)), create_parent="div"
    )
    links = {link.get("href") for link in page.xpath("//a[starts-with(@href, '#')]")}
    assert links == {f"#{name}" for name in page.xpath("//@id")}
    assert len(links) == 4


def test_the_doi_in_a_note_is_a_link_of_its_own(convert: Convert, make_page: MakePage) -> None:
    text = convert("So [@coan2017].", make_page(STYLE))
    doi = '<a href="https://doi.org/10.1093/scan/nsx091">https://doi.org/10.1093/scan/nsx091</a>'
    assert f"ahead of print, 2017, </a>{doi}." in text
    assert text.count('id="cite-coan2017-1"') == 1
    assert text.count("reference-back") == 1


def test_in_french_the_mark_stands_before_the_punctuation(
    convert: Convert, make_page: MakePage
) -> None:
    text = convert("Une main aide [@rogers1961], dit-on.", make_page(STYLE, "fr"))
    assert shown(text).startswith("Une main aide[1], dit-on.")


def test_notes_stand_where_the_page_wants_its_footnotes(
    convert: Convert, make_page: MakePage
) -> None:
    text = "So [@rogers1961].\n\n///Footnotes Go Here///\n\nThe end.\n"
    html = convert(text, make_page(STYLE), ["footnotes"])
    assert re.search("<div class=.footnote.*The end", html, re.DOTALL)


@pytest.mark.parametrize("style", ["apa", STYLE])
def test_the_place_of_footnotes_is_not_shown_without_any(
    style: str, convert: Convert, make_page: MakePage
) -> None:
    text = convert("So.\n\n///Footnotes Go Here///\n", make_page(style), ["footnotes"])
    assert text == "<p>So.</p>"


def test_a_style_without_a_bibliography_has_notes_only(
    convert: Convert, make_page: MakePage
) -> None:
    text = convert("So [@rogers1961].", make_page("bluebook-law-review"))
    assert "<ul" not in text
    assert "On Becoming a Person" in re.sub("<[^>]*>", "", text)
