"""Which pages of a build discuss or cite which works."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from html import unescape

from mkdocs.structure.pages import Page

from mkdocs_evidence.citations import PageCitations
from mkdocs_evidence.csl.collation import collation_key
from mkdocs_evidence.project import Project

Rendered = dict[str, tuple[Page, PageCitations]]
"""The pages of a build with what is known of their citations, by the names of their files."""


class Mentions:
    """What the pages of a build say of works; to be asked when all pages are rendered.

    Args:
        project: The site's summaries and bibliography.
        rendered: The pages.
    """

    def __init__(self, project: Project, rendered: Rendered) -> None:
        self._project = project
        self._rendered = rendered

    @cached_property
    def pages(self) -> dict[str, list[Page]]:
        """The pages that have a work in their references, by its key."""
        return _by_key(
            (page, [*citations.always, *citations.cited])
            for page, citations in self._rendered.values()
        )

    @cached_property
    def discussing(self) -> dict[str, list[Page]]:
        """The posts that discuss a work, by its key."""
        return _by_key(
            (page, [article.key])
            for uri, (page, _) in self._rendered.items()
            if (post := self._project.posts.get(uri)) and (article := post.summary.article)
        )

    @cached_property
    def citing(self) -> dict[str, list[Page]]:
        """The pages that cite a work in their text, by its key."""
        return _by_key((page, citations.cited) for page, citations in self._rendered.values())

    @cached_property
    def topics(self) -> list[str]:
        """The topics of the site: first those it sets, in their order, then others of posts."""
        others = {topic for page, _ in self._rendered.values() for topic in _topics_of(page)}
        known = self._project.settings.topics
        return [
            *known,
            *sorted(others - known.keys(), key=lambda name: (collation_key(name), name)),
        ]

    @cached_property
    def topics_by_key(self) -> dict[str, list[str]]:
        """The topics of the posts that have a work in their references, by its key."""
        topics = {
            key: {topic for page in pages for topic in _topics_of(page)}
            for key, pages in self.pages.items()
        }
        return {key: [each for each in self.topics if each in own] for key, own in topics.items()}


def title_of(page: Page) -> str:
    """Return the title of a page as plain text."""
    return unescape(str(page.title))


def _by_key(mentions: Iterable[tuple[Page, Iterable[str]]]) -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = {}
    for page, keys in mentions:
        for key in dict.fromkeys(keys):
            found.setdefault(key, []).append(page)
    return found


def _topics_of(page: Page) -> list[str]:
    """Return the topics of a post, which are its categories for the blog."""
    categories = page.meta.get("categories", [])
    return [str(each) for each in categories] if isinstance(categories, list) else []
