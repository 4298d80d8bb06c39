"""Tables of numbers for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; the first column stands left and the others right."""
    widths = [max(map(len, column)) for column in zip(head, *rows, strict=True)]
    for row in [head, *rows]:
        first, *rest = [*zip(row, widths, strict=True)]
        cells = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in rest)]
        yield "  ".join(cells).rstrip()


def share(part: int, whole: int) -> str:
    """Return a share as a count and in per cent, such as "19/20 95.0%"."""
    return f"{part}/{whole} {100 * part / whole if whole else 100:5.1f}%"
