"""A post in a file of plain text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mkdocs_evidence.importing.post import OldPost

from .encoding import read_text
from .errors import UnreadablePostError
from .mail_head import without_mail_head
from .plain_blocks import blocks_of_text


def read_plain(path: Path) -> Sequence[OldPost]:
    """Return the post in a file of plain text.

    Raises:
        UnreadablePostError: There is no text in the file, or it is no text file.
        OSError: The file cannot be opened.
    """
    text = read_text(path)
    details, body, left_out = without_mail_head(text)
    blocks = blocks_of_text(body, with_title=not details.title)
    if not blocks:
        raise UnreadablePostError("There is no text in it.")
    return [OldPost(path.name, blocks, text, details, left_out)]
