"""What is known of the pages of a site, whatever program makes it, once they are converted."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from mkdocs_evidence.citations import PageCitations
from mkdocs_evidence.sources import Source
from mkdocs_evidence.study import Evidence


@dataclass(frozen=True)
class Discussion:
    """What makes a page a post on a work.

    Attributes:
        article: The key of the work.
        date: The day on which the post appeared.
        description: What it is about, as plain text.
        evidence: The study in a form that can be compared, where the author gave it.
    """

    article: str
    date: datetime.date
    description: str
    evidence: Evidence | None = None


@dataclass(frozen=True)
class SitePage:
    """A page of the site.

    Attributes:
        name: What it is called in problems where no file of the author's holds what is wrong.
        url: Its address from the root of the site.
        title: Its title, as plain text.
        html: Its content.
        citations: What is known of its citations, with its language.
        source: Gives the author's file, which is read when it is needed; None for a page that no
            author wrote.
        topics: Its topics.
        discussion: The work that it discusses, if it is a post on one.
    """

    name: str
    url: str
    title: str
    html: str
    citations: PageCitations
    source: Callable[[], Source | None]
    topics: Sequence[str] = ()
    discussion: Discussion | None = None

    @property
    def language(self) -> str:
        """Its language, as a tag."""
        return self.citations.words.language
