"""What a summary or a page can get wrong that its own fields do not show.

``settings`` checks the site itself, ``blog`` what shows its posts, and ``moving`` answers the
options of another plugin. ``names`` checks what a summary names, ``texts`` what it says in
Markdown, ``links`` where this leads, ``old_addresses`` whence one comes to it, ``pictures`` what it
shows, and ``evidence`` what it tells of the study, with the ``effects`` that were found; each notes
what it finds among the problems of the file. ``pages`` checks all other pages, and ``comments``
what is asked for in them. ``fates`` tells what became of the works in the bibliography.
"""

from __future__ import annotations

from .blog import MATERIAL, blog_missing, check_blog
from .comments import check_comments
from .evidence import check_evidence
from .fates import check_fates
from .links import BESIDE, check_links
from .moving import take_moved_options
from .names import check_addresses, check_ids, check_summary
from .old_addresses import add_taken, check_old_addresses
from .pages import check_markdown, check_page, page_settings
from .pictures import PublishedPictures, check_picture
from .settings import check_named_pages, check_settings
from .texts import check_citations

__all__ = [
    "BESIDE",
    "MATERIAL",
    "PublishedPictures",
    "add_taken",
    "blog_missing",
    "check_addresses",
    "check_blog",
    "check_citations",
    "check_comments",
    "check_evidence",
    "check_fates",
    "check_ids",
    "check_links",
    "check_markdown",
    "check_named_pages",
    "check_old_addresses",
    "check_page",
    "check_picture",
    "check_settings",
    "check_summary",
    "page_settings",
    "take_moved_options",
]
