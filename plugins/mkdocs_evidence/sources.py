"""A file of the author's, from bytes to text."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_evidence.problems import Problem, Source

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n?")
_SEPARATORS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
"""Line breaks for YAML, but not for editors; they come along with text from other programs."""


def read_source(path: Path, shown_as: str) -> tuple[Source, list[Problem]]:
    """Read a text file as UTF-8, with or without byte order mark, with any line ends.

    Args:
        path: The file.
        shown_as: The path under which the author knows it.

    Returns:
        The text, and a problem where the first character stands that is not UTF-8, if there is
        one. Such a file is read as Windows-1252, which is what older programs wrote, so that
        the rest of it can be checked. A file with null bytes, as in UTF-16, gives no text.

    Raises:
        OSError: The file cannot be opened.
    """
    data = path.read_bytes().removeprefix(_BYTE_ORDER_MARK)
    if b"\0" in data:
        source = Source(shown_as, "")
        return source, [_not_utf8(source, 0)]
    try:
        return Source(shown_as, _cleaned(data.decode("utf-8"))), []
    except UnicodeDecodeError as error:
        source = Source(shown_as, _cleaned(data.decode("cp1252", errors="replace")))
        before = _cleaned(data[: error.start].decode("cp1252", errors="replace"))
        return source, [_not_utf8(source, len(before))]


def _cleaned(text: str) -> str:
    return _LINE_END.sub("\n", text).translate(_SEPARATORS)


def _not_utf8(source: Source, offset: int) -> Problem:
    return source.problem(
        offset,
        "not-utf-8",
        "This file is not saved as UTF-8, so its letters cannot be read reliably.",
        "Open it in the program that you write it with, choose “Save with encoding” or “Save as”, "
        "and there “UTF-8”.",
    )
