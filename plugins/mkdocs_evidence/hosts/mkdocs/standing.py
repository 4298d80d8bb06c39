"""What an author asks for by a comment before a page is converted: the introduction, the topics."""

from __future__ import annotations

import re

from mkdocs.structure.pages import Page

from mkdocs_evidence.citations import without_code
from mkdocs_evidence.comments import NoComments
from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.posts import listing_foot, standing_introduction
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.synthesis import Topic, topic_list

from .blog import Blog, is_listing

POSTS = "<!-- evidence/posts -->"
"""Where the list of posts stands in the home page; what follows comes below it."""

_INTRODUCTION = re.compile(r"^<!-- evidence/introduction -->[ \t]*$", re.MULTILINE)
_TOPICS = re.compile(r"^<!-- evidence/topics -->[ \t]*$", re.MULTILINE)


class StandingParts:
    """Puts into pages what is the same wherever it is asked for.

    Args:
        settings: What the site says of itself.
        blog: The blog that shows the posts, if there is one.
        site_name: What the site is called.
    """

    def __init__(self, settings: Settings, blog: Blog | None, site_name: str) -> None:
        self._settings = settings
        self._blog = blog
        self._site_name = site_name

    def put_into(self, markdown: str, page: Page, language: str) -> str:
        """Return the Markdown of a page with what its comments ask for."""
        if places := _places(_INTRODUCTION, markdown):
            markdown = _put(self._introduction(language), places, markdown)
            posts = POSTS if is_listing(page) else ""
            foot = listing_foot(self._settings, self._site_name, page.canonical_url or "")
            markdown = f"{markdown}\n\n{posts}\n\n{foot}"
        if places := _places(_TOPICS, markdown):
            markdown = _put(self._topics(page, language), places, markdown)
        return markdown

    def _introduction(self, language: str) -> str:
        can_comment = not isinstance(self._settings.comments, NoComments)
        text = standing_introduction(self._settings, language, can_comment=can_comment)
        return f'<div class="evidence-introduction" markdown="1">\n\n{text}\n\n</div>'

    def _topics(self, page: Page, language: str) -> str:
        pages = self._blog.topic_pages(page) if self._blog else {}
        shown = [post.config.categories for post in self._blog.posts()] if self._blog else []
        described = self._settings.topics
        topics = [
            Topic(
                name,
                described.get(name, ""),
                pages.get(name, ""),
                sum(name in categories for categories in shown),
            )
            for name in dict.fromkeys([*described, *pages])
        ]
        return topic_list(topics, catalogue(language), self._settings.language)


def _places(comment: re.Pattern[str], markdown: str) -> list[tuple[int, int]]:
    """Return where a comment begins and ends in Markdown, but for where it stands in code."""
    if not comment.search(markdown):
        return []
    return [found.span() for found in comment.finditer(without_code(markdown))]


def _put(text: str, places: list[tuple[int, int]], markdown: str) -> str:
    """Return Markdown with a text in these places."""
    parts, after = [], 0
    for start, end in places:
        parts += [markdown[after:start], text]
        after = end
    return "".join([*parts, markdown[after:]])
