"""A post in a Word file, which mammoth converts to HTML."""

from __future__ import annotations

import io
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import mammoth
from lxml import etree

from mkdocs_evidence.importing.post import Block, Details, LeftOut, OldPost
from mkdocs_evidence.importing.words import lost_passages

from .docx_package import Package, opened
from .docx_styles import STYLES, with_headings
from .docx_words import margins_of, words_of
from .errors import UnreadablePostError
from .html_blocks import blocks_of
from .html_text import text_of

_ENDINGS = {"jpeg": "jpg", "svg+xml": "svg", "x-emf": "emf", "x-wmf": "wmf", "tiff": "tif"}
_PICTURE = "/image"
_WORD = re.compile(r"[^\W_]+")
_WORDS_IN_NAME = 6
_NOBODY = {
    *("admin", "author", "unknown", "user", "utilisateur"),
    *("microsoft office user", "python-docx", "windows user"),
}
"""Whom programs name where they do not know who writes."""


def read_docx(path: Path) -> Sequence[OldPost]:
    """Return the post in a Word file.

    Raises:
        UnreadablePostError: The file is no Word file, is broken or protected, or has no text.
        OSError: The file cannot be opened.
    """
    package = opened(path.read_bytes())
    pictures: dict[str, bytes] = {}
    html = _html(package, pictures)
    blocks = [_with_data(block, pictures) for block in blocks_of(html)]
    if not blocks:
        raise UnreadablePostError("There is no text in it.")
    words = words_of(package)
    lost = [
        LeftOut(text, "what could not be taken out of the Word file in its place")
        for text in lost_passages(words, text_of(html))
    ]
    left_out = [*lost, *margins_of(package), *_pictures_elsewhere(package)]
    return [OldPost(path.name, blocks, words, _details(package, blocks), left_out)]


def _html(package: Package, pictures: dict[str, bytes]) -> str:
    """Return the HTML of a Word file, and add its pictures to those by name."""

    def kept(image: Any) -> dict[str, str]:
        name = _picture_name(image, pictures)
        try:
            with image.open() as file:
                pictures[name] = file.read()
        except KeyError:  # the file does not hold it, and its text is worth having without it
            pass
        return {"src": name}

    try:
        result = mammoth.convert_to_html(
            io.BytesIO(package.data),
            style_map=STYLES,
            include_embedded_style_map=False,
            transform_document=with_headings,
            convert_image=mammoth.images.img_element(kept),
        )
    # Mammoth raises whatever happens to it in a file that is not as it should be.
    except Exception as error:
        raise UnreadablePostError(
            "It is not built as Word files are. Open it in Word or LibreOffice, save it anew as a "
            "“Word document (.docx)”, and import that."
        ) from error
    return str(result.value)


def _picture_name(image: Any, taken: Collection[str]) -> str:
    """Return a name for the file of a picture: what it shows, or its number."""
    kind = (image.content_type or "").partition("/")[2].lower()
    ending = _ENDINGS.get(kind) or "".join(_WORD.findall(kind)) or "bin"
    words = _WORD.findall((image.alt_text or "").casefold())[:_WORDS_IN_NAME]
    number = len(taken) + 1
    name = "-".join(words) or f"picture-{number}"
    return f"{name}.{ending}" if f"{name}.{ending}" not in taken else f"{name}-{number}.{ending}"


def _with_data(block: Block, data: Mapping[str, bytes]) -> Block:
    pictures = [replace(picture, data=data.get(picture.name)) for picture in block.pictures]
    return replace(block, pictures=pictures)


def _pictures_elsewhere(package: Package) -> Iterator[LeftOut]:
    """Yield the pictures that the file only points to."""
    for root in package.named("word/_rels/document"):
        for relation in root.iter("{*}Relationship"):
            kind, target = relation.get("Type", ""), relation.get("Target", "")
            if relation.get("TargetMode") == "External" and kind.endswith(_PICTURE):
                yield LeftOut(target, "a picture that the Word file points to and does not hold")


def _details(package: Package, blocks: Sequence[Block]) -> Details:
    """Return what the file says of itself; the day it was made is not that of its publication.

    A title that is not in the text was left there by another document.
    """
    said = {
        etree.QName(element).localname: " ".join((element.text or "").split())
        for root in package.named("docProps/core")
        for element in root.iter("{*}title", "{*}creator", "{*}language")
    }
    title, creator = said.get("title", ""), said.get("creator", "")
    return Details(
        title=title if title in {block.text for block in blocks} else "",
        authors=[creator] if creator and creator.casefold() not in _NOBODY else [],
        language=said.get("language", ""),
    )
