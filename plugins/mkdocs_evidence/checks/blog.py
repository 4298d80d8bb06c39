"""What the blog of a site must be like to show the summaries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from mkdocs_evidence.problems import Problem
from mkdocs_evidence.reading import Document
from mkdocs_evidence.settings import Settings

MATERIAL = "material"
"""The name of the theme that has the blog."""

_TAG = re.compile(r"</?[^>]*>")
_NO_WORD = re.compile(r"[^\w\- ]")


def topic_address(topic: str) -> str:
    """Return the address that Material's blog gives a topic's page, if it is not told otherwise.

    This is the function ``slugify`` of pymdownx.slugs with small letters.
    """
    text = _TAG.sub("", unicodedata.normalize("NFC", topic)).strip().lower()
    return _NO_WORD.sub("", text).replace(" ", "-")


def blog_missing(options: Document, theme: object) -> Problem:
    """Return the problem that no blog shows the summaries of a site.

    Args:
        options: The options as they stand in the site's configuration file.
        theme: The name of the site's theme, if it says one.
    """
    place = options.value_span(()).start
    message = "The summaries need the blog of the theme Material, which the site does not have."
    advice = "Add a line to the plugins: - blog"
    if theme != MATERIAL:
        advice += f", and let the theme be its own: theme: {MATERIAL}"
    return options.source.problem(place, "blog-missing", message, advice)


def check_blog(
    folder: str,
    settings: Settings,
    options: Document,
    address: Callable[[str], str] = topic_address,
) -> list[Problem]:
    """Return what keeps a blog from showing the summaries and their topics.

    Args:
        folder: The folder in which the blog looks for posts.
        settings: What the site sets.
        options: The same as they stand in the site's configuration file.
        address: What gives the address of a topic's page.
    """
    problems = _alike_topics(settings, options, address)
    if folder != settings.summaries:
        problems.append(
            options.source.problem(
                options.value_span(()).start,
                "blog-options",
                f"The blog looks for posts in “{folder}”, but the summaries are in "
                f"“{settings.summaries}”.",
                "Remove “post_dir” from the options of the blog.",
            )
        )
    return problems


def _alike_topics(
    settings: Settings, options: Document, address: Callable[[str], str]
) -> list[Problem]:
    """Return the topics that would share the address of their pages, or have none."""
    problems, first = [], {"": "a page without a name"}
    for topic in settings.topics:
        own = address(topic)
        if own in first:
            span = options.name_span(("topics", topic))
            message = f"The page of the topic “{topic}” would have the address of {first[own]}."
            advice = "Give one of them a name that differs in its letters or digits."
            problems.append(options.problem(span, "topic-address", message, advice))
        first.setdefault(own, f"“{topic}”")
    return problems
