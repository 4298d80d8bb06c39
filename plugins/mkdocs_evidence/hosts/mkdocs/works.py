"""The pages of works, among the files of the site."""

from __future__ import annotations

from html import escape
from pathlib import PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from mkdocs_evidence.synthesis import FinishedPage, WorkPages

from .contents import contents_of
from .files import HIDDEN

FOLDER = "works"
"""The folder of the built site that holds the pages of works."""


def add_work_pages(works: WorkPages, files: Files, config: MkDocsConfig) -> dict[str, str]:
    """Add the pages of works to the files of the site.

    When all other pages are rendered, MkDocs asks for more; from then on, these are among them.

    Returns:
        The addresses of the pages from the root of the site, by the keys of the works.
    """
    addresses = {}
    for key, slug in works.slugs(_taken(files)).items():
        name = f"{FOLDER}/{slug}.md"
        file = File.generated(config, name, content="", inclusion=InclusionLevel.NOT_IN_NAV)
        _make_page(works.page(key, file.url), file, config)
        files.append(file)
        addresses[key] = file.url
    return addresses


def _make_page(finished: FinishedPage, file: File, config: MkDocsConfig) -> None:
    """Make the page of a file; title and description are HTML for the theme."""
    title = escape(finished.title)
    page = Page(title, file, config)
    page.markdown = ""
    page.content = finished.html
    page.toc = contents_of(finished)
    page.meta = {"title": title, "description": escape(finished.description), "hide": HIDDEN}


def _taken(files: Files) -> set[str]:
    """Return what other files of the site are called in the folder of works."""
    paths = (PurePosixPath(file.dest_uri) for file in files)
    names = {path.parts[1] for path in paths if path.parts[0] == FOLDER and path.parts[1:]}
    return {"index", *(name.removesuffix(".html").casefold() for name in names)}
