"""A post in a file of plain text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from mkdocs_evidence.importing.post import Block, OldPost


def read_plain(path: Path) -> Sequence[OldPost]:
    """Return the post in a file of plain text, each paragraph of which is a block.

    Raises:
        OSError: The file cannot be opened.
    """
    text = path.read_text("utf-8", errors="replace")
    paragraphs = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    blocks = [Block("paragraph", part, part) for part in paragraphs]
    return [OldPost(path.name, blocks, text)]
