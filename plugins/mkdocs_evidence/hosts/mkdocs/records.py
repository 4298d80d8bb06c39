"""What the rest of the package needs to know of a page that MkDocs has rendered."""

from __future__ import annotations

from functools import partial
from html import unescape

from mkdocs.structure.pages import Page

from mkdocs_evidence.citations import PageCitations
from mkdocs_evidence.project import Project
from mkdocs_evidence.synthesis import Discussion, SitePage

from .origins import source_of


def record_of(page: Page, citations: PageCitations, project: Project) -> SitePage:
    """Return what is known of a page, whose title is HTML for MkDocs.

    Args:
        page: The page, as it was rendered.
        citations: What is known of its citations.
        project: The site's summaries and bibliography.
    """
    return SitePage(
        name=page.file.src_uri,
        url=page.url,
        title=unescape(str(page.title)),
        html=page.content or "",
        citations=citations,
        source=partial(source_of, page, project),
        topics=_topics_of(page),
        discussion=_discussion_in(page, project),
    )


def _topics_of(page: Page) -> list[str]:
    """Return the topics of a post, which are its categories for the blog."""
    categories = page.meta.get("categories", [])
    return [str(each) for each in categories] if isinstance(categories, list) else []


def _discussion_in(page: Page, project: Project) -> Discussion | None:
    post = project.posts.get(page.file.src_uri)
    if post is None or (article := post.summary.article) is None:
        return None
    summary = post.summary
    return Discussion(article.key, summary.date, post.description, summary.evidence)
