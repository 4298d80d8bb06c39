"""Reading the JSON of strangers: whatever stands there, it is what was wanted or nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

_TAG = re.compile(r"<!--[^<]*?-->|<(/?)([A-Za-z][\w:.-]*+)[^<>]*+>")
"""A tag or a comment; where one begins, nothing is read further than to the next."""

_KEPT = {
    "b": "b", "bold": "b", "strong": "b",
    "em": "i", "i": "i", "italic": "i",
    "sc": "sc", "scp": "sc",
    "sub": "sub", "sup": "sup",
}  # fmt: skip
"""The tags of HTML and JATS that CSL-JSON has too, in its own words."""

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b\ufeff\ufffe\uffff\ud800-\udfff]+")
_LONGEST = 10_000
"""How many characters of a text are read; no title and no name comes near."""

_MOST_ENCODINGS = 3
"""How often an ampersand may have been encoded on its way."""


def group(value: Any) -> Mapping[str, Any]:
    """Return a group of fields, or an empty one."""
    return value if isinstance(value, dict) else {}


def groups(value: Any) -> Sequence[Mapping[str, Any]]:
    """Return the groups of fields in a list."""
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def text(value: Any) -> str:
    """Return a text or whole number as plain text of one line, without markup."""
    return _plain(_TAG.sub("", _decoded(value)))


def texts(value: Any) -> list[str]:
    """Return the texts in a list that are not empty, each once; a text alone is a list of one."""
    items = value if isinstance(value, list) else [value]
    return list(dict.fromkeys(filter(None, map(text, items))))


def rich_text(value: Any) -> str:
    """Return a text with the tags that CSL-JSON allows in titles, and without any others."""
    decoded = _decoded(value)
    open_tags: list[str] = []
    for tag in _TAG.finditer(decoded):
        if not (name := _kept(tag)):
            continue
        if not tag[1]:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return text(value)
    return text(value) if open_tags else _plain(_TAG.sub(_as_csl, decoded))


def rich_texts(value: Any) -> list[str]:
    """Return the texts in a list that are not empty, with the tags that CSL-JSON allows."""
    items = value if isinstance(value, list) else [value]
    return [each for each in map(rich_text, items) if each]


def _kept(tag: re.Match[str]) -> str:
    return _KEPT.get((tag[2] or "").lower().rpartition(":")[2], "")


def _as_csl(tag: re.Match[str]) -> str:
    name = _kept(tag)
    return f"<{tag[1]}{name}>" if name else ""


def _decoded(value: Any) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    written = str(value)[:_LONGEST]
    for _ in range(_MOST_ENCODINGS):
        written = unescape(written)
    return written


def _plain(written: str) -> str:
    return " ".join(_UNPRINTABLE.sub(" ", written).split())
