"""The feeds of a site and of its topics, with the full text of the posts."""

from __future__ import annotations

import json

import feedparser
import pytest
from lxml import etree

from tests.conftest import MakeSite
from tests.hosts.site import DOT, Files, Site, one, parsed, summary
from tests.synthesis.feed_rules import faults_of_json, faults_of_rss

TITLE = "Is 1 < 2 & 3 > 2? \"Yes\" & 'no' &amp; </script>"
TOPIC = "Love & <loss>: não só?"
SLUG = "category/love---não-só"
NAME = 'Ana & <Bo> "B." O\'Neill'

FILES: Files = {
    "docs/summaries/hands.yaml": summary(
        title=TITLE,
        topics=[TOPIC, "Health"],
        image={"file": "dot.svg", "alt": "Dot"},
        lead="See [home](../index.md) and [feet](feet.yaml#study), says @coan2017.[^1]\n\n"
        "[^1]: In the *scanner*.\n",
        study="They held hands. ![A dot](dot.svg)",
    ),
    "docs/summaries/feet.yaml": summary(title="Feet", date="2026-05-01", updated="2026-06-01"),
    "docs/summaries/draft.yaml": summary(title="Not yet", draft=True),
    "docs/summaries/dot.svg": DOT,
}
EVIDENCE: dict[str, object] = {
    "author": NAME,
    "introduction": "Please [comment](#comment).",
    "comments": {"provider": "email", "address": "ana@example.org"},
}


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    extensions: list[object] = [{"toc": {"permalink": True}}]
    return make_site(
        FILES, evidence=EVIDENCE, markdown_extensions=extensions, site_description="Words & more"
    ).build()


def addresses(site: Site) -> set[str]:
    """Return the addresses of all feeds without their endings, from the root of the site."""
    found = {name for name in site.files() if name.endswith(("/feed.xml", "/feed.json"))}
    return {"feed", *(name.rpartition(".")[0] for name in found)}


def test_every_feed_keeps_the_rules_and_is_read(site: Site) -> None:
    assert addresses(site) == {"feed", f"{SLUG}/feed", "category/health/feed"}
    for address in addresses(site):
        full = "https://example.org/" + address.replace("ã", "%C3%A3").replace("ó", "%C3%B3")
        assert faults_of_rss(site.text(f"{address}.xml"), f"{full}.xml") == []
        assert faults_of_json(site.text(f"{address}.json"), f"{full}.json") == []
        assert feedparser.parse(site.text(f"{address}.xml")).bozo is False


def test_the_feeds_of_a_site_hold_its_posts_newest_first(site: Site) -> None:
    found = feedparser.parse(site.text("feed.xml"))
    feed = json.loads(site.text("feed.json"))
    assert [entry.title for entry in found.entries] == ["Feet", TITLE]
    assert [item["title"] for item in feed["items"]] == ["Feet", TITLE]
    second = feed["items"][1]
    assert (second["tags"], second["authors"]) == ([TOPIC, "Health"], [{"name": NAME}])
    assert second["image"] == "https://example.org/summaries/dot.svg"
    assert found.entries[1].enclosures[0].length == str(len(DOT))
    assert found.entries[1].enclosures[0].type == "image/svg+xml"


def test_a_topic_has_feeds_of_its_own(site: Site) -> None:
    feed = json.loads(site.text(f"{SLUG}/feed.json"))
    assert [item["title"] for item in feed["items"]] == [TITLE]
    assert feed["title"] == f"{TOPIC} – Toy"
    assert feed["description"] == "Words & more"
    assert feed["home_page_url"] == "https://example.org/category/love---n%C3%A3o-s%C3%B3/"
    health = feedparser.parse(site.text("category/health/feed.xml"))
    assert [entry.title for entry in health.entries] == ["Feet", TITLE]
    assert health.feed.link == "https://example.org/category/health/"


def test_what_a_topic_is_about_stands_in_its_feed(make_site: MakeSite) -> None:
    evidence = {"topics": {"Health": "Body & <mind>."}}
    site = make_site(evidence=evidence).build()
    assert json.loads(site.text("category/health/feed.json"))["description"] == "Body & <mind>."


def links(site: Site, url: str) -> list[tuple[str, ...]]:
    found = site.page(url).xpath("//head/link[@rel='alternate']")
    return [(link.get("type"), link.get("title"), link.get("href")) for link in found]


def test_every_page_announces_the_feeds_of_the_site_and_a_topic_its_own(site: Site) -> None:
    rss_type, json_type = "application/rss+xml", "application/feed+json"
    assert links(site, "") == [(rss_type, "Toy", "feed.xml"), (json_type, "Toy", "feed.json")]
    own, ours = f"{TOPIC} – Toy", "../../feed"
    assert links(site, f"{SLUG}/") == [
        (rss_type, own, "feed.xml"),
        (json_type, own, "feed.json"),
        (rss_type, "Toy", f"{ours}.xml"),
        (json_type, "Toy", f"{ours}.json"),
    ]
    assert links(site, "404.html") == [
        (rss_type, "Toy", "/feed.xml"),
        (json_type, "Toy", "/feed.json"),
    ]


def test_topics_have_feeds_also_where_pages_are_files(make_site: MakeSite) -> None:
    site = make_site(use_directory_urls=False).build()
    assert "category/health/feed.xml" in site.files()
    assert links(site, "category/health.html")[0][2] == "health/feed.xml"
    address = "https://example.org/category/health/feed.json"
    assert faults_of_json(site.text("category/health/feed.json"), address) == []
    feed = json.loads(site.text("category/health/feed.json"))
    assert feed["home_page_url"] == "https://example.org/category/health.html"


def test_a_site_without_an_address_has_no_feeds(make_site: MakeSite) -> None:
    site = make_site(site_url="").build()
    assert not [name for name in site.files() if "feed" in name]
    assert links(site, "") == []


def test_a_feed_of_the_author_s_own_is_left_alone(make_site: MakeSite) -> None:
    site = make_site({"docs/feed.xml": "<mine/>"}).build()
    assert site.text("feed.xml") == "<mine/>"
    assert {"feed.json", "category/health/feed.xml"} <= site.files()


def test_a_site_below_another_has_its_feeds_there(make_site: MakeSite) -> None:
    site = make_site(site_url="https://example.org/ana").build()
    address = "https://example.org/ana/category/health/feed"
    assert faults_of_rss(site.text("category/health/feed.xml"), f"{address}.xml") == []
    assert faults_of_json(site.text("category/health/feed.json"), f"{address}.json") == []


def test_the_full_text_of_a_site_s_feeds_is_right_anywhere(site: Site) -> None:
    item = json.loads(site.text("feed.json"))["items"][1]
    channel = etree.fromstring(site.text("feed.xml").encode())
    texts = [element.text for element in channel.iter("{*}encoded")]
    assert texts[1] == item["content_html"]
    content = parsed(item["content_html"])
    hands = "https://example.org/summaries/hands/"
    cites = content.xpath("//a[@class='cite']/@href")
    assert f"{hands}#ref-coan2017" in cites
    assert one(content, "//a[contains(@class, 'footnote-ref')]").get("href") == f"{hands}#fn:1"
    assert "https://example.org/summaries/feet/#study" in item["content_html"]
    for text in (site.text("feed.xml"), site.text("feed.json")):
        assert "mailto" not in text
        assert "ana@example.org" not in text
        assert "¶" not in text
        assert "evidence/menu" not in text


def test_pictures_in_feeds_have_their_sizes_and_wait_for_nobody(site: Site) -> None:
    item = json.loads(site.text("category/health/feed.json"))["items"][1]
    images = [dict(image.attrib) for image in parsed(item["content_html"]).iter("img")]
    wanted = {"src": "https://example.org/summaries/dot.svg", "width": "4", "height": "4"}
    assert images == [wanted | {"alt": "Dot"}, wanted | {"alt": "A dot"}]
