"""The files that stand for summaries while MkDocs builds.

Material's blog opens each post as a real file with front matter, so one is written under
``.cache/``. It holds the front matter only: the text follows when the post's address is known.
Once the blog has read it, the file gets the identity of the author's file back, so that warnings,
links to it, images beside it, the edit button and the feed all speak of that.
"""

from __future__ import annotations

import datetime
import posixpath
from html import escape
from pathlib import Path

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_evidence.posts import Post
from mkdocs_evidence.reading import SummaryFile

CACHE = Path(".cache") / "evidence"
HIDDEN = ["navigation", "toc"]
"""What does not stand beside posts, lists of posts and works on a wide screen."""


class PostFile(File):
    """A page that is made from a summary, whatever the ending of the author's file."""

    def __init__(self, origin: File, front_matter: str, folder: Path, config: MkDocsConfig) -> None:
        # The whole name counts: one.yaml and one.md are two summaries.
        stand_in = f"{origin.src_uri}.md"
        super().__init__(stand_in, None, config.site_dir, config.use_directory_urls)
        assert origin.abs_src_path
        self.origin_uri = origin.src_uri
        self.origin_path = origin.abs_src_path
        self.edit_uri = origin.src_uri
        self.abs_src_path = str(_write(folder / stand_in, front_matter))

    def is_documentation_page(self) -> bool:
        """Return True: a summary is a page also where its name ends in ``.yaml``."""
        return True

    def take_identity_of_origin(self) -> None:
        """Become the author's file for everything that comes after the blog."""
        self.src_uri = self.origin_uri
        self.abs_src_path = self.origin_path


def front_matter(post: Post) -> str:
    """Return what the blog, the tags and the theme need to know of a post.

    Title and description are HTML, for the theme writes them into its pages as they are.
    """
    summary = post.summary
    fields: dict[str, object] = {
        "title": escape(summary.title),
        "date": {"created": summary.date, "updated": summary.updated or summary.date},
        "slug": post.slug,
        "description": escape(post.description),
        "categories": summary.topics,
        "tags": summary.tags,
        "lang": post.language,
        "readtime": post.minutes,
    }
    return _as_front_matter(fields, draft=summary.draft)


def front_matter_of_problem(file: SummaryFile, uri: str) -> str:
    """Return the same for the page that tells what is wrong with a summary."""
    stem = posixpath.splitext(posixpath.basename(uri))[0]
    fields: dict[str, object] = {
        "title": escape(file.path.name),
        "date": {"created": file.summary.date if file.summary else datetime.date.today()},
        "slug": stem.lower(),
    }
    return _as_front_matter(fields, draft=file.is_draft)


def _as_front_matter(fields: dict[str, object], *, draft: bool) -> str:
    fields |= {"template": "evidence/post.html", "hide": HIDDEN}
    if draft:
        fields["draft"] = True
    written = {name: value for name, value in fields.items() if value}
    return f"---\n{yaml.safe_dump(written, allow_unicode=True, sort_keys=True)}---\n"


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="\n")
    return path
