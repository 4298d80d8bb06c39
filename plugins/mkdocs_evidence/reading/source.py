"""An author's file, from bytes to text."""

from __future__ import annotations

from pathlib import Path

from mkdocs_evidence.problems import Location, Problem, Source


def read_source(path: Path, shown_as: str) -> tuple[Source, list[Problem]]:
    """Read a text file as UTF-8, with or without byte order mark, with any line ends.

    Args:
        path: The file.
        shown_as: The path under which the author knows it.

    Returns:
        The text, and a problem for the first character that is not UTF-8, if there is one; such
        characters are replaced, so that the rest can still be read. A file with null bytes, as
        in UTF-16, gives no text at all.

    Raises:
        OSError: The file cannot be opened.
    """
    raw = path.read_bytes()
    text = "" if b"\0" in raw else raw.decode("utf-8-sig", errors="replace")
    source = Source(shown_as, text.replace("\r\n", "\n").replace("\r", "\n"))
    try:
        raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return source, [_not_utf8(source, raw[: error.start])]
    return source, [_not_utf8(source, b"")] if b"\0" in raw else []


def _not_utf8(source: Source, before: bytes) -> Problem:
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8-sig", errors="replace")) + 1
    return Problem(
        Location(source.path, line, column),
        "not-utf8",
        "This file is not stored as UTF-8, so its letters cannot be read reliably.",
        "Open it in your editor, choose “Save with encoding” and then “UTF-8”.",
    )
