"""The entries of a post's own list of references."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.importing.post import Block, LeftOut

from .taking import Blocks, Taken

_ITEM = re.compile(r"(?:[-*+]|\d+[.)])[ \t]+")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")
_WHERE = re.compile(r"https?://|\b10\.\d{4,9}/")


@dataclass(frozen=True)
class References(Taken):
    """The entries, each in Markdown."""

    entries: Sequence[str] = ()


def take_references(blocks: Blocks) -> References:
    """Take the entries out of what stands below the heading of the references.

    What names neither a year nor an address is no entry, and is left out.

    Args:
        blocks: All that stands there.
    """
    entries: list[str] = []
    left_out: list[LeftOut] = []
    for block in blocks:
        if block.kind == "rule":
            continue
        parts = _items(block)
        if parts and all(_is_entry(part) for part in parts):
            entries += parts
        else:
            left_out.append(LeftOut(block.markdown, "it stands among the references and is none"))
    return References((), left_out, (), entries)


def _items(block: Block) -> list[str]:
    """Return the items of a list, the lines of a paragraph if each is an entry, or the block."""
    text = block.markdown.strip()
    if block.kind == "list":
        items: list[list[str]] = []
        for line in text.splitlines():
            if mark := _ITEM.match(line):
                items.append([line[mark.end() :]])
            elif items:
                items[-1].append(line)
            else:
                items.append([line])
        return [_one_line("\n".join(lines)) for lines in items]
    lines = text.splitlines()
    if block.kind in ("paragraph", "quote") and all(_YEAR.search(line) for line in lines):
        return [_one_line(line) for line in lines]
    return [_one_line(text)]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _is_entry(text: str) -> bool:
    return bool(_YEAR.search(text) or _WHERE.search(text))
