"""Blocks of Markdown out of plain text, by how it is laid out on its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_evidence.importing.post import Block

from .bold_headings import PROSE
from .escaping import escaped, escaped_heading, escaped_lines
from .plain_lines import is_in_capitals, joined, looks_like_heading, width_of

_UNDERLINE = re.compile(r"(?P<sign>[=\-_~*])(?P=sign){2,}")
_HASHES = re.compile(r"(?P<level>#{1,6})[ \t]+(?P<text>.*?)[ \t#]*")
_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?:(?P<bullet>[-*+•·–‣◦▪])|(?P<number>\d{1,3})[.)])[ \t]+(?P<text>\S.*)"
)
_QUOTED = re.compile(r"^[ \t]*>[ \t]?")
_ADDRESS = re.compile(r"""https?://[^\s<>"'`\\]*[^\s<>"'`\\.,;:!?)\]]""")
_LONGEST_TITLE = 150
_FOLLOWS = 80
"""How many signs what follows a heading has at least."""


def blocks_of_text(text: str, *, with_title: bool = True) -> list[Block]:
    """Return the blocks of plain text: the title, headings, lists, quotations and paragraphs.

    A heading is underlined, or has number signs before it, or is all in capitals. A short line
    without a full stop between empty lines is one too, if a paragraph follows, and if prose came
    before, so that a byline is none. The first line is the title.

    Args:
        text: The text.
        with_title: Whether its first line is its title.
    """
    reader = _Reader(width_of(text), with_title=with_title)
    pieces = [piece for each in re.split(r"\n[ \t\xa0]*\n", text) for piece in _parted(each)]
    if pieces and with_title:
        pieces[:1] = _with_title_alone(pieces[0])
    for number, piece in enumerate(pieces):
        reader.read(piece, pieces[number + 1] if number + 1 < len(pieces) else [])
    return reader.blocks


class _Reader:
    def __init__(self, width: int, *, with_title: bool) -> None:
        self.width = width
        self.with_title = with_title
        self.blocks: list[Block] = []
        self.in_prose = False

    def read(self, lines: Sequence[str], following: Sequence[str]) -> None:
        """Add the block that lines are, and know what lines follow."""
        block = (
            self._marked(lines) or self._heading(lines, following) or _paragraph(lines, self.width)
        )
        self.blocks.append(block)
        self.in_prose |= block.kind == "paragraph" and len(block.text) >= PROSE

    def _marked(self, lines: Sequence[str]) -> Block | None:
        """Return the block that signs of the author mark."""
        first = lines[0].strip()
        if hashes := _HASHES.fullmatch(first):
            return _as_heading(hashes["text"], len(hashes["level"]))
        if _UNDERLINE.fullmatch(first):
            return Block("rule", "---", "")
        if _is_underlined(lines):
            return _as_heading(first, 1 if lines[1].strip()[0] == "=" else 2)
        if _is_list(lines):
            return _list(lines)
        if _QUOTED.match(first):
            inner = _paragraph([_QUOTED.sub("", line, count=1) for line in lines], self.width)
            quoted = "\n".join(f"> {line}" for line in inner.markdown.split("\n"))
            return Block("quote", quoted, inner.text)
        return None

    def _heading(self, lines: Sequence[str], following: Sequence[str]) -> Block | None:
        """Return the heading that a line is by its looks."""
        line = lines[0].strip()
        if len(lines) > 1:
            return None
        if not self.blocks and self.with_title:
            return _as_heading(line, 1) if len(line) <= _LONGEST_TITLE else None
        if is_in_capitals(line):
            return _as_heading(line, 2)
        is_followed = sum(map(len, following)) >= _FOLLOWS
        is_heading = self.in_prose and is_followed and looks_like_heading(line)
        return _as_heading(line, 2) if is_heading else None


def _parted(piece: str) -> Iterator[list[str]]:
    """Yield the lines of each block among lines that no empty line parts."""
    block: list[str] = []
    for line in filter(str.strip, piece.replace("\xa0", " ").split("\n")):
        if block and (_is_complete(block) or _begins_anew(line, block)):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _is_complete(block: Sequence[str]) -> bool:
    first = block[0].strip()
    is_of_one_line = _HASHES.fullmatch(first) or _UNDERLINE.fullmatch(first)
    return bool(is_of_one_line) or _is_underlined(block)


def _begins_anew(line: str, block: Sequence[str]) -> bool:
    """Say whether a line begins another block than the lines before it."""
    item = _ITEM.match(line)
    if _ITEM.match(block[0]):
        return False
    if item is not None:
        return item["number"] == "1" or item["bullet"] in ("-", "*", "•")
    is_quoted, was_quoted = bool(_QUOTED.match(line)), bool(_QUOTED.match(block[0]))
    is_marked = _HASHES.fullmatch(line.strip()) or line.lstrip().startswith("©")
    return bool(is_marked) or is_quoted != was_quoted


def _is_underlined(lines: Sequence[str]) -> bool:
    return len(lines) == 2 and bool(_UNDERLINE.fullmatch(lines[1].strip()))


def _with_title_alone(lines: list[str]) -> list[list[str]]:
    """Return the first lines of a post, with the title apart from a byline right below it."""
    if len(lines) < 2 or _is_underlined(lines) or _ITEM.match(lines[0]):
        return [lines]
    are_short = all(len(line.strip()) < _FOLLOWS for line in lines)
    return [lines[:1], lines[1:]] if are_short and lines[0].strip()[-1] not in ".,;" else [lines]


def _is_list(lines: Sequence[str]) -> bool:
    """Say whether lines are a list; a number before a single line may be a part of its text."""
    first = _ITEM.match(lines[0])
    items = sum(1 for line in lines if _ITEM.match(line))
    return first is not None and (items > 1 or first["bullet"] in ("-", "*", "•", "+"))


def _as_heading(text: str, level: int) -> Block:
    return Block("heading", escaped_heading(_marked_up(text)), text, level)


def _list(lines: Sequence[str]) -> Block:
    """Return a list; lines that begin no item belong to the one before them."""
    items: list[tuple[int, str, str]] = []
    indents: list[int] = []
    for line in lines:
        item = _ITEM.match(line)
        if item is None:
            indent, sign, text = items[-1]
            items[-1] = (indent, sign, f"{text} {line.strip()}")
            continue
        width = len(item["indent"].expandtabs(4))
        while indents and width < indents[-1]:
            indents.pop()
        if not indents or width > indents[-1] + 1:
            indents.append(width)
        sign = f"{item['number']}." if item["number"] else "-"
        items.append((len(indents) - 1, sign, item["text"].strip()))
    markdown = "\n".join(
        f"{'    ' * indent}{sign} {escaped_lines(_marked_up(text))}" for indent, sign, text in items
    )
    return Block("list", markdown, "\n".join(text for _, _, text in items))


def _paragraph(lines: Sequence[str], width: int) -> Block:
    whole = [" ".join(line.split()) for line in joined(lines, width)]
    markdown = escaped_lines("  \n".join(_marked_up(line) for line in whole))
    return Block("paragraph", markdown, "\n".join(whole))


def _marked_up(line: str) -> str:
    """Return a line of text as Markdown, with its addresses as links."""
    pieces = []
    after = 0
    for address in _ADDRESS.finditer(line):
        pieces += [escaped(line[after : address.start()]), f"<{address[0]}>"]
        after = address.end()
    return "".join([*pieces, escaped(line[after:])])
