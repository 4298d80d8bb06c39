"""The MkDocs plugin: each event handed to the part of the package that does the work."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import click
from jinja2 import Environment
from mkdocs.config.base import Config, ConfigErrors, ConfigWarnings, ValidationError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_evidence.checks import blog_missing, check_named_pages
from mkdocs_evidence.configuration import options_written, read_options
from mkdocs_evidence.problems import Problem, report
from mkdocs_evidence.project import Found, Project, is_summary, without_consequences
from mkdocs_evidence.reading import Document
from mkdocs_evidence.settings import Settings

from .assets import CITATIONS, KEYS, LOOK, THEME, deferred, publish_without_remarks
from .blog import Blog, is_listing, is_topics_section, quicken
from .comments import add_scripts
from .crawling import add_robots, date_sitemap
from .downloads import write_dataset, write_downloads
from .feeds import Feeds
from .files import CACHE, HIDDEN, PostFile, front_matter, front_matter_of_problem
from .folder import is_inside, put_images_back, take_namesakes, take_strangers
from .leading import add_leading_pages
from .mending import mended
from .metadata import Metadata
from .pages import Pages
from .pictures import SitePictures
from .template_values import template_values, with_theme_below

MARKDOWN_EXTENSIONS = ("attr_list", "footnotes", "md_in_html")
"""What the pages of posts are written with, beside plain Markdown."""


class Options(Config):  # type: ignore[no-untyped-call]
    """Empty: the options are checked by `Settings`, which is the same for every host."""


class EvidencePlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Turns summaries into posts, and citations into references.

    On a site without summaries it does the second only, and leaves look and blog alone.
    """

    is_serving = False
    has_summaries = True
    settings: Settings | None = None
    options: Document
    project: Project
    pages: Pages
    pictures: SitePictures
    feeds: Feeds
    metadata: Metadata
    blog: Blog | None
    _namesakes: list[File]

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Check the options with the model that also documents them.

        Returns:
            All that is wrong with them as one error, and no warnings. While serving, the last
            good options stay in force instead, so that the preview goes on.
        """
        settings, document, problems = read_options(options, config_file_path)
        if settings is None and self.is_serving and self.settings:
            click.echo(report(problems), err=True)
        elif settings is None:
            return [("evidence", ValidationError("\n\n" + report(problems) + "\n"))], []
        else:
            self.settings, self.options = settings, document
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether the author is watching the preview, for then nothing may stop."""
        del dirty
        self.is_serving = command == "serve"

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Add to theme and blog what the posts need, before other plugins look at these."""
        assert self.settings
        if "language" not in self.settings.model_fields_set:
            language = config.theme.get("language") or "en"
            self.settings = self.settings.model_copy(update={"language": language})
        stylesheet, script = CITATIONS
        config.extra_css.insert(0, stylesheet)
        config.extra_javascript.append(deferred(script))
        folder = Path(config.docs_dir, self.settings.summaries)
        self.has_summaries = folder.is_dir() or self.settings.speaks_of_posts
        self.blog = Blog.of(config) if self.has_summaries else None
        if self.has_summaries:
            self._dress(config)
        return config

    def _dress(self, config: MkDocsConfig) -> None:
        """Give theme and blog what posts made from summaries need."""
        assert self.settings
        if self.blog:
            self.blog.configure(self.settings, options_written("blog", config.config_file_path))
        custom = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(custom, str(THEME))
        config.extra_css[:0] = LOOK
        config.extra_javascript.append(deferred(KEYS))
        missing = [name for name in MARKDOWN_EXTENSIONS if name not in config.markdown_extensions]
        config.markdown_extensions += missing

    def _add_posts(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Put a post in the place of each summary, before the blog collects its posts."""
        assert self.settings
        root = Path(config.config_file_path).parent.absolute()
        origins = {
            file.src_uri: file
            for file in files
            if is_inside(file, self._prefix) and file.abs_src_path and is_summary(file.src_uri)
        }
        names = {file.src_uri for file in files if file.inclusion is not InclusionLevel.EXCLUDED}
        strangers = take_strangers(files, self._prefix, root)
        found = [Found(Path(str(file.abs_src_path)), uri) for uri, file in origins.items()]
        self.project = Project(
            self.settings,
            self.options,
            root,
            found,
            folder=Path(config.docs_dir),
            strangers=strangers,
            with_drafts=self.is_serving,
            names=names,
        )
        self.pages = Pages(self.project, self.options.source, self.blog, config.site_name)
        config.markdown_extensions.append(self.pages.extension)  # type: ignore[arg-type]
        if origins and not self.blog:
            self._report([*self.project.problems, *self._blog_problems(config.theme.name)])
        for name in CITATIONS:
            if not files.get_file_from_path(name):
                files.append(File(name, str(THEME), config.site_dir, config.use_directory_urls))
        self._namesakes = take_namesakes(files, self._prefix)
        for uri, origin in origins.items():
            files.remove(origin)
            if uri in self.project.posts:
                text = front_matter(self.project.posts[uri])
            elif uri in self.project.files:
                text = front_matter_of_problem(self.project.files[uri], uri)
            else:
                continue  # a draft, which is no part of a published site
            files.append(PostFile(origin, text, root / CACHE, config))
        return files

    def _restore_identities(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Let every post be the author's file again, once the blog has read it."""
        for file in self._namesakes:
            files.append(file)
        put_images_back(files, self._prefix, config)
        for file in [file for file in files if isinstance(file, PostFile)]:
            files.remove(file)
            file.take_identity_of_origin()
            files.append(file)
        quicken(config)
        return files

    on_files = CombinedEvent(
        # After the plugins that add pages, to which a summary may link.
        event_priority(-40)(_add_posts),
        event_priority(-60)(_restore_identities),
    )

    @event_priority(-60)
    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Leave the topics out of the navigation, where the blog has put each of them.

        The site has a page of topics with what each is about.
        """
        del config, files
        if self.has_summaries:
            nav.items = [item for item in nav.items if not is_topics_section(item)]
        return nav

    @event_priority(100)
    def on_page_markdown(
        self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Write the post, now that its address is known.

        This comes before the blog makes its excerpt, and before other plugins change the text.
        """
        del config, files
        if self.has_summaries and is_listing(page):
            page.meta.setdefault("hide", HIDDEN)
        return self.pages.markdown(markdown, page)

    @event_priority(-100)
    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Leave the blog only the excerpt to render, once the post itself has been rendered."""
        del config, files
        page.markdown = self.pages.excerpt_source(page) or page.markdown
        return html

    @event_priority(100)
    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Finish what needs all pages, and report all problems at once."""
        assert self.settings
        self.pages.finish(files, config)
        self.pictures = SitePictures(self.pages, config)
        self.feeds = Feeds(self.pages, self.pictures, files, config)
        self.metadata = Metadata(self.pages, self.pictures, files, config)
        env.globals["evidence"] = template_values(
            self.pages, files, self.metadata, self.pictures, self.feeds
        )
        if self.has_summaries:
            languages = [post.language for post in self.project.posts.values()]
            add_scripts(self.settings.comments, languages, files, config)
            add_leading_pages(self.pages, files, config)
            add_robots(files, config)
            date_sitemap(files, self.pages)
            env.loader = with_theme_below(env.loader, config.theme.dirs, str(THEME))
        self._report(
            [
                *check_named_pages(self.settings, self.options, files.src_uris.keys()),
                *self._blog_problems(config.theme.name),
                *self.project.problems,
                *self.pages.problems(),
                *self.project.published.telling_places(),
            ]
        )
        return env

    @event_priority(100)
    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Add the menus of references, which are no part of the text that others read."""
        del config
        output = self.pages.with_menus(output, page)
        return mended(self.pictures.sized(output, page)) if self.has_summaries else output

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Mend the page that stands where none is, too, which is made without a page."""
        del config
        is_page = self.has_summaries and template_name.endswith(".html")
        return mended(output) if is_page else output

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the feeds, for which all posts must have their addresses, and the downloads."""
        site = Path(config.site_dir)
        publish_without_remarks(site)
        write_downloads(self.pages.cited_keys(), self.project.library, site)
        write_dataset(self.pages.dataset, site)
        self.metadata.write_posts(site)
        self.feeds.write()
        if self.has_summaries:
            self.pictures.write_cards()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object
    ) -> LiveReloadServer:
        """Rebuild also when the bibliography or the notices change."""
        del config, builder
        for path in filter(None, (*self.project.bibliography_paths, self.project.notices_file)):
            if path.exists():
                server.watch(str(path))
        return server

    @property
    def _prefix(self) -> str:
        """How the names of all files in the folder of the summaries begin."""
        assert self.settings
        return f"{self.settings.summaries.strip('/')}/"

    def _blog_problems(self, theme: object) -> list[Problem]:
        assert self.settings
        if self.blog:
            return self.blog.problems(self.settings, self.options)
        if not self.project.files:
            return []
        return [blog_missing(self.options, theme)]

    def _report(self, problems: list[Problem]) -> None:
        """Show the problems; a build ends with an error among them, the preview goes on.

        Raises:
            PluginError: There are errors, and the site is being built.
        """
        problems = without_consequences(problems)
        if not problems:
            return
        if not self.is_serving and any(problem.level == "error" for problem in problems):
            raise PluginError("\n\n" + report(problems) + "\n")
        click.echo(report(problems), err=True)
