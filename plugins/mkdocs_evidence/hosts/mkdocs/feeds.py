"""The feeds of the site and of its topics, and the pages that announce them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_evidence.posts import Post
from mkdocs_evidence.synthesis import Feed, FeedImage, FeedItem, json_feed, rss

from .pages import Pages
from .pictures import SitePictures

NEWEST = 30
"""How many posts a feed holds, with their full text."""

_FORMATS = {".xml": ("application/rss+xml", rss), ".json": ("application/feed+json", json_feed)}
"""The media type of each format of feeds and what writes it, by how its files end."""


@dataclass(frozen=True)
class FeedLink:
    """A feed as pages announce it.

    Attributes:
        title: What it is called.
        type: Its media type.
        url: Its address from the root of the site.
    """

    title: str
    type: str
    url: str


class Feeds:
    """The feeds of one build; none for a site without an address or a blog.

    A feed that the author has written, in the place of one of these, is left as it is.

    Args:
        pages: The pages of the site.
        pictures: Their pictures.
        files: The files of the site.
        config: What the site sets.
    """

    def __init__(
        self, pages: Pages, pictures: SitePictures, files: Files, config: MkDocsConfig
    ) -> None:
        self._pages = pages
        self._pictures = pictures
        self._home = config.site_url or ""
        self._folder = Path(config.site_dir)
        self._about = config.site_description or ""
        self._written = {file.dest_uri for file in files}
        self._items: dict[str, FeedItem] = {}

    def announced_on(self, page: Page | None) -> list[FeedLink]:
        """Return the feeds that a page announces: the site's, and before them its topic's own."""
        if not self._home or not self._pages.blog:
            return []
        topics = [
            (self._title(topic), _beside(url))
            for topic, url in self._pages.blog.topics().items()
            if page and page.url == url
        ]
        return [
            FeedLink(title, kind, f"{url}{ending}")
            for title, url in (*topics, (self._pages.site_name, "feed"))
            for ending, (kind, _) in _FORMATS.items()
        ]

    def write(self) -> None:
        """Write the feeds to the built site, for which all posts must have their addresses."""
        if not self._home or not self._pages.blog:
            return
        posts = [(page, post) for page, post in self._pages.posts() if not post.summary.draft]
        self._write("feed", self._feed(self._pages.site_name, self._about, "", "feed", posts))
        topics = self._pages.project.settings.topics
        for topic, url in self._pages.blog.topics().items():
            about = topics.get(topic) or self._about
            on_topic = [(page, post) for page, post in posts if topic in post.summary.topics]
            feed = self._feed(self._title(topic), about, url, _beside(url), on_topic)
            self._write(_beside(url), feed)

    def _write(self, url: str, feed: Feed) -> None:
        for ending, (_, written) in _FORMATS.items():
            name = f"{unquote(url)}{ending}"
            if name in self._written:
                continue
            path = self._folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written(feed), "utf-8", newline="\n")

    def _title(self, topic: str) -> str:
        return f"{topic} – {self._pages.site_name}"

    def _feed(
        self, title: str, about: str, home: str, url: str, posts: list[tuple[Page, Post]]
    ) -> Feed:
        return Feed(
            title=title,
            description=about,
            home=urljoin(self._home, home),
            address=urljoin(self._home, url),
            language=self._pages.project.settings.language,
            items=[self._item(page, post) for page, post in posts[:NEWEST]],
        )

    def _item(self, page: Page, post: Post) -> FeedItem:
        """Return a post as all feeds show it."""
        if post.uri not in self._items:
            self._items[post.uri] = self._make_item(page, post)
        return self._items[post.uri]

    def _make_item(self, page: Page, post: Post) -> FeedItem:
        summary = post.summary
        picture, file = self._pictures.of(page), self._pictures.file_of(post)
        image = None
        if picture and file:
            image = FeedImage(urljoin(self._home, picture.url), picture.media_type, file.length)
        return FeedItem(
            url=page.canonical_url or "",
            title=summary.title,
            summary=f"{self._pages.warning(post)} {post.description}".strip(),
            content=self._pictures.sized(page.content or "", page, whole_page=False),
            published=summary.date,
            updated=summary.updated or summary.date,
            language=post.language,
            authors=[author.name for author in post.authors],
            topics=summary.topics,
            image=image,
        )


def _beside(url: str) -> str:
    """Return the address of the feeds of a topic, without their ending, by that of its page."""
    folder = url if url.endswith("/") else f"{url.removesuffix('.html')}/"
    return f"{folder}feed"
