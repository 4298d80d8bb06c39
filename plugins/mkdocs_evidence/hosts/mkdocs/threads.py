"""How many comments the threads of posts have, where lists of posts tell of that."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.structure.pages import Page

from mkdocs_evidence.comments import as_attribute, counting_values

from .pages import Pages

COUNTED = "thread"
"""The value of a provider's script by which it knows the thread of a post."""


class Counted:
    """What lists of posts need so that a reader's browser can count the comments on each.

    Args:
        pages: The pages of the site.
    """

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def thread(self, page: Page) -> str:
        """Return what a provider knows the thread of a post by; empty where none is counted."""
        return self._values(page).get(COUNTED, "")

    def values(self, pages: Iterable[Page]) -> str:
        """Return what the script is given on a list of these posts; empty where it is not needed.

        What is the same for all posts is taken from the first that has comments.
        """
        found = next((values for page in pages if (values := self._values(page))), None)
        return as_attribute(found) if found else ""

    def _values(self, page: Page) -> dict[str, str]:
        post = self._pages.post_of(page)
        if not post or not post.summary.comments:
            return {}
        commented = post.commented(page.canonical_url or "")
        return counting_values(post.settings.comments, commented, post.words)
