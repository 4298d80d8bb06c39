"""The site's topics with what has been written on each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue, lang_attribute
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


def topic_list(topics: Sequence[Topic], words: Catalogue, language: str) -> str:
    """Return the topics as an HTML list, in the order given.

    Args:
        topics: The topics.
        words: The words of the language of the page.
        language: The language of the site, in which topics are named.
    """
    lang = lang_attribute(language, words.language)
    return render("topics.html.jinja", topics=topics, words=words, lang=lang)
