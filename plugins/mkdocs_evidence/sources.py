"""The author's files as text, able to say where something stands in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from pathlib import Path, PurePath

from mkdocs_evidence.problems import Location, Problem
from mkdocs_evidence.rules import RuleId

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_LINE_END = re.compile(r"\r\n?")
_INVISIBLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""What neither YAML nor XML can hold; it comes along with text from PDF files."""
_SEPARATORS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")
"""Line breaks for YAML, but not for editors; they come along with text from other programs."""


class Source:
    """The text of one of the author's files, able to say where an offset stands in it.

    Args:
        path: The file's path as it is to be shown to the author.
        text: The file's text, with line ends as a single newline.
    """

    def __init__(self, path: str | PurePath, text: str) -> None:
        self.path = PurePath(path).as_posix()
        self.text = text

    def location(self, offset: int) -> Location:
        """Return the place of the character at this offset."""
        line = bisect_right(self._line_starts, offset)
        return Location(self.path, line, offset - self._line_starts[line - 1] + 1)

    def line_start(self, line: int) -> int:
        """Return the offset at which a line begins; lines count from 1."""
        return self._line_starts[line - 1]

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(end.end() for end in re.finditer("\n", self.text))]

    def problem(
        self, start: int, rule: RuleId, message: str, advice: str = "", *, end: int | None = None
    ) -> Problem:
        """Return a problem about the text from the offset ``start`` up to ``end``."""
        location = self.location(start)
        begins = start - location.column + 1
        ends = self.text.find("\n", start)
        line = self.text[begins:] if ends < 0 else self.text[begins:ends]
        width = 1 if end is None else max(1, end - start)
        return Problem(location, rule, message, advice, line, width)


def shown_from(root: Path, path: Path) -> str:
    """Return a file's path as an author at the root of the site knows it."""
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


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
    source, problems = _decoded(path.read_bytes().removeprefix(_BYTE_ORDER_MARK), shown_as)
    if invisible := _INVISIBLE.search(source.text):
        problems.append(
            source.problem(
                invisible.start(),
                "invisible-sign",
                "This sign cannot stand in a text file; it is probably invisible.",
                "Delete it and type the place anew.",
            )
        )
        source = Source(source.path, _INVISIBLE.sub(" ", source.text))
    return source, problems


def _decoded(data: bytes, shown_as: str) -> tuple[Source, list[Problem]]:
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
