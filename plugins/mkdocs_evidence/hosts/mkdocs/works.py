"""The pages of works, and the links to them from references."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils import get_relative_url

from mkdocs_evidence.citations import PageCitations, menu_marker, reference_anchor, work_marker
from mkdocs_evidence.citations.anchors import cite_anchor
from mkdocs_evidence.csl import Citation, Cite, Formatted, Processor
from mkdocs_evidence.languages import Catalogue, catalogue
from mkdocs_evidence.project import Project
from mkdocs_evidence.synthesis import (
    PageMention,
    PostMention,
    WorkPage,
    work_link,
    work_page,
    work_slugs,
)

from .contents import section_of
from .mentions import Mentions, Rendered, title_of

FOLDER = "works"
"""The folder of the built site that holds the pages of works."""

ENOUGH = 2
"""How many pages must discuss or cite a work for it to have a page of its own."""

_MARKER = "<!-- evidence/work "
_MARKERS = re.compile(rf"{_MARKER}\S+ -->")


class WorkPages:
    """The pages of works of one build; to be made when all other pages are rendered.

    Args:
        project: The site's summaries and bibliography.
        rendered: The pages with what is known of their citations, by the names of their files.
        mentions: What these pages say of works.
        processor_for: Gives the processor for a language, in a style or else in that of the site.

    Attributes:
        addresses: The addresses of these pages from the root of the site, by the keys of the works.
    """

    def __init__(
        self,
        project: Project,
        rendered: Rendered,
        mentions: Mentions,
        processor_for: Callable[..., Processor],
    ) -> None:
        self._project = project
        self._rendered = rendered
        self._mentions = mentions
        self._processor_for = processor_for
        self._language = project.settings.language
        self._words = catalogue(self._language)
        self._processor = processor_for(self._language)
        self._by_marker: dict[str, str] = {}
        self.addresses: dict[str, str] = {}

    def add(self, files: Files, config: MkDocsConfig) -> None:
        """Add the page of each work that several pages discuss or cite to the files of the site.

        From then on, these pages are among those that are rendered.
        """
        keys = self._keys()
        slugs = work_slugs(self._project.library.keys(), _taken(files))
        titles, references = self._formatted(keys)
        for key in keys:
            file = File.generated(
                config,
                f"{FOLDER}/{slugs[key]}.md",
                content="",
                inclusion=InclusionLevel.NOT_IN_NAV,
            )
            self._make_page(key, titles[key], references.get(key, ""), file, config)
            files.append(file)
            self.addresses[key] = file.url
        self._by_marker = {work_marker(key): url for key, url in self.addresses.items()}

    def link(self, page: Page) -> None:
        """Make links of the markers in the references of a page; markers without a page go."""
        if page.content is None or _MARKER not in page.content:
            return
        words = self._rendered[page.file.src_uri][1].words

        def linked(marker: re.Match[str]) -> str:
            if marker[0] not in self._by_marker:
                return ""
            return work_link(get_relative_url(self._by_marker[marker[0]], page.url), words)

        page.content = _MARKERS.sub(linked, page.content)

    def _keys(self) -> list[str]:
        """Return the works that get a page, in the order of the bibliography."""
        discussing, citing = self._mentions.discussing, self._mentions.citing
        return [
            key
            for key in self._project.library.keys()  # noqa: SIM118
            if len({page.url for page in (*discussing.get(key, ()), *citing.get(key, ()))})
            >= ENOUGH
        ]

    def _formatted(self, keys: list[str]) -> tuple[dict[str, str], dict[str, str]]:
        """Return the short form of each work as text, and its reference as HTML.

        Works of the same authors and year are told apart by letters, where the style has them.
        A style of numbers or notes has no short form that says anything, so APA's stands for it.
        """
        processor, style = self._processor, self._processor.style
        has_short_form = style.has_year_suffix and not style.is_note
        short = processor if has_short_form else self._processor_for(self._language, "apa")
        document = short.document([Citation((Cite(key),), narrative=True) for key in keys])
        titles = {
            key: Formatted([run for part in parts for run in part.runs]).text
            for key, parts in zip(keys, document.citations, strict=True)
        }
        references = document.references
        if not has_short_form:
            references = [each for key in keys for each in processor.references([key])]
        return titles, {reference.key: reference.html for reference in references}

    def _make_page(
        self, key: str, title: str, reference: str, file: File, config: MkDocsConfig
    ) -> None:
        page = Page(escape(title), file, config)
        work = WorkPage(
            title=title,
            anchor=reference_anchor(key),
            reference=reference,
            menu=menu_marker(key),
            link=self._project.library.link(key),
            discussed=self._posts(key, page),
            cited=self._pages(key, page),
        )
        page.markdown = ""
        page.content = work_page(work, self._words)
        page.toc = _contents(work, self._words)
        description = self._words.text("work_page_of", title=title)
        page.meta = {"title": escape(title), "description": escape(description)}
        self._rendered[file.src_uri] = (page, PageCitations(self._processor, self._words))

    def _posts(self, key: str, page: Page) -> list[PostMention]:
        """Return the posts that discuss a work, the newest first."""
        found = []
        for other in self._mentions.discussing.get(key, ()):
            post = self._project.posts[other.file.src_uri]
            href = get_relative_url(other.url, page.url)
            summary = post.summary
            found.append(PostMention(href, summary.title, summary.date, post.description))
        return sorted(found, key=lambda post: post.date, reverse=True)

    def _pages(self, key: str, page: Page) -> list[PageMention]:
        """Return the pages that cite a work and do not discuss it."""
        discussing = {other.url for other in self._mentions.discussing.get(key, ())}
        anchor = cite_anchor(key, 1)
        found = []
        for other in self._mentions.citing.get(key, ()):
            if other.url not in discussing:
                href = get_relative_url(other.url, page.url)
                section = section_of(anchor, other.content or "")
                found.append(PageMention(href, title_of(other), section, f"{href}#{anchor}"))
        return found


def _taken(files: Files) -> set[str]:
    """Return what other files of the site are called in the folder of works."""
    paths = (PurePosixPath(file.dest_uri) for file in files)
    names = {path.parts[1] for path in paths if path.parts[0] == FOLDER and path.parts[1:]}
    return {"index", *(name.removesuffix(".html").casefold() for name in names)}


def _contents(work: WorkPage, words: Catalogue) -> TableOfContents:
    title = AnchorLink(escape(work.title), "work", 1)
    if work.discussed:
        title.children.append(AnchorLink(words.text("work_discussed_in"), "discussed", 2))
    if work.cited:
        title.children.append(AnchorLink(words.text("work_cited_in"), "cited", 2))
    return TableOfContents([title])
