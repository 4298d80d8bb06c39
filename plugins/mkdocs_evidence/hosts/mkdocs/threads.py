"""The threads of comments that posts have: how many comments, and where they stand for ever."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from mkdocs_evidence.comments import as_attribute, counting_values, provider_of
from mkdocs_evidence.templates import render

from .comments import COMMENTS
from .pages import Pages

COUNTED = "thread"
"""The value of a provider's script by which it knows the thread of a post."""


class Counted:
    """What lists of posts need so that a reader's browser can count the comments on each.

    Args:
        pages: The pages of the site.
    """

    def __init__(self, pages: Pages) -> None:
        self._pages = pages

    def thread(self, page: Page) -> str:
        """Return what a provider knows the thread of a post by; empty where none is counted."""
        return self._values(page).get(COUNTED, "")

    def values(self, pages: Iterable[Page]) -> str:
        """Return what the script is given on a list of these posts; empty where it is not needed.

        What is the same for all posts is taken from the first that has comments.
        """
        found = next((values for page in pages if (values := self._values(page))), None)
        return as_attribute(found) if found else ""

    def _values(self, page: Page) -> dict[str, str]:
        post = self._pages.post_of(page)
        if not post or not post.summary.comments:
            return {}
        commented = post.commented(page.canonical_url or "")
        return counting_values(post.settings.comments, commented, post.words)


def add_thread_pages(pages: Pages, files: Files, config: MkDocsConfig) -> None:
    """Add a page for the thread of each post that leads to the post, wherever that is by now.

    Such an address stands in what a provider sends of new comments. A page of the author's own in
    the same place is left as it is.
    """
    taken = {file.dest_uri for file in files}
    for page, post in pages.posts():
        if not post.summary.comments:
            continue
        address = provider_of(post.settings.comments).thread_page(post.id).strip("/")
        name = f"{address}/index.html"
        if not address or name in taken:
            continue
        root = "../" * name.count("/")
        content = render(
            "thread.html.jinja",
            title=post.summary.title,
            url=f"{root}{page.url}",
            script=f"{root}{COMMENTS}/leading.js",
            words=post.words,
        )
        files.append(File.generated(config, name, content=content))
