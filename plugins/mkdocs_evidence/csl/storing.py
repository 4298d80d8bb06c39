"""Formatted documents as JSON, to be kept and found again."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from typing import Any, Protocol

from .model import Citation, Document, Fragment, Reference
from .typography import Mark, Run


class Store(Protocol):
    """A place in which results are kept by what they were made of."""

    def read(self, *made_of: bytes) -> Any:
        """Return what was made of these bytes, or None."""

    def write(self, value: Any, *made_of: bytes) -> None:
        """Keep a value of JSON that was made of these bytes."""


def ingredients(
    citations: Sequence[Citation], keys: Iterable[str], items: Iterable[Mapping[str, Any]]
) -> bytes | None:
    """Return all of a document that its formatting depends on; None where JSON cannot say it."""
    parts = [list(map(astuple, citations)), list(keys), list(items)]
    try:
        return json.dumps(parts, skipkeys=True, default=repr).encode()
    except (RecursionError, ValueError):
        return None


def packed(document: Document) -> dict[str, Any]:
    """Return a document as JSON."""
    return {
        "citations": [
            [[part.key, part.in_text, _packed_runs(part.runs)] for part in citation]
            for citation in document.citations
        ],
        "references": [[each.key, _packed_runs(each.runs)] for each in document.references],
    }


def unpacked(data: Any) -> Document | None:
    """Return the document that was packed; None where it is something else."""
    try:
        return Document(
            [
                [Fragment(_unpacked_runs(runs), key, in_text) for key, in_text, runs in citation]
                for citation in data["citations"]
            ],
            [Reference(_unpacked_runs(runs), key) for key, runs in data["references"]],
        )
    except (IndexError, KeyError, TypeError, ValueError):
        return None


def _packed_runs(runs: Sequence[Run]) -> list[Any]:
    """Return the marks of runs, each once, and the runs with the places of theirs."""
    marks = list({id(mark): mark for run in runs for mark in run.marks}.values())
    places = {id(mark): place for place, mark in enumerate(marks)}
    return [
        [[mark.kind, mark.value] for mark in marks],
        [[run.text, [places[id(mark)] for mark in run.marks]] for run in runs],
    ]


def _unpacked_runs(data: Sequence[Any]) -> list[Run]:
    marks = [Mark(kind, value) for kind, value in data[0]]
    return [Run(text, tuple(marks[place] for place in places)) for text, places in data[1]]
