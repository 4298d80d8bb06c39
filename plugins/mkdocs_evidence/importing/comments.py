"""What readers wrote below old posts, as threads that a server of comments takes."""

from __future__ import annotations

from collections.abc import Mapping

from mkdocs_evidence.comment_server import Thread
from mkdocs_evidence.comments.isso import IssoProvider

from .post import OldPost


def threads_of(posts: Mapping[str, OldPost]) -> tuple[Thread, ...]:
    """Return the threads of those posts that have comments, in their order.

    `comment_server.as_json` makes of them a file that ``evidence comments import`` takes.

    Args:
        posts: The posts, by the ids of their summaries.
    """
    page = IssoProvider().thread_page
    return tuple(
        Thread(
            post=id, page=page(id), title=post.details.title or post.name, comments=post.comments
        )
        for id, post in posts.items()
        if post.comments
    )
