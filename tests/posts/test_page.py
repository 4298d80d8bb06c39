"""The page of a post."""

from __future__ import annotations

import re
import string
from typing import Any
from xml.etree import ElementTree

import pytest
from markdown import markdown

from mkdocs_evidence.posts import (
    ArticleCard,
    Place,
    excerpt,
    listing_foot,
    post_page,
    problem_page,
    standing_introduction,
)
from mkdocs_evidence.posts.text import with_blocks_apart
from mkdocs_evidence.sources import Source
from tests.posts.making import post, site

CARD = ArticleCard("Richards, D. (2016). <em>Steps</em>.", "https://doi.org/10.1/a?b&c")
PLACE = Place("https://example.org/small-steps/", {"Health & sleep": "../topic/health/"})
LANDMARK = re.compile(
    r'^(?:# |##[^{]*\{ #(\w+)|<(?:ul|p|div|aside|figure) class="evidence-([\w-]+)")', re.MULTILINE
)


def page(settings: Any = None, **fields: Any) -> str:
    return post_page(post(settings, **fields), PLACE, CARD if fields.get("article", 1) else None)


def html(text: str) -> ElementTree.Element:
    converted = markdown(text, extensions=["attr_list", "md_in_html"])
    return ElementTree.fromstring(f"<body>{converted}</body>")


def landmarks(text: str) -> list[str]:
    found = (match[1] or match[2] or "title" for match in LANDMARK.finditer(text))
    return [name for name in found if name not in ("label", "reference", "access")]


def text_of(element: ElementTree.Element | None) -> str:
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def test_every_post_has_its_parts_in_one_order() -> None:
    assert landmarks(page()) == [
        "title",
        "topics",
        "byline",
        "introduction",
        "article",
        "image",
        "lead",
        "study",
        "implications",
        "limitations",
        "conclusion",
        "references",
        "comment",
        "comments",
        "notice",
        "comments",
    ]


def test_a_draft_has_the_parts_that_are_written() -> None:
    nothing: dict[str, Any] = dict.fromkeys(
        ["article", "image", "lead", "study", "implications", "limitations", "conclusion"]
    )
    assert landmarks(page(site(comments=None, introduction=None), draft="true", **nothing)) == [
        "title",
        "topics",
        "byline",
        "notice",
    ]


@pytest.mark.parametrize(
    "title",
    [
        string.punctuation,
        "*Stars* and __lines__ and ~~waves~~",
        "<script>alert(1)</script> & &amp; &#42;",
        "[A link](https://example.org) and ![one](a.svg)",
        "A { #name .class } at the end { #name }",
        "1. First",
        "# Number #",
        "p < .05 [@richards2016] @coan2017 https://example.org",
        "C:\\data \\* `code` :heart: $x^2$ H~2~O ==marked== |table|",
    ],
)
def test_a_title_is_shown_as_it_is_written(title: str) -> None:
    for text in (page(title=title), excerpt(post(title=title))):
        heading = html(text).find("h1")
        assert heading is not None
        assert text_of(heading) == title
        assert list(heading) == []
        assert heading.get("id", "post-small-steps") == "post-small-steps"
        assert heading.get("class") is None


@pytest.mark.parametrize("alt", ['A "red" chair', "A [big] chair](x)", "It's 2 < 3 & *so*"])
def test_the_text_of_an_image_is_shown_as_it_is_written(alt: str) -> None:
    image = html(page(image={"file": "a chair (1).svg", "alt": alt})).find(".//figure//img")
    assert image is not None
    assert image.attrib == {"alt": alt, "src": "a%20chair%20%281%29.svg"}


def test_who_made_the_image_and_under_which_licence() -> None:
    image = {
        "file": "chair.svg",
        "alt": "A chair.",
        "credit": "Ana",
        "credit_url": "https://example.org/a_b(c)?d=[e]&f",
        "licence": "CC0 *",
    }
    caption = html(page(image=image)).find(".//figcaption")
    assert text_of(caption) == "Ana · CC0 *"
    assert caption is not None
    (link,) = caption.iter("a")
    assert link.get("href") == "https://example.org/a_b(c)?d=[e]&f"


@pytest.mark.parametrize(
    ("uri", "href"),
    [
        ("summaries/a.yaml", "../about.md"),
        ("a.yaml", "about.md"),
        ("s/2026/a.md", "../../about.md"),
    ],
)
def test_the_author_has_a_page_of_the_site(uri: str, href: str) -> None:
    byline = html(page(uri=uri)).find("p[@class='evidence-byline']")
    assert byline is not None
    (link,) = byline.iter("a")
    assert (text_of(link), link.get("href")) == ("Ana Exemplo", href)


def test_the_byline_in_full() -> None:
    fields: dict[str, Any] = {
        "authors": ["ana", "rui"],
        "updated": "2026-03-01",
        "language": "en-GB",
    }
    byline = html(page(**fields)).find("p[@class='evidence-byline']")
    assert text_of(byline) == (
        "By Ana Exemplo and Rui & Co · 10 February 2026 · updated 1 March 2026 · English · "
        "1 minute to read"
    )


def test_a_post_without_an_author_begins_with_its_date() -> None:
    byline = html(page(site(author=None))).find("p[@class='evidence-byline']")
    assert text_of(byline).startswith("February 10, 2026")


def test_the_article_is_shown_with_its_link_and_licence() -> None:
    article = html(page(funding="A <fund> & *co*")).find("aside[@class='evidence-article']")
    assert article is not None
    assert [text_of(part) for part in article] == [
        "The article",
        "Richards, D. (2016). Steps.",
        "Read the article Licence of the article: CC BY 4.0",
        "Funding: A <fund> & *co*",
    ]
    (link,) = article.iter("a")
    assert link.get("href") == CARD.link


def test_topics_lead_to_their_pages() -> None:
    (link,) = html(page()).iterfind("ul[@class='evidence-topics']/li/a")
    assert (text_of(link), link.get("href")) == ("Health & sleep", "../topic/health/")


@pytest.mark.parametrize(
    ("settings", "fields"), [({"comments": None}, {}), ({}, {"comments": "false"})]
)
def test_where_nobody_is_invited_there_is_no_place_for_comments(
    settings: dict[str, None], fields: dict[str, str]
) -> None:
    text = page(site(**settings), **fields)
    assert "#comment" not in text
    assert "comment" not in landmarks(text)
    introduction = html(text).find("div[@class='evidence-introduction']")
    assert text_of(introduction) == "Welcome; please comment."


def test_the_introduction_leads_to_the_comments() -> None:
    (link,) = html(page()).iterfind("div[@class='evidence-introduction']//a")
    assert link.get("href") == "#comment"
    assert html(page()).find("h2[@id='comment']") is not None


@pytest.mark.parametrize(
    ("language", "introduction", "notice"),
    [
        ("en", "Welcome; please comment.", "No substitute for therapy."),
        ("pt-BR", "Seja bem-vinda.", "Não substitui a terapia."),
    ],
)
def test_the_standing_texts_are_in_the_language_of_the_post(
    language: str, introduction: str, notice: str
) -> None:
    body = html(page(language=language))
    assert text_of(body.find("div[@class='evidence-introduction']")) == introduction
    assert text_of(body.find("aside[@class='evidence-notice']")) == notice


def test_sections_keep_the_authors_markdown_and_headings() -> None:
    study = {"heading": "What *they* did", "text": "- one\n- two\n\n### More\n\n`x`"}
    body = html(page(study=study))
    heading = body.find("h2[@id='study']")
    assert text_of(heading) == "What they did"
    assert [text_of(item) for item in body.iterfind("ul/li")][-2:] == ["one", "two"]


def test_a_heading_that_does_not_name_its_section_comes_with_the_usual_name() -> None:
    headings = {
        "study": {"heading": 'What they {did} & "found"', "text": "They asked."},
        "limitations": {"heading": "Limitations, as I read them", "text": "It was small."},
    }
    named = {h2.get("id"): h2.get("data-name") for h2 in html(page(**headings)).iter("h2")}
    assert named["study"] == "The study"
    assert named["implications"] is named["limitations"] is None
    own = site(sections=[{"id": "method", "heading": 'The "{method}" & more'}])
    method = {"heading": "How it was done", "text": "They asked."}
    parts: dict[str, Any] = dict.fromkeys(["study", "implications", "limitations"])
    (h2,) = html(page(own, method=method, **parts)).findall("h2[@id='method']")
    assert h2.get("data-name") == 'The "{method}" & more'


def test_links_lead_to_the_sections_by_their_usual_names() -> None:
    study = {"heading": "What they did", "text": "They asked."}
    (nav,) = html(page(language="pt", study=study)).iter("nav")
    assert nav.get("aria-label") == "Neste texto"
    assert [(link.get("href"), link.text) for link in nav] == [
        ("#study", "O estudo"),
        ("#implications", "Implicações"),
        ("#limitations", "Limitações"),
    ]
    alone: dict[str, Any] = dict.fromkeys(["implications", "limitations"])
    assert not list(html(page(draft="true", **alone)).iter("nav"))


def test_the_excerpt_is_the_title_and_the_lead_without_footnotes() -> None:
    lead = "Can it help?[^1]\n\n[^1]: A note."
    assert " ".join(excerpt(post(lead=lead)).split()) == (
        "# Small steps { #post-small-steps } Can it help?"
    )
    assert excerpt(post(lead=None)).strip() == "# Small steps { #post-small-steps }"


def test_the_foot_of_the_home_page() -> None:
    text = listing_foot(site(), "The Reading Chair", "https://example.org/")
    assert landmarks(text) == ["comment", "comments", "notice", "comments"]
    assert landmarks(listing_foot(site(comments=None, notice=None), "Title", "")) == []


def test_the_introduction_alone() -> None:
    assert standing_introduction(site(), "en", can_comment=False) == "Welcome; please comment."
    assert standing_introduction(site(introduction=None), "en", can_comment=True) == ""


def test_the_page_of_a_summary_with_problems() -> None:
    source = Source("docs/summaries/a.yaml", "title: <b>\n\tlead: x")
    problems = [
        source.problem(12, "odd-date", "Second & last.", ""),
        source.problem(7, "odd-date", "First <one>.", "Write “x”.", end=10),
    ]
    body = html(problem_page("a_b*.yaml", [*problems, problems[0]], "en"))
    assert text_of(body.find("h1")) == "a_b*.yaml"
    first, second = body.iterfind(".//div[@class='evidence-problem']")
    assert [text_of(part) for part in first.iterfind("p")] == ["First <one>.", "Write “x”."]
    (place,) = first.iter("code")
    assert "".join(place.itertext()).rstrip() == (
        "docs/summaries/a.yaml:1:8\ntitle: <b>\n       ^^^"
    )
    assert text_of(second.find("p")) == "Second & last."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They did:\n- one\n- two", "They did:\n\n- one\n- two"),
        ("They did:\n1. one\n2. two", "They did:\n\n1. one\n2. two"),
        ("See:\n| a | b |\n|---|---|\n| 1 | 2 |", "See:\n\n| a | b |\n|---|---|\n| 1 | 2 |"),
        ("- one\n- two\n  goes on\n- three", "- one\n- two\n  goes on\n- three"),
        ("in\n1990. That year", "in\n1990. That year"),
        ("```\na\n- b\n```", "```\na\n- b\n```"),
    ],
)
def test_lists_and_tables_need_no_empty_line_before_them(text: str, expected: str) -> None:
    assert with_blocks_apart(text) == expected
    assert expected in page(study=text)


def test_footnotes_stand_before_the_references() -> None:
    shown = page(study="One.[^1]\n\n[^1]: Note.", limitations="None.")
    converted = markdown(shown, extensions=["attr_list", "footnotes", "md_in_html"])
    assert converted.index('id="limitations"') < converted.index("Note.")
    assert converted.index("Note.") < converted.index('id="references"')
