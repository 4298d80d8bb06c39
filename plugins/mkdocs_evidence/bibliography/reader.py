"""One .bib file's text into entries that know their line, and problems in plain words.

An entry never reaches beyond the next ``@type{`` at the beginning of a line, so that a forgotten
brace costs one entry and not the rest of the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping

from mkdocs_evidence.problems import Location, Problem
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import Source

from .checks import oddities
from .comments import blank_comments
from .entry import Entry
from .names import PERSON_FIELDS, read_names
from .record import Record
from .values import Abbreviations

_COMMAND = re.compile(r"@[ \t]*([A-Za-z]+)\s*([{(])")
_NEXT_ENTRY = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]", re.MULTILINE)
_RIS = re.compile(r"TY\s*-")
_BRACELESS = re.compile(
    r"^[ \t]*(@(?:article|book|in(?:book|collection|proceedings)|misc|online|thesis))\b(?!\s*[{(])",
    re.MULTILINE | re.IGNORECASE,
)


def read_bibliography(
    source: Source, abbreviations: Abbreviations | None = None
) -> tuple[list[Entry], list[Problem]]:
    """Read the entries of one .bib file.

    A broken entry is a problem at its place, and keeps the fields that could be read before and
    after the mistake, so that citing it is not a second problem. Of several entries with one key
    the first counts.

    Args:
        source: The file's text.
        abbreviations: Those of other files; those of this one are added.

    Returns:
        The entries in the order of the file, and the problems.
    """
    reader = _FileReader(source, Abbreviations() if abbreviations is None else abbreviations)
    reader.read()
    return list(reader.entries.values()), reader.problems


REACH = 10_000
"""How far behind a field's name what is odd in its value is looked for."""


class _FileReader:
    def __init__(self, source: Source, abbreviations: Abbreviations) -> None:
        self.source = source
        self.text = blank_comments(source.text)
        self.abbreviations = abbreviations
        self._line_starts = [0, *(end.end() for end in re.finditer("\n", source.text))]
        self.entries: dict[str, Entry] = {}
        self.problems: list[Problem] = []
        self._spellings: dict[str, Entry] = {}

    def read(self) -> None:
        offset = 0
        while command := _COMMAND.search(self.text, offset):
            self._find_braceless(offset, command.start())
            offset = self._read_command(command)
        self._find_braceless(offset, len(self.text))
        if self.text.strip() and offset == 0 and not self.problems:
            self._report_other_form()

    def _report_other_form(self) -> None:
        """Report a file that holds text but no entry, such as one in another program's form."""
        start = len(self.text) - len(self.text.lstrip())
        message = "There is no entry in this file; an entry begins with @ and its type."
        if _RIS.match(self.text, start):
            message = "This file is in the RIS form, which is not read here."
        self._report(start, "no-entry", message, "Export it again, as BibTeX or BibLaTeX.")

    def _find_braceless(self, start: int, end: int) -> None:
        for at in _BRACELESS.finditer(self.text, start, end):
            message = f"After {at[1]} there is no opening brace."
            self._report(at.start(1), "broken-entry", message, f"Write: {at[1]}{{key,")

    def _read_command(self, command: re.Match[str]) -> int:
        """Read one ``@type{…}`` and return the offset after it."""
        start, kind = command.start(), command[1].lower()
        following = _NEXT_ENTRY.search(self.text, command.end())
        body = self.text[start : following.start() if following else len(self.text)]
        begin = command.end() - start
        if kind in ("comment", "preamble"):
            return start + _end_of_group(body, begin - 1)
        closing = "}" if command[2] == "{" else ")"
        record = Record(body, begin, closing, self.abbreviations, keyed=kind != "string")
        for mistake in record.mistakes:
            offset = start + mistake.offset
            self._report(offset, mistake.rule, mistake.message, mistake.advice)
        if kind == "string":
            self.abbreviations.update(record.values)
        elif record.key:
            self._add(kind, record, start)
        return start + record.end

    def _add(self, kind: str, record: Record, start: int) -> None:
        fields = {
            name: " ".join(value.split()) for name, value in record.values.items() if value.strip()
        }
        places = {name: start + offset for name, offset in record.offsets.items()}
        self._report_oddities(kind, fields, start, places)
        persons = {name: read_names(fields.pop(name)) for name in PERSON_FIELDS if name in fields}
        location = self._location(start)
        entry = Entry(record.key, kind, fields, persons, location, places, bool(record.mistakes))
        self._report_known(entry, start + record.key_offset)
        self.entries.setdefault(entry.key, entry)
        self._spellings.setdefault(entry.key.casefold(), entry)

    def _report_oddities(
        self, kind: str, fields: Mapping[str, str], start: int, places: Mapping[str, int]
    ) -> None:
        for odd in oddities(kind, fields):
            begin = places.get(odd.field, start)
            found = self.source.text.find(odd.text, begin, begin + REACH)
            offset = max(found, begin)
            end = offset + len(odd.text) if offset == found else None
            self._report(offset, odd.rule, odd.message, odd.advice, end=end)

    def _report_known(self, entry: Entry, offset: int) -> None:
        """Report a key that another entry has already, or has in other capitals."""
        first = self._spellings.get(entry.key.casefold())
        if first is None:
            return
        line = first.location.line
        if entry.key in self.entries:
            message = f"The key “{entry.key}” is used in line {line} already."
        else:
            message = f"The key “{entry.key}” differs only in capitals from line {line}."
        self._report(
            offset,
            "duplicate-key",
            message,
            "Delete one of the two entries, or give this one another key.",
            end=offset + len(entry.key),
        )

    def _location(self, offset: int) -> Location:
        """Return the place of an offset, without counting all lines before it each time."""
        line = bisect_right(self._line_starts, offset)
        return Location(self.source.path, line, offset - self._line_starts[line - 1] + 1)

    def _report(
        self, offset: int, rule: RuleId, message: str, advice: str = "", end: int | None = None
    ) -> None:
        self.problems.append(self.source.problem(offset, rule, message, advice, end=end))


def _end_of_group(text: str, opening: int) -> int:
    """Return the offset after the brace or parenthesis that closes the one at ``opening``."""
    pair = "{}" if text[opening] == "{" else "()"
    depth = 0
    for offset in range(opening, len(text)):
        if text[offset] == pair[0]:
            depth += 1
        elif text[offset] == pair[1]:
            depth -= 1
            if depth == 0:
                return offset + 1
    return len(text)
