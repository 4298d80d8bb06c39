"""Pages in the vocabulary of schema.org, as JSON-LD.

Source: schema.org 30.0 (https://schema.org/version/30.0), and the rules of JSON-LD 1.1 for HTML,
section 7. An address is full or it is not there, so that nothing depends on where a page is read.
"""

from __future__ import annotations

import json

from mkdocs_evidence.pictures import Picture

from .record import PageRecord, PostRecord, SiteRecord, Writer
from .works import Node, without_empty, work_node

_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end the script or begin a comment; JSON has them as codes as well."""


def json_ld(node: Node) -> str:
    """Return a node as JSON, which may stand in a script of HTML as it is."""
    whole = {"@context": "https://schema.org"} | node
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)


def posting(post: PostRecord) -> Node:
    """Return a post, with the work that it is based on and those that it cites."""
    page = post.page
    pictures = [each for each in (post.picture, page.card) if each]
    return without_empty(
        {
            "@type": "BlogPosting",
            "headline": page.title,
            "description": page.description,
            "url": page.url,
            "mainEntityOfPage": page.url,
            "inLanguage": page.language,
            "datePublished": post.published.isoformat(),
            "dateModified": (post.updated or post.published).isoformat(),
            "author": [_writer(writer) for writer in post.writers],
            "isPartOf": _site("Blog", page.site),
            "image": [_image(picture) for picture in pictures],
            "articleSection": list(post.topics),
            "keywords": list(post.tags),
            "isBasedOn": work_node(post.article) if post.article else {},
            "citation": [work_node(work) for work in post.cited],
            "discussionUrl": post.comments,
        }
    )


def first_page(page: PageRecord) -> Node:
    """Return the site, of which its first page tells."""
    site = page.site
    details = {"description": site.description, "inLanguage": site.language}
    image = {"image": _image(page.card)} if page.card else {}
    return without_empty(_site(["WebSite", "Blog"], site) | details | image)


def _site(kind: str | list[str], site: SiteRecord) -> Node:
    return without_empty({"@type": kind, "name": site.name, "url": site.home})


def _writer(writer: Writer) -> Node:
    kind = "Organization" if writer.is_organisation else "Person"
    return without_empty({"@type": kind, "name": writer.author.name, "url": writer.url})


def _image(picture: Picture) -> Node:
    """Return a picture; its sizes are lengths with their unit, as schema.org wants them."""
    return without_empty(
        {
            "@type": "ImageObject",
            "url": picture.url,
            "description": picture.alt,
            "encodingFormat": picture.media_type,
            "width": f"{picture.width} px" if picture.width else "",
            "height": f"{picture.height} px" if picture.height else "",
        }
    )
