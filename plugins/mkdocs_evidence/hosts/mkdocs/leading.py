"""Pages that lead to posts: from the addresses of their threads, and from those of an old site."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_evidence.checks import add_taken
from mkdocs_evidence.comments import provider_of
from mkdocs_evidence.posts import Post, leading_file
from mkdocs_evidence.templates import render

from .assets import FOLDER
from .pages import Pages

SCRIPT = f"{FOLDER}/leading.js"


@dataclass(frozen=True)
class _Way:
    """A way to a post.

    Attributes:
        file: The file of the built site that leads to the post.
        told: The name of the words that stand before the link.
        anchor: Where on the page of the post it leads, if the address has no such place itself.
        index: Which of the post's old addresses it is; None for that of its thread.
    """

    file: str
    told: str
    anchor: str = ""
    index: int | None = None


def add_leading_pages(pages: Pages, files: Files, config: MkDocsConfig) -> None:
    """Add the pages that lead to each post, wherever that is by now.

    The address of a thread stands in what a provider of comments sends of new ones; the old
    addresses of a post stand on other sites. What stands in the same place already is left as it
    is, and the author is told where an old address is concerned. Drafts have no old addresses.
    """
    taken = _Taken(files, config)
    for page, post in pages.posts():
        for way in {way.file: way for way in _ways(post, config)}.values():
            if not taken.take(way.file):
                files.append(File.generated(config, way.file, content=_page(page, post, way)))
            elif way.index is not None:
                address = post.summary.redirect_from[way.index]
                itself = _comparable(way.file) == _comparable(page.file.dest_uri)
                file = pages.project.files[post.uri]
                add_taken(file, way.index, address, by_itself=itself)


def _ways(post: Post, config: MkDocsConfig) -> Iterator[_Way]:
    summary = post.summary
    if summary.comments:
        address = provider_of(post.settings.comments).thread_page(post.id).strip("/")
        if address:
            yield _Way(f"{address}/index.html", "comments_led", "#comment")
    if not summary.draft:
        root = urlsplit(config.site_url or "").path.rstrip("/")
        for index, address in enumerate(summary.redirect_from):
            below = address.removeprefix(root) if address.startswith(f"{root}/") else address
            yield _Way(leading_file(below), "post_moved", index=index)


def _page(page: Page, post: Post, way: _Way) -> str:
    root = "../" * way.file.count("/")
    return render(
        "leading.html.jinja",
        title=post.summary.title,
        url=f"{root}{page.url}",
        canonical=page.canonical_url,
        anchor=way.anchor,
        told=post.words.text(way.told),
        script=f"{root}{SCRIPT}",
        words=post.words,
    )


class _Taken:
    """The names of files that a site has, and of the folders in which they are.

    Names that differ in capitals alone are the same, as on many computers.
    """

    def __init__(self, files: Files, config: MkDocsConfig) -> None:
        self._files: set[str] = set()
        self._folders: set[str] = set()
        for name in (*(file.dest_uri for file in files), *config.theme.static_templates):
            self._add(_comparable(name))

    def take(self, name: str) -> bool:
        """Take a name unless it is taken already, and say whether it was."""
        name = _comparable(name)
        above = {str(folder) for folder in PurePosixPath(name).parents}
        if name in self._files | self._folders or above & self._files:
            return True
        self._add(name)
        return False

    def _add(self, name: str) -> None:
        self._files.add(name)
        self._folders.update(str(folder) for folder in PurePosixPath(name).parents)


def _comparable(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
