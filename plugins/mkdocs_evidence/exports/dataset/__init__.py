"""The studies of a site as data, for colleagues who want to use or check them.

``record`` is the model: what is told of each outcome. ``table`` writes tables as CSV, and
``dictionary`` says what each column means. ``files`` makes all files of it, and ``names`` says what
they are called.
"""

from __future__ import annotations

from .dictionary import Column, columns
from .files import ABOUT, data_files
from .names import DATA_FOLDER, FILES, Format
from .record import Record, Study, records
from .table import as_csv

__all__ = [
    "ABOUT",
    "DATA_FOLDER",
    "FILES",
    "Column",
    "Format",
    "Record",
    "Study",
    "as_csv",
    "columns",
    "data_files",
    "records",
]
