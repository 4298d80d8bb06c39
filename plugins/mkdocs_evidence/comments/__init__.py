"""How readers can comment, one small module a provider.

A provider takes the site's comment settings and a post, and returns the HTML of its invitation.
Nothing of it loads from elsewhere before the reader asks for it.
"""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.settings import CommentSettings, EmailComments, LinkComments

from . import email, link


@dataclass(frozen=True)
class Commented:
    """What is commented on.

    Attributes:
        title: Its title, as plain text.
        url: Its full address, or an empty text where the site's address is not set.
        slug: The last part of its address.
        id: The name that never changes.
    """

    title: str
    url: str
    slug: str
    id: str


def invitation(settings: CommentSettings, post: Commented, words: Catalogue) -> str:
    """Return the HTML by which readers come to comment; empty where they are not invited."""
    if isinstance(settings, EmailComments):
        return email.invitation(settings, post.title, post.url, words)
    if isinstance(settings, LinkComments):
        return link.invitation(settings, vars(post), words)
    return ""


def discussion_url(settings: CommentSettings, post: Commented) -> str:
    """Return the address at which a post is discussed; empty where there is no such place."""
    return link.address(settings, vars(post)) if isinstance(settings, LinkComments) else ""
