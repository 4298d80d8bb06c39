"""The replies to a post's own thread on Mastodon, shown on the page once the reader asks."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, ClassVar, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from mkdocs_evidence.fields import Word
from mkdocs_evidence.languages import Catalogue

from .link import link_to
from .provider import Commented, Invitation, Mistake, Provider, ProviderSettings, Request

_NAME = r"@[\w.-]+"
_ACCOUNT = re.compile(rf"(?P<server>https?://[^/\s@]+)/(?P<name>{_NAME})/?")
_THREAD = re.compile(rf"(?P<server>https?://[^/\s@]+)/{_NAME}(?:@[^/\s@]+)?/(?P<id>[0-9]+)/?")
_HANDLE = re.compile(rf"(?P<name>{_NAME})@(?P<host>[^/\s@]+)")
_LOOKALIKE = re.compile(
    r"(?P<server>https?://[^/\s@]+)/"
    r"(?:(?:web|deck)/@(?P<name>[^/\s]+)|users/(?P<user>[\w.-]+)/statuses)/(?P<id>[0-9]+)"
)
"""The address of a post as other programs know it, or within the page of one's own account."""


def _account(value: str) -> str:
    """Accept the address of an account's page."""
    found = _ACCOUNT.fullmatch(value)
    if not found:
        handle = _HANDLE.fullmatch(value)
        meant = f"https://{handle['host']}/{handle['name']}" if handle else ""
        raise PydanticCustomError(
            "wrong_value",
            "“account” should be the address of an account on Mastodon.",
            {"advice": f"Write {meant or 'it as in https://social.example/@ana'}"},
        )
    return f"{found['server']}/{found['name']}"


class MastodonComments(ProviderSettings):
    """The replies on Mastodon to what you wrote there about a post."""

    provider: Literal["mastodon"]
    """Replies on Mastodon show below the post once the reader asks for them."""
    account: Annotated[Word, AfterValidator(_account)]
    """The address of your account, such as `https://social.example/@ana`. Each summary then names
    its thread: `comments: https://social.example/@ana/112233445566778899`."""


class MastodonProvider(Provider[MastodonComments]):
    """Shows the replies to the thread that a summary names; to write one leads to Mastodon."""

    settings = MastodonComments
    script: ClassVar = Path(__file__).with_name("mastodon.js")

    def invitation(
        self, settings: MastodonComments, commented: Commented, words: Catalogue
    ) -> Invitation:
        """Return the invitation to reply; without a thread, the way to the account."""
        thread = _THREAD.fullmatch(commented.thread)
        if not thread:
            return Invitation(link_to(settings.account, words, "comment_mastodon_account"))
        receiver = urlsplit(thread["server"]).netloc
        request = Request(
            receiver,
            words.text("comments_mastodon_told", receiver=receiver),
            words.text("comments_mastodon_show"),
            {"server": thread["server"], "status": thread["id"], "thread": commented.thread},
        )
        return Invitation(link_to(commented.thread, words, "comment_mastodon"), request)

    def discussion_url(self, settings: MastodonComments, commented: Commented) -> str:
        """Return the address of the thread of a post."""
        del settings
        return commented.thread

    def wrong_thread(self, settings: MastodonComments, thread: str) -> Mistake | None:
        """Return what is wrong with the address of a thread, which must be on the own server."""
        server = settings.account.rpartition("/")[0]
        host = urlsplit(server).netloc
        found = _THREAD.fullmatch(thread)
        if found and found["server"].casefold() == server.casefold():
            return None
        if found and urlsplit(found["server"]).netloc.casefold() == host.casefold():
            advice = f"Write {server}{thread.removeprefix(found['server'])}"
            return Mistake(f"The thread should begin with {server}, as the account does.", advice)
        if found:
            return Mistake(
                f"This thread is on another server than your account on {host}.",
                f"Open your post on {host} and copy the address that the browser shows.",
            )
        meant = f"{settings.account}/112233445566778899"
        if other := _LOOKALIKE.fullmatch(thread):
            meant = f"{other['server']}/@{other['name'] or other['user']}/{other['id']}"
        return Mistake("This is not the address of a post on Mastodon.", f"Write it as in {meant}")
