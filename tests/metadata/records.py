"""Records of posts for tests."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

from lxml import html

from mkdocs_evidence.metadata import PageRecord, PostRecord, SiteRecord, Work, Writer, head
from mkdocs_evidence.pictures import Picture
from mkdocs_evidence.settings import Author

SITE = SiteRecord("Toy", "https://example.org/", "About toys.", "en-GB")
PAGE = PageRecord(
    SITE, "Holding hands", "Does a hand help?", "https://example.org/summaries/hands/", "en-GB"
)
ARTICLE = Work(
    {
        "type": "article-journal",
        "title": "Relationship status and <i>perceived</i> support",
        "author": [{"family": "Coan", "given": "James A."}, {"literal": "Hand Group"}],
        "container-title": "Social Cognitive and Affective Neuroscience",
        "issued": {"date-parts": [[2017, 10]]},
        "volume": "12",
        "issue": "10",
        "page": "1574-1583",
        "DOI": "10.1093/scan/nsx091",
        "ISSN": "1749-5016",
    }
)
POST = PostRecord(PAGE, datetime.date(2026, 3, 2), writers=[Writer(Author(name="Ana Exemplo"))])
PICTURE = Picture("https://example.org/hand.jpg", "Two hands.", "image/jpeg", 1600, 900)
CARD = Picture("https://example.org/card.png", "Holding hands", "image/png", 1200, 630)


def post(page: dict[str, Any] | None = None, **fields: Any) -> PostRecord:
    """Return the usual post with these fields, and with those of its page."""
    return replace(POST, page=replace(PAGE, **(page or {})), **fields)


def page_of(record: PostRecord | PageRecord | None) -> html.HtmlElement:
    """Return a page with what machines read of it in its head."""
    text = f"<!doctype html><html lang='en'><head>{head(record)}</head><body></body></html>"
    return html.document_fromstring(text)
