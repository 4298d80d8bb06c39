"""YAML as authors write it: text, lists and groups of fields, each with its place in the file.

Every value stays the text that was written; the model decides what is a number or a date. So
``NO`` is no boolean and ``1:30`` no number of seconds. Anchors, aliases and tags, which no author
needs and which can make a small file explode, are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from mkdocs_evidence.fields import CutShort
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import Source

from .syntax_errors import explain, unquoted_sign

Path = tuple[str | int, ...]
"""The way to a value: ``("evidence", "outcomes", 0, "name")``."""

MAX_DEPTH = 20
MOST_COLONS = 20
"""How many colons that cut texts in two are passed over in one file."""
_STAND_IN = "\uff1a"
"""What takes the place of such a colon while the rest of the file is read."""
_COMMENT = re.compile(r"[ \t]+#")


class Span(NamedTuple):
    """A stretch of a file, by the offsets of its characters."""

    start: int
    end: int


@dataclass
class Document:
    """The fields of a file with the places of their names and values.

    Attributes:
        source: The file.
        fields: Its fields, as nested dictionaries, lists and text.
        values: The place of each value.
        names: The place of each field's name.
        tags: The tag before each value that has one, where tags are passed over.
        problems: What is wrong with the file's form.
        broken: Whether reading stopped, so that fields may be missing here that the file has.
        sections: The fields that this file gives as headings with text below, if it does.
        meant: Those of them that a misspelt heading seems to mean.
    """

    source: Source
    fields: dict[str, object] = field(default_factory=dict)
    values: dict[Path, Span] = field(default_factory=dict)
    names: dict[Path, Span] = field(default_factory=dict)
    tags: dict[Path, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False
    sections: tuple[str, ...] = ()
    meant: set[str] = field(default_factory=set)

    def value_span(self, path: Path) -> Span:
        """Return the place of a value, or of the nearest group around it that has one."""
        return self.values.get(self.known(path), Span(0, 0))

    def name_span(self, path: Path) -> Span:
        """Return the place of a field's name, or else that of its value."""
        known = self.known(path)
        return self.names.get(known) or self.value_span(known)

    def problem(self, span: Span, rule: RuleId, message: str, advice: str = "") -> Problem:
        """Return a problem about what stands in a span."""
        return self.source.problem(span.start, rule, message, advice, end=span.end)

    def below(self, path: Path, fields: dict[str, object]) -> Document:
        """Return a document of its own for the group at a path, with these fields."""
        depth = len(path)

        def inner(places: dict[Path, Span]) -> dict[Path, Span]:
            return {p[depth:]: span for p, span in places.items() if p[:depth] == path}

        return Document(self.source, fields, inner(self.values), inner(self.names))

    def known(self, path: Path) -> Path:
        """Return as much of a path as the file has, leaving out steps that only the model has."""
        known: Path = ()
        for step in path:
            if (*known, step) in self.values:
                known = (*known, step)
        return known


class _StopError(Exception):
    """Reading cannot go on; the reason is among the problems."""


def read_nodes(
    source: Source, start: int = 0, end: int | None = None, *, strict: bool = True
) -> Document:
    """Read the YAML between two offsets of a file.

    Args:
        source: The file.
        start: Where the YAML begins.
        end: Where it ends; the end of the file if left out.
        strict: Whether anchors, aliases and tags are refused; otherwise they are passed over, as
            in a program's own configuration, of which only the places are wanted.

    Returns:
        The fields, as nested dictionaries, lists and text, and what is wrong with them. Where
        the YAML itself is broken, the fields read up to there. A colon that cuts a text in two is
        noted and passed over, so that it does not hide what else is wrong.
    """
    text = source.text[start:end]
    colons: list[Problem] = []
    document, error = _read(source, text, start, strict=strict)
    while error and error.problem_mark and len(colons) < MOST_COLONS:
        problem = explain(error, source, start)
        if problem.rule != "unquoted-colon":
            break
        colons.append(problem)
        place = error.problem_mark.index
        text = f"{text[:place]}{_STAND_IN}{text[place + 1 :]}"
        document, error = _read(source, text, start, strict=strict)
    document.problems += colons
    if error:
        document.problems.append(explain(error, source, start))
    return document


def _read(
    source: Source, text: str, base: int, *, strict: bool
) -> tuple[Document, yaml.MarkedYAMLError | None]:
    """Read YAML that stands at an offset of a file, up to its end or the first error."""
    document = Document(source, broken=True)
    try:
        _Builder(document, text, base, strict=strict).build()
        document.broken = False
    except yaml.MarkedYAMLError as error:
        return document, error
    except yaml.reader.ReaderError:
        # The error counts bytes, so the sign is looked up again.
        found = yaml.reader.Reader.NON_PRINTABLE.search(source.text, base)
        document.problems.append(
            source.problem(
                found.start() if found else base,
                "yaml-syntax",
                "This sign cannot stand in a text file; it is probably invisible.",
                "Delete it and type the place anew.",
            )
        )
    except _StopError:
        pass
    return document, None


class _Builder:
    """Builds the values from YAML's events, in one pass and without recursion into aliases."""

    def __init__(self, document: Document, text: str, base: int, *, strict: bool) -> None:
        self.document = document
        self.strict = strict
        self.source = document.source
        self.base = base
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def build(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                break
        else:
            return
        event = next(self.events)
        if isinstance(event, yaml.MappingStartEvent):
            self._check(event)
            self.document.values[()] = self._span(event)
            self._mapping((), self.document.fields)
        else:
            self._no_fields(event)
        self._nothing_more()

    def _no_fields(self, event: yaml.Event) -> None:
        if self._value(event, ()) is not None:
            next(self.events)  # a broken line further down is the better explanation
            self._problem(
                self._span(event),
                "not-fields",
                "This file should hold fields, each written as “name: value”.",
                "Begin with “title: …” on a line of its own.",
            )
            raise _StopError

    def _nothing_more(self) -> None:
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                self._problem(
                    self._span(event),
                    "second-document",
                    "A line of three hyphens begins a second document here, which is not read.",
                    "Remove the line, or write it inside a text after “|”.",
                )
                raise _StopError

    def _value(self, event: yaml.Event, path: Path) -> object:
        self._check(event, len(path))
        self.document.values[path] = self._span(event)
        if isinstance(event, yaml.AliasEvent):
            return None
        if tag := getattr(event, "tag", None):
            self.document.tags[path] = tag
        if isinstance(event, yaml.ScalarEvent):
            return self._text(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        fields: dict[str, object] = {}
        self._mapping(path, fields)
        return fields

    def _sequence(self, path: Path) -> list[object]:
        items: list[object] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._value(event, (*path, len(items))))
        return items

    def _mapping(self, path: Path, fields: dict[str, object]) -> None:
        """Read the fields of a group into ``fields``, which keeps them if the file breaks off."""
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            span = self._span(event)
            if not isinstance(event, yaml.ScalarEvent):
                self._problem(
                    span,
                    "yaml-syntax",
                    "A field's name must be plain text, but a bracket begins here.",
                    "Put the text in quotes if the bracket belongs to it.",
                )
                raise _StopError
            self._check(event)
            name = event.value
            inner = (*path, name)
            if name in fields:
                self._duplicate(inner, span)
                self._value(next(self.events), (*path, f"{name} (again)"))
                continue
            self.document.names[inner] = span
            fields[name] = self._value(next(self.events), inner)

    def _text(self, event: yaml.ScalarEvent) -> str | None:
        """Return the text as written; None where nothing was written."""
        if event.style in (None, ""):
            if event.value in ("", "~"):
                return None
            end = self._span(event).end
            if _COMMENT.match(self.source.text, end):
                return CutShort(event.value)
        return str(event.value)

    def _check(self, event: yaml.Event, depth: int = 0) -> None:
        """Refuse aliases, anchors, tags and depth without end."""
        if depth > MAX_DEPTH:
            message = "Too many brackets or lists stand inside each other here."
            self._problem(self._span(event), "too-deep", message, "Put text in quotes.")
            raise _StopError
        if not self.strict:
            return
        marked = getattr(event, "anchor", None) or getattr(event, "tag", None)
        if marked or isinstance(event, yaml.AliasEvent):
            self.document.problems.append(unquoted_sign(self.source, self._span(event).start))
            raise _StopError

    def _duplicate(self, path: Path, span: Span) -> None:
        first = self.source.location(self.document.names[path].start)
        self._problem(
            span,
            "duplicate-field",
            f"The field “{path[-1]}” is already written in line {first.line}.",
            "Keep one of the two.",
        )

    def _span(self, event: yaml.Event) -> Span:
        assert event.start_mark
        assert event.end_mark
        return Span(self.base + event.start_mark.index, self.base + event.end_mark.index)

    def _problem(self, span: Span, rule: RuleId, message: str, advice: str) -> None:
        end = min(span.end, span.start + 60)
        self.document.problems.append(
            self.source.problem(span.start, rule, message, advice, end=end)
        )
