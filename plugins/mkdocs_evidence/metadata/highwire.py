"""What Zotero saves of a post: the tags of Highwire Press, and the type of the item.

Zotero ("Exposing Your Metadata", and its translators "Embedded Metadata" and "RDF") takes the type
from ``z:itemType`` before ``og:type``, whose ``article`` would be an article in a journal, and any
tag that names a journal, a book or an institution before both. The name of the blog, the abstract
and the tags come from Open Graph.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from .record import PostRecord
from .social import Meta


def zotero_metas(post: PostRecord) -> Iterator[Meta]:
    """Yield what Zotero reads of a post beside Open Graph."""
    yield "name", "z:itemType", "blogPost"
    yield "name", "citation_title", post.page.title
    for writer in post.writers:
        yield "name", "citation_author", _inverted(writer.name)
    yield "name", "citation_publication_date", post.published.strftime("%Y/%m/%d")
    yield "name", "citation_language", post.page.language
    yield "name", "citation_public_url", post.page.url


def _inverted(name: Mapping[str, str]) -> str:
    """Return "Family, Given" in the form that Zotero takes for one name.

    Without a comma, the last word would be the family name; with words on both sides of it, a
    single author would be two. A comma or a semicolon at the end is left out by Zotero.
    """
    parts = {part: _without_separators(text) for part, text in name.items()}
    if "literal" in parts:
        return f"{parts['literal']},"
    family = f"{parts.get('non-dropping-particle', '')} {parts.get('family', '')}".strip()
    given = " ".join(filter(None, map(parts.get, ("given", "dropping-particle", "suffix"))))
    return f"{family}, {given};" if " " in family and " " in given else f"{family}, {given}"


def _without_separators(text: str) -> str:
    return " ".join(text.replace(",", " ").replace(";", " ").split())
