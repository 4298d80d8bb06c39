"""All that this package knows of Material's blog plugin."""

from __future__ import annotations

from collections.abc import Iterable

from material.plugins.blog.plugin import BlogPlugin
from material.plugins.blog.structure import Category, View
from material.plugins.blog.structure import Post as BlogPost
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Section
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from mkdocs_evidence.checks import check_blog
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.reading import Document
from mkdocs_evidence.settings import Settings


class Blog:
    """The blog of a site, as far as the posts need it.

    Args:
        plugin: Material's blog plugin.
    """

    def __init__(self, plugin: BlogPlugin) -> None:
        self._plugin = plugin

    @classmethod
    def of(cls, config: MkDocsConfig) -> Blog | None:
        """Return the blog of a site, or None where the site has none."""
        plugin = config.plugins.get("material/blog")
        return cls(plugin) if isinstance(plugin, BlogPlugin) and plugin.config.enabled else None

    def configure(self, settings: Settings, written: set[str]) -> None:
        """Give the blog what suits the summaries, where the site does not say otherwise.

        This runs before the blog reads its options. Authors and topics are always left to this
        plugin, which explains what is wrong with them.

        Args:
            settings: What the site sets for its summaries.
            written: The options that the site itself gives the blog.
        """
        options = self._plugin.config
        suited = {
            "blog_dir": ".",
            "post_dir": settings.summaries,
            "post_url_format": f"{settings.summaries}/{{slug}}",
        }
        for name, value in suited.items():
            if name not in written:
                options[name] = value
        options.authors = False
        options.post_readtime = False
        options.post_excerpt = "optional"
        options.categories_allowed = []

    def problems(self, settings: Settings, options: Document) -> list[Problem]:
        """Return what keeps the blog from showing the summaries and their topics."""
        config = self._plugin.config
        folder = config.post_dir.format(blog=config.blog_dir).removeprefix("./")

        def address(topic: str) -> str:
            return str(config.categories_slugify(topic, config.categories_slugify_separator))

        return check_blog(folder, settings, options, address)

    def posts(self) -> list[BlogPost]:
        """Return the posts that are part of this build, newest first."""
        return list(self._plugin.blog.posts)

    def topics(self) -> dict[str, str]:
        """Return the address of each topic's page, from the root of the site."""
        views = self._plugin.blog.views
        return {view.name: view.url for view in views if isinstance(view, Category)}

    def topic_pages(self, page: Page) -> dict[str, str]:
        """Return the address of each topic's page, as seen from a page of the site."""
        return {name: get_relative_url(url, page.url) for name, url in self.topics().items()}


class _Posts(list[BlogPost]):
    """Posts that know at once whether a page is one of them.

    The blog asks this about each page several times, and pages are compared by their titles, which
    are looked for in their text.
    """

    def __init__(self, posts: Iterable[BlogPost]) -> None:
        super().__init__(posts)
        self._ids = {id(post) for post in self}

    def __contains__(self, page: object) -> bool:
        return id(page) in self._ids


def quicken(config: MkDocsConfig) -> None:
    """Let the blogs of a site find out quickly which pages are their posts, once they know them."""
    for plugin in config.plugins.values():
        if isinstance(plugin, BlogPlugin) and plugin.config.enabled:
            plugin.blog.posts = _Posts(plugin.blog.posts)


def is_listing(page: Page) -> bool:
    """Say whether a page lists posts."""
    return isinstance(page, View)


def is_topics_section(item: StructureItem) -> bool:
    """Say whether an item of the navigation is the section in which the blog lists its topics."""
    return isinstance(item, Section) and any(isinstance(page, Category) for page in item.children)
