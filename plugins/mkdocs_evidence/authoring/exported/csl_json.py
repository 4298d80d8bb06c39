"""CSL-JSON, which Zotero exports: a list of items, or one alone."""

from __future__ import annotations

import json
import re
from typing import Any

from mkdocs_evidence.bibliography.mapping import CslItem

from .people import date_parts

_NAMES = {"event-title": "event"}
"""Variables by their names in CSL 1.0.2, and what they are called here."""

_OWN = ("id", "citation-key", "note", "abstract", "source")
_PEOPLE = ("author", "editor", "translator", "container-author", "collection-editor")
_NUMBER = re.compile("-?[0-9]{1,4}")
_DATES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")


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
        _NAMES.get(name, name): right
        for name, value in data.items()
        if name not in _OWN and (right := _right(name, value))
    }


def _right(name: str, value: object) -> object:
    """Return a value in the form that its variable has, or nothing."""
    if name in _PEOPLE:
        return _people(value)
    if name in _DATES:
        return _date(value)
    return value if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _people(value: object) -> list[dict[str, str]]:
    """Return names with those of their parts that are text."""
    people = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    names = (
        {part: text for part, text in each.items() if isinstance(text, str)} for each in people
    )
    return [name for name in names if name]


def _date(value: object) -> dict[str, Any]:
    """Return a date with its parts as numbers, also where they are text, as Zotero has them."""
    if isinstance(value, str | int):
        return date_parts(str(value))
    if not isinstance(value, dict) or not _has_parts(value):
        return {}
    parts = [[int(part) for part in point] for point in value.get("date-parts", ())]
    return value | {"date-parts": parts} if parts else value


def _has_parts(date: dict[str, Any]) -> bool:
    """Say whether a date has its parts, if any, in lists of numbers."""
    parts = date.get("date-parts", [])
    return isinstance(parts, list) and all(
        isinstance(point, list) and all(_NUMBER.fullmatch(str(part)) for part in point)
        for point in parts
    )
