"""Which pages of a site discuss or cite which works."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from mkdocs_evidence.csl.collation import collation_key

from .pages import SitePage


class Mentions:
    """What the pages of a site say of works.

    Args:
        pages: The pages, which are all converted.
        topics: The topics that the site sets, in their order.
    """

    def __init__(self, pages: Sequence[SitePage], topics: Iterable[str]) -> None:
        self._pages = pages
        self._set_topics = list(topics)

    @cached_property
    def pages(self) -> dict[str, list[SitePage]]:
        """The pages that have a work in their references, by its key."""
        return _by_key(
            (page, [*page.citations.always, *page.citations.cited]) for page in self._pages
        )

    @cached_property
    def discussing(self) -> dict[str, list[SitePage]]:
        """The posts that discuss a work, by its key."""
        return _by_key((page, [page.discussion.article]) for page in self._pages if page.discussion)

    @cached_property
    def citing(self) -> dict[str, list[SitePage]]:
        """The pages that cite a work in their text, by its key."""
        return _by_key((page, page.citations.cited) for page in self._pages)

    @cached_property
    def topics(self) -> list[str]:
        """The topics of the site: first those it sets, in their order, then others of posts."""
        others = {topic for page in self._pages for topic in page.topics} - {*self._set_topics}
        return [
            *self._set_topics,
            *sorted(others, key=lambda name: (collation_key(name), name)),
        ]

    @cached_property
    def topics_by_key(self) -> dict[str, list[str]]:
        """The topics of the posts that have a work in their references, by its key."""
        topics = {
            key: {topic for page in pages for topic in page.topics}
            for key, pages in self.pages.items()
        }
        return {key: [each for each in self.topics if each in own] for key, own in topics.items()}


def _by_key(mentions: Iterable[tuple[SitePage, Iterable[str]]]) -> dict[str, list[SitePage]]:
    found: dict[str, list[SitePage]] = {}
    for page, keys in mentions:
        for key in dict.fromkeys(keys):
            found.setdefault(key, []).append(page)
    return found
