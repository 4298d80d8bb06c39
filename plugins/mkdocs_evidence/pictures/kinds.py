"""The formats of pictures that browsers show."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

DRAWING = ".svg"
"""How the names of pictures made of lines end; all others are made of pixels."""

MEDIA_TYPES: Mapping[str, str] = {
    DRAWING: "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".gif": "image/gif",
}
"""The media types, as the IANA lists them, by the endings of files."""

PIXEL_FORMATS = ("PNG", "JPEG", "WEBP", "AVIF", "GIF")
"""The same without drawings, as Pillow calls them."""


def is_picture(name: str) -> bool:
    """Say whether browsers show a file of this name as a picture."""
    return name.lower().endswith(tuple(MEDIA_TYPES))


def media_type(name: str) -> str:
    """Return the media type of a picture by the name or the address of its file.

    A server goes by the ending too, and the table of the computer differs from one to another.
    """
    ending = PurePosixPath(name).suffix.lower()
    return MEDIA_TYPES.get(ending, "application/octet-stream")
