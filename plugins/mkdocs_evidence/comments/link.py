"""Comments behind a link: a forum, a form, a page on a network."""

from __future__ import annotations

import re
from html import escape
from typing import Literal
from urllib.parse import quote

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from mkdocs_evidence.fields import WebAddress
from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.problems import nearest

from .provider import Commented, Invitation, Provider, ProviderSettings

_PLACES = ("url", "title", "slug", "id")
_PLACE = re.compile(rf"\{{({'|'.join(_PLACES)})\}}")


def _link(value: str) -> str:
    """Accept a link, but for places that seem misspelt; other braces may be part of it."""
    for name in re.findall(r"\{([^{}]*)\}", value):
        meant = nearest(name, _PLACES)
        if meant and meant != name:
            raise PydanticCustomError(
                "wrong_value",
                "Nothing of a post stands for “{written}”.",
                {"written": f"{{{name}}}", "advice": f"Did you mean “{{{meant}}}”?"},
            )
    return value


class LinkComments(ProviderSettings):
    """Comments at another place, behind a link."""

    provider: Literal["link"]
    """Readers follow a link to the place of the comments."""
    url: WebAddress
    """The link; `{url}`, `{title}`, `{slug}` and `{id}` in it stand for those of the post."""

    _check_url = field_validator("url")(_link)


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
