"""Loads case files: a title, the input and what is expected, parted by lines of a single dot."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent.parent / "cases" / "citations"


class Case(NamedTuple):
    """One case of a file."""

    title: str
    given: str
    expected: str


def load_cases(name: str) -> list[Case]:
    """Return the cases of a file; text before a case's title is prose for the reader."""
    parts: list[list[str]] = [[]]
    for line in (FOLDER / f"{name}.md").read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    return [
        Case(_title(parts[place]), "\n".join(parts[place + 1]), "\n".join(parts[place + 2]))
        for place in range(0, len(parts) - 1, 3)
    ]


def _title(lines: list[str]) -> str:
    return [line for line in lines if line.strip()][-1]
