"""Whether bytes are a picture that browsers show, and what its file is called."""

from __future__ import annotations

import re
import struct
import warnings
from collections.abc import Iterator
from io import BytesIO
from itertools import count
from pathlib import PurePosixPath
from urllib.parse import unquote

from lxml import etree
from PIL import Image, UnidentifiedImageError

from mkdocs_evidence.posts.text import as_slug

_ENDINGS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "AVIF": ".avif", "GIF": ".gif"}
"""How the names of files end that browsers show, by what Pillow calls their formats."""
_DRAWING = "{http://www.w3.org/2000/svg}svg"
_PROGRAMS = frozenset(("script", "foreignobject", "iframe", "handler", "set", "animate"))
"""Elements of a drawing that run programs, or can turn an address into one."""
_WITHIN = re.compile(r"#|data:image/(?!svg)", re.IGNORECASE)
"""How the addresses begin that ask for nothing beyond the drawing."""
_BEYOND = re.compile(r"@import|url\(\s*[\"']?(?!\s*[\"']?(?:#|data:image/(?!svg)))", re.IGNORECASE)

_FAULTS = (OSError, SyntaxError, ValueError, EOFError, struct.error, Image.DecompressionBombError)
"""What Pillow raises where a file is no picture, ends too early, or is far too large."""

_SMALLER = re.compile(r"-\d{2,5}x\d{2,5}(?=\.[A-Za-z]+$)")
"""What WordPress adds to the name of a picture that it made smaller."""
_SCALED = re.compile(r"-scaled(?=\.[A-Za-z]+$)")

LONGEST_NAME = 40


LARGEST = 30_000_000
"""The most bytes of a picture; the page that shows it would take minutes to load."""
TOO_LARGE = "It is far too large to be shown on a page. Make it smaller first."


class NoPictureError(Exception):
    """Bytes are no picture that a site can show; the text says why."""


def ending_of(data: bytes) -> str:
    """Return how the name of a picture's file ends, whatever it was called.

    Raises:
        NoPictureError: It is none, or not whole, or it runs programs.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(BytesIO(data)) as image:
                image.load()
                kind = image.format or ""
        except UnidentifiedImageError:
            return _ending_of_drawing(data)
        except _FAULTS:
            raise NoPictureError("Its file is damaged.") from None
    if kind not in _ENDINGS:
        raise NoPictureError(
            f"Its format, {kind}, is none that browsers show. Save it as .png or .jpg."
        )
    return _ENDINGS[kind]


def _ending_of_drawing(data: bytes) -> str:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None or root.tag != _DRAWING:
        raise NoPictureError("What is there is no picture.")
    if not _is_harmless(root):
        raise NoPictureError(
            "It is a drawing that runs programs or asks other servers for something. Save it as"
            " .png."
        )
    return ".svg"


def _is_harmless(root: etree._Element) -> bool:
    return all(_is_harmless_node(node) for node in root.iter())


def _is_harmless_node(node: etree._Element) -> bool:
    if isinstance(node, etree._Comment):
        return True
    if not isinstance(node.tag, str) or etree.QName(node).localname.lower() in _PROGRAMS:
        return False  # what is no element is an entity, or asks for a stylesheet
    return not _BEYOND.search(node.text or "") and all(
        _is_harmless_attribute(etree.QName(str(name)).localname.lower(), str(value).strip())
        for name, value in node.attrib.items()
    )


def _is_harmless_attribute(name: str, value: str) -> bool:
    if name.startswith("on") or _BEYOND.search(value):
        return False
    return name not in ("href", "src") or bool(_WITHIN.match(value))


def full_size(name: str) -> str:
    """Return the name or address of the picture from which WordPress made a smaller one."""
    return _SMALLER.sub("", name)


def unscaled(name: str) -> str:
    """Return the name that a picture had before WordPress made it fit for the web."""
    return _SCALED.sub("", full_size(name))


def names_for(name: str, ending: str, stem: str) -> Iterator[str]:
    """Yield names for the file of a picture, in plain letters, the best one first.

    Args:
        name: Its name or address in the post.
        ending: How the name of the file is to end.
        stem: The name of its post, with which that of the picture begins.
    """
    own = as_slug(PurePosixPath(unscaled(unquote(last_part(name)))).stem)[:LONGEST_NAME].strip("-")
    plain = own if own.startswith(stem) else f"{stem}-{own}".strip("-")
    yield f"{plain}{ending}"
    for number in count(2):
        yield f"{plain}-{number}{ending}"


def last_part(name: str) -> str:
    """Return the part of a name or address that names the file, as it stands there."""
    return re.split(r"[?#]", name.replace("\\", "/"))[0].rstrip("/").rpartition("/")[2]
