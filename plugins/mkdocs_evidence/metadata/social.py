"""What is shown of a page where its address is shared: Open Graph, and the card of Twitter.

Sources: the Open Graph protocol (https://ogp.me), with its type ``article``, and Twitter's
documentation of cards, which takes all but the kind of the card from Open Graph.
"""

from __future__ import annotations

from collections.abc import Iterator

from babel.core import get_global

from .record import PageRecord, PostRecord

Meta = tuple[str, str, str]
"""The attribute that names what an element ``meta`` says, the name, and what it says."""


def page_metas(page: PageRecord, kind: str = "website") -> Iterator[Meta]:
    """Yield what is shown of a page of any kind."""
    yield "property", "og:type", kind
    yield "property", "og:title", page.title
    yield "property", "og:description", page.description
    yield "property", "og:url", page.url
    yield "property", "og:site_name", page.site.name
    yield "property", "og:locale", locale_of(page.language)
    yield from _card(page)


def post_metas(post: PostRecord) -> Iterator[Meta]:
    """Yield what is shown of a post; its authors are given by their pages, where they have one.

    Topics are tags here: Zotero would make a field of ``article:section`` that no blog post has.
    """
    yield from page_metas(post.page, "article")
    yield "property", "article:published_time", post.published.isoformat()
    yield "property", "article:modified_time", (post.updated or post.published).isoformat()
    for writer in post.writers:
        yield "property", "article:author", writer.url
    for tag in dict.fromkeys((*post.topics, *post.tags)):
        yield "property", "article:tag", tag


def locale_of(language: str) -> str:
    """Return a language as Open Graph wants it, with the country where it is mostly spoken.

    Returns:
        Such as ``en_GB``; nothing where the country is not known.
    """
    primary, *rest = language.split("-")
    country = next((part for part in rest if len(part) == 2 and part.isalpha()), "")
    if not country:
        likely = str(get_global("likely_subtags").get(primary.lower(), ""))
        country = likely.rpartition("_")[2]
    return f"{primary.lower()}_{country.upper()}" if country else ""


def _card(page: PageRecord) -> Iterator[Meta]:
    if page.card:
        yield "property", "og:image", page.card.url
        yield "property", "og:image:type", page.card.media_type
        yield "property", "og:image:width", str(page.card.width or "")
        yield "property", "og:image:height", str(page.card.height or "")
        yield "property", "og:image:alt", page.card.alt
    yield "name", "twitter:card", "summary_large_image" if page.card else "summary"
