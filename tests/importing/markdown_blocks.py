"""Blocks out of a little Markdown, so that a case can be read at a glance."""

from __future__ import annotations

import re
from typing import Any

from mkdocs_evidence.importing.post import Block, Details, Kind, OldPost, Picture

_HEADING = re.compile(r"(#{1,6}) (.*)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
_LINK = re.compile(r"(?<!!)\[([^\]^]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*+(?=\S)|(?<=\S)\*+")
_DETAIL = re.compile(r"@(\w+): (.*)")
_LISTS = ("authors", "topics", "tags")


def old_post(text: str) -> OldPost:
    """Return the post of a text, with lines such as ``@date: 2019-03-03`` as its details."""
    told: dict[str, Any] = {}
    while found := _DETAIL.match(text):
        told[found[1]] = found[2].split(", ") if found[1] in _LISTS else found[2]
        text = text[found.end() :].lstrip("\n")
    if "picture" in told:
        told["picture"] = Picture(told["picture"])
    parts = re.split(r"\n\s*\n", text.strip()) if text.strip() else []
    blocks = [block(part) for part in parts]
    return OldPost("post", blocks, text, Details(**told))


def block(text: str) -> Block:
    """Return the block of a paragraph or the like."""
    if heading := _HEADING.fullmatch(text):
        return Block("heading", heading[2], plain(heading[2]), len(heading[1]))
    pictures = [Picture(found[2], found[1]) for found in _PICTURE.finditer(text)]
    return Block(_kind(text), text, plain(text), pictures=pictures)


def _kind(text: str) -> Kind:
    if text == "---":
        return "rule"
    if text.startswith("- ") or re.match(r"1\. ", text):
        return "list"
    if text.startswith("> "):
        return "quote"
    return "picture" if text.startswith("![") else "paragraph"


def plain(text: str) -> str:
    """Return what a piece of Markdown says."""
    text = _LINK.sub(r"\1", _PICTURE.sub(r"\1", text))
    text = re.sub(r"^(?:[-] |1\. |> |---$)", "", text, flags=re.MULTILINE)
    return _EMPHASIS.sub("", text)
