"""HTML as blocks of Markdown: pages of the web, exports of blogs, and Word files on their way."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

from mkdocs_evidence.importing.post import Block, Kind, Picture

from .bold_headings import with_bold_headings
from .html_elements import BLOCKS, HEADINGS, MARK, lines_in, page_of, text_in, value
from .html_markdown import INDENT, markdown_of
from .html_tidy import tidy

_DATA = re.compile(r"data:image/(?P<kind>[a-z]+)[^,]*;base64,(?P<data>.*)", re.DOTALL)
_ENDINGS = {"jpeg": "jpg", "svg": "svg"}
_LINE = re.compile(r"^(?=.)", re.MULTILINE)


def blocks_of(html: str, base: str = "") -> list[Block]:
    """Return the blocks of HTML that is a post and nothing else, as a WordPress export has it.

    Args:
        html: The HTML, a page or a piece of one.
        base: The address that its links start from; empty where it is not known.
    """
    soup = page_of(html)
    return blocks_in(soup, tidy(soup, base))


def blocks_in(element: Tag, notes: Mapping[str, Tag]) -> list[Block]:
    """Return the blocks of an element that was made ready, and use it up.

    Args:
        element: The element.
        notes: The footnotes that `tidy` found; each comes after the block that refers to it,
            and at the end where none does.
    """
    walker = _Walker(notes)
    blocks = [*walker.blocks(element)]
    for note in walker.notes.values():
        blocks += walker.blocks(note)
    return with_bold_headings(blocks)


class _Walker:
    def __init__(self, notes: Mapping[str, Tag]) -> None:
        self.soup = BeautifulSoup("", "lxml")
        self.pictures = 0
        self.notes = {**notes}

    def blocks(self, element: Tag) -> Iterator[Block]:
        for block in self._blocks(element):
            names = MARK.findall(block.markdown)
            yield _with_marks(block)
            for name in names:
                yield from self._note(name)

    def _note(self, name: str) -> Iterator[Block]:
        """Yield the text of a footnote, the first time that it is referred to."""
        note = self.notes.pop(name, None)
        if note is None:
            return
        blocks = [*self.blocks(note)]
        text = "\n".join(block.text for block in blocks)
        markdown = "\n\n".join(block.markdown for block in blocks)
        indented = _LINE.sub(INDENT, markdown)[len(INDENT) :]
        pictures = [picture for block in blocks for picture in block.pictures]
        yield Block("paragraph", f"[^{name}]: {indented}", text, pictures=pictures)

    def _blocks(self, element: Tag) -> Iterator[Block]:
        run: list[PageElement] = []
        for node in [*element.contents]:
            if isinstance(node, Tag) and (node.name in BLOCKS or node.find(list(BLOCKS))):
                yield from self._paragraphs(run)
                run = []
                yield from self._block(node)
            else:
                run.append(node)
        yield from self._paragraphs(run)

    def _block(self, element: Tag) -> Iterator[Block]:
        name = element.name
        if name in HEADINGS and text_in(element):
            yield from self._heading(element)
        elif name in ("ul", "ol") and element.find("li") and not element.find(["table", "pre"]):
            yield from self._whole("list", element)
        elif name == "blockquote" and not element.find(["table", "pre"]):
            yield from self._whole("quote", element)
        elif name == "table" and _is_of_data(element):
            yield from self._table(element)
        elif name == "pre":
            yield from self._whole("code", element)
        elif name == "hr":
            yield Block("rule", "---", "")
        else:
            yield from self._blocks(element)

    def _heading(self, element: Tag) -> Iterator[Block]:
        for picture in element.find_all("img"):
            yield from self._paragraphs([picture.extract()])
        yield from self._whole("heading", element, int(element.name[1]))

    def _table(self, element: Tag) -> Iterator[Block]:
        for caption in element.find_all("caption"):
            yield from self._blocks(caption.extract())
        yield from self._whole("table", element)

    def _whole(self, kind: Kind, element: Tag, level: int = 0) -> Iterator[Block]:
        pictures = self._pictures(element)
        text = lines_in(element)
        markdown = markdown_of(element)
        if markdown:
            yield Block(kind, markdown, text, level, pictures)

    def _paragraphs(self, run: Sequence[PageElement]) -> Iterator[Block]:
        """Yield the paragraphs in a run of text, which two line breaks part.

        Pictures before the text and after it stand on their own.
        """
        for nodes in _parted(run):
            before = _leading_pictures(nodes)
            rest = nodes[len(before) :]
            after = _leading_pictures(rest[::-1])[::-1]
            text = rest[: len(rest) - len(after)]
            yield from self._paragraph("picture", before)
            yield from self._paragraph("paragraph", text)
            yield from self._paragraph("picture", after)

    def _paragraph(self, kind: Kind, nodes: Sequence[PageElement]) -> Iterator[Block]:
        if not any(_says_something(node) for node in nodes):
            return
        paragraph = self.soup.new_tag("p")
        for node in nodes:
            paragraph.append(node.extract())
        yield from self._whole(kind, paragraph)

    def _pictures(self, element: Tag) -> list[Picture]:
        return [self._picture(each) for each in element.find_all("img")]

    def _picture(self, element: Tag) -> Picture:
        source, alt = value(element, "src"), value(element, "alt")
        data = _DATA.fullmatch(source)
        if data is None:
            return Picture(source, alt)
        self.pictures += 1
        name = f"picture-{self.pictures}.{_ENDINGS.get(data['kind'], data['kind'])}"
        element["src"] = name
        try:
            return Picture(name, alt, base64.b64decode(data["data"]))
        except (binascii.Error, ValueError):
            return Picture(name, alt)


def _with_marks(block: Block) -> Block:
    return replace(block, markdown=MARK.sub(r"[^\1]", block.markdown))


def _is_of_data(table: Tag) -> bool:
    """Say whether a table is one, and no way to set parts of a page side by side."""
    if table.find(["table", "img", "blockquote", "pre", "figure", *HEADINGS]):
        return False
    return any(len(row.find_all(["td", "th"])) > 1 for row in table.find_all("tr"))


def _says_something(node: PageElement) -> bool:
    if isinstance(node, Tag):
        return bool(node.get_text(strip=True)) or node.name == "img" or node.find("img") is not None
    return isinstance(node, NavigableString) and bool(node.strip())


def _parted(run: Sequence[PageElement]) -> Iterator[list[PageElement]]:
    """Yield what stands between two line breaks that only spaces part."""
    part: list[PageElement] = []
    breaks = 0
    for node in run:
        if isinstance(node, Tag) and node.name == "br":
            breaks += 1
        elif _says_something(node):
            if breaks > 1:
                yield part
                part = []
            breaks = 0
        part.append(node)
    yield part


def _leading_pictures(nodes: Sequence[PageElement]) -> Sequence[PageElement]:
    """Return the nodes at the beginning up to the last of those that are pictures alone."""
    end = 0
    for number, node in enumerate(nodes, 1):
        is_break = isinstance(node, Tag) and node.name == "br"
        if _is_picture(node):
            end = number
        elif _says_something(node) and not is_break:
            break
    return nodes[:end]


def _is_picture(node: PageElement) -> bool:
    if not isinstance(node, Tag):
        return False
    return node.name == "img" or (node.find("img") is not None and not text_in(node))
