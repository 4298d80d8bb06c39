"""What a page says in the vocabulary of schema.org, read back by a program of others."""

from __future__ import annotations

import json
from typing import Any

import pytest
from extruct import extract
from lxml import html

from mkdocs_evidence.bibliography.fields import ENTRY_SUBTYPES, TYPES
from mkdocs_evidence.metadata import PostRecord, Work, Writer, head
from mkdocs_evidence.notices import NoticeKind
from mkdocs_evidence.settings import Author

from .records import ARTICLE, CARD, PAGE, PICTURE, page_of, post
from .schema import faults


def read(text: str) -> list[dict[str, Any]]:
    """Return all that is said in JSON-LD in a head or a page."""
    found: list[dict[str, Any]] = extract(text, syntaxes=["json-ld"])["json-ld"]
    return found


def said_of(record: PostRecord) -> dict[str, Any]:
    (node,) = read(head(record))
    assert faults(node) == []
    return node


WHOLE = post(
    {"card": CARD},
    article=ARTICLE,
    cited=[ARTICLE],
    topics=["Health"],
    tags=["touch", "stress"],
    picture=PICTURE,
    writers=[
        Writer(Author(name="Ana Exemplo"), "https://example.org/about/"),
        Writer(Author(name="Praxis am See", family="Praxis am See")),
    ],
    comments="https://forum.example.org/hands",
)


def test_a_post() -> None:
    node = said_of(WHOLE)
    work = {
        "@type": "ScholarlyArticle",
        "name": "Relationship status and perceived support",
        "author": [
            {"@type": "Person", "name": "James A. Coan"},
            {"@type": "Organization", "name": "Hand Group"},
        ],
        "datePublished": "2017-10",
        "isPartOf": {
            "@type": "PublicationIssue",
            "issueNumber": "10",
            "isPartOf": {
                "@type": "PublicationVolume",
                "volumeNumber": "12",
                "isPartOf": {
                    "@type": "Periodical",
                    "name": "Social Cognitive and Affective Neuroscience",
                    "issn": "1749-5016",
                },
            },
        },
        "pagination": "1574-1583",
        "identifier": "doi:10.1093/scan/nsx091",
        "sameAs": "https://doi.org/10.1093/scan/nsx091",
    }
    assert node == {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": "Holding hands",
        "description": "Does a hand help?",
        "url": "https://example.org/summaries/hands/",
        "mainEntityOfPage": "https://example.org/summaries/hands/",
        "inLanguage": "en-GB",
        "datePublished": "2026-03-02",
        "dateModified": "2026-03-02",
        "author": [
            {"@type": "Person", "name": "Ana Exemplo", "url": "https://example.org/about/"},
            {"@type": "Organization", "name": "Praxis am See"},
        ],
        "isPartOf": {"@type": "Blog", "name": "Toy", "url": "https://example.org/"},
        "image": [
            {
                "@type": "ImageObject",
                "url": "https://example.org/hand.jpg",
                "description": "Two hands.",
                "encodingFormat": "image/jpeg",
                "width": "1600 px",
                "height": "900 px",
            },
            {
                "@type": "ImageObject",
                "url": "https://example.org/card.png",
                "description": "Holding hands",
                "encodingFormat": "image/png",
                "width": "1200 px",
                "height": "630 px",
            },
        ],
        "articleSection": ["Health"],
        "keywords": ["touch", "stress"],
        "isBasedOn": work,
        "citation": [work],
        "discussionUrl": "https://forum.example.org/hands",
    }


def test_what_is_not_known_is_left_out() -> None:
    node = said_of(post({"url": "", "description": ""}, writers=[]))
    kept = ("@context", "@type", "headline", "inLanguage", "datePublished", "dateModified")
    assert node.keys() == {*kept, "isPartOf"}


@pytest.mark.parametrize("kind", sorted({*TYPES.values(), *ENTRY_SUBTYPES.values(), "post-weblog"}))
def test_a_work_of_every_type_keeps_to_the_vocabulary(kind: str) -> None:
    item = {
        **ARTICLE.item,
        "type": kind,
        "ISBN": "978-1",
        "publisher": "Basic Books",
        "language": "en",
        "editor": [{"family": "Bowlby", "given": "John"}, {"literal": "A Group"}],
    }
    (node,) = said_of(post(cited=[Work(item)]))["citation"]
    assert node["sameAs"] == "https://doi.org/10.1093/scan/nsx091"


@pytest.mark.parametrize(
    ("kind", "named"),
    [
        ("book", "Book"),
        ("chapter", "Chapter"),
        ("paper-conference", "ScholarlyArticle"),
        ("thesis", "Thesis"),
        ("webpage", "WebPage"),
        ("speech", "CreativeWork"),
        ("", "CreativeWork"),
    ],
)
def test_types_of_works(kind: str, named: str) -> None:
    (node,) = said_of(post(cited=[Work({"type": kind, "title": "A"})]))["citation"]
    assert node == {"@type": named, "name": "A"}


def test_a_chapter_is_part_of_a_book() -> None:
    item = {
        "type": "chapter",
        "title": "Touch",
        "container-title": "The <i>hand</i>",
        "ISBN": "978-1",
        "editor": [{"family": "Kolk", "given": "Bessel", "non-dropping-particle": "van der"}],
    }
    (node,) = said_of(post(cited=[Work(item)]))["citation"]
    assert node["isPartOf"] == {
        "@type": "Book",
        "name": "The hand",
        "isbn": "978-1",
        "editor": [{"@type": "Person", "name": "Bessel van der Kolk"}],
    }


def test_a_work_without_a_doi_has_its_address() -> None:
    item = {"type": "webpage", "title": "A", "URL": "https://example.org/a"}
    (node,) = said_of(post(cited=[Work(item)]))["citation"]
    assert node["url"] == "https://example.org/a"


@pytest.mark.parametrize(
    ("date", "written"),
    [
        ({"date-parts": [[2017]]}, "2017"),
        ({"date-parts": [[2017, 5, 2], [2018]]}, "2017-05-02"),
        ({"date-parts": [[-43]]}, None),
        ({"literal": "in press"}, None),
        ({"date-parts": [[]]}, None),
    ],
)
def test_dates_of_works(date: dict[str, Any], written: str | None) -> None:
    work = Work({"type": "book", "title": "A", "issued": date})
    (node,) = said_of(post(cited=[work]))["citation"]
    assert node.get("datePublished") == written


@pytest.mark.parametrize(
    ("notices", "status"),
    [
        (["retraction", "correction"], "Retracted"),
        (["concern"], "Expression of concern"),
        (["correction"], "Corrected"),
    ],
)
def test_what_became_of_the_article(notices: list[NoticeKind], status: str) -> None:
    node = said_of(post(article=Work(ARTICLE.item, notices)))
    assert node["isBasedOn"]["creativeWorkStatus"] == status


def test_people_who_are_left_out_are_not_named() -> None:
    item = {"type": "book", "title": "A", "author": [{"family": "Coan"}, {"literal": "others"}]}
    (node,) = said_of(post(cited=[Work(item)]))["citation"]
    assert node["author"] == [{"@type": "Person", "name": "Coan"}]


HOSTILE = "</script><script>alert(1)</script><!-- & \"'\u2028\u202e]]>"


def test_no_text_can_end_the_script() -> None:
    record = post({"title": HOSTILE}, tags=[HOSTILE], article=Work({"title": HOSTILE}))
    text = head(record)
    (script,) = page_of(record).iterfind(".//script")
    assert text.count("</script") == 1
    assert "<!--" not in text
    assert json.loads(script.text or "")["headline"] == HOSTILE


def test_the_first_page_tells_of_the_site() -> None:
    (node,) = read(head(post({"card": CARD, "is_home": True}).page))
    assert faults(node) == []
    assert node["@type"] == ["WebSite", "Blog"]
    assert (node["name"], node["url"]) == ("Toy", "https://example.org/")
    assert (node["description"], node["inLanguage"]) == ("About toys.", "en-GB")
    assert node["image"]["url"] == CARD.url


def test_other_pages_say_nothing() -> None:
    assert read(head(PAGE)) == []
    assert read(head(None)) == []


@pytest.mark.parametrize(
    ("node", "fault"),
    [
        ({"@type": "BlogPost"}, "BlogPost is no type"),
        ({"name": "A"}, "no type"),
        ({"@type": "Person", "nickname": "A"}, "/nickname: no property"),
        ({"@type": "Person", "isbn": "1"}, "/isbn: not of ['Person']"),
        ({"@type": "BlogPosting", "url": "summaries/a/"}, "/url: 'summaries/a/' is no ('URL',)"),
        ({"@type": "BlogPosting", "datePublished": "2 March"}, "'2 March' is no"),
        ({"@type": "BlogPosting", "author": "Ana"}, "/author: 'Ana' is no"),
        ({"@type": "BlogPosting", "author": {"@type": "Book"}}, "/author: is no"),
        ({"@type": "BlogPosting", "isPartOf": {"@type": "Blog", "x": 1}}, "/isPartOf/x: no"),
        ({"@type": "BlogPosting", "headline": " "}, "/headline: ' ' is no ('Text',)"),
        ({"@type": "ImageObject", "width": 1200}, "/width: 1200 is no"),
    ],
)
def test_what_is_not_in_the_vocabulary_is_found(node: dict[str, Any], fault: str) -> None:
    assert any(fault in each for each in faults(node))


def test_the_script_is_in_the_head() -> None:
    page: html.HtmlElement = page_of(WHOLE)
    assert len(page.xpath("//head/script[@type='application/ld+json']")) == 1
