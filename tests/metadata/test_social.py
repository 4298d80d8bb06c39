"""What is shown of a page where its address is shared."""

from __future__ import annotations

from dataclasses import replace

import pytest
from extruct import extract

from mkdocs_evidence.metadata import PageRecord, PostRecord, Writer, head
from mkdocs_evidence.metadata.social import locale_of
from mkdocs_evidence.settings import Author
from tests.hosts.site import one

from .records import CARD, PAGE, SITE, page_of, post


def shared(record: PostRecord | PageRecord) -> list[tuple[str, str]]:
    """Return what Open Graph says of a page, in its order."""
    (found,) = extract(head(record), syntaxes=["opengraph"])["opengraph"]
    properties: list[tuple[str, str]] = found["properties"]
    return properties


def test_a_post() -> None:
    writers = [
        Writer(Author(name="Ana Exemplo"), "https://example.org/about/"),
        Writer(Author(name="Rui Outro")),
    ]
    fields = {"topics": ["Health"], "tags": ["touch", "Health"]}
    assert shared(post({"card": CARD}, writers=writers, **fields)) == [
        ("og:type", "article"),
        ("og:title", "Holding hands"),
        ("og:description", "Does a hand help?"),
        ("og:url", "https://example.org/summaries/hands/"),
        ("og:site_name", "Toy"),
        ("og:locale", "en_GB"),
        ("og:image", "https://example.org/card.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "1200"),
        ("og:image:height", "630"),
        ("og:image:alt", "Holding hands"),
        ("article:published_time", "2026-03-02"),
        ("article:modified_time", "2026-03-02"),
        ("article:author", "https://example.org/about/"),
        ("article:tag", "Health"),
        ("article:tag", "touch"),
    ]


def test_any_other_page() -> None:
    assert shared(PAGE) == [
        ("og:type", "website"),
        ("og:title", "Holding hands"),
        ("og:description", "Does a hand help?"),
        ("og:url", "https://example.org/summaries/hands/"),
        ("og:site_name", "Toy"),
        ("og:locale", "en_GB"),
    ]


def test_without_an_address_none_is_given() -> None:
    nowhere = replace(PAGE, site=replace(SITE, home=""), url="")
    assert "og:url" not in dict(shared(nowhere))


@pytest.mark.parametrize(("card", "kind"), [(CARD, "summary_large_image"), (None, "summary")])
def test_the_kind_of_card(card: object, kind: str) -> None:
    page = page_of(post({"card": card}))
    assert one(page, "//meta[@name='twitter:card']").get("content") == kind


@pytest.mark.parametrize(
    ("language", "locale"),
    [
        ("en-GB", "en_GB"),
        ("pt-br", "pt_BR"),
        ("pt", "pt_BR"),
        ("fr", "fr_FR"),
        ("zh-Hant-TW", "zh_TW"),
        ("xx", ""),
    ],
)
def test_locales(language: str, locale: str) -> None:
    assert locale_of(language) == locale


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ('"> <meta name="x', '"> <meta name="x'),
        ("Tea & 'cake' &amp;", "Tea & 'cake' &amp;"),
        ("One\r\n\ttwo\x00\x1b", "One two"),
        ("\u202eright to left", "\u202eright to left"),
    ],
)
def test_every_text_stays_a_text(title: str, read: str) -> None:
    page = page_of(post({"title": title}))
    assert one(page, "//meta[@property='og:title']").get("content") == read
    assert not page.xpath("//meta[@name='x'] | //script[not(@type)]")


def test_drafts_and_what_is_no_page_are_not_to_be_found() -> None:
    for record in (post(is_draft=True), None):
        assert one(page_of(record), "//meta[@name='robots']").get("content") == "noindex"
    assert not page_of(post()).xpath("//meta[@name='robots']")
