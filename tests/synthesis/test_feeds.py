"""The feeds, read as feed readers read them and held against the rules of both formats."""

import datetime
import json
import re
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import pytest
from lxml import etree

from mkdocs_evidence.synthesis import Feed, FeedImage, FeedItem, json_feed, rss
from tests.conftest import MakeSite
from tests.hosts.site import DOT, Files, Site, parsed, summary

TITLE = "Is 1 < 2 & 3 > 2? \"Yes\" & 'no' &amp;"
TOPIC = "Love & <loss>"
NAME = 'Ana & <Bo> "B." O\'Neill'
ITEM = FeedItem(
    url="https://example.org/summaries/hands/",
    title=TITLE,
    summary=TITLE,
    content='<h1>Title</h1><p class="evidence-byline">By</p><p>Text <a href="#ref-a">A</a></p>',
    published=datetime.date(2026, 3, 2),
    updated=datetime.date(2026, 4, 1),
    language="pt-BR",
    authors=[NAME],
    topics=[TOPIC],
    image=FeedImage("https://example.org/summaries/a%20b.svg", 42),
)
BARE = FeedItem(
    url="https://example.org/summaries/bare/",
    title="Bare",
    summary="",
    content="<p>Bare</p>",
    published=datetime.date(2026, 1, 5),
    updated=datetime.date(2026, 1, 5),
    language="en",
    authors=[],
    topics=[],
)
FEED = Feed(TITLE, "", "https://example.org/", "en-GB", [ITEM, BARE])


def as_json(feed: Feed) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json_feed(feed))
    return document


def nothing_empty(value: object) -> bool:
    if isinstance(value, dict):
        return all(map(nothing_empty, value.values()))
    if isinstance(value, list):
        return bool(value) and all(map(nothing_empty, value))
    return value not in (None, "")


def test_rss_has_what_the_specification_requires() -> None:
    channel = etree.fromstring(rss(FEED).encode()).find("channel")
    assert channel is not None
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    newest = datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC)
    assert parsedate_to_datetime(channel.findtext("lastBuildDate") or "") == newest
    for item in channel.iter("item"):
        date = item.findtext("pubDate") or ""
        assert re.fullmatch(r"[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} 00:00:00 GMT", date)
        assert item.findtext("guid") == item.findtext("link")
    enclosures = [dict(found.attrib) for found in channel.iter("enclosure")]
    address = "https://example.org/summaries/a%20b.svg"
    assert enclosures == [{"url": address, "length": "42", "type": "image/svg+xml"}]


def test_a_reader_of_rss_finds_everything_as_it_was_written() -> None:
    found = feedparser.parse(rss(FEED))
    assert found.bozo is False
    assert found.version == "rss20"
    assert found.feed.title == TITLE
    assert found.feed.language == "en-GB"
    assert found.feed.links[-1].href == "https://example.org/feed.xml"
    first, bare = found.entries
    assert (first.title, first.author, first.language) == (TITLE, NAME, "pt-BR")
    assert [tag.term for tag in first.tags] == [TOPIC]
    assert first.published_parsed[:3] == (2026, 3, 2)
    assert "tags" not in bare
    assert "enclosures" not in bare or not bare.enclosures


def test_json_feed_has_what_the_specification_requires() -> None:
    feed = as_json(FEED)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == TITLE
    assert feed["feed_url"] == "https://example.org/feed.json"
    assert feed["home_page_url"] == "https://example.org/"
    assert feed["language"] == "en-GB"
    assert nothing_empty(feed)
    for item in feed["items"]:
        assert item["id"] == item["url"]
        assert item["content_html"]
        for name in ("date_published", "date_modified"):
            assert datetime.datetime.fromisoformat(item[name]).tzinfo
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00", item[name])


def test_a_reader_of_json_feed_finds_everything_as_it_was_written() -> None:
    item = as_json(FEED)["items"][0]
    assert item["title"] == item["summary"] == TITLE
    assert item["tags"] == [TOPIC]
    assert item["authors"] == [{"name": NAME}]
    assert item["language"] == "pt-BR"
    assert item["image"] == "https://example.org/summaries/a%20b.svg"
    assert item["date_modified"] == "2026-04-01T00:00:00+00:00"


def test_a_feed_without_posts_is_a_feed() -> None:
    empty = Feed("Toy", "About", "https://example.org/", "en", [])
    assert feedparser.parse(rss(empty)).bozo is False
    assert as_json(empty)["items"] == []


def test_the_full_text_has_full_addresses_and_not_what_the_feed_says_elsewhere() -> None:
    text = parsed(ITEM.full_text)
    assert text.text_content().split() == ["Text", "A"]
    assert text.xpath("//a/@href") == ["https://example.org/summaries/hands/#ref-a"]


FILES: Files = {
    "docs/summaries/hands.yaml": summary(
        title=TITLE,
        topics=[TOPIC],
        image={"file": "dot.svg", "alt": "Dot"},
        lead="See [home](../index.md) and [feet](feet.yaml#study), says @coan2017.",
    ),
    "docs/summaries/feet.yaml": summary(title="Feet", date="2026-05-01", updated="2026-06-01"),
    "docs/summaries/dot.svg": DOT,
}


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    evidence: dict[str, object] = {
        "author": NAME,
        "introduction": "Please [comment](#comment).",
        "comments": {"provider": "email", "address": "ana@example.org"},
    }
    extensions: list[object] = [{"toc": {"permalink": True}}]
    return make_site(FILES, evidence=evidence, markdown_extensions=extensions).build()


def test_the_feeds_of_a_site_hold_its_posts_newest_first(site: Site) -> None:
    found = feedparser.parse(site.text("feed.xml"))
    feed = json.loads(site.text("feed.json"))
    assert found.bozo is False
    assert [entry.title for entry in found.entries] == ["Feet", TITLE]
    assert [item["title"] for item in feed["items"]] == ["Feet", TITLE]
    second = feed["items"][1]
    assert (second["tags"], second["authors"]) == ([TOPIC], [{"name": NAME}])
    assert second["image"] == "https://example.org/summaries/dot.svg"
    assert found.entries[1].enclosures[0].length == str(len(DOT))
    assert site.page("").xpath("//link[@rel='alternate']/@href") == ["feed.xml", "feed.json"]


def test_the_full_text_of_a_site_s_feeds_is_right_anywhere(site: Site) -> None:
    item = json.loads(site.text("feed.json"))["items"][1]
    channel = etree.fromstring(site.text("feed.xml").encode())
    texts = [element.text for element in channel.iter("{*}encoded")]
    assert texts[1] == item["content_html"]
    for element, name, link, _ in parsed(item["content_html"]).iterlinks():
        assert link.startswith("https://"), (element.tag, name)
    assert "https://example.org/summaries/hands/#ref-coan2017" in item["content_html"]
    assert "https://example.org/summaries/feet/#study" in item["content_html"]
    for text in (site.text("feed.xml"), site.text("feed.json")):
        assert "mailto" not in text
        assert "ana@example.org" not in text
        assert "¶" not in text
