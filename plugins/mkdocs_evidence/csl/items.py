"""The items to cite, in the variables and types of CSL-JSON (CSL 1.0.2, appendices III and IV)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from .dating import Date, read_date
from .people import Name, read_name

NAMES = frozenset(
    (
        "author", "chair", "collection-editor", "compiler", "composer", "container-author",
        "contributor", "curator", "director", "editor", "editor-translator", "editorial-director",
        "executive-producer", "guest", "host", "illustrator", "interviewer", "narrator",
        "organizer", "original-author", "performer", "producer", "recipient", "reviewed-author",
        "script-writer", "series-creator", "translator",
    )
)  # fmt: skip
DATES = frozenset(
    ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
)
NUMBERS = frozenset(
    (
        "chapter-number", "citation-number", "collection-number", "edition",
        "first-reference-note-number", "issue", "locator", "number", "number-of-pages",
        "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section",
        "supplement-number", "version", "volume",
    )
)  # fmt: skip
_OLDER = {
    "container-title-short": "journalAbbreviation",
    "title-short": "shortTitle",
    "event-title": "event",
    "event": "event-title",
}
"""Other names of variables, of CSL 1.0.1 and of CSL-JSON."""


class Item:
    """One item, with each variable read once.

    Args:
        data: The item as CSL-JSON.
    """

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.type = str(data.get("type", "") or "")
        self.data = data
        self._names: dict[str, tuple[Name, ...]] = {}
        self._dates: dict[str, Date | None] = {}
        self._texts: dict[str, str] = {}
        self.language = str(data.get("language", "") or "")

    def text(self, variable: str) -> str:
        """Return a variable as text, which may be rich; empty where the item has none."""
        found = self._texts.get(variable)
        if found is None:
            found = self._texts[variable] = self._read_text(variable)
        return found

    def _read_text(self, variable: str) -> str:
        if variable == "page-first":
            pages = str(self.data.get("page-first", "") or self.data.get("page", "") or "")
            return re.split(r"\s*[-–,&]", pages, maxsplit=1)[0]
        value = self.data.get(variable)
        if value is None and variable in _OLDER:
            value = self.data.get(_OLDER[variable])
        if value is None or isinstance(value, (list, Mapping)):
            return ""
        return value if isinstance(value, str) else _as_text(value)

    def names(self, variable: str) -> tuple[Name, ...]:
        """Return the names of a variable, in their order."""
        if variable not in self._names:
            value = self.data.get(variable)
            people = value if isinstance(value, Sequence) and not isinstance(value, str) else ()
            read = (read_name(person) for person in people if isinstance(person, Mapping))
            self._names[variable] = tuple(name for name in read if name is not None)
        return self._names[variable]

    def date(self, variable: str) -> Date | None:
        """Return the date of a variable, or None where the item has none."""
        if variable not in self._dates:
            value = self.data.get(variable)
            self._dates[variable] = read_date(value) if isinstance(value, Mapping) else None
        return self._dates[variable]

    def has(self, variable: str) -> bool:
        """Say whether a variable is not empty (CSL 1.0.2, Choose, variable)."""
        if variable in NAMES:
            return bool(self.names(variable))
        if variable in DATES:
            return self.date(variable) is not None
        return bool(self.text(variable))


def _as_text(value: object) -> str:
    try:
        return str(value)
    except ValueError:  # a number of more digits than Python prints
        return ""
