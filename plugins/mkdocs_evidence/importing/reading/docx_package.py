"""The parts of a Word file, opened with care.

Sources: ECMA-376, part 2 (the package and its relationships) and part 1, chapter 17 (the text).
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from .encoding import MOST_TEXT
from .errors import UnreadablePostError

_MOST = 300_000_000
"""How many bytes a Word file may hold when it is unpacked, most of them pictures."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""What Word files begin with that are older than 2007, or that a password protects."""
_BROKEN = (
    "The file is broken, or it is no Word file. Open it in Word or LibreOffice, save it anew as a "
    "“Word document (.docx)”, and import that."
)
_OF_A_BROKEN_FILE = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
    OverflowError,
)
"""What the readers of packages and of XML raise where one is damaged."""


@dataclass(frozen=True)
class Package:
    """A Word file.

    Attributes:
        data: The whole file.
        parts: Its parts in XML, by their names.
    """

    data: bytes
    parts: dict[str, etree._Element]

    def named(self, beginning: str) -> Iterator[etree._Element]:
        """Yield the parts whose names begin so, in the order of their names."""
        for name in sorted(self.parts):
            if name.startswith(beginning):
                yield self.parts[name]


def opened(data: bytes) -> Package:
    """Open a Word file.

    Raises:
        UnreadablePostError: It is none, is broken, or would unpack to more than can be held.
    """
    if data.startswith(_OLE):
        raise UnreadablePostError(
            "It was made by an old version of Word, or a password protects it. Open it in Word or "
            "LibreOffice, save it without a password as a “Word document (.docx)”, and import that."
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_sizes(archive)
            parts = {
                name: _parsed(archive.read(name))
                for name in archive.namelist()
                if name.endswith((".xml", ".rels"))
            }
    except _OF_A_BROKEN_FILE as error:
        raise UnreadablePostError(_BROKEN) from error
    if not any(name.startswith("word/") for name in parts):
        raise UnreadablePostError(_BROKEN)
    return Package(data, parts)


def _check_sizes(archive: zipfile.ZipFile) -> None:
    text = sum(
        part.file_size for part in archive.infolist() if part.filename.endswith((".xml", ".rels"))
    )
    if text > MOST_TEXT or sum(part.file_size for part in archive.infolist()) > _MOST:
        raise UnreadablePostError(
            "It is far larger than a post, once it is unpacked. Copy the text of the post into a "
            "new file, and import that."
        )


def _parsed(data: bytes) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadablePostError(_BROKEN)
    return root
