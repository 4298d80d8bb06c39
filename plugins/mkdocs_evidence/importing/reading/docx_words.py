"""The words of a Word file, taken from its XML without the converter.

Source: ECMA-376, part 1, chapters 17.3 (runs), 17.11 (notes), 17.13.4 (comments) and 17.13.5
(tracked changes).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from mkdocs_evidence.importing.post import LeftOut

from .docx_package import Package

_BREAKS = {"p", "br", "cr", "tab", "tc", "tr"}
_TEXT = {"t", "delText"}
_DELETED = {"del", "moveFrom"}
_TWICE = {"Fallback"}
"""What says once more, for older programs, what stands before it."""
_PICTURE = "docPr"


def words_of(package: Package) -> str:
    """Return all that a Word file says to its readers: its text, its notes, and its pictures."""
    parts = ("word/document", "word/footnotes", "word/endnotes")
    return "\n".join(_text(root) for part in parts for root in package.named(part))


def margins_of(package: Package) -> list[LeftOut]:
    """Return what stands in a Word file beside its text: comments, deletions, heads and feet."""
    found = [
        LeftOut(text, reason)
        for part, name, reason in (
            ("word/comments.xml", "comment", "a comment in the margin of the Word file"),
            ("word/header", "hdr", "the head of the pages in the Word file"),
            ("word/footer", "ftr", "the foot of the pages in the Word file"),
        )
        for root in package.named(part)
        for element in root.iter(f"{{*}}{name}")
        if (text := _tidied(_text(element)))
    ]
    deleted = [
        LeftOut(text, "deleted in the Word file, where changes are tracked")
        for root in package.named("word/document")
        for element in root.iter("{*}del", "{*}moveFrom")
        if (text := _tidied("".join(_pieces(element))))
    ]
    return [*dict.fromkeys([*found, *deleted])]


def _text(root: etree._Element) -> str:
    return "".join(_pieces(root, frozenset({*_DELETED, *_TWICE})))


def _pieces(root: etree._Element, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the text in an element, with a newline wherever a word ends."""
    ahead = [root]
    while ahead:
        element = ahead.pop()
        name = etree.QName(element).localname
        if name in without and element is not root:
            continue
        if name in _TEXT:
            yield element.text or ""
        elif name == "noBreakHyphen":
            yield "-"
        elif name == _PICTURE:
            yield f"\n{element.get('descr') or ''}\n"
        elif name in _BREAKS:
            yield "\n"
        ahead += [child for child in reversed(element) if isinstance(child.tag, str)]


def _tidied(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
