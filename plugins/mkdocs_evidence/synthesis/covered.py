"""The studies that the posts of a site cover, in a form that can be compared."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mkdocs_evidence.citations.fates import Fates
from mkdocs_evidence.languages import Catalogue, lang_attribute
from mkdocs_evidence.notices import Notice
from mkdocs_evidence.study import Evidence

from .addresses import relative_url
from .pages import SitePage


@dataclass(frozen=True)
class CoveredStudy:
    """A study with the post that discusses it.

    Attributes:
        title: The title of the post, as plain text.
        url: Its address, from the root of the site.
        language: Its language, as a tag.
        date: The day on which it appeared.
        topics: Its topics.
        article: The key of the article in the bibliography.
        evidence: The study.
        notice: What readers are warned of, where the article was retracted or is in doubt.
    """

    title: str
    url: str
    language: str
    date: datetime.date
    topics: Sequence[str]
    article: str
    evidence: Evidence
    notice: Notice | None = None

    @property
    def is_retracted(self) -> bool:
        """Whether the article was retracted, so that its results are not to be relied on."""
        return self.notice is not None and self.notice.kind == "retraction"


@dataclass(frozen=True)
class PostLink:
    """The post on a study as another page links to it.

    Attributes:
        study: The study.
        href: The address of the post.
        lang: The attribute with its language, where that is another one than around it.
    """

    study: CoveredStudy
    href: str
    lang: str


def post_link(study: CoveredStudy, url: str, words: Catalogue) -> PostLink:
    """Return the link to the post on a study.

    Args:
        study: The study.
        url: The address of the page on which it will stand, from the root of the site.
        words: The words of the language of this page.
    """
    lang = lang_attribute(study.language, words.language)
    return PostLink(study, relative_url(study.url, url), lang)


def covered_studies(pages: Iterable[SitePage], fates: Fates) -> list[CoveredStudy]:
    """Return the studies of which posts tell design and results, those of the newest post first."""
    found = [
        CoveredStudy(
            page.title,
            page.url,
            page.language,
            page.discussion.date,
            page.topics,
            page.discussion.article,
            page.discussion.evidence,
            fates.warning(page.discussion.article),
        )
        for page in pages
        if page.discussion and page.discussion.evidence
    ]
    return sorted(found, key=lambda study: (study.date, study.url), reverse=True)
