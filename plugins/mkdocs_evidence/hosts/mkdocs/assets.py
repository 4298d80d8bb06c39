"""Our stylesheets and scripts as they are published: without the remarks for those who write them.

A post is read on telephones far from a mast; a fifth of these files is remarks.
"""

from __future__ import annotations

import re
from pathlib import Path

FOLDER = "assets/evidence"
"""Where our files are in the built site: these, the cards, and what readers take home of works."""

_REMARKS = {
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".js": re.compile(r"^[ \t]*//.*$", re.MULTILINE),
}
"""Remarks, in files in which no text looks like one."""

_EMPTY_LINES = re.compile(r"\n\s*\n")


def publish_without_remarks(theme: Path, site: Path) -> None:
    """Take the remarks out of our own files in a built site, and leave a site's own as they are.

    Args:
        theme: The folder of our theme.
        site: The folder of the built site.
    """
    for source in sorted((theme / FOLDER).iterdir()):
        published = site / FOLDER / source.name
        content = source.read_bytes()
        if source.suffix in _REMARKS and published.is_file() and published.read_bytes() == content:
            text = without_remarks(content.decode("utf-8"), source.suffix)
            published.write_text(text, "utf-8", newline="\n")


def without_remarks(text: str, suffix: str) -> str:
    """Return a stylesheet or script without remarks and empty lines."""
    return _EMPTY_LINES.sub("\n", _REMARKS[suffix].sub("", text)).lstrip()
