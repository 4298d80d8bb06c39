"""The addresses at which posts stood before, which no two things can share."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_evidence.posts import Post, leading_file
from mkdocs_evidence.reading import SummaryFile

FIELD = "redirect_from"


def check_old_addresses(files: Iterable[tuple[SummaryFile, Post]]) -> None:
    """Note where two posts have the same old address; the newer is more likely to be wrong."""
    first: dict[str, SummaryFile] = {}
    for file, post in sorted(files, key=lambda each: (each[1].summary.date, each[1].uri)):
        for index, address in enumerate(post.summary.redirect_from):
            other = first.setdefault(leading_file(address).casefold(), file)
            if other is not file:
                file.add_problem(
                    (FIELD, index),
                    "duplicate-old-address",
                    f"The post in {other.source.path} has the old address “{address}” already.",
                    "Take it out of the one that never stood there.",
                )


def add_taken(file: SummaryFile, index: int, address: str, *, by_itself: bool) -> None:
    """Note that something stands at an old address of a post.

    Args:
        file: The file of the post.
        index: Which of its old addresses it is.
        address: The address.
        by_itself: Whether it is the post itself that stands there.
    """
    file.add_problem(
        (FIELD, index),
        "old-address-taken",
        f"The post stands at “{address}” itself."
        if by_itself
        else f"Something else stands at “{address}” now, so that it cannot lead to the post.",
        "Take the address out."
        if by_itself
        else "Take the address out, or move what stands there.",
    )
