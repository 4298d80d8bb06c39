"""One element of HTML as Markdown that Python-Markdown reads as it was meant."""

from __future__ import annotations

import re

from bs4 import Tag
from bs4.element import NavigableString
from markdownify import ATX, MarkdownConverter

from .escaping import escaped, escaped_heading, escaped_in_brackets, escaped_lines
from .html_elements import BLOCKS, SPACES, value

_PICTURE = "\ue000"
"""Stands for the sign that begins a picture until all other such signs have their backslash."""
_LIKE_A_PICTURE = re.compile(r"(?<!\\)!(?=\[)")
_LINE = re.compile(r"^(?=.)", re.MULTILINE)
_SPACES_AT_END = re.compile(r"[ \t]+$", re.MULTILINE)
_ADDRESS = re.compile(r"""[\s<>"\\`]""")
_AUTOLINK = re.compile(r"https?://[^\s<>\"'\\`*@]+")
INDENT = " " * 4
"""How far what belongs to an item of a list stands in: Python-Markdown's ``tab_length``."""


def markdown_of(element: Tag) -> str:
    """Return the Markdown of an element that `html_tidy` made ready."""
    markdown = _Converter().convert_soup(element).replace("\xad", "")
    markdown = _LIKE_A_PICTURE.sub(r"\\!", markdown).replace(_PICTURE, "!")
    return markdown.strip("\n ")


def address_of(address: str) -> str:
    """Return an address so that it can stand between the parentheses of a link."""
    address = _ADDRESS.sub(lambda sign: "".join(f"%{b:02X}" for b in sign[0].encode()), address)
    if _is_balanced(address):
        return address
    return address.replace("(", "%28").replace(")", "%29")


def _is_balanced(address: str) -> bool:
    depth = 0
    for sign in address:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return False
    return depth == 0


class _Converter(MarkdownConverter):
    """Markdownify, with what Python-Markdown reads in another way than others."""

    def __init__(self) -> None:
        super().__init__(
            heading_style=ATX,
            bullets="-",
            table_infer_header=True,
            keep_inline_images_in=["td", "th", "a", "strong", "em"],
        )

    def process_text(self, el: NavigableString, parent_tags: set[str] | None = None) -> str:
        tags = parent_tags or set()
        text = str(el).replace(_PICTURE, "")
        if "pre" in tags:
            return text
        text = SPACES.sub(" ", text)
        if "code" in tags:
            return text
        begins = _begins_line(el)
        if begins:
            text = text.lstrip(" ")
        if _ends_line(el):
            text = text.rstrip(" ")
        text = escaped_in_brackets(text) if "a" in tags else escaped(text)
        if tags & {"td", "th"}:
            text = text.replace("|", "\\|")
        return escaped_lines(text) if begins else text

    def convert_a(self, el: Tag, text: str, **_: object) -> str:
        address = value(el, "href")
        if not text.strip() or not address:
            return text
        if el.get_text() == address and _AUTOLINK.fullmatch(address) and not el.get("title"):
            return f"<{address}>"
        title = value(el, "title").replace('"', "&quot;")
        return f"[{text}]({address_of(address)}{_titled(title)})"

    def convert_img(self, el: Tag, _text: str, **_: object) -> str:
        alt = escaped_in_brackets(SPACES.sub(" ", value(el, "alt")))
        title = value(el, "title").replace('"', "&quot;")
        return f"{_PICTURE}[{alt}]({address_of(value(el, 'src'))}{_titled(title)})"

    def convert_strong(self, el: Tag, text: str, **_: object) -> str:
        return _around(el, "**", "strong", text)

    def convert_em(self, el: Tag, text: str, **_: object) -> str:
        return _around(el, "*", "em", text)

    def convert_del(self, _el: Tag, text: str, **_: object) -> str:
        return f"<del>{text}</del>" if text.strip() else text

    def convert_sup(self, _el: Tag, text: str, **_: object) -> str:
        return f"<sup>{text}</sup>" if text.strip() else text

    def convert_sub(self, _el: Tag, text: str, **_: object) -> str:
        return f"<sub>{text}</sub>" if text.strip() else text

    def convert_q(self, _el: Tag, text: str, **_: object) -> str:
        return f"“{text}”"

    def convert_br(self, _el: Tag, _text: str, parent_tags: set[str]) -> str:
        if parent_tags & {"td", "th"}:
            return "<br>"
        return " " if "_inline" in parent_tags else "  \n"

    def convert_li(self, el: Tag, text: str, **_: object) -> str:
        text = _SPACES_AT_END.sub(lambda s: "  " if len(s[0]) > 1 else "", text.strip())
        if not text:
            return ""
        number = value(el, "value")
        mark = f"{number}. " if number else "- "
        return f"{mark}{_LINE.sub(INDENT, text)[len(INDENT) :]}\n"

    def convert_hN(self, _n: int, _el: Tag, text: str, _tags: set[str]) -> str:  # noqa: N802
        return escaped_heading(SPACES.sub(" ", text).strip())


def _titled(title: str) -> str:
    return f' "{SPACES.sub(" ", title)}"' if title else ""


def _around(element: Tag, sign: str, name: str, text: str) -> str:
    """Return text in emphasis: by asterisks, or as HTML where these would run into others."""
    if not text.strip():
        return text
    beside = (element.previous_sibling, element.next_sibling)
    if isinstance(element.parent, Tag) and element.parent.name in ("strong", "em"):
        return f"<{name}>{text}</{name}>"
    if any(isinstance(each, Tag) and each.name in ("strong", "em") for each in beside):
        return f"<{name}>{text}</{name}>"
    return f"{sign}{text}{sign}"


def _begins_line(text: NavigableString) -> bool:
    """Say whether a text stands at the beginning of a line."""
    before = text.previous_sibling
    if before is None:
        return text.parent is None or text.parent.name in BLOCKS
    return isinstance(before, Tag) and before.name in {*BLOCKS, "br"}


def _ends_line(text: NavigableString) -> bool:
    after = text.next_sibling
    if after is None:
        return text.parent is None or text.parent.name in BLOCKS
    return isinstance(after, Tag) and after.name in {*BLOCKS, "br"}
