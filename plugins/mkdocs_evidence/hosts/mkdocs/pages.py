"""What each page of the site gets from this package, while MkDocs renders it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from mkdocs_evidence.checks import check_comments
from mkdocs_evidence.citations import (
    CitationExtension,
    PageCitations,
    find_key,
    in_own_language,
    uncited_keys,
    unknown_key_problem,
    with_menus,
)
from mkdocs_evidence.citations.fates import article_banner, fate_note, warning
from mkdocs_evidence.citations.placeholders import without_empty_lines
from mkdocs_evidence.csl import Processor, Style
from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.notices import Notice
from mkdocs_evidence.posts import (
    ArticleCard,
    Place,
    Post,
    dataset_files,
    excerpt,
    post_page,
    problem_page,
)
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.project import Project
from mkdocs_evidence.sources import Source
from mkdocs_evidence.synthesis import (
    Across,
    Banners,
    Bibliographies,
    Mentions,
    WorkLinks,
    WorkPages,
    asks_for_works_of_page,
    covered_studies,
)

from .blog import Blog
from .comments import COMMENTS
from .contents import add_contents
from .files import PostFile
from .front_matter import page_options
from .origins import source_of
from .records import record_of
from .standing import StandingParts
from .works import add_work_pages

LEAD = "evidence-lead"
"""The class of the element with the opening of a post."""


class Pages:
    """The pages of one build.

    Args:
        project: The site's summaries and bibliography.
        options: The source of the site's settings.
        blog: The blog that shows the summaries, if there is one.
        site_name: What the site is called.

    Attributes:
        extension: The Markdown extension for citations, to be used for every page.
    """

    def __init__(
        self, project: Project, options: Source, blog: Blog | None, site_name: str
    ) -> None:
        self.site_name = site_name
        self.project = project
        self.options = options
        self.blog = blog
        self._standing = StandingParts(project.settings, blog, site_name)
        self._processor = cache(self._make_processor)
        site = project.settings.language
        nowhere = PageCitations(self.processor_for(site), catalogue(site), append=False)
        self.extension = CitationExtension(project.library, nowhere)
        self._citations: dict[str, tuple[Page, PageCitations]] = {}
        self._shown: list[str] = []
        self._problems: list[Problem] = []

    def markdown(self, markdown: str, page: Page) -> str:
        """Return the Markdown to render for a page, and make ready for the citations in it."""
        post = self.post_of(page)
        if post:
            self._expect_citations_of(post, page)
            return without_empty_lines(self._post_page(post, page))
        language = str(page.meta.get("lang") or self.project.settings.language)
        options = page_options(page, self.project)
        self._problems += [*options.problems, *self._unknown_comments(markdown, page)]
        citations = self._expect_citations(page, language, options.style, options.uncited)
        citations.lists_follow = asks_for_works_of_page(markdown, self.project.library)
        citations.append = not citations.lists_follow and not isinstance(page.file, PostFile)
        if isinstance(page.file, PostFile):
            file = self.project.files[page.file.origin_uri]
            return problem_page(file.path.name, file.problems, language)
        return without_empty_lines(self._standing.put_into(markdown, page, language))

    def post_of(self, page: Page) -> Post | None:
        """Return the post that a page is; None for other pages."""
        file = page.file
        return self.project.posts.get(file.origin_uri) if isinstance(file, PostFile) else None

    def posts(self) -> list[tuple[Page, Post]]:
        """Return the posts that the blog shows in this build with their pages, newest first."""
        pages = self.blog.posts() if self.blog else []
        return [(page, post) for page in pages if (post := self.post_of(page))]

    def warning(self, post: Post) -> str:
        """Return what readers are told of the article of a post, in one or two sentences."""
        notice = self._warned_of(post)
        return warning(notice, post.words) if notice else ""

    def processor_for(self, language: str, style: str | None = None) -> Processor:
        """Return the processor of a style, or else of the site's own, for a language."""
        named = self.project.style if style is None else self.project.style_named(style)
        return self._processor(named, language)

    def excerpt_source(self, page: Page) -> str | None:
        """Return the Markdown that stands for a converted post on listings; None for other pages.

        What is converted of the page from now on is an excerpt.
        """
        if page.file.src_uri in self._citations:
            self._citations[page.file.src_uri][1].is_converted = True
        post = self.post_of(page)
        return excerpt(post, self._banner(post)) if post else None

    def finish(self, files: Files, config: MkDocsConfig) -> None:
        """Add what needs all pages: the pages of works, the bibliographies, the links to works."""
        project = self.project
        rendered = [
            (page, record_of(page, citations, project))
            for page, citations in self._citations.values()
        ]
        mentions = Mentions([record for _, record in rendered], project.settings.topics)
        addresses = {}
        if project.settings.work_pages:
            language = project.settings.language
            works = WorkPages(
                project.library, mentions, language, self.processor_for, project.fates
            )
            addresses = add_work_pages(works, files, config)
        links = WorkLinks(addresses)
        banners = Banners(project.fates, self.processor_for)
        bibliographies = Bibliographies(project.library, self.options, mentions, links)
        studies = covered_studies((record for _, record in rendered), project.fates)
        self._across = Across(studies, mentions.topics)
        for page, record in rendered:
            filled = bibliographies.fill(record)
            html = banners.put_into(filled.html, record)
            page.content = self._across.put_into(html, record)
            add_contents(page, filled)
        self._shown += bibliographies.shown
        self._problems += bibliographies.problems

    def looks_across(self, page: Page) -> bool:
        """Say whether a page shows studies across posts."""
        return page.url in self._across.pages

    @property
    def dataset(self) -> Mapping[str, bytes]:
        """The files of the dataset by their names, if a page shows studies across posts."""
        if not self._across.pages:
            return {}
        posts = [post for _, post in self.posts()]
        return dataset_files(posts, self.project.library, self.project.fates)

    def with_menus(self, html: str, page: Page) -> str:
        """Return the HTML of a whole page with the menus of its references."""
        record = self._citations.get(page.file.src_uri)
        words = record[1].words if record else catalogue(self.project.settings.language)
        return with_menus(html, words, "../" * page.url.count("/"))

    def cited_keys(self) -> list[str]:
        """Return the keys of all works that have a reference in a page of this build."""
        records = [citations for _, citations in self._citations.values()]
        cited = {key for each in records for key in (*each.always, *each.cited)}
        return sorted(cited.union(self._shown))

    def works_on(self, page: Page) -> list[str]:
        """Return the keys of the works in the references of a page, in their order."""
        record = self._citations.get(page.file.src_uri)
        return list(record[1].references) if record else []

    def problems(self) -> list[Problem]:
        """Return what was wrong with the citations in the pages rendered so far."""
        unknown = [
            unknown_key_problem(self._source_of(page, key), key, self.project.library)
            for page, citations in self._citations.values()
            for key in citations.unknown
        ]
        return [*self._problems, *unknown]

    def _expect_citations_of(self, post: Post, page: Page) -> None:
        """Make ready for the citations of a post, which has a place for its references."""
        summary = post.summary
        article = [summary.article.key] if summary.article else []
        always = [*article, *uncited_keys(summary.nocite, self.project.library)]
        citations = self._expect_citations(page, post.language, summary.citation_style, always)
        citations.append = False
        citations.excerpt_class = LEAD

    def _expect_citations(
        self, page: Page, language: str, style: str | None, always: Sequence[str]
    ) -> PageCitations:
        """Make ready for the citations of a page, which is converted next."""
        citations = PageCitations(
            self.processor_for(language, style),
            catalogue(language),
            always=always,
            fates=self.project.fates,
            links_to_works=self.project.settings.work_pages,
        )
        self.extension.page = citations
        self._citations[page.file.src_uri] = (page, citations)
        return citations

    def _post_page(self, post: Post, page: Page) -> str:
        place, article, banner = self._place(post, page), self._article(post), self._banner(post)
        notice = self._warned_of(post)
        return post_page(post, place, article, banner, notice.kind if notice else None)

    def _place(self, post: Post, page: Page) -> Place:
        pages = self.blog.topic_pages(page) if self.blog else {}
        topics = {name: pages[name] for name in post.summary.topics if name in pages}
        comments = f"{'../' * page.url.count('/')}{COMMENTS}/"
        return Place(page.canonical_url or "", topics, comments)

    def _article(self, post: Post) -> ArticleCard | None:
        if not post.summary.article:
            return None
        key = post.summary.article.key
        processor = self.processor_for(post.language, post.summary.citation_style)
        reference = processor.reference(key)
        if reference is None:
            return None
        note = fate_note(self.project.fates.of(key), post.words)
        marked = in_own_language(reference.html, key, processor, post.language)
        return ArticleCard(marked + note, self.project.library.link(key))

    def _banner(self, post: Post) -> str:
        """Return what readers are told of the article before they read the post, as HTML."""
        notice = self._warned_of(post)
        return article_banner(notice, post.words) if notice else ""

    def _warned_of(self, post: Post) -> Notice | None:
        article = post.summary.article
        return self.project.fates.warning(article.key) if article else None

    def _source_of(self, page: Page, key: str) -> Source:
        """Return the file in which a page's citation of a key stands."""
        source = source_of(page, self.project)
        return source if source and any(find_key(source, key)) else self.options

    def _unknown_comments(self, markdown: str, page: Page) -> list[Problem]:
        source = source_of(page, self.project) if "<!--" in markdown else None
        return check_comments(source) if source else []

    def _make_processor(self, style: Style, language: str) -> Processor:
        return Processor(style, language, self.project.library.csl, self.project.cache)
