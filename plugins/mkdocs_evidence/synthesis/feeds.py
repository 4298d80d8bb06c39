"""The posts as feeds: RSS 2.0 and JSON Feed 1.1, with their full text.

Sources: the RSS 2.0 specification of the RSS Advisory Board with the namespaces ``content`` and
``dc``, and the JSON Feed specification, version 1.1. No date in a feed is that of the build, so
that the same posts give the same bytes.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import format_datetime
from functools import cached_property

from lxml import html

from mkdocs_evidence.templates import render

_NOT_IN_FEEDS = (
    "//h1 | //nav | //*[contains(@class, 'evidence-topics')]"
    " | //*[contains(@class, 'evidence-byline')] | //*[@id='comment']"
    " | //*[contains(@class, 'evidence-comments')]"
    " | //a[contains(@class, 'headerlink')] | //a[contains(@class, 'reference-back')]"
    " | //comment()"
)
"""What a feed says elsewhere, and what works on the site only: links within the page, and the
invitation to comment, whose address stays there."""

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What is no sign of XML 1.0 (section 2.2)."""


@dataclass(frozen=True)
class FeedImage:
    """An image with its full address, its media type and its size in bytes."""

    url: str
    type: str
    length: int


@dataclass(frozen=True)
class FeedItem:
    """A post as feeds show it.

    Attributes:
        url: Its full address.
        title: Its title, as plain text.
        summary: What it is about, as plain text.
        content: The whole page, as HTML.
        published: The day on which it appeared.
        updated: The day of its last change.
        language: Its language.
        authors: The names of its authors.
        topics: Its topics.
        image: Its image, if it has one.
    """

    url: str
    title: str
    summary: str
    content: str
    published: datetime.date
    updated: datetime.date
    language: str
    authors: Sequence[str]
    topics: Sequence[str]
    image: FeedImage | None = None

    @cached_property
    def full_text(self) -> str:
        """The page as HTML that is right anywhere: without the title, with full addresses."""
        page = html.fragment_fromstring(self.content, create_parent="div")
        for part in page.xpath(_NOT_IN_FEEDS):
            part.drop_tree()
        for part in page.xpath("//*[@srcset]"):
            del part.attrib["srcset"]  # a choice of sizes is made where there is a layout
        page.make_links_absolute(self.url, handle_failures="ignore")
        text: str = html.tostring(page, encoding="unicode")
        return text


@dataclass(frozen=True)
class Feed:
    """The posts of a site or of one of its topics, newest first.

    Attributes:
        title: The name of the site, with that of the topic.
        description: What it is about.
        home: The full address of the page that the feed follows.
        address: The full address of the feed itself, without its ending.
        language: The language of the site.
        items: The posts.
    """

    title: str
    description: str
    home: str
    address: str
    language: str
    items: Sequence[FeedItem]


def rss(feed: Feed) -> str:
    """Return the feed as RSS, without the signs that XML does not allow."""
    newest = max((item.updated for item in feed.items), default=None)
    return _NOT_IN_XML.sub("", render("feed.xml.jinja", feed=feed, newest=newest, rfc822=_rfc822))


def json_feed(feed: Feed) -> str:
    """Return the feed as JSON Feed."""
    document = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description,
        "home_page_url": feed.home,
        "feed_url": f"{feed.address}.json",
        "language": feed.language,
        "items": [_json_item(item) for item in feed.items],
    }
    return json.dumps(_without_empty(document), ensure_ascii=False, indent=1) + "\n"


def _json_item(item: FeedItem) -> dict[str, object]:
    fields = {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "summary": item.summary,
        "content_html": item.full_text,
        "image": item.image.url if item.image else None,
        "date_published": _midnight(item.published).isoformat(),
        "date_modified": _midnight(item.updated).isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": list(item.topics),
        "language": item.language,
    }
    return _without_empty(fields)


def _without_empty(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value or name == "items"}


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time(), datetime.UTC)


def _rfc822(day: datetime.date) -> str:
    return format_datetime(_midnight(day), usegmt=True)
