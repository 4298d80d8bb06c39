"""The rules of both formats of feeds, as far as a program can check them.

Sources: RSS 2.0 Specification and RSS Best Practices Profile (RSS Advisory Board), RFC 822 with
years of four digits, RFC 4287 for the link that a feed has to itself; JSON Feed 1.1, RFC 3339.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from lxml import etree

from tests.hosts.site import parsed

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
_RFC822 = re.compile(r"[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT")
_RFC3339 = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")


def faults_of_rss(text: str, address: str) -> list[str]:
    """Return what is wrong with a feed in RSS that stands at an address."""
    root = etree.fromstring(text.encode())
    channel = root.find("channel")
    assert channel is not None
    faults = [*_faults_of_channel(channel, address)]
    faults += [] if (root.tag, root.get("version")) == ("rss", "2.0") else ["version"]
    for item in channel.findall("item"):
        faults += _faults_of_item(item)
    guids = [item.findtext("guid") for item in channel.findall("item")]
    return faults if len(guids) == len(set(guids)) else [*faults, "guids"]


def _faults_of_channel(channel: etree._Element, address: str) -> Iterator[str]:
    for name in ("title", "link", "description"):
        if [bool(each.text) for each in channel.findall(name)] != [True]:
            yield f"channel: {name}"
    if not _is_full(channel.findtext("link")):
        yield "channel: link"
    if not _LANGUAGE.fullmatch(channel.findtext("language") or ""):
        yield "channel: language"
    itself = [dict(link.attrib) for link in channel.findall(f"{ATOM}link")]
    if itself != [{"href": address, "rel": "self", "type": "application/rss+xml"}]:
        yield f"channel: {itself}"
    yield from _faults_of_dates(channel, "lastBuildDate")


def _faults_of_item(item: etree._Element) -> Iterator[str]:
    if not item.findtext("title") and not item.findtext("description"):
        yield "item: title"
    guid = item.find("guid")
    if guid is None or guid.get("isPermaLink") != "true" or guid.text != item.findtext("link"):
        yield "item: guid"
    if not _is_full(item.findtext("link")):
        yield "item: link"
    if not all(category.text for category in item.findall("category")):
        yield "item: category"
    for enclosure in item.findall("enclosure")[:1]:
        is_right = enclosure.get("length", "").isdigit() and "/" in enclosure.get("type", "")
        if not (is_right and _is_full(enclosure.get("url"))):
            yield "item: enclosure"
    if item.findall("enclosure")[1:]:
        yield "item: two enclosures"
    yield from _faults_of_dates(item, "pubDate")
    yield from _faults_of_content(item.findtext(f"{CONTENT}encoded") or "")


def _faults_of_dates(element: etree._Element, name: str) -> Iterator[str]:
    dates = [date.text or "" for date in element.findall(name)]
    if len(dates) > 1 or not all(map(_RFC822.fullmatch, dates)):
        yield f"{name}: {dates}"


def faults_of_json(text: str, address: str) -> list[str]:
    """Return what is wrong with a JSON Feed that stands at an address."""
    feed: dict[str, Any] = json.loads(text)
    items = feed["items"]
    faults = [*_empty("feed", {name: value for name, value in feed.items() if name != "items"})]
    expected = {"version": "https://jsonfeed.org/version/1.1", "feed_url": address}
    faults += [name for name, value in expected.items() if feed.get(name) != value]
    faults += [] if feed.get("title") and _is_full(feed.get("home_page_url")) else ["feed: home"]
    for item in items:
        faults += _faults_of_json_item(item)
    ids = [item["id"] for item in items]
    return faults if len(ids) == len(set(ids)) else [*faults, "ids"]


def _faults_of_json_item(item: dict[str, Any]) -> Iterator[str]:
    yield from _empty("item", item)
    if not (isinstance(item.get("id"), str) and _is_full(item.get("url"))):
        yield "item: id"
    if "image" in item and not _is_full(item["image"]):
        yield "item: image"
    for name in ("date_published", "date_modified"):
        if name in item and not _RFC3339.fullmatch(item[name]):
            yield f"item: {name}"
    if not all(author.get("name") for author in item.get("authors", [])):
        yield "item: authors"
    if not all(isinstance(tag, str) and tag for tag in item.get("tags", [])):
        yield "item: tags"
    if not _LANGUAGE.fullmatch(item.get("language", "en")):
        yield "item: language"
    yield from _faults_of_content(item.get("content_html", ""))


def _faults_of_content(text: str) -> Iterator[str]:
    """Yield what would not work in a feed: links within the page, and what waits for a scroll."""
    if not text:
        yield "content"
        return
    content = parsed(text)
    for element, name, link, _ in content.iterlinks():
        if not _is_full(link):
            yield f"content: {element.tag} {name} {link}"
    if content.xpath("//*[@loading or @srcset] | //script | //nav | //comment()"):
        yield "content: what works on the site only"


def _empty(place: str, value: object) -> Iterator[str]:
    """Yield where a member is there and says nothing, which JSON Feed does not know."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from _empty(f"{place}.{name}", each)
    elif isinstance(value, list):
        for each in value or [None]:
            yield from _empty(place, each)
    elif value in (None, ""):
        yield f"{place} is empty"


def _is_full(address: object) -> bool:
    parts = urlsplit(str(address or ""))
    return parts.scheme in ("http", "https", "mailto") and bool(parts.netloc or parts.path)
