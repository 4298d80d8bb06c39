"""What is known of the files of pictures: each is opened once, and remembered."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from PIL import Image, features
from PIL.ExifTags import GPS, IFD, Base

from mkdocs_evidence.cache import Cache

from .drawings import size_of_drawing
from .kinds import DRAWING, PIXEL_FORMATS
from .picture import Size

_OPTIONAL = {".webp": "webp", ".avif": "avif"}
"""What Pillow may have been built without, by the endings of files."""

_SIDEWAYS = (5, 6, 7, 8)
"""The values of the orientation by which a picture is shown turned by 90° (Exif 3.0, 4.6.5.1)."""

_FAULTS = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    struct.error,
    Image.DecompressionBombError,
)
"""What Pillow raises where a file is no picture, ends too early, or is far too large."""


@dataclass(frozen=True)
class PictureFile:
    """The file of a picture.

    Attributes:
        length: How many bytes it has.
        is_whole: Whether it can be shown, from its first sign to its last.
        size: How large the picture is as it is shown; None where that is not known.
        tells_place: Whether it says where on earth it was taken.
    """

    length: int
    is_whole: bool = False
    size: Size | None = None
    tells_place: bool = False


class PictureFiles:
    """The files of pictures, each of which is looked at once in a build.

    Args:
        cache: What was found out before.
    """

    def __init__(self, cache: Cache) -> None:
        self._cache = cache
        self._known: dict[Path, PictureFile | None] = {}
        self._names: dict[Path, list[str]] = {}

    def file(self, path: Path) -> PictureFile | None:
        """Return what is known of a file; None where there is none, or it cannot be opened."""
        if path not in self._known:
            try:
                self._known[path] = self._found(path)
            except (OSError, ValueError):  # ValueError: no file can have this name
                self._known[path] = None
        return self._known[path]

    def names_in(self, folder: Path) -> list[str]:
        """Return the names of all that is in a folder, in their order; nothing for no folder."""
        if folder not in self._names:
            try:
                self._names[folder] = sorted(path.name for path in folder.iterdir())
            except (OSError, ValueError):  # ValueError: no folder can have this name
                self._names[folder] = []
        return self._names[folder]

    def _found(self, path: Path) -> PictureFile:
        data = path.read_bytes()
        ending = path.suffix.lower()
        is_whole, size, tells_place = self._cache.once(
            partial(_examined, ending, data), b"picture", ending.encode(), data
        )
        return PictureFile(len(data), is_whole, Size(*size) if size else None, tells_place)


def _examined(ending: str, data: bytes) -> tuple[bool, tuple[int, int] | None, bool]:
    """Return whether a picture is whole, its width and height, and whether it tells its place."""
    codec = _OPTIONAL.get(ending)
    if codec and not features.check(codec):
        return True, None, False  # this computer cannot know better
    try:
        if ending == DRAWING:
            size = size_of_drawing(data)
            return True, (size.width, size.height) if size else None, False
        with _opened(data) as image:
            return True, _size_shown(image), _tells_place(image)
    except _FAULTS:
        return False, None, False


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """Unpack a picture made of pixels, without a word of Pillow on what is odd about it.

    It is unpacked whole, since some formats tell at their end where a picture was taken.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with Image.open(BytesIO(data), formats=PIXEL_FORMATS) as image:
            image.load()
            yield image


def _size_shown(image: Image.Image) -> tuple[int, int]:
    width, height = image.size
    is_turned = image.getexif().get(Base.Orientation) in _SIDEWAYS
    return (height, width) if is_turned else (width, height)


def _tells_place(image: Image.Image) -> bool:
    """Say whether a latitude and a longitude are written in a picture, as cameras do or in XMP."""
    place = image.getexif().get_ifd(IFD.GPSInfo)
    xmp = image.info.get("xmp", b"")
    written = xmp.encode() if isinstance(xmp, str) else xmp
    return {GPS.GPSLatitude, GPS.GPSLongitude} <= place.keys() or b"GPSLatitude" in written
