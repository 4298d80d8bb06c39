"""Files of pictures for tests."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from random import Random
from typing import Any

from PIL import Image
from PIL.ExifTags import GPS, IFD, Base

from mkdocs_evidence.cache import Cache
from mkdocs_evidence.pictures import PictureFile, PictureFiles

PLACE = {GPS.GPSLatitudeRef: "N", GPS.GPSLatitude: (52.0, 22.0, 0.0)} | {
    GPS.GPSLongitudeRef: "E",
    GPS.GPSLongitude: (4.0, 54.0, 0.0),
}


def picture(
    form: str = "PNG",
    size: tuple[int, int] = (40, 30),
    *,
    exif: Image.Exif | None = None,
    **more: Any,
) -> bytes:
    """Return a picture of one colour as a file of a form."""
    data = BytesIO()
    options = more | ({"exif": exif} if exif else {})
    Image.new("RGB", size, "#8a4630").save(data, form, **options)
    return data.getvalue()


def noise(side: int) -> bytes:
    """Return a square picture that no program can pack, as PNG."""
    data = BytesIO()
    Image.frombytes("RGB", (side, side), Random(1).randbytes(3 * side * side)).save(data, "PNG")
    return data.getvalue()


def exif(*, orientation: int = 1, place: dict[Any, Any] | None = None) -> Image.Exif:
    """Return what a camera writes into a picture."""
    written = Image.Exif()
    written[Base.Orientation] = orientation
    written[Base.Make] = "A maker of telephones"
    if place:
        written.get_ifd(IFD.GPSInfo).update(place)
    return written


def known(folder: Path, name: str, data: bytes | str) -> PictureFile | None:
    """Return what is known of a file with this name and content."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return PictureFiles(Cache(folder / "cache")).file(path)
