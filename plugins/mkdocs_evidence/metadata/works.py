"""Works in the vocabulary of schema.org, from their items of CSL-JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mkdocs_evidence.bibliography import doi_address
from mkdocs_evidence.bibliography.names import OTHERS
from mkdocs_evidence.exports.ris import one_line
from mkdocs_evidence.notices import NoticeKind

from .record import Work

Node = dict[str, object]

_ARTICLE = "ScholarlyArticle"
_TYPES = {
    "article": _ARTICLE,
    "article-journal": _ARTICLE,
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "entry-dictionary": "Chapter",
    "entry-encyclopedia": "Chapter",
    "graphic": "VisualArtwork",
    "legislation": "Legislation",
    "manuscript": "Manuscript",
    "motion_picture": "Movie",
    "paper-conference": _ARTICLE,
    "post-weblog": "BlogPosting",
    "report": "Report",
    "review": _ARTICLE,
    "song": "MusicRecording",
    "software": "SoftwareApplication",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
"""Type of schema.org by CSL type; any other work is a ``CreativeWork``."""

_PERIODICALS = ("article-journal", "article-magazine", "article-newspaper", "review")
_IN_BOOKS = ("chapter", "entry-dictionary", "entry-encyclopedia", "paper-conference")
_PAGED = (_ARTICLE, "Article", "NewsArticle", "Report", "BlogPosting", "Chapter")
"""The types that have pages: articles of any kind, and chapters."""

_STATUS: Mapping[NoticeKind, str] = {
    "retraction": "Retracted",
    "concern": "Expression of concern",
    "correction": "Corrected",
}
"""What a notice makes of the status of a work, of which schema.org has no list."""


def work_node(work: Work) -> Node:
    """Return what schema.org has to say of a work."""
    item = work.item
    kind = _TYPES.get(item.get("type", ""), "CreativeWork")
    doi = doi_address(item["DOI"]) if item.get("DOI") else ""
    isbn = item.get("ISBN", "")
    return without_empty(
        {
            "@type": kind,
            "name": one_line(item.get("title", "")),
            "author": _people(item.get("author", ())),
            "editor": _editors(item) if kind == "Book" else [],
            "datePublished": _date(item.get("issued", {})),
            "publisher": _organisation(item.get("publisher", "")),
            "isPartOf": _whole(item),
            "pagination": item.get("page", "") if kind in _PAGED else "",
            "isbn": isbn if kind == "Book" else "",
            "identifier": f"doi:{item['DOI']}" if doi else "",
            "sameAs": doi,
            "url": item.get("URL", "") if not doi else "",
            "inLanguage": item.get("language", ""),
            "creativeWorkStatus": _STATUS[work.notices[0]] if work.notices else "",
        }
    )


def without_empty(node: Mapping[str, object]) -> Node:
    """Return a node without the properties of which nothing is known."""
    return {name: value for name, value in node.items() if value}


def _people(names: Iterable[Mapping[str, str]]) -> list[Node]:
    return [node for name in names if (node := _person(name))]


def _editors(item: Mapping[str, Any]) -> list[Node]:
    """Return those editors that are people, for no others can be editors in schema.org."""
    return [node for node in _people(item.get("editor", ())) if node["@type"] == "Person"]


def _person(name: Mapping[str, str]) -> Node:
    """Return a person, or an organisation, which CSL-JSON has as a name without parts."""
    if literal := name.get("literal", ""):
        return {} if literal == OTHERS else _organisation(literal)
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return {"@type": "Person", "name": one_line(" ".join(name.get(part, "") for part in parts))}


def _organisation(name: str) -> Node:
    return {"@type": "Organization", "name": one_line(name)} if name else {}


def _date(date: Mapping[str, Any]) -> str:
    """Return the beginning of a date as ISO 8601 has it, as far as it is known."""
    parts: Sequence[int] = next(iter(date.get("date-parts", ())), ())
    if not parts or not 1 <= parts[0] <= 9999:
        return ""
    return "-".join([f"{parts[0]:04}", *(f"{part:02}" for part in parts[1:3])])


def _whole(item: Mapping[str, Any]) -> Node:
    """Return what a work is a part of: an issue of a periodical, a book, or something else."""
    name = one_line(item.get("container-title", ""))
    if not name:
        return {}
    if item.get("type") in _PERIODICALS:
        return _issue(item, {"@type": "Periodical", "name": name, "issn": item.get("ISSN", "")})
    if item.get("type") in _IN_BOOKS:
        book = {
            "@type": "Book",
            "name": name,
            "editor": _editors(item),
            "isbn": item.get("ISBN", ""),
        }
        return without_empty(book)
    return {"@type": "CreativeWork", "name": name}


def _issue(item: Mapping[str, Any], periodical: Node) -> Node:
    """Return the issue of a periodical, within its volume, as far as these are known."""
    whole = without_empty(periodical)
    for kind, number, variable in (
        ("PublicationVolume", "volumeNumber", "volume"),
        ("PublicationIssue", "issueNumber", "issue"),
    ):
        if value := item.get(variable, ""):
            whole = {"@type": kind, number: value, "isPartOf": whole}
    return whole
