"""Formatted reference lists as JSON, to be kept and found again.

Only lists are kept. The citations of a page are formatted in less time than they are read.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from .model import Reference
from .typography import Mark, Run


class Store(Protocol):
    """A place in which results are kept by what they were made of."""

    def read(self, *made_of: bytes) -> Any:
        """Return what was made of these bytes, or None."""

    def write(self, value: Any, *made_of: bytes) -> None:
        """Keep a value of JSON that was made of these bytes."""


def ingredients(items: Iterable[Mapping[str, Any]]) -> bytes | None:
    """Return all that the references of items depend on; None where JSON cannot say it."""
    try:
        return json.dumps(list(items), skipkeys=True, default=repr).encode()
    except (RecursionError, ValueError):
        return None


def packed(references: Iterable[Reference]) -> list[Any]:
    """Return a reference list as JSON."""
    return [[each.key, _packed_runs(each.runs)] for each in references]


def unpacked(data: Any) -> list[Reference] | None:
    """Return the reference list that was packed; None where it is something else."""
    try:
        return [Reference(_unpacked_runs(runs), key) for key, runs in data]
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
