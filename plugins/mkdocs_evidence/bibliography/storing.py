"""What was read of .bib files as JSON, to be kept and found again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from mkdocs_evidence.problems import Location, Problem

from .entry import Entry, Person


def packed(entries: Sequence[Entry], problems: Sequence[Problem]) -> dict[str, Any]:
    """Return entries and problems as JSON."""
    return {
        "entries": [asdict(entry) for entry in entries],
        "problems": [asdict(problem) for problem in problems],
    }


def unpacked(data: Any) -> tuple[list[Entry], list[Problem]] | None:
    """Return the entries and problems that were packed; None where it is something else."""
    try:
        entries = [_entry(fields) for fields in data["entries"]]
        problems = [
            Problem(**{**fields, "location": Location(**fields["location"])})
            for fields in data["problems"]
        ]
    except (KeyError, TypeError):
        return None
    return entries, problems


def _entry(fields: dict[str, Any]) -> Entry:
    persons = {
        name: [Person(**person) for person in people] for name, people in fields["persons"].items()
    }
    return Entry(**{**fields, "persons": persons, "location": Location(**fields["location"])})
