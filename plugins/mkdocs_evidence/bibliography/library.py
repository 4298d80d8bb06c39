"""All entries of a site, from however many .bib files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, KeysView, Mapping
from pathlib import Path

from mkdocs_evidence.cache import Cache
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import Source, read_source, shown_from

from .entry import Entry
from .identifiers import doi_address
from .inheritance import BrokenLink, inherit
from .mapping import CslItem, csl_json
from .reader import read_bibliography
from .storing import packed, unpacked
from .values import Abbreviations

_UNTITLED = frozenset(("letter", "letters", "set"))
_TITLES = frozenset(("title", "booktitle", "maintitle", "issuetitle"))


class Library:
    """The entries of a site by key, and their CSL-JSON items.

    Args:
        entries: The entries; of two with the same key the first counts.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        first: dict[str, Entry] = {}
        for entry in entries:
            first.setdefault(entry.key, entry)
        self._entries, self.broken_links = inherit(first.values())
        self._items: dict[str, CslItem] = {}

    @classmethod
    def load(
        cls, paths: Iterable[Path], *, root: Path, cache: Cache | None = None
    ) -> tuple[Library, list[Problem]]:
        """Read .bib files.

        Args:
            paths: The files.
            root: The folder that the paths in problems are relative to.
            cache: Where what was read of files is kept, if anywhere.

        Returns:
            The library, and the problems of all files.

        Raises:
            OSError: A file is missing or may not be read.
        """
        problems: list[Problem] = []
        sources: dict[str, Source] = {}
        for path in paths:
            source, misread = read_source(path, shown_from(root, path))
            problems += misread
            sources[source.path] = source
        texts = [text.encode() for each in sources.values() for text in (each.path, each.text)]
        kept = cache.read(*texts) if cache else None
        read = unpacked(kept) if kept else None
        entries, broken = read or _read(sources.values())
        if cache and read is None:
            cache.write(packed(entries, broken), *texts)
        library = cls(entries)
        return library, [*problems, *broken, *library._problems(sources)]

    def _problems(self, sources: Mapping[str, Source]) -> Iterator[Problem]:
        """Find what is wrong in entries once they have taken over from others."""
        for link in self.broken_links:
            yield _leads_nowhere(sources[link.entry.location.path], link, self._entries)
        for entry in self._entries.values():
            untitled = entry.type not in _UNTITLED and not entry.fields.keys() & _TITLES
            if untitled and not entry.broken:
                yield _without_title(sources[entry.location.path], entry)

    def __contains__(self, key: object) -> bool:
        return key in self._entries

    def __getitem__(self, key: str) -> Entry:
        return self._entries[key]

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def keys(self) -> KeysView[str]:
        """Return the keys in the order of the files."""
        return self._entries.keys()

    def keys_by_doi(self) -> dict[str, list[str]]:
        """Return the keys of the entries with each DOI, in small letters."""
        found: dict[str, list[str]] = {}
        for key in self._entries:
            if doi := str(self.csl(key).get("DOI", "")):
                found.setdefault(doi.lower(), []).append(key)
        return found

    def link(self, key: str) -> str:
        """Return the web address of a work, by its DOI if it has one; else an empty text.

        Raises:
            KeyError: No entry has this key.
        """
        item = self.csl(key)
        if doi := item.get("DOI"):
            return doi_address(str(doi))
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


def _read(sources: Iterable[Source]) -> tuple[list[Entry], list[Problem]]:
    """Read the entries of files, each key once, with what is wrong in them."""
    entries: dict[str, Entry] = {}
    problems: list[Problem] = []
    abbreviations = Abbreviations()
    for source in sources:
        found, broken = read_bibliography(source, abbreviations)
        problems += broken
        for entry in found:
            if entry.key in entries:
                problems.append(_twice(source, entry, entries[entry.key]))
            else:
                entries[entry.key] = entry
    return list(entries.values()), problems


def _twice(source: Source, entry: Entry, first: Entry) -> Problem:
    return at_key(
        source,
        entry,
        "duplicate-key",
        f"The key “{entry.key}” is used in {first.location.path}, line {first.location.line}, "
        "already.",
        "Delete one of the two entries, or give this one another key.",
    )


def _without_title(source: Source, entry: Entry) -> Problem:
    message = f"The entry “{entry.key}” has no title."
    advice = "Add a line such as: title = {…}, or a description: title = {[Untitled talk]},"
    return at_key(source, entry, "missing-title", message, advice)


def _leads_nowhere(source: Source, link: BrokenLink, keys: Iterable[str]) -> Problem:
    place = link.entry.places[link.field]
    start = max(source.text.find(link.key, place), place)
    if link.circular:
        message = f"“{link.key}” takes over from this entry, so this one cannot take over from it."
        advice = f"Delete “{link.field}” in one of the two entries."
    else:
        message = f"There is no entry “{link.key}” to take anything over from."
        advice = did_you_mean(link.key, keys, "Correct the key, or add the entry.")
    return source.problem(start, "unknown-parent", message, advice, end=start + len(link.key))


def at_key(source: Source, entry: Entry, rule: RuleId, message: str, advice: str) -> Problem:
    """Return a problem about an entry as a whole, which is shown at its key."""
    start = source.line_start(entry.location.line)
    place = max(source.text.find(entry.key, start + entry.location.column), start)
    return source.problem(place, rule, message, advice, end=place + len(entry.key))
