"""A work as DataCite describes it (https://datacite-metadata-schema.readthedocs.io)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from mkdocs_evidence.bibliography.identifiers import doi_in
from mkdocs_evidence.bibliography.mapping import CslItem
from mkdocs_evidence.notices import Fate

from .answers import group, groups, rich_text, text, texts
from .describing import CslDate, Name, creative_commons, csl_date, language, person, title
from .work import Work

_TYPES = {
    "Audiovisual": "motion_picture",
    "Book": "book",
    "BookChapter": "chapter",
    "ComputationalNotebook": "software",
    "ConferencePaper": "paper-conference",
    "ConferenceProceeding": "book",
    "Dataset": "dataset",
    "Dissertation": "thesis",
    "Image": "graphic",
    "Journal": "article-journal",
    "JournalArticle": "article-journal",
    "PeerReview": "review",
    "Preprint": "article",
    "Report": "report",
    "Software": "software",
    "Standard": "standard",
}
"""The general types of resources as types of CSL; all others are documents."""

_CAME_OF_IT = frozenset(("IsPreprintOf", "IsVersionOf", "IsPreviousVersionOf"))
"""How a preprint is related to the article that came of it."""


def datacite_work(attributes: Mapping[str, Any], doi: str) -> Work:
    """Return a work from DataCite's description of it.

    Args:
        attributes: The description.
        doi: The DOI under which it was asked for.
    """
    rights = groups(attributes.get("rightsList"))
    funding = groups(attributes.get("fundingReferences"))
    return Work(
        _item(attributes, doi),
        Fate(published=_published(attributes, doi)),
        creative_commons(text(each.get("rightsUri")) for each in rights),
        texts([each.get("funderName") for each in funding]),
    )


def _item(attributes: Mapping[str, Any], doi: str) -> CslItem:
    kind = _general_type(attributes)
    container = group(attributes.get("container"))
    pages = texts([container.get("firstPage"), container.get("lastPage")])
    titles = groups(attributes.get("titles"))
    publisher = attributes.get("publisher")
    item: CslItem = {
        "title": title(_title(titles, ""), _title(titles, "Subtitle")),
        "author": _names(groups(attributes.get("creators"))),
        "issued": _issued(attributes),
        "container-title": rich_text(container.get("title")),
        "volume": text(container.get("volume")),
        "issue": text(container.get("issue")),
        "page": "-".join(pages),
        "genre": "Preprint" if kind == "Preprint" else "",
        "publisher": text(group(publisher).get("name")) or text(publisher),
        "DOI": doi_in(text(attributes.get("doi"))) or doi,
        "language": language(text(attributes.get("language"))),
    }
    known = {name: value for name, value in item.items() if value}
    return {"type": _TYPES.get(kind, "document")} | known


def _general_type(attributes: Mapping[str, Any]) -> str:
    return text(group(attributes.get("types")).get("resourceTypeGeneral"))


def _title(titles: Iterable[Mapping[str, Any]], kind: str) -> str:
    found = (rich_text(each.get("title")) for each in titles if text(each.get("titleType")) == kind)
    return next(filter(None, found), "")


def _names(creators: Iterable[Mapping[str, Any]]) -> list[Name]:
    return [name for each in creators if (name := _name(each))]


def _name(creator: Mapping[str, Any]) -> Name:
    """Return a name; one that does not say so is a person's if a comma parts it in two."""
    whole = text(creator.get("name"))
    family, given = (text(creator.get(part)) for part in ("familyName", "givenName"))
    if text(creator.get("nameType")) == "Organizational" or not (family or ", " in whole):
        return {"literal": whole} if whole else person("", given)
    if not family:
        family, _, given = whole.partition(", ")
    return person(family, given)


def _issued(attributes: Mapping[str, Any]) -> CslDate:
    for each in groups(attributes.get("dates")):
        found = re.match(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", text(each.get("date")), re.ASCII)
        if found and text(each.get("dateType")) == "Issued":
            return csl_date([part for part in found.groups() if part])
    return csl_date([text(attributes.get("publicationYear"))])


def _published(attributes: Mapping[str, Any], doi: str) -> str | None:
    """Return the DOI of the article that came of a preprint.

    Archives relate versions to each other in the same words, under a prefix of their own.
    """
    if _general_type(attributes) != "Preprint":
        return None
    prefix = f"{doi.partition('/')[0]}/"
    related = (
        doi_in(text(each.get("relatedIdentifier")))
        for each in groups(attributes.get("relatedIdentifiers"))
        if text(each.get("relationType")) in _CAME_OF_IT
    )
    return next((found for found in related if found and not found.startswith(prefix)), None)
