"""Where styles come from, and what is said of those that cannot be used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from mkdocs_evidence.csl import (
    Citation,
    Cite,
    Processor,
    Style,
    StyleError,
    find_style,
    load_style,
    locale_for,
    style_names,
)

STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">{}</style>'
LAYOUT = "<citation><layout>{}</layout></citation>"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("<style", "The style is no well-formed XML: unclosed token: line 1, column 0."),
        ("", "The style is no well-formed XML: no element found: line 1, column 0."),
        ("<style/>", "This file is no CSL style."),
        ("<html><body/></html>", "This file is no CSL style."),
        (STYLE.format(""), "The style formats no citations."),
        (
            STYLE.format("<citation/>"),
            "A citation or a bibliography of the style has no layout.",
        ),
        (
            STYLE.format(LAYOUT.format('<text value="x"/>') + "<bibliography/>"),
            "A citation or a bibliography of the style has no layout.",
        ),
        (
            STYLE.format(LAYOUT.format('<text macro="title"/>')),
            "The style calls a macro “title”, which it does not have.",
        ),
        (
            STYLE.format(
                '<citation><sort><key macro="year"/></sort><layout><text value="x"/></layout>'
                "</citation>"
            ),
            "The style calls a macro “year”, which it does not have.",
        ),
        (
            STYLE.format('<macro name="a"><text macro="a"/></macro>' + LAYOUT.format("")),
            "The macro “a” of the style calls itself.",
        ),
        (
            STYLE.format(
                '<macro name="a"><group><text macro="b"/></group></macro>'
                '<macro name="b"><choose><if type="book"><text macro="a"/></if></choose></macro>'
                + LAYOUT.format("")
            ),
            "The macro “a” of the style calls itself.",
        ),
        (
            STYLE.format(LAYOUT.format("<group><number/></group>")),
            "An element “number” of the style lacks 'variable'.",
        ),
        (
            STYLE.format(LAYOUT.format("<label/>")),
            "An element “label” of the style lacks 'variable'.",
        ),
        (
            STYLE.format(LAYOUT.format("<date/>")),
            "An element “date” of the style lacks 'variable'.",
        ),
    ],
)
def test_a_style_that_cannot_be_used_is_told_why(source: str, message: str) -> None:
    with pytest.raises(StyleError) as error:
        Style(source.encode())
    assert str(error.value) == message


@pytest.mark.parametrize(
    "name", ["no-such-style", "", "../apa", "dependent/nature-genetics", "APA"]
)
def test_a_name_that_no_style_has_is_an_error(name: str) -> None:
    with pytest.raises(StyleError, match=re.escape(f"There is no citation style “{name}”.")):
        load_style(name)


def test_a_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StyleError, match=r"^There is no file “styles/own\.csl”\.$"):
        find_style("styles/own.csl", tmp_path)


def test_a_style_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "own.csl").write_text(STYLE.format(LAYOUT.format('<text variable="title"/>')))
    processor = Processor(find_style("own.csl", tmp_path), "en", lambda _: {"title": "Sleep"})
    document = processor.document([Citation((Cite("a"),))])
    assert [part.html for part in document.citations[0]] == ["Sleep"]


def test_a_style_without_a_bibliography_has_no_list() -> None:
    style = Style(STYLE.format(LAYOUT.format('<text variable="title"/>')).encode())
    assert Processor(style, "en", lambda _: {"title": "Sleep"}).references(["a"]) == []


def test_a_name_is_that_of_a_style_with_it() -> None:
    assert find_style("apa", Path("nowhere")) is load_style("apa")


def test_a_dependent_style_is_the_one_it_points_to() -> None:
    assert load_style("nature-genetics").source == load_style("nature").source


def test_all_styles_are_known_by_their_names() -> None:
    names = style_names()
    assert {"apa", "ieee", "nature", "nature-genetics", "chicago-notes-bibliography"} <= names
    assert not [name for name in names if name.endswith(".csl") or "/" in name]


def test_a_style_says_whether_its_citations_are_notes() -> None:
    assert load_style("chicago-notes-bibliography").is_note
    assert not load_style("apa").is_note


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en", "en-US"),
        ("en-GB", "en-GB"),
        ("de", "de-DE"),
        ("de_AT", "de-AT"),
        ("DE-at", "de-AT"),
        ("de-LI", "de-DE"),
        ("pt", "pt-BR"),
        ("pt-PT", "pt-PT"),
        ("nl", "nl-NL"),
        ("fr-CA", "fr-CA"),
        ("xx", "en-US"),
        ("xx-YY", "en-US"),
    ],
)
def test_a_language_has_its_nearest_locale(language: str, locale: str) -> None:
    assert locale_for(language) == locale


def test_a_page_without_a_language_has_that_of_the_style() -> None:
    source = STYLE.replace('version="1.0"', 'version="1.0" default-locale="de-DE"')
    style = Style(source.format(LAYOUT.format('<text term="and"/>')).encode())
    found = [
        Processor(style, language, lambda _: {}).document([Citation((Cite("a"),))])
        for language in ("", "fr")
    ]
    assert [each.citations[0][0].html for each in found] == ["und", "et"]
