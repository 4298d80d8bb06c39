"""What a page of the web says of its post beside the text.

Sources: HTML, chapter 4.2 (``meta``, ``link``) and 4.5 (``time``); the Open Graph protocol;
schema.org; microformats2 (``h-entry``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bs4 import BeautifulSoup
from bs4.element import Comment

from mkdocs_evidence.importing.post import Details, Picture

from .addresses import is_on_the_web, joined, parts_of
from .html_elements import HEADINGS, text_in, value

_DAY = re.compile(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_SAVED_FROM = re.compile(r"saved from url=\(\d+\)(\S+)")
_BETWEEN_NAMES = re.compile(r"\s+(?:[|–—·»«-]|::)\s+")
_ARTICLES = ("Article", "BlogPosting", "NewsArticle", "ScholarlyArticle")
_PUBLISHED = (
    "[itemprop=datePublished]",
    "time[pubdate]",
    "time.dt-published, time.published, time.entry-date",
    "abbr.published",
    "time[datetime]",
)
_UPDATED = ("[itemprop=dateModified]", "time.dt-updated, time.updated")
_TITLED = ".entry-title, .post-title, .p-name, [itemprop=headline]"
"""How blogs mark the heading that is the title of a post, and not of the blog."""
_WRITERS = (
    "[itemprop=author] [itemprop=name]",
    "meta[itemprop=author]",
    "[itemprop=author]",
    ".p-author",
    "[rel~=author]",
    ".byline .author, .post-author .fn, .entry-author",
)


def details_of(page: BeautifulSoup) -> Details:
    """Return what a page says of its post; this has to see the page before it is tidied."""
    return _Page(page, _structured(page)).details()


def address_of_page(page: BeautifulSoup) -> str:
    """Return the address at which a page stood; empty where it does not say."""
    return next(filter(is_on_the_web, _addresses(page)), "")


def _addresses(page: BeautifulSoup) -> Iterator[str]:
    yield value(page.select_one("link[rel~=canonical]"), "href")
    yield value(page.select_one("meta[property='og:url']"), "content")
    yield value(page.select_one("a.p-canonical, a.u-url[rel~=bookmark]"), "href")
    for note in page.find_all(string=lambda text: isinstance(text, Comment)):
        if found := _SAVED_FROM.search(note):
            yield found[1]


@dataclass(frozen=True)
class _Page:
    page: BeautifulSoup
    structured: Mapping[str, Any]

    def details(self) -> Details:
        address = address_of_page(self.page)
        path = parts_of(address).path
        return Details(
            title=self._title(),
            authors=self._authors(),
            date=self._day(("article:published_time", "date", "dc.date", "dcterms.date", "pubdate"))
            or _day(_text(self.structured.get("datePublished")))
            or self._marked_day(_PUBLISHED),
            updated=self._day(("article:modified_time", "last-modified", "dcterms.modified"))
            or _day(_text(self.structured.get("dateModified")))
            or self._marked_day(_UPDATED),
            topics=_unique([*self._all("article:section"), *self._linked("category")]),
            tags=_unique(
                [
                    *self._all("article:tag"),
                    *(tag for line in self._all("keywords") for tag in line.split(",")),
                    *self._linked("tag"),
                ]
            ),
            language=self._language(),
            description=self._meta("description") or self._meta("og:description"),
            slug=path.rstrip("/").rpartition("/")[2].partition(".")[0],
            picture=self._picture(address),
            addresses=[path] if path.strip("/") else [],
        )

    def _title(self) -> str:
        """Return the title: the heading that the page's own title repeats, if there is one."""
        whole = text_in(self.page.title) if self.page.title else ""
        marked = self._meta("og:title") or _text(self.structured.get("headline"))
        found = (each for name in HEADINGS for each in self.page.find_all(name))
        headings = {text: each for each in found if (text := text_in(each))}
        if marked in headings:
            return marked
        repeated = [text for text in headings if whole.startswith(text) or whole.endswith(text)]
        titled = [text for text in repeated if headings[text].css.match(_TITLED)]
        for text in [*titled, *repeated]:
            return text
        if marked:
            return marked
        names = _BETWEEN_NAMES.split(whole)
        site = self._meta("og:site_name")
        return max((name for name in names if name != site), key=len, default="")

    def _authors(self) -> list[str]:
        named = [*self._all("author"), *self._all("article:author")]
        named = [name for name in named if not is_on_the_web(name)]
        named = named or [*_names(self.structured.get("author"))]
        for selector in _WRITERS:
            named = named or [
                value(each, "content") or text_in(each) for each in self.page.select(selector)
            ]
        return _unique(named)

    def _day(self, names: Sequence[str]) -> str:
        return next(filter(None, (_day(self._meta(name)) for name in names)), "")

    def _marked_day(self, selectors: Sequence[str]) -> str:
        for selector in selectors:
            for each in self.page.select(selector):
                for name in ("datetime", "content", "title"):
                    if day := _day(value(each, name)):
                        return day
        return ""

    def _language(self) -> str:
        language = value(self.page.html, "lang") or value(self.page.html, "xml:lang")
        return language or self._meta("og:locale").replace("_", "-")

    def _picture(self, address: str) -> Picture | None:
        source = self._meta("og:image") or self._meta("twitter:image")
        source = joined(address, source) if source else ""
        return Picture(source, self._meta("og:image:alt")) if is_on_the_web(source) else None

    def _linked(self, relation: str) -> Iterator[str]:
        """Yield the words of links to a topic or a tag; WordPress calls a topic both."""
        for link in self.page.select("a[rel~=tag], a[rel~=category]"):
            relations = value(link, "rel").split()
            if relation == ("category" if "category" in relations else "tag"):
                yield text_in(link)

    def _meta(self, name: str) -> str:
        return next(self._all(name), "")

    def _all(self, name: str) -> Iterator[str]:
        for element in self.page.find_all("meta"):
            called = value(element, "name") or value(element, "property")
            content = " ".join(value(element, "content").split())
            if called.lower() == name and content:
                yield content


def _structured(page: BeautifulSoup) -> Mapping[str, Any]:
    """Return what JSON-LD says of an article."""
    for element in page.find_all("script", type="application/ld+json"):
        try:
            found = json.loads(element.get_text())
        except (ValueError, RecursionError):
            continue
        for record in _records(found):
            kinds = record.get("@type")
            if set(kinds if isinstance(kinds, list) else [str(kinds)]) & set(_ARTICLES):
                return record
    return {}


def _records(found: Any) -> Iterator[Mapping[str, Any]]:
    for record in found if isinstance(found, list) else [found]:
        if isinstance(record, dict):
            yield record
            graph = record.get("@graph")
            yield from (each for each in graph or () if isinstance(each, dict))


def _names(people: Any) -> Iterator[str]:
    for person in people if isinstance(people, list) else [people]:
        if name := _text(person.get("name") if isinstance(person, dict) else person):
            yield name


def _text(found: Any) -> str:
    return " ".join(found.split()) if isinstance(found, str) else ""


def _day(written: str) -> str:
    found = _DAY.match(written)
    try:
        return date(*map(int, found.groups())).isoformat() if found else ""
    except ValueError:
        return ""


def _unique(names: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in names if name.strip()))
