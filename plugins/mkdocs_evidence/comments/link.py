"""Comments behind a link: a forum, a form, a page on a network."""

from __future__ import annotations

import re
from html import escape
from typing import Literal
from urllib.parse import quote

from mkdocs_evidence.fields import WebAddress
from mkdocs_evidence.languages import Catalogue

from .provider import Commented, Invitation, Provider, ProviderSettings

_PLACE = re.compile(r"\{(url|title|slug|id)\}")


class LinkComments(ProviderSettings):
    """Comments at another place, behind a link."""

    provider: Literal["link"]
    """Readers follow a link to the place of the comments."""
    url: WebAddress
    """The link; `{url}`, `{title}`, `{slug}` and `{id}` in it stand for those of the post."""


class LinkProvider(Provider[LinkComments]):
    """Invites readers to another place."""

    settings = LinkComments

    def invitation(
        self, settings: LinkComments, commented: Commented, words: Catalogue
    ) -> Invitation:
        """Return the invitation to follow the link."""
        return Invitation(link_to(self.discussion_url(settings, commented), words))

    def discussion_url(self, settings: LinkComments, commented: Commented) -> str:
        """Return the address of the place of the comments on a post."""
        values = vars(commented)
        return _PLACE.sub(lambda place: quote(values[place[1]], safe=""), settings.url)


def link_to(url: str, words: Catalogue, label: str = "comment_link") -> str:
    """Return a link to the place of the comments, as HTML; the label is the name of its words."""
    label = escape(words.text(label))
    return f'<a class="evidence-comment" href="{escape(url)}" rel="noopener">{label}</a>'
