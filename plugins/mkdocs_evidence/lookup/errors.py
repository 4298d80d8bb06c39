"""Why a work could not be looked up, in a sentence for an author."""

from __future__ import annotations


class LookupFailed(Exception):  # noqa: N818  (it is what happened, and no mistake of the program)
    """A work could not be looked up; the text says why."""


class UnknownWork(LookupFailed):
    """The registries answered, and none of them describes the work.

    Attributes:
        resolves: Whether its DOI leads somewhere all the same, so that it is right.
    """

    def __init__(self, message: str, *, resolves: bool = False) -> None:
        super().__init__(message)
        self.resolves = resolves


class Unreachable(LookupFailed):
    """A registry could not be asked, or what it answered is no answer."""
