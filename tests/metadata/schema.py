"""The part of schema.org that posts are described in, and whether a description keeps to it.

Types, their parents, and the domains and ranges of properties are those of release 30.0 of
19 March 2026 (https://schema.org/version/30.0/schemaorg-current-https-properties.csv).
"""

from __future__ import annotations

import re
from typing import Any

PARENTS = {
    "Article": "CreativeWork",
    "Blog": "CreativeWork",
    "BlogPosting": "SocialMediaPosting",
    "Book": "CreativeWork",
    "Chapter": "CreativeWork",
    "CreativeWork": "Thing",
    "CreativeWorkSeries": "CreativeWork",
    "Dataset": "CreativeWork",
    "ImageObject": "MediaObject",
    "Legislation": "CreativeWork",
    "Manuscript": "CreativeWork",
    "MediaObject": "CreativeWork",
    "Movie": "CreativeWork",
    "MusicRecording": "CreativeWork",
    "NewsArticle": "Article",
    "Organization": "Thing",
    "Periodical": "CreativeWorkSeries",
    "Person": "Thing",
    "PublicationIssue": "CreativeWork",
    "PublicationVolume": "CreativeWork",
    "Report": "Article",
    "ScholarlyArticle": "Article",
    "SocialMediaPosting": "Article",
    "SoftwareApplication": "CreativeWork",
    "Thesis": "CreativeWork",
    "VisualArtwork": "CreativeWork",
    "WebPage": "CreativeWork",
    "WebSite": "CreativeWork",
}
"""The type above each type."""

_WORK = ("CreativeWork",)
PROPERTIES = {
    "articleSection": (("Article",), ("Text",)),
    "author": (_WORK, ("Organization", "Person")),
    "citation": (_WORK, ("CreativeWork", "Text")),
    "creativeWorkStatus": (_WORK, ("DefinedTerm", "Text")),
    "dateModified": (_WORK, ("Date", "DateTime")),
    "datePublished": (_WORK, ("Date", "DateTime")),
    "description": (("Thing",), ("Text", "TextObject")),
    "discussionUrl": (_WORK, ("URL",)),
    "editor": (_WORK, ("Person",)),
    "encodingFormat": (_WORK, ("Text", "URL")),
    "headline": (_WORK, ("Text",)),
    "height": (("MediaObject", "VisualArtwork"), ("Distance", "QuantitativeValue")),
    "identifier": (("Thing",), ("PropertyValue", "Text", "URL")),
    "image": (("Thing",), ("ImageObject", "URL")),
    "inLanguage": (_WORK, ("Language", "Text")),
    "isBasedOn": (_WORK, ("CreativeWork", "Product", "URL")),
    "isPartOf": (_WORK, ("CreativeWork", "URL")),
    "isbn": (("Book",), ("Text",)),
    "issn": (("Blog", "CreativeWorkSeries", "Dataset", "WebSite"), ("Text",)),
    "issueNumber": (("PublicationIssue",), ("Integer", "Text")),
    "keywords": (_WORK, ("DefinedTerm", "Text", "URL")),
    "mainEntityOfPage": (("Thing",), ("CreativeWork", "URL")),
    "name": (("Thing",), ("Text",)),
    "pagination": (
        ("Article", "Chapter", "PublicationIssue", "PublicationVolume"),
        ("Text",),
    ),
    "publisher": (_WORK, ("Organization", "Person")),
    "sameAs": (("Thing",), ("URL",)),
    "url": (("Thing",), ("URL",)),
    "volumeNumber": (("PublicationVolume",), ("Integer", "Text")),
    "width": (("MediaObject", "VisualArtwork"), ("Distance", "QuantitativeValue")),
}
"""For each property, the types that have it, and the types of its values."""

_FORMS = {
    "Date": re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"),
    "Distance": re.compile(r"[1-9]\d* [a-z]+"),
    "Text": re.compile(r"\S(.*\S)?"),
    "URL": re.compile(r"https?://[^\s/<>\"]+(/[^\s<>\"]*)?"),
}
"""The form of each type of data; a text is one line with something in it."""


def faults(node: dict[str, Any], at: str = "") -> list[str]:
    """Return all in which a description of something differs from what schema.org has."""
    kinds = node.get("@type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    found = [f"{at}: no type"] if not kinds else []
    found += [f"{at}: {kind} is no type" for kind in kinds if kind not in PARENTS]
    for name, value in node.items():
        if name == "@type" or (name == "@context" and not at):
            continue
        place = f"{at}/{name}"
        if name not in PROPERTIES:
            found.append(f"{place}: no property")
            continue
        domains, ranges = PROPERTIES[name]
        if not any(_is_a(kind, domain) for kind in kinds for domain in domains):
            found.append(f"{place}: not of {kinds}")
        for each in value if isinstance(value, list) else [value]:
            found += _faults_of_value(each, ranges, place)
    return found


def _faults_of_value(value: object, ranges: tuple[str, ...], at: str) -> list[str]:
    if isinstance(value, dict):
        kind = value.get("@type", "")
        wrong = [] if any(_is_a(kind, each) for each in ranges) else [f"{at}: is no {ranges}"]
        return wrong + faults(value, at)
    forms = [_FORMS[each] for each in ranges if each in _FORMS]
    fits = isinstance(value, str) and any(form.fullmatch(value) for form in forms)
    return [] if fits else [f"{at}: {value!r} is no {ranges}"]


def _is_a(kind: str, other: str) -> bool:
    while kind != other and kind in PARENTS:
        kind = PARENTS[kind]
    return kind == other
