"""All entries of a site, from however many .bib files."""

from __future__ import annotations

from collections.abc import Iterable, KeysView
from pathlib import Path
from urllib.parse import quote

from mkdocs_evidence.problems import Problem
from mkdocs_evidence.sources import Source, read_source, shown_from

from .entry import Entry
from .mapping import CslItem, csl_json
from .reader import read_bibliography


class Library:
    """The entries of a site by key, and their CSL-JSON items.

    Args:
        entries: The entries; of two with the same key the first counts.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            self._entries.setdefault(entry.key, entry)
        self._items: dict[str, CslItem] = {}

    @classmethod
    def load(cls, paths: Iterable[Path], *, root: Path) -> tuple[Library, list[Problem]]:
        """Read .bib files.

        Args:
            paths: The files.
            root: The folder that the paths in problems are relative to.

        Returns:
            The library, and the problems of all files.

        Raises:
            OSError: A file is missing or may not be read.
        """
        entries: dict[str, Entry] = {}
        problems: list[Problem] = []
        for path in paths:
            source, misread = read_source(path, shown_from(root, path))
            found, broken = read_bibliography(source)
            problems += [*misread, *broken]
            for entry in found:
                if entry.key in entries:
                    problems.append(_twice(source, entry, entries[entry.key]))
                else:
                    entries[entry.key] = entry
        return cls(entries.values()), problems

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def __getitem__(self, key: str) -> Entry:
        return self._entries[key]

    def __len__(self) -> int:
        return len(self._entries)

    def keys(self) -> KeysView[str]:
        """Return the keys in the order of the files."""
        return self._entries.keys()

    def link(self, key: str) -> str:
        """Return the web address of a work, by its DOI if it has one; else an empty text.

        Raises:
            KeyError: No entry has this key.
        """
        item = self.csl(key)
        if doi := item.get("DOI"):
            return f"https://doi.org/{quote(str(doi), safe='/:;().,-_~')}"
        url = str(item.get("URL", ""))
        return url if url.startswith(("https://", "http://")) else ""

    def csl(self, key: str) -> CslItem:
        """Return the CSL-JSON item of an entry; it is made once and must not be changed.

        Raises:
            KeyError: No entry has this key.
        """
        if key not in self._items:
            self._items[key] = csl_json(self._entries[key])
        return self._items[key]


def _twice(source: Source, entry: Entry, first: Entry) -> Problem:
    line = entry.location.line - 1
    start = sum(len(text) + 1 for text in source.text.split("\n")[:line])
    place = max(source.text.find(entry.key, start), start)
    return source.problem(
        place,
        "duplicate-key",
        f"The key “{entry.key}” is used in {first.location.path}, line {first.location.line}, "
        "already.",
        "Delete one of the two entries, or give this one another key.",
        end=place + len(entry.key),
    )
