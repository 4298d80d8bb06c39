"""What the manual of the APA asks of references and a CSL style has no words for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_STYLES = re.compile(r"/(?:apa|american-psychological-association)(?![a-z])")


def follows_apa(identifier: str) -> bool:
    """Say whether a style is one of the APA's, by the ``id`` in its file."""
    return _STYLES.search(identifier) is not None


def without_own_publisher(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return an item without its publisher where that is its author (APA 7, section 9.29)."""
    authors = data.get("author")
    if not isinstance(authors, list) or len(authors) != 1 or not isinstance(authors[0], Mapping):
        return data
    name, publisher = authors[0].get("literal"), data.get("publisher")
    if not name or not publisher or str(name).casefold() != str(publisher).casefold():
        return data
    return {variable: value for variable, value in data.items() if variable != "publisher"}
