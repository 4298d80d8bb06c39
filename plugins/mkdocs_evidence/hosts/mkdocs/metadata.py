"""What the pages of MkDocs tell machines, and how its posts are cited."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_evidence.citations import menu_marker
from mkdocs_evidence.comments import provider_of
from mkdocs_evidence.csl import Processor
from mkdocs_evidence.metadata import (
    PageRecord,
    PostRecord,
    SiteRecord,
    Work,
    Writer,
    cite_post,
    head,
    post_item,
)
from mkdocs_evidence.pictures import Picture
from mkdocs_evidence.posts import Post
from mkdocs_evidence.settings import Author

from .downloads import post_key, write_post
from .pages import Pages
from .pictures import SitePictures

_TAG = re.compile(r"<[^>]*>")


class Metadata:
    """What is known of the pages of one build, once all of them are rendered.

    Args:
        pages: The pages.
        pictures: Their pictures.
        files: The files of the site.
        config: What the site sets.
    """

    def __init__(
        self, pages: Pages, pictures: SitePictures, files: Files, config: MkDocsConfig
    ) -> None:
        self._pages = pages
        self._project = pages.project
        self._files = files
        self._pictures = pictures
        self._site = SiteRecord(
            name=config.site_name,
            home=config.site_url or "",
            description=config.site_description or "",
            language=pages.project.settings.language,
        )
        self._posts: dict[str, PostRecord] = {}

    def head(self, page: Page | None) -> str:
        """Return what machines read of a page, as HTML for its head.

        Args:
            page: The page; None for the template that stands where no page is.
        """
        if page is None:
            return head(None)
        post = self._pages.post_of(page)
        return head(self._record_of_post(post, page) if post else self._record(page))

    def cite(self, page: Page) -> str:
        """Return the section that tells how to cite a post, as HTML; nothing for other pages."""
        post = self._pages.post_of(page)
        if post is None:
            return ""
        return cite_post(self._reference(post, page), menu_marker(post_key(post.slug)), post.words)

    def write_posts(self, site: Path) -> None:
        """Write each post in the formats of reference managers into the built site."""
        for page, post in self._pages.posts():
            write_post(post.slug, post_item(self._record_of_post(post, page)), site)

    def _reference(self, post: Post, page: Page) -> str:
        """Return the reference of a post, in APA style where its own prints no references."""
        items = {post.slug: post_item(self._record_of_post(post, page))}
        for style in (post.summary.citation_style, "apa"):
            site = self._pages.processor_for(post.language, style)
            processor = Processor(site.style, post.language, items.__getitem__)
            if reference := processor.reference(post.slug):
                return reference.html
        raise AssertionError("APA style prints every item that has a title")

    def _record(self, page: Page) -> PageRecord:
        """Return what is known of a page; its title and description are HTML for the theme."""
        title = unescape(_TAG.sub("", str(page.meta.get("title") or page.title)))
        description = unescape(str(page.meta.get("description") or self._site.description))
        return PageRecord(
            site=self._site,
            title=self._site.name if page.is_homepage else title,
            description=description,
            url=page.canonical_url or "",
            language=str(page.meta.get("lang") or self._site.language),
            card=self._with_full_url(self._pictures.card(page)),
            is_home=page.is_homepage,
        )

    def _record_of_post(self, post: Post, page: Page) -> PostRecord:
        """Return what is known of a post, which is gathered once."""
        if post.uri not in self._posts:
            self._posts[post.uri] = self._make_record(post, page)
        return self._posts[post.uri]

    def _make_record(self, post: Post, page: Page) -> PostRecord:
        summary = post.summary
        cited = {key: self._work(key) for key in self._pages.works_on(page)}
        described = replace(
            self._record(page),
            title=summary.title,
            description=post.description,
            language=post.language,
        )
        return PostRecord(
            page=described,
            published=summary.date,
            updated=summary.updated,
            writers=[Writer(author, self._page_about(author)) for author in post.authors],
            topics=summary.topics,
            tags=summary.tags,
            picture=self._with_full_url(self._pictures.of(page)),
            article=cited.get(summary.article.key) if summary.article else None,
            cited=list(cited.values()),
            comments=self._comments_on(post, described.url),
            is_draft=summary.draft,
        )

    def _work(self, key: str) -> Work:
        notices = [notice.kind for notice in self._project.fates.of(key).notices]
        return Work(self._project.library.csl(key), notices)

    def _page_about(self, author: Author) -> str:
        file = self._files.get_file_from_path(author.page) if author.page else None
        return self._full_url(file.url) if file else ""

    def _comments_on(self, post: Post, url: str) -> str:
        if not post.summary.comments:
            return ""
        comments = self._project.settings.comments
        return provider_of(comments).discussion_url(comments, post.commented(url))

    def _with_full_url(self, picture: Picture | None) -> Picture | None:
        """Return a picture with its full address; None where the site has no address."""
        if picture is None or not self._site.home:
            return None
        return replace(picture, url=self._full_url(picture.url))

    def _full_url(self, url: str) -> str:
        """Return the full address of what has this one from the root of the site, if it has one."""
        return urljoin(self._site.home, url) if self._site.home else ""
