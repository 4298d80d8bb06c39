"""CSL-JSON, which Zotero exports: a list of items, or one alone."""

from __future__ import annotations

import json
from typing import Any

from mkdocs_evidence.bibliography.mapping import CslItem

_NAMES = {"event-title": "event"}
"""Variables by their names in CSL 1.0.2, and what they are called here."""

_OWN = ("id", "citation-key", "note", "abstract", "source")
_LISTS = ("author", "editor", "translator", "container-author", "collection-editor")


def read_csl_json(text: str) -> list[CslItem]:
    """Return the items of a file, with what is not in the form of CSL-JSON left out.

    Raises:
        ValueError: The file is no JSON.
    """
    try:
        data = json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
    if isinstance(data, dict) and isinstance(data.get("items"), list):
        data = data["items"]
    items = data if isinstance(data, list) else [data]
    return [_item(item) for item in items if isinstance(item, dict)]


def _item(data: dict[str, Any]) -> CslItem:
    return {
        _NAMES.get(name, name): _date(value) if isinstance(value, dict) else value
        for name, value in data.items()
        if name not in _OWN and _is_right(name, value)
    }


def _date(value: dict[str, Any]) -> dict[str, Any]:
    parts = [[int(part) for part in point] for point in value.get("date-parts", ())]
    return value | {"date-parts": parts} if parts else value


def _is_right(name: str, value: object) -> bool:
    if name in _LISTS:
        return isinstance(value, list) and all(map(_is_name, value))
    if isinstance(value, dict):
        return _is_date(value)
    return isinstance(value, str | int) and bool(value)


def _is_name(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(part, str) for part in value.values())


def _is_date(value: dict[str, Any]) -> bool:
    """Say whether a date has its parts as numbers, or as text that holds them, as Zotero does."""
    parts = value.get("date-parts", [])
    return isinstance(parts, list) and all(
        isinstance(point, list) and all(str(part).lstrip("-").isdigit() for part in point)
        for point in parts
    )
