"""What Zotero saves of a page, as far as its rules for embedded metadata concern our pages.

The rules are those of "Exposing Your Metadata" (https://www.zotero.org/support/dev/exposing_metadata)
and of the translators that it names, "Embedded Metadata" of 13 June 2024 and "RDF":

- A tag that names a journal, a book, a conference, a school or an institute decides the type.
  Else ``z:itemType`` does, then ``og:type``; an ``article`` of Open Graph decides nothing. What has
  ``citation_title`` is then an article in a journal, and all else is a web page.
- Tags of Highwire Press come before Open Graph, and the first of a name before others. Names may
  end in one of these, as ``bepress_citation_title`` does.
- Without an address the canonical link is taken, and without a language that of the page.
- A name with a comma is "Last, First". A single author is parted at semicolons, or else at commas
  that have two words on either side.
- Tags are kept only where another translator asks.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import html

_DECIDING = {
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_conference": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
_OPEN_GRAPH = {"website": "webpage", "book": "book", "video.movie": "videoRecording"}
_CUT = " \t\n\xa0.,/[]:"
"""What is cut off a name at both ends."""


@dataclass
class Saved:
    """An item in Zotero. Of a name, the last one comes first; an organisation has only that."""

    type: str
    title: str
    creators: list[tuple[str, ...]]
    date: str
    publication: str
    url: str
    language: str
    abstract: str
    tags: list[str] = field(default_factory=list)


def saved(page: html.HtmlElement, address: str = "https://example.org/here") -> Saved:
    """Return what is saved of a page that is read at an address."""
    return _Reader(page, address).saved()


class _Reader:
    def __init__(self, page: html.HtmlElement, address: str) -> None:
        self._page = page
        self._address = address
        self._metas: list[tuple[str, str]] = [
            (meta.get("name") or meta.get("property") or "", meta.get("content") or "")
            for meta in page.iterfind(".//meta")
        ]

    def saved(self) -> Saved:
        canonical = self._page.xpath("string(//head/link[@rel='canonical']/@href)")
        return Saved(
            self._type(),
            self._highwire("title") or self._first("og:title"),
            self._creators(),
            self._highwire("publication_date") or self._first("article:published_time"),
            self._first("og:site_name"),
            self._highwire("public_url") or self._first("og:url") or canonical or self._address,
            self._highwire("language") or self._page.get("lang", ""),
            self._first("og:description") or self._first("description"),
            self._all("article:tag"),
        )

    def _all(self, name: str) -> list[str]:
        return [content for each, content in self._metas if each == name and content]

    def _first(self, name: str) -> str:
        return next(iter(self._all(name)), "")

    def _highwire(self, name: str) -> str:
        ending = f"citation_{name}"
        return next((content for each, content in self._metas if each.endswith(ending)), "").strip()

    def _type(self) -> str:
        decided = [_DECIDING[name] for name, _ in self._metas if name in _DECIDING]
        guess = "journalArticle" if self._highwire("title") else "webpage"
        shared = _OPEN_GRAPH.get(self._first("og:type"), "")
        return decided[-1] if decided else self._first("z:itemType") or shared or guess

    def _creators(self) -> list[tuple[str, ...]]:
        written = self._all("citation_author")
        names = [part for each in written for part in each.split(";")]
        if len(written) == len(names) == 1:
            parts = [part.strip() for part in names[0].split(",")]
            if len(parts) > 1 and " " in parts[0] and " " in parts[1]:
                names = parts
        return [_name(each) for each in names if each.strip(f"{_CUT};")]


def _name(written: str) -> tuple[str, ...]:
    name = written.strip(_CUT)
    if "," not in written:
        first, _, last = name.rpartition(" ")
        return (last, first) if first else (last,)
    return tuple(part.strip() for part in name.split(",")[:2])
