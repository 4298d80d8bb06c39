"""What machines read of a page: search engines, previews of shared links, reference managers.

A host gives a record of a page (``record``), with works as they are cited. ``schema_org`` and
``works`` say it in the vocabulary of schema.org, ``social`` in Open Graph, and ``highwire`` in the
words that Zotero reads; ``head`` writes all of these into the head of the page. ``names`` parts the
names of authors, ``citing`` writes how a post is cited, and ``robots`` says where the map of the
site is.
"""

from .citing import cite_post, post_item
from .head import head
from .record import PageRecord, PostRecord, SiteRecord, Work, Writer
from .robots import robots

__all__ = [
    "PageRecord",
    "PostRecord",
    "SiteRecord",
    "Work",
    "Writer",
    "cite_post",
    "head",
    "post_item",
    "robots",
]
