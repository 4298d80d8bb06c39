"""Tables as CSV, in the form of RFC 4180, that the spreadsheets of colleagues open as meant.

A file begins with the mark by which Excel knows UTF-8; without it, Excel spoils accents. What a
spreadsheet could take for a formula gets an apostrophe before it (OWASP, "CSV Injection"), since
nothing that an author copied from elsewhere is to be run on the computers of colleagues. This is
so at the beginning of a text, and behind a semicolon, where a spreadsheet begins a new cell in
countries with a decimal comma.
"""

from __future__ import annotations

import csv
import datetime
import io
import re
from collections.abc import Iterable, Sequence

Cell = str | float | datetime.date | Sequence[str] | None
"""What can stand in a cell."""

PARTED_BY = "; "
"""What stands between the texts of a cell that has several."""

ACTIVE = "=+-@＝＋－＠"
"""The signs, in both widths, with which formulas begin."""

_BEGINNING = re.compile(rf"(^|[;\t\r\n])('*[{re.escape(ACTIVE)}])")


def as_csv(header: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return a table as the bytes of a file."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([[_written(cell) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, int | float):
        return repr(cell).removesuffix(".0")
    return _harmless(cell if isinstance(cell, str) else PARTED_BY.join(cell))


def _harmless(text: str) -> str:
    """Return a text that is no formula; of one that has an apostrophe there, it is the second."""
    return _BEGINNING.sub(r"\1'\2", text)
