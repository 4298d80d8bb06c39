"""Comments behind a link: a forum, a form, a page on a network."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from urllib.parse import quote

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.settings import LinkComments

_PLACE = re.compile(r"\{(url|title|slug|id)\}")


def invitation(settings: LinkComments, post: Mapping[str, str], words: Catalogue) -> str:
    """Return the link to the place of the comments, as HTML.

    Args:
        settings: The address, with places such as ``{slug}`` for the post's own values.
        post: The values: url, title, slug and id.
        words: The words of the post's language.
    """
    url = address(settings, post)
    label = escape(words.text("comment_link"))
    return f'<a class="evidence-comment" href="{escape(url)}" rel="noopener">{label}</a>'


def address(settings: LinkComments, post: Mapping[str, str]) -> str:
    """Return the address of the place of the comments on a post."""
    return _PLACE.sub(lambda place: quote(post[place[1]], safe=""), settings.url)
