"""A file of another program, read by the ending of its name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from mkdocs_evidence.importing.post import OldPost

from .docx import read_docx
from .errors import UnreadablePostError
from .html import read_html
from .markdown import read_markdown
from .plain import read_plain
from .wordpress import read_wordpress

__all__ = ["ENDINGS", "UnreadablePostError", "read_posts"]

Reader = Callable[[Path], Sequence[OldPost]]

_READERS: Mapping[str, Reader] = {
    ".docx": read_docx,
    ".htm": read_html,
    ".html": read_html,
    ".markdown": read_markdown,
    ".md": read_markdown,
    ".txt": read_plain,
    ".xml": read_wordpress,
}

_SAVE_ANEW = (
    "Open it in the program that made it, choose “Save as” or “Export”, and there “Word (.docx)”."
    " Then import that."
)
_INSTEAD = dict.fromkeys((".doc", ".odt", ".pages", ".rtf"), _SAVE_ANEW) | {
    ".pdf": "Import the document from which the PDF was made, or copy its text into a Word file.",
    ".zip": "Open it, and import the file that is in it.",
}
"""What to do with files of kinds that many authors have and that cannot be read."""

ENDINGS = tuple(_READERS)
"""The endings of files that can be read."""


def read_posts(path: Path) -> Sequence[OldPost]:
    """Return the posts in a file; all kinds but a WordPress export have exactly one.

    Raises:
        UnreadablePostError: The file is of no kind that can be read, or it is broken; the text says
            what to do instead.
        OSError: The file cannot be opened.
    """
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise UnreadablePostError(
            _INSTEAD.get(path.suffix.lower())
            or f"The name of the file should end with one of: {', '.join(ENDINGS)}."
        )
    return reader(path)
