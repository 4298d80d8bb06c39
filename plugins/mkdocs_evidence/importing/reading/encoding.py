"""The text of a file, in whatever way its program wrote the letters."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from pathlib import Path

from .errors import UnreadablePostError

MOST_TEXT = 20_000_000
"""How many bytes of text a post can have at most."""
_OF_OTHER_PROGRAMS = (
    b"PK\x03\x04",
    b"%PDF",
    b"\xd0\xcf\x11\xe0",
    b"{\\rtf",
    b"\x89PNG",
    b"\xff\xd8\xff",
)
"""What files of Word, PDF, RTF and of pictures begin with."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff\ud800-\udfff]"
)
"""What no text file can hold, or would hold without anybody seeing it."""
_CALLED_LATIN = {"ascii", "iso8859-1"}
"""What is declared where Windows-1252 was written; so the Encoding Standard of WHATWG reads it."""
_SAMPLE = 4096


def _nothing(_: bytes) -> str:
    return ""


def read_text(path: Path, declared: Callable[[bytes], str] = _nothing) -> str:
    """Return the text of a file of text, decoded as `decoded` does it.

    Args:
        path: The file.
        declared: Finds the name of the encoding that the file itself declares.

    Raises:
        UnreadablePostError: The file is far larger than a post, or is no text.
        OSError: The file cannot be opened.
    """
    if path.stat().st_size > MOST_TEXT:
        raise UnreadablePostError("It is far larger than a post, so it cannot be one.")
    data = path.read_bytes()
    if data.startswith(_OF_OTHER_PROGRAMS):
        raise UnreadablePostError(
            "It is no text file, whatever its name ends with. Open it in the program that made it, "
            "save it as a text or a Word file (.docx), and import that."
        )
    return decoded(data, declared(data))


def decoded(data: bytes, declared: str = "") -> str:
    """Return the text of a file, with line ends as a single newline and no invisible signs.

    A byte order mark counts most, then whether the bytes are valid UTF-8, which those of another
    encoding hardly ever are, then what the file declares. What remains is Windows-1252, which
    older programs wrote in the west of Europe and in America.

    Args:
        data: The bytes of the file.
        declared: The encoding that the file itself names; empty where it names none.
    """
    return visible(_decoded(data, declared))


def visible(text: str) -> str:
    """Return a text with line ends as a single newline and without invisible signs."""
    return _INVISIBLE.sub("", _LINE_END.sub("\n", text))


def _decoded(data: bytes, declared: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.removeprefix(mark).decode(encoding, errors="replace")
    for encoding in filter(None, [_wide(data), "utf-8", _known(declared)]):
        try:
            return data.decode(encoding)
        except (UnicodeError, LookupError):
            continue
    return data.decode("cp1252", errors="replace")


def _wide(data: bytes) -> str:
    """Return which UTF-16 a text without byte order mark is in; empty for none.

    Every other byte of western text in it is null, and no other text has null bytes.
    """
    sample = data[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) < len(sample) / 8:
        return ""
    return "utf-16-le" if odd > even else "utf-16-be"


def _known(declared: str) -> str:
    try:
        name = codecs.lookup(declared.strip()).name
    except LookupError:
        return ""
    return "cp1252" if name in _CALLED_LATIN else name
