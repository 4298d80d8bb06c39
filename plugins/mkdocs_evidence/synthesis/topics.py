"""The site's topics with what has been written on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render


@dataclass(frozen=True)
class Topic:
    """A topic.

    Attributes:
        name: Its name.
        description: What it is about; may be empty.
        href: The address of its page; empty where nothing has been written on it yet.
        count: The number of posts.
    """

    name: str
    description: str
    href: str
    count: int


def topic_list(topics: Sequence[Topic], words: Catalogue) -> str:
    """Return the topics as an HTML list, in the order given."""
    return render("topics.html.jinja", topics=topics, words=words)
