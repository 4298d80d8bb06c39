"""What every provider of comments has in common: its settings, and how it invites readers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar, Generic, TypeVar

from mkdocs_evidence.fields import Fields
from mkdocs_evidence.languages import Catalogue


class ProviderSettings(Fields):
    """What a site sets for its provider, whose name is the only word for ``provider``."""

    provider: str


SettingsT = TypeVar("SettingsT", bound=ProviderSettings)


@dataclass(frozen=True)
class Commented:
    """What is commented on: a post, or the site as a whole, which has no slug and no id.

    Attributes:
        title: Its title, as plain text.
        url: Its full address, or an empty text where the site's address is not set.
        slug: The last part of its address.
        id: The name that never changes.
        thread: Where its author opened its thread elsewhere; empty where there is none.
    """

    title: str
    url: str
    slug: str = ""
    id: str = ""
    thread: str = ""


@dataclass(frozen=True)
class Request:
    """What a page loads of a provider once the reader asks for it.

    Attributes:
        receiver: The host that the browser connects with, such as ``comments.example.org``. What
            the reader agrees to is kept for this provider and this host, so that what is told must
            hang on nothing else.
        told: What the reader is told before: who receives what. Plain text.
        label: What stands on the button. Plain text.
        values: What the provider's script is given, by names of its own.
    """

    receiver: str
    told: str
    label: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Invitation:
    """How the readers of one page come to comment.

    Attributes:
        link: What needs no script and loads nothing: a link, as HTML.
        request: What is loaded when the reader asks for it.
    """

    link: str
    request: Request | None = None


@dataclass(frozen=True)
class Mistake:
    """What is wrong with what an author wrote, in sentences for the author.

    Attributes:
        message: What is wrong.
        advice: What to write instead.
    """

    message: str
    advice: str


class Provider(ABC, Generic[SettingsT]):
    """One way to comment.

    A package adds a provider by an entry point of the group ``mkdocs_evidence.comments``, whose
    name is that of the provider and whose object is the provider's class.

    Attributes:
        settings: The model of its settings.
        script: The module that shows the comments once the reader asks; None where nothing is
            loaded. It exports ``show(place, values, words)``, which fills an empty element, and,
            where ``has_counts`` says so, ``counts(values, threads)``.
        has_counts: Whether it can tell how many comments threads have.
        keeps_threads: Whether comments hang on the id of a post, which should be written down then.
    """

    settings: type[SettingsT]
    script: ClassVar[Path | None] = None
    has_counts: ClassVar[bool] = False
    keeps_threads: ClassVar[bool] = False

    @abstractmethod
    def invitation(
        self, settings: SettingsT, commented: Commented, words: Catalogue
    ) -> Invitation | None:
        """Return how readers come to comment; None where they are not invited."""

    def discussion_url(self, settings: SettingsT, commented: Commented) -> str:
        """Return the address at which a post is discussed; empty where there is no such place."""
        del settings, commented
        return ""

    def thread_page(self, post_id: str) -> str:
        """Return the address of a page that leads to a post for ever, from the root of the site.

        Providers that send the addresses of threads to somebody have such pages, as the post's own
        address may change. Empty where there is none.
        """
        del post_id
        return ""

    def wrong_thread(self, settings: SettingsT, thread: str) -> Mistake | None:
        """Return what is wrong with the address of a thread in a summary; None if nothing is."""
        del settings, thread
        return Mistake(
            "The comments of this site are not kept in threads that have an address of their own.",
            "Write “comments: true” or remove the line. The provider “mastodon” has such threads.",
        )
