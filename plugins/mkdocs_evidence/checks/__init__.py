"""What a summary or a page can get wrong that its own fields do not show.

``comments`` checks what is asked for in pages. ``settings`` checks the site itself, and ``moving``
answers the options of another plugin. ``names`` checks what a summary names, ``texts`` what it says
in Markdown; each notes what it finds among the problems of the file.
"""

from __future__ import annotations

from .comments import check_comments
from .moving import take_moved_options
from .names import IMAGES, check_addresses, check_summary
from .settings import check_settings, check_style
from .texts import check_citations, check_nocite

__all__ = [
    "IMAGES",
    "check_addresses",
    "check_citations",
    "check_comments",
    "check_nocite",
    "check_settings",
    "check_style",
    "check_summary",
    "take_moved_options",
]
