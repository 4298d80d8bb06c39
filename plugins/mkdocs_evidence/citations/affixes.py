"""What an author wrote before and after a key, as the rich text of CSL.

Where citations are read, Python-Markdown has put placeholders between STX and ETX for code, links,
escaped signs, HTML and entities, and has not come to emphasis yet. So the rest of its patterns is
applied here, and from the tree that comes of it everything is taken that rich text can hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import unescape
from typing import Any
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import InlineProcessor
from markdown.util import AMP_SUBSTITUTE, ETX, STX, Registry

PATTERN = "citation"
"""The name under which the pattern of citations is registered."""

_MARKUP = re.compile(r"[^\w\s.,;:()'’-]|_")
_STASHED = re.compile(f"{STX}klzzwxh:(?P<id>[^{ETX}]*){ETX}")
_MARK = re.compile(
    f"{STX}(?:(?:klzzwxh|evidence-stash):(?P<id>[^{ETX}]*)"
    f"|wzxhzdk:(?P<html>\\d+)|(?P<sign>\\d+)){ETX}"
)
_RICH = {
    "em": ("<i>", "</i>"),
    "i": ("<i>", "</i>"),
    "strong": ("<b>", "</b>"),
    "b": ("<b>", "</b>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
}
_TAGS = {f"<{name}>": tag for name, (tag, _) in _RICH.items()}
_TAGS |= {f"</{name}>": tag for name, (_, tag) in _RICH.items()}
_TAGS |= {tag: tag for tag in ('<span class="nocase">', "</span>")}
"""The tags of HTML that rich text has as well."""

_BEGINS_TAG = re.compile(r"<(?=[A-Za-z/]|\Z)")
_BEGINS_NONE = '<<span class="nocase"></span>'
"""A sign that begins no tag of rich text, which knows no escape."""


def rich_affix(md: Markdown, text: str) -> str:
    """Return what stands before or after a key as rich text.

    Args:
        md: The converter, at work on the text.
        text: The text as an inline pattern sees it.

    Returns:
        Rich text with italics, bold, superscript and subscript; what else Markdown knows is
        plain text in it.
    """
    if not _MARKUP.search(text):
        return text
    root = ElementTree.Element("div")
    affix = ElementTree.SubElement(root, "span")
    affix.text = _without_stash(md, text)
    later = InlineProcessor(md)
    later.inlinePatterns = _later_patterns(md)
    later.run(root)
    return _RichText(md).of(affix)


def plain_key(md: Markdown, key: str) -> str:
    """Return a key as it was written, where Markdown has put placeholders into it."""
    return _PlainText(md).of_text(key) if STX in key else key


def _stash(md: Markdown) -> Mapping[str, ElementTree.Element | str]:
    """Return what stands for the placeholders of the inline patterns that are at work."""
    inline = md.treeprocessors["inline"]
    return inline.stashed_nodes if isinstance(inline, InlineProcessor) else {}


def _without_stash(md: Markdown, text: str) -> str:
    """Return a text with placeholders that another run of the inline patterns leaves alone."""
    stash = _stash(md)

    def replaced(found: re.Match[str]) -> str:
        node = stash.get(found["id"], "")
        return node if isinstance(node, str) else f"{STX}evidence-stash:{found['id']}{ETX}"

    return _STASHED.sub(replaced, text)


def _later_patterns(md: Markdown) -> Registry[Any]:
    """Return the patterns that come after that of citations."""
    place = md.inlinePatterns.get_index_for_name(PATTERN)
    return md.inlinePatterns[place + 1 :]


class _PlainText:
    """Writes what is in an element, or in a text with placeholders, without its markup."""

    def __init__(self, md: Markdown) -> None:
        self._html = md.htmlStash.rawHtmlBlocks
        self._stash = _stash(md)

    def of(self, element: ElementTree.Element) -> str:
        if element.tag == "br":
            return " "
        if element.tag == "img":
            return self.of_text(element.get("alt", ""))
        text = element.text or ""
        # Python-Markdown has escaped it already, and looks for nothing in it.
        begin = self.literal(unescape(text)) if element.tag == "code" else self.of_text(text)
        rest = (f"{self.of(child)}{self.of_text(child.tail or '')}" for child in element)
        return self.tagged(element.tag, "".join([begin, *rest]))

    def of_text(self, text: str) -> str:
        if AMP_SUBSTITUTE in text:  # The letters of an e-mail address are hidden as entities.
            text = unescape(text.replace(AMP_SUBSTITUTE, "&"))
        parts, after = [], 0
        for mark in _MARK.finditer(text):
            parts += [self.literal(text[after : mark.start()]), self._of_mark(mark)]
            after = mark.end()
        return "".join([*parts, self.literal(text[after:])])

    def _of_mark(self, mark: re.Match[str]) -> str:
        if mark["sign"]:
            return self.literal(chr(int(mark["sign"])))
        if mark["html"]:
            html = self._html[int(mark["html"])]
            return self.html(html) if isinstance(html, str) else self.of(html)
        node = self._stash.get(mark["id"], "")
        return self.of_text(node) if isinstance(node, str) else self.of(node)

    def literal(self, text: str) -> str:
        """Return plain text as it is to be written."""
        return text

    def tagged(self, tag: str, content: str) -> str:  # noqa: ARG002
        """Return the content of an element of a kind."""
        return content

    def html(self, html: str) -> str:
        """Return one tag or entity that the author wrote."""
        return unescape(html)


class _RichText(_PlainText):
    """Writes the same with the markup that rich text can hold."""

    def literal(self, text: str) -> str:
        return _BEGINS_TAG.sub(_BEGINS_NONE, text)

    def tagged(self, tag: str, content: str) -> str:
        opening, closing = _RICH.get(tag, ("", ""))
        return f"{opening}{content}{closing}"

    def html(self, html: str) -> str:
        if html.startswith("<!--"):
            return ""
        return _TAGS.get(html.lower()) or self.literal(unescape(html))
