"""How a post is cited: as an item for references and reference managers, and for readers."""

from __future__ import annotations

from typing import Any

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render

from .record import PostRecord


def post_item(post: PostRecord) -> dict[str, Any]:
    """Return a post as an item of CSL-JSON, without the address where it has none."""
    day = post.published
    item: dict[str, Any] = {
        "type": "post-weblog",
        "title": post.page.title,
        "author": [writer.name for writer in post.writers],
        "issued": {"date-parts": [[day.year, day.month, day.day]]},
        "container-title": post.page.site.name,
        "language": post.page.language,
        "URL": post.page.url,
    }
    return {variable: value for variable, value in item.items() if value}


def cite_post(reference: str, menu: str, words: Catalogue) -> str:
    """Return the section that tells readers how to cite a post, as HTML.

    Args:
        reference: The reference of the post, as HTML.
        menu: What stands for the menu that copies it.
        words: The words of the language of the post.
    """
    return render("cite_post.html.jinja", reference=reference, menu=menu, words=words)
