"""Comments on a server of one's own that runs Isso, shown on the page once the reader asks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from mkdocs_evidence.fields import EmailAddress, WebAddress
from mkdocs_evidence.languages import Catalogue

from .email import mail_link
from .provider import Commented, Invitation, Provider, ProviderSettings, Request

_LOCAL = frozenset(("localhost", "127.0.0.1", "::1"))


def _server(value: str) -> str:
    """Accept an address to which the paths of Isso can be added, and by which nobody listens."""
    parts = urlsplit(value)
    plain = re.split("[?#]", value)[0]
    if plain != value:
        raise PydanticCustomError(
            "wrong_value",
            "“server” should be an address without “?” or “#”.",
            {"advice": f"Write {plain}"},
        )
    if parts.scheme == "http" and parts.hostname not in _LOCAL:
        raise PydanticCustomError(
            "wrong_value",
            "“server” would send what readers write without https, for everybody on the way to"
            " read.",
            {"advice": f"Write {value.replace('http', 'https', 1)}"},
        )
    return value


class IssoComments(ProviderSettings):
    """Comments on a server of your own that runs Isso."""

    provider: Literal["isso"]
    """Comments show below the post once the reader asks for them."""
    server: WebAddress
    """The address of the server, such as `https://comments.example.org`."""
    address: EmailAddress
    """The address that receives the comments of readers who do not want to use the server, or
    cannot."""

    _check_server = field_validator("server")(_server)


class IssoProvider(Provider[IssoComments]):
    """Shows the comments that an Isso server keeps, and a form to write one."""

    settings = IssoComments
    script: ClassVar = Path(__file__).with_name("isso.js")
    has_counts: ClassVar = True
    keeps_threads: ClassVar = True

    def invitation(
        self, settings: IssoComments, commented: Commented, words: Catalogue
    ) -> Invitation:
        """Return the invitation; on the site as a whole nothing is commented on its server."""
        link = mail_link(settings.address, commented, words)
        if not commented.id:
            return Invitation(link)
        receiver = urlsplit(settings.server).netloc
        request = Request(
            receiver,
            words.text("comments_isso_told", receiver=receiver),
            words.text("comments_show"),
            {
                "server": settings.server.rstrip("/"),
                "thread": self.thread_page(commented.id),
                "title": commented.title,
            },
        )
        return Invitation(link, request)

    def thread_page(self, post_id: str) -> str:
        """Return what Isso knows a thread by, which it takes for an address on the site.

        It stands in the e-mails by which Isso tells of a new comment. The path of the site itself
        is no part of it, so that threads stay with their posts when a site moves.
        """
        return f"/comments/{post_id}/"
