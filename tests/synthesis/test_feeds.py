"""The feeds, read as feed readers read them and held against the rules of both formats."""

import datetime
import json
from dataclasses import replace
from email.utils import parsedate_to_datetime
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from mkdocs_evidence.synthesis import Feed, FeedImage, FeedItem, json_feed, rss
from tests.hosts.site import parsed
from tests.synthesis.feed_rules import faults_of_json, faults_of_rss

TITLE = "Is 1 < 2 & 3 > 2? \"Yes\" & 'no' &amp; ]]></title><script>alert(1)</script>"
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
    image=FeedImage("https://example.org/summaries/a%20b.svg", "image/svg+xml", 42),
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
HOME, ADDRESS = "https://example.org/", "https://example.org/category/love/feed"
FEED = Feed(TITLE, "", HOME, ADDRESS, "en-GB", [ITEM, BARE])


def as_json(feed: Feed) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(json_feed(feed))
    return document


@pytest.mark.parametrize("feed", [FEED, replace(FEED, items=[]), replace(FEED, items=[BARE])])
def test_feeds_keep_the_rules_of_their_formats(feed: Feed) -> None:
    assert faults_of_rss(rss(feed), f"{ADDRESS}.xml") == []
    assert faults_of_json(json_feed(feed), f"{ADDRESS}.json") == []


@given(st.text(min_size=1).filter(str.strip))
@settings(max_examples=60)
def test_no_sign_in_a_title_or_topic_breaks_a_feed(text: str) -> None:
    item = replace(BARE, title=f"A{text}", topics=[f"A{text}"], authors=[f"A{text}"])
    feed = replace(FEED, title=f"A{text}", description=f"A{text}", items=[item])
    assert faults_of_rss(rss(feed), f"{ADDRESS}.xml") == []
    assert faults_of_json(json_feed(feed), f"{ADDRESS}.json") == []
    assert as_json(feed)["title"] == f"A{text}"


def test_a_reader_of_rss_finds_everything_as_it_was_written() -> None:
    found = feedparser.parse(rss(FEED))
    assert found.bozo is False
    assert found.version == "rss20"
    assert found.feed.title == TITLE
    assert found.feed.language == "en-GB"
    assert found.feed.link == HOME
    assert found.feed.links[-1].href == f"{ADDRESS}.xml"
    first, bare = found.entries
    assert (first.title, first.author, first.language) == (TITLE, NAME, "pt-BR")
    assert [tag.term for tag in first.tags] == [TOPIC]
    assert first.published_parsed[:3] == (2026, 3, 2)
    assert "tags" not in bare
    assert "enclosures" not in bare or not bare.enclosures


def test_a_feed_is_as_old_as_its_last_change_and_has_the_picture_of_a_post() -> None:
    channel = etree.fromstring(rss(FEED).encode()).find("channel")
    assert channel is not None
    newest = datetime.datetime(2026, 4, 1, tzinfo=datetime.UTC)
    assert parsedate_to_datetime(channel.findtext("lastBuildDate") or "") == newest
    enclosures = [dict(found.attrib) for found in channel.iter("enclosure")]
    address = "https://example.org/summaries/a%20b.svg"
    assert enclosures == [{"url": address, "length": "42", "type": "image/svg+xml"}]


def test_a_reader_of_json_feed_finds_everything_as_it_was_written() -> None:
    feed = as_json(FEED)
    assert (feed["title"], feed["home_page_url"], feed["language"]) == (TITLE, HOME, "en-GB")
    item = feed["items"][0]
    assert item["title"] == item["summary"] == TITLE
    assert item["id"] == item["url"]
    assert item["tags"] == [TOPIC]
    assert item["authors"] == [{"name": NAME}]
    assert item["language"] == "pt-BR"
    assert item["image"] == "https://example.org/summaries/a%20b.svg"
    assert item["date_modified"] == "2026-04-01T00:00:00+00:00"


def test_a_feed_without_posts_is_a_feed() -> None:
    empty = replace(FEED, items=[])
    assert feedparser.parse(rss(empty)).bozo is False
    assert as_json(empty)["items"] == []


def test_the_full_text_has_full_addresses_and_not_what_the_feed_says_elsewhere() -> None:
    text = parsed(ITEM.full_text)
    assert text.text_content().split() == ["Text", "A"]
    assert text.xpath("//a/@href") == ["https://example.org/summaries/hands/#ref-a"]


def test_of_a_choice_of_pictures_the_one_that_all_programs_show_is_left() -> None:
    content = '<p><img src="../a.png" srcset="../b.png 2x" width="4" height="3" alt=""></p>'
    (image,) = parsed(replace(BARE, content=content).full_text).iter("img")
    assert dict(image.attrib) == {
        "src": "https://example.org/summaries/a.png",
        "width": "4",
        "height": "3",
        "alt": "",
    }
