"""The picture at the head of a post, and who made it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from mkdocs_evidence.importing.post import Block, LeftOut, Picture

from .licences import Licence, find_licence
from .phrasebook import begins
from .result import Credit
from .taking import Blocks, Taken, first, without, word_count

_IMAGE = re.compile(
    r"!\[(?:[^\[\]\\]|\\.|\[[^\]]*\])*\]"
    r"(?:\((?:[^()]|\([^()]*\))*\)|\[[^\]]*\])"
)
_EMPTY_LINK = re.compile(r"\[\s*\]\([^()]*\)")
_LINK = re.compile(r"\]\(<?(https?://[^\s()<>]+(?:\([^\s()<>]*\)[^\s()<>]*)*)")
_ADDRESS = re.compile(r"https?://[^\s()<>\[\]]+")
_LABEL_END = re.compile(r"\s*[:–—-]\s*|\s+(?=©)|\s*(?=©)")
_ENDS = " \t\n.,;:|/·•–—-()[]"
_MOST_WORDS = 40
_AT_END = 6


@dataclass(frozen=True)
class HeadPicture(Taken):
    """What was found of a picture at the head."""

    picture: Picture | None = None
    credit: Credit = field(default_factory=Credit)


def take_picture(blocks: Blocks, opening: int, told: Picture | None) -> HeadPicture:
    """Take the picture at the head out of a post, and the line that says who made it.

    Args:
        blocks: The post, without its title.
        opening: How many blocks stand before the first section.
        told: The picture that the file tells besides; one in the post is taken if it is the same.
    """
    place = first(blocks[:opening], _is_one_picture)
    found = blocks[place].pictures[0] if place is not None else None
    if place is None or (found and told and not _is_same(found, told)):
        return _with_credit(blocks, None, told)
    assert found
    picture = replace(told, alt=found.alt or told.alt) if told else found
    caption = _EMPTY_LINK.sub("", _IMAGE.sub("", blocks[place].markdown)).strip()
    rest = without(blocks, [place])
    if caption:
        rest.insert(place, Block("paragraph", caption, caption))
    return _with_credit(rest, place, picture)


def _is_one_picture(block: Block) -> bool:
    """Say whether a block is a picture and no more than a caption."""
    if len(block.pictures) != 1:
        return False
    return block.kind == "picture" or (
        block.kind == "paragraph"
        and not _EMPTY_LINK.sub("", _IMAGE.sub("", block.markdown)).strip()
    )


def _is_same(one: Picture, other: Picture) -> bool:
    return _file(one) == _file(other)


def _file(picture: Picture) -> str:
    return picture.name.partition("?")[0].rpartition("/")[2]


def _with_credit(blocks: Blocks, behind: int | None, picture: Picture | None) -> HeadPicture:
    """Take the line that says who made the picture.

    Args:
        blocks: The post, without the picture.
        behind: The place where the picture stood.
        picture: The picture.
    """
    for place in _places(blocks, behind):
        credit = _credit(blocks[place], place == behind, place >= len(blocks) - _AT_END)
        if credit:
            left_out = LeftOut(
                blocks[place].markdown, "the line about the picture; the fields have what it tells"
            )
            questions = [] if picture else [_NO_PICTURE]
            return HeadPicture(without(blocks, [place]), [left_out], questions, picture, credit)
    return HeadPicture(blocks, picture=picture)


_NO_PICTURE = (
    "The post says who made its picture, but the picture was not found in it. Please put its file"
    " beside the summary, and name it in the field “image” with a few words on what it shows."
)


def _places(blocks: Blocks, behind: int | None) -> Iterator[int]:
    """Yield the places where the line may stand; one below another picture is about that."""
    for place in range(len(blocks)):
        if place == behind or not (place and blocks[place - 1].pictures):
            yield place


def _credit(block: Block, is_below: bool, is_last: bool) -> Credit | None:
    """Return what a line says of a picture, or None where it is another line.

    Args:
        block: The line.
        is_below: Whether it stands right below the picture.
        is_last: Whether it stands among the last of the post.
    """
    if block.kind not in ("paragraph", "quote") or word_count(block.text) > _MOST_WORDS:
        return None
    text = block.text.strip()
    label = _label(text)
    licence = find_licence(text, _ADDRESS.findall(block.markdown))
    links = [*_LINK.findall(block.markdown), *_ADDRESS.findall(text)]
    address = next((each for each in links if each != licence.address), "")
    if label is None:
        is_credit = is_below and (licence.name or text.startswith("©"))
    else:
        has_colon = text[:label].rstrip().endswith(":")
        is_credit = is_below or is_last or has_colon or licence.name or address
    if not is_credit:
        return None
    if address and text.rstrip(_ENDS).endswith(address):
        text = text.rstrip(_ENDS).removesuffix(address).rstrip(f"{_ENDS}<")
    return Credit(_maker(text, label or 0, licence), address, licence.name)


def _label(text: str) -> int | None:
    """Return where the maker is named behind a label, or None where a text has no label."""
    if whole := begins("picture_credit", text):
        sign = _LABEL_END.match(text, whole)
        return sign.end() if sign else whole
    word = begins("picture", text)
    sign = _LABEL_END.match(text, word) if word else None
    return sign.end() if sign else None


def _maker(text: str, start: int, licence: Licence) -> str:
    """Return who made the picture, without the licence if that stands behind it."""
    end = len(text)
    if licence.end and not text[licence.end :].strip(_ENDS):
        end = licence.start
    return " ".join(text[start:end].strip(_ENDS.replace("[", "").replace("(", "")).split())
