"""The pictures in finished HTML, which get their sizes so that nothing moves while they load.

Only the inside of ``<img>`` tags changes; all other text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from .picture import Size

SizeOf = Callable[[str], Size | None]
"""Gives the size of the picture at an address, as it stands in a page; None where not known."""

_SCANNED = re.compile(
    r"<!--.*?-->"
    r"|<(script|style|template|textarea|title|pre|code)\b.*?</\1\s*>"
    r"|<img(?P<attributes>\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>"
    r"|<(?:(?P<article>article\b)|[a-z/])(?:[^>\"']|\"[^\"]*\"|'[^']*')*+>",
    re.DOTALL | re.IGNORECASE,
)
"""What stands apart, the pictures, and all other tags: what is in their attributes is no tag."""

_ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'=<>`]+)))?"
)
"""An attribute (HTML, section 13.1.2.3)."""

_PIXELS = re.compile(r"[1-9]\d{0,4}")


def with_sizes(html: str, size_of: SizeOf, *, whole_page: bool = True) -> str:
    """Return HTML in which the pictures of known size have their width and height.

    To a width of the author's own the height is added, and to a height of their own nothing. On a
    whole page, all of these pictures but the first of its content are loaded when the reader
    comes near.

    Args:
        html: A page, or a part of one.
        size_of: Gives the sizes.
        whole_page: Whether it is a whole page, whose content begins with its first article.
    """
    if "<img" not in html:
        return html
    in_content = False
    is_first = True

    def sized(found: re.Match[str]) -> str:
        nonlocal in_content, is_first
        if found["attributes"] is None:
            in_content = in_content or bool(found["article"])
            return found[0]
        attributes = _attributes(found["attributes"])
        size = size_of(attributes.get("src", "").strip())
        added = _dimensions(attributes, size) if size else ""
        if in_content:
            if size and whole_page and not is_first:
                added += _patience(attributes)
            is_first = False
        return f"<img{added}{found['attributes']}>"

    return _SCANNED.sub(sized, html)


def _attributes(text: str) -> dict[str, str]:
    """Return the attributes of a tag; the first of two of one name counts, as in browsers."""
    found: dict[str, str] = {}
    for each in _ATTRIBUTE.finditer(text):
        value = each["double"] or each["single"] or each["bare"] or ""
        found.setdefault(each["name"].lower(), unescape(value))
    return found


def _dimensions(attributes: dict[str, str], size: Size) -> str:
    """Return what a tag lacks for its picture to have a size, without changing one it has."""
    if "height" in attributes or "height" in attributes.get("style", ""):
        return ""
    if "width" not in attributes:
        return f' width="{size.width}" height="{size.height}"'
    if _PIXELS.fullmatch(attributes["width"].strip()):
        height = max(1, round(int(attributes["width"]) * size.height / size.width))
        return f' height="{height}"'
    return ""


def _patience(attributes: dict[str, str]) -> str:
    """Return what lets a picture wait for its reader, where the author does not say otherwise."""
    wanted = {"loading": "lazy", "decoding": "async"}
    return "".join(f' {name}="{value}"' for name, value in wanted.items() if name not in attributes)
