"""From a `Summary` to the page that readers see.

`Post` joins a summary with what the site adds to it; `post_page` writes it as a Markdown page in
the one order that every post has, `excerpt` writes what stands on listings, and `problem_page`
tells the author in the preview why a summary cannot be shown. `dataset_files` makes data of the
studies that posts discuss.
"""

from __future__ import annotations

from .dataset import dataset_files
from .old_addresses import leading_file
from .page import (
    ArticleCard,
    Place,
    excerpt,
    listing_foot,
    post_page,
    problem_page,
    reading_time,
    standing_introduction,
)
from .post import Post, heading

__all__ = [
    "ArticleCard",
    "Place",
    "Post",
    "dataset_files",
    "excerpt",
    "heading",
    "leading_file",
    "listing_foot",
    "post_page",
    "problem_page",
    "reading_time",
    "standing_introduction",
]
