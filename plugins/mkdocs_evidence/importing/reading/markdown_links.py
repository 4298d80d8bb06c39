"""Links and pictures in Markdown, each with its address beside it.

In a file, an address may stand far below the text for which it is meant; in a summary, that would
be another field. And pictures that are written as HTML are like those of Markdown here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bs4 import Tag
from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference, unescapeAll

from .addresses import is_safe
from .escaping import escaped_in_brackets
from .html_elements import page_of, value
from .html_markdown import address_of

_TOKEN = re.compile(r"(?P<code>(?P<ticks>`+)[^`]+(?P=ticks)(?!`))|\\.|(?P<open>!?\[)|(?P<close>\])")
_BALANCED = r"(?:[^()\s\\<]|\\.|\((?:[^()\s\\]|\\.|\([^()\s]*\))*\))"
_TARGET = re.compile(
    r"\(\s*(?P<address><[^<>\n]*>|" + _BALANCED + r"+)"
    r"(?:\s+(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|\((?P<c>[^()]*)\)))?\s*\)"
)
_REFERENCE = re.compile(r"[ ]?\[(?P<label>[^\[\]]*)\]")
_IMAGE_IN_HTML = re.compile(r"<img\s[^<>]*>", re.IGNORECASE)
_INNER = re.compile(r"\\.|[\[\]]")
_LONGEST = 2000
"""How many signs behind a bracket are looked at."""

References = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    text: str


def with_addresses(markdown: str, references: References) -> str:
    """Return a block of Markdown in which links and pictures need no other block.

    Args:
        markdown: The block.
        references: The addresses that the whole text names elsewhere, as markdown-it finds them.
    """
    markdown = _IMAGE_IN_HTML.sub(_image_of_html, markdown)
    edits = sorted(_edits(markdown, references), key=lambda edit: (edit.start, -edit.end))
    pieces, after = [], 0
    for edit in edits:
        if edit.start >= after:
            pieces += [markdown[after : edit.start], edit.text]
            after = edit.end
    return "".join([*pieces, markdown[after:]])


def _image_of_html(found: re.Match[str]) -> str:
    image = page_of(found[0]).find("img")
    if not isinstance(image, Tag) or not value(image, "src") or not is_safe(value(image, "src")):
        return found[0]
    source, alt = _whole(value(image, "src")), " ".join(value(image, "alt").split())
    return f"![{escaped_in_brackets(alt)}]({address_of(source)}{_titled(value(image, 'title'))})"


def _edits(markdown: str, references: References) -> Iterator[_Edit]:
    """Yield what is to be changed; of what stands in something else, that has the last word."""
    opened: list[re.Match[str]] = []
    for token in _TOKEN.finditer(markdown):
        if token["open"]:
            opened.append(token)
        elif token["close"] and opened:
            begin = opened.pop()
            make = _image if begin["open"] == "![" else _link
            yield from make(markdown, begin.end(), token.start(), references)


def _image(text: str, start: int, end: int, references: References) -> Iterator[_Edit]:
    target = _TARGET.match(text, end + 1, end + 1 + _LONGEST)
    if target:
        address = _normal(target["address"])
        title, after = target["a"] or target["b"] or target["c"] or "", target.end()
    else:
        reference, after = _reference(text, start, end, references)
        if reference is None:
            return
        address, title = _whole(reference["href"]), reference.get("title") or ""
    alt = _INNER.sub(lambda sign: sign[0] if len(sign[0]) > 1 else f"\\{sign[0]}", text[start:end])
    yield _Edit(start - 2, after, f"![{alt}]({address_of(address)}{_titled(title)})")


def _link(text: str, start: int, end: int, references: References) -> Iterator[_Edit]:
    if text.startswith(("(", ":"), end + 1):
        return
    reference, after = _reference(text, start, end, references)
    if reference is not None:
        title = _titled(reference.get("title") or "")
        yield _Edit(end, after, f"]({address_of(reference['href'])}{title})")


def _reference(
    text: str, start: int, end: int, references: References
) -> tuple[Mapping[str, Any] | None, int]:
    """Return the address that brackets name, if any, and where its name ends."""
    named = _REFERENCE.match(text, end + 1, end + 1 + _LONGEST)
    if named and (found := references.get(normalizeReference(named["label"] or text[start:end]))):
        return found, named.end()
    label = text[start:end] if len(text[start:end]) < _LONGEST else ""
    return references.get(normalizeReference(label)), end + 1


def _normal(address: str) -> str:
    plain = address[1:-1] if address.startswith("<") else address
    return _whole(_NORMAL(unescapeAll(plain)))


def _whole(address: str) -> str:
    """Return the address of a picture with how it is asked, where it names only whom."""
    return f"https:{address}" if address.startswith("//") else address


_NORMAL: Callable[[str], str] = MarkdownIt("commonmark").normalizeLink


def _titled(title: str) -> str:
    return f' "{" ".join(title.split()).replace(chr(34), "&quot;")}"' if title else ""
