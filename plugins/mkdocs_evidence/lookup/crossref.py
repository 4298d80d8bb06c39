"""A work as Crossref describes it (https://api.crossref.org/swagger-ui/index.html)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from mkdocs_evidence.bibliography.identifiers import doi_in
from mkdocs_evidence.bibliography.mapping import CslItem
from mkdocs_evidence.notices import Fate

from .answers import group, groups, rich_texts, text, texts
from .describing import CslDate, Name, creative_commons, csl_date, language, person, title
from .fates import notices_about, notices_in
from .work import Work

_TYPES = {
    "book": "book",
    "book-chapter": "chapter",
    "book-part": "chapter",
    "book-section": "chapter",
    "dataset": "dataset",
    "dissertation": "thesis",
    "edited-book": "book",
    "journal-article": "article-journal",
    "monograph": "book",
    "peer-review": "review",
    "posted-content": "article",
    "proceedings": "book",
    "proceedings-article": "paper-conference",
    "reference-book": "book",
    "reference-entry": "entry-encyclopedia",
    "report": "report",
    "report-component": "report",
    "standard": "standard",
}
"""The types of https://api.crossref.org/types as types of CSL; all others are documents."""

_PARTS = frozenset(("chapter", "entry-encyclopedia", "paper-conference"))
_DATES = ("published-print", "issued", "published", "published-online", "posted")
"""Where the date stands, first that of the issue, by which an article is cited."""


def crossref_work(message: Mapping[str, Any], doi: str = "") -> Work:
    """Return a work from Crossref's description of it.

    Args:
        message: The description.
        doi: The DOI under which it was asked for, for a description without one.
    """
    doi = doi_in(text(message.get("DOI"))) or doi
    licences = sorted(groups(message.get("license")), key=_nearness_to_published)
    return Work(
        _item(message, doi),
        Fate(notices=notices_about(message, doi), published=_published(message)),
        creative_commons(text(each.get("URL")) for each in licences),
        texts([each.get("name") for each in groups(message.get("funder"))]),
        [number.upper() for number in texts(list(_trial_numbers(message)))],
        notices_in(message, doi),
    )


def _item(message: Mapping[str, Any], doi: str) -> CslItem:
    kind = _TYPES.get(text(message.get("type")), "document")
    article = text(message.get("article-number"))
    institution = texts([each.get("name") for each in groups(message.get("institution"))])
    item: CslItem = {
        "title": title(*(_first(message, name) for name in ("title", "subtitle"))),
        **{role: _names(message.get(role)) for role in ("author", "editor", "translator")},
        "issued": next(filter(None, (_date(message.get(name)) for name in _DATES)), None),
        **_containers(message, kind),
        "volume": text(message.get("volume")),
        "issue": text(message.get("issue")),
        "page": text(message.get("page")) or article,
        "number": article,
        "edition": text(message.get("edition-number")),
        "genre": "Preprint" if text(message.get("subtype")) == "preprint" else "",
        "publisher": next(iter(institution), "") or text(message.get("publisher")),
        "publisher-place": text(message.get("publisher-location")),
        "DOI": doi,
        "ISSN": next(iter(texts(message.get("ISSN"))), ""),
        "ISBN": next(iter(texts(message.get("ISBN"))), ""),
        "language": language(text(message.get("language"))),
    }
    return {"type": kind} | {name: value for name, value in item.items() if value}


def _first(message: Mapping[str, Any], name: str) -> str:
    return next(iter(rich_texts(message.get(name))), "")


def _containers(message: Mapping[str, Any], kind: str) -> dict[str, str]:
    """Return what a work stands in; of a part, the first of two titles is that of a series."""
    names = rich_texts(message.get("container-title"))
    if kind in _PARTS and len(names) > 1:
        return {"container-title": names[1], "collection-title": names[0]}
    return {"container-title": names[0]} if names else {}


def _names(value: Any) -> list[Name]:
    names = (
        {"literal": name}
        if (name := text(each.get("name")))
        else person(*(text(each.get(part)) for part in ("family", "given", "suffix")))
        for each in groups(value)
    )
    return [name for name in names if name]


def _date(value: Any) -> CslDate:
    written = group(value).get("date-parts")
    parts = written[0] if isinstance(written, list) and written else None
    return csl_date(parts if isinstance(parts, list) else [])


def _nearness_to_published(licence: Mapping[str, Any]) -> int:
    """Put the licence of the published version first, and that of a manuscript last."""
    known = ("vor", "unspecified", "", "tdm", "stm-asf", "am")
    version = text(licence.get("content-version"))
    return known.index(version) if version in known else len(known)


def _trial_numbers(message: Mapping[str, Any]) -> Iterator[str]:
    for each in groups(message.get("clinical-trial-number")):
        yield text(each.get("clinical-trial-number"))


def _published(message: Mapping[str, Any]) -> str | None:
    """Return the DOI of the article that came of a preprint."""
    related = groups(group(message.get("relation")).get("is-preprint-of"))
    dois = (doi_in(text(each.get("id"))) for each in related if each.get("id-type") == "doi")
    return next(filter(None, dois), None)
