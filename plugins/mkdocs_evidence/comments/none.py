"""No comments."""

from __future__ import annotations

from typing import Literal

from mkdocs_evidence.languages import Catalogue

from .provider import Commented, Provider, ProviderSettings


class NoComments(ProviderSettings):
    """No invitation to comment."""

    provider: Literal["none"] = "none"
    """Readers are not invited to comment."""


class NoProvider(Provider[NoComments]):
    """Invites nobody."""

    settings = NoComments

    def invitation(self, settings: NoComments, commented: Commented, words: Catalogue) -> None:
        """Return that nobody is invited."""
        del settings, commented, words

    def wrong_thread(self, settings: NoComments, thread: str) -> None:
        """Return that nothing is wrong with any: comments can be turned off, and on again."""
        del settings, thread
