"""One file that another program exported, as works."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from mkdocs_evidence.bibliography import Library, read_bibliography
from mkdocs_evidence.bibliography.mapping import CslItem
from mkdocs_evidence.lookup import Work
from mkdocs_evidence.sources import Source

from .csl_json import read_csl_json
from .nbib import read_nbib
from .ris import read_ris


class CannotRead(Exception):  # noqa: N818  (it is what happened, and no mistake of the program)
    """A file holds no work that can be read; the text says why."""


_LARGEST = 20_000_000
"""The most bytes of a file; a larger one is no export of references."""

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}


def _read_bib(text: str) -> list[CslItem]:
    entries, _ = read_bibliography(Source("", text))
    library = Library(entries)
    items = [library.csl(key) for key in library]
    return [{name: value for name, value in item.items() if name != "id"} for item in items]


_READERS: Mapping[str, Callable[[str], list[CslItem]]] = {
    ".ris": read_ris,
    ".nbib": read_nbib,
    ".bib": _read_bib,
    ".json": read_csl_json,
}
ENDINGS = tuple(_READERS)
"""The endings of files that can be read."""


def read_export(path: Path) -> list[Work]:
    """Return the works in a file, each of which has a title.

    Raises:
        CannotRead: There is none in it, or it is in none of the forms.
        OSError: The file cannot be opened.
    """
    read = _READERS.get(path.suffix.lower())
    if read is None:
        raise CannotRead(f"Its name should end in {', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}.")
    if path.stat().st_size > _LARGEST:
        raise CannotRead("It is too large for a list of references.")
    text = _decoded(path.read_bytes())
    if not text.strip():
        raise CannotRead("It is empty.")
    try:
        items = read(text)
    except ValueError:
        items = []
    works = [Work(item) for item in items if item.get("title")]
    if not works:
        raise CannotRead(
            f"No reference is found in it; it may not be what its ending {path.suffix} says."
        )
    return works


def _decoded(data: bytes) -> str:
    """Return a file's text with line feeds; what is no UTF-8 is what old programs write."""
    mark = next((mark for mark in _MARKS if data.startswith(mark)), b"")
    data = data.removeprefix(mark)
    try:
        text = data.decode(_MARKS.get(mark, "utf-8"))
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    return re.sub(r"\r\n?", "\n", text)
