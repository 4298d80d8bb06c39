"""Loads case files: a title, the input and what is expected, parted by lines of a single dot."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Case(NamedTuple):
    """One case of a file."""

    title: str
    given: str
    expected: str


def load_cases(name: str) -> list[Case]:
    """Return the cases of a file of this folder; the line above the first dot is the title.

    An arrow in the input is a tab, which one cannot see.
    """
    parts: list[list[str]] = [[]]
    for line in (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    return [
        Case(
            [line for line in parts[place] if line][-1],
            "\n".join(parts[place + 1]).replace("→", "\t"),
            "\n".join(parts[place + 2]),
        )
        for place in range(0, len(parts) - 1, 3)
    ]
