"""Our stylesheets and scripts: which pages load, and how they are published.

They are published without the remarks for those who write them. A post is read on telephones far
from a mast; a fifth of these files is remarks.
"""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.config_options import ExtraScriptValue

THEME = Path(__file__).parents[2] / "templates" / "material"
"""The folder of our theme."""

FOLDER = "assets/evidence"
"""Where our files are in the built site: these, the cards, and what readers take home of works."""

LOOK = (f"{FOLDER}/access.css", f"{FOLDER}/evidence.css")
KEYS = f"{FOLDER}/access.js"
"""What a site with posts loads."""

CITATIONS = (f"{FOLDER}/citations.css", f"{FOLDER}/citations.js")
"""What citations and references need on every site, whatever it looks like."""

_REMARKS = {
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".js": re.compile(r"^[ \t]*//.*$", re.MULTILINE),
}
"""Remarks, in files in which no text looks like one."""

_EMPTY_LINES = re.compile(r"\n\s*\n")


def deferred(path: str) -> ExtraScriptValue:
    """Return a script that the browser runs when it has read the page."""
    script = ExtraScriptValue(path)
    script.defer = True
    return script


def publish_without_remarks(site: Path) -> None:
    """Take the remarks out of our own files in a built site, and leave a site's own as they are.

    Args:
        site: The folder of the built site.
    """
    for source in sorted((THEME / FOLDER).iterdir()):
        published = site / FOLDER / source.name
        content = source.read_bytes()
        if source.suffix in _REMARKS and published.is_file() and published.read_bytes() == content:
            text = without_remarks(content.decode("utf-8"), source.suffix)
            published.write_text(text, "utf-8", newline="\n")


def without_remarks(text: str, suffix: str) -> str:
    """Return a stylesheet or script without remarks and empty lines."""
    return _EMPTY_LINES.sub("\n", _REMARKS[suffix].sub("", text)).lstrip()
