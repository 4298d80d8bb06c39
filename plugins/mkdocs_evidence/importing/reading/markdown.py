"""A post in a Markdown file, whose text stays as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from mkdocs_evidence.importing.post import Block, Kind, LeftOut, OldPost, Picture
from mkdocs_evidence.importing.words import plain_text

from .encoding import read_text
from .errors import UnreadablePostError
from .front_matter import split
from .html_blocks import blocks_of
from .html_elements import lines_in, page_of, text_in
from .markdown_links import References, with_addresses
from .markdown_safety import defused, is_safe_html
from .rendered import harmless, is_harmless

_KINDS: dict[str, Kind] = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "blockquote_open": "quote",
    "table_open": "table",
    "fence": "code",
    "code_block": "code",
    "hr": "rule",
}
_DATED_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-(.+)")
_TIGHT_HEADING = re.compile(r"(#{2,6})(?=[^\s#])(.+?)#*\s*$")
"""A heading without the space that CommonMark asks for and older programs do not."""
_PARSER = MarkdownIt("commonmark").enable("table")
_DOES_SOMETHING = "HTML that could run a program in a browser, or load something from elsewhere"
_FOOTNOTE = re.compile(r"\[\^[^\]\n]+\]:")


def read_markdown(path: Path) -> Sequence[OldPost]:
    """Return the post in a Markdown file.

    Raises:
        UnreadablePostError: There is no text in the file, or it is no text file.
        OSError: The file cannot be opened.
    """
    head = split(read_text(path))
    details = head.details
    if found := _DATED_NAME.fullmatch(path.stem):
        details = replace(details, date=details.date or found[1], slug=details.slug or found[2])
    reader = _BlockReader()
    blocks = [*_with_whole_footnotes(reader.blocks(head.body))]
    if not blocks:
        raise UnreadablePostError("There is no text in it.")
    said = [details.title, *details.authors, *details.topics, *details.tags, details.description]
    words = "\n".join([*said, plain_text(head.body)])
    return [OldPost(path.name, blocks, words, details, [*head.left_out, *reader.left_out])]


def _with_whole_footnotes(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with the paragraphs of each footnote in one."""
    before: Block | None = None
    for block in blocks:
        indented = block.markdown.startswith(("    ", "\t"))
        if before is not None and indented and _FOOTNOTE.match(before.markdown):
            before = replace(
                before,
                markdown=f"{before.markdown}\n\n{block.markdown}",
                text=f"{before.text}\n{block.text}",
            )
            continue
        if before is not None:
            yield before
        before = block
    if before is not None:
        yield before


class _BlockReader:
    """Reads the blocks of a text, and keeps what is not to be shown."""

    def __init__(self) -> None:
        self.left_out: list[LeftOut] = []

    def blocks(self, body: str) -> Iterator[Block]:
        lines = body.split("\n")
        found: dict[str, References] = {}
        after = 0
        for tokens in _groups(_PARSER.parse(body, found)):
            start, end = tokens[0].map or (after, after)
            yield from _unread(lines[after:start])
            after = max(after, end)
            source = _trimmed(lines[start:end])
            if _is_html(tokens):
                yield from self._html(source)
            else:
                yield _made_harmless(_block(*_with_addresses(tokens, source, found)))
        yield from _unread(lines[after:])

    def _html(self, source: str) -> Iterator[Block]:
        """Yield the blocks in HTML, which stays as it is if it is harmless and has no picture."""
        page = page_of(source)
        is_safe = is_safe_html(source) and is_harmless(source, with_pictures=True)
        if is_safe and text_in(page) and page.find("img") is None:
            yield Block("paragraph", source, lines_in(page))
            return
        blocks = blocks_of(source)
        yield from blocks
        if not is_safe:
            self.left_out.append(LeftOut(source, _DOES_SOMETHING))
        elif not blocks:
            self.left_out.append(LeftOut(source, "HTML that shows nothing"))


def _is_html(tokens: Sequence[Token]) -> bool:
    return tokens[0].type == "html_block"


def _with_addresses(
    tokens: Sequence[Token], source: str, found: Mapping[str, References]
) -> tuple[Sequence[Token], str]:
    """Return a block with all addresses beside their links and pictures, and its tokens."""
    if _KINDS.get(tokens[0].type) == "code":
        return tokens, source
    changed = with_addresses(source, found.get("references", {}))
    return (tokens, source) if changed == source else (_PARSER.parse(changed), changed)


def _made_harmless(block: Block) -> Block:
    return replace(block, markdown=harmless(block.markdown, with_pictures=True))


def _block(tokens: Sequence[Token], source: str) -> Block:
    first = tokens[0]
    kind = _KINDS.get(first.type, "paragraph")
    inline = [token for token in tokens if token.type == "inline"]
    pictures = [picture for token in inline for picture in _pictures(token)]
    text = "\n".join(_text(token) for token in inline).strip()
    if kind == "code":
        return Block(kind, source, first.content.rstrip("\n"))
    if kind == "rule":
        return Block(kind, "---", "")
    if kind == "heading":
        heading = " ".join(token.content.replace("\n", " ") for token in inline)
        return Block(kind, defused(heading), text, int(first.tag[1]), pictures)
    if kind == "paragraph" and (tight := _TIGHT_HEADING.fullmatch(source)):
        level = len(tight[1])
        return Block("heading", defused(tight[2]), text.strip("#").strip(), level, pictures)
    if kind == "paragraph" and pictures and not text:
        return Block("picture", defused(source), "", pictures=pictures)
    return Block(kind, defused(source), text, pictures=pictures)


def _groups(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Yield the tokens of each block that stands in no other."""
    group: list[Token] = []
    depth = 0
    for token in tokens:
        group.append(token)
        depth += token.nesting
        if depth == 0:
            yield group
            group = []


def _unread(lines: Sequence[str]) -> Iterator[Block]:
    """Yield lines that are no block to the parser: addresses of links, and some footnotes."""
    if text := _trimmed(lines):
        yield _made_harmless(Block("paragraph", defused(text), plain_text(text).strip()))


def _text(inline: Token) -> str:
    return "".join(
        "\n" if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or ()
        if child.type not in ("image", "html_inline")
    )


def _pictures(inline: Token) -> Iterator[Picture]:
    for child in inline.children or ():
        if child.type == "image":
            yield Picture(str(child.attrs.get("src", "")), child.content)


def _trimmed(lines: Sequence[str]) -> str:
    """Return lines without empty ones around them; the first keeps its distance from the margin."""
    return "\n".join(lines).strip("\n").rstrip()
