"""What Markdown from elsewhere becomes on a page: whether it does anything but say something.

Programs do not agree on what Markdown means, and what one of them takes for a piece of code another
takes for HTML. So what counts is what Python-Markdown makes of it, which also makes the pages of
the site. All that is not known to be harmless counts as harmful.
"""

from __future__ import annotations

import html
import re
from functools import cache

from markdown import Markdown

from .addresses import is_on_the_web, is_safe, without_spaces

_EXTENSIONS = ("admonition", "attr_list", "fenced_code", "footnotes", "md_in_html", "tables")
"""What pages of posts are written with, as far as it makes links, pictures or HTML of a text."""

_ELEMENTS_OF_BLOCKS = (
    "address article aside blockquote caption center col colgroup dd details div dl dt figcaption "
    "figure footer h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table "
    "tbody td tfoot th thead tr ul"
)
_ELEMENTS_OF_LINES = (
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd mark q rp rt "
    "ruby s samp small span strike strong sub sup time tt u var wbr"
)
_ELEMENTS = frozenset(f"{_ELEMENTS_OF_BLOCKS} {_ELEMENTS_OF_LINES}".split())
_ATTRIBUTE_NAMES = (
    "abbr align alt border cellpadding cellspacing cite class color colspan datetime "
    "decoding dir headers height href id lang loading markdown name open rel reversed role "
    "rowspan scope size span src start style target title type valign value width"
)
_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())
_TAG = re.compile(
    r"</?(?P<name>[A-Za-z][A-Za-z0-9]*)"
    r"(?P<attributes>(?:\s+[A-Za-z-]+(?:=(?:\"[^\"<>]*\"|'[^'<>]*'|[\w%.,#-]+))?)*)\s*/?>"
)
_ATTRIBUTE = re.compile(r"([A-Za-z-]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([\w%.,#-]+)))?")
_COMMENT = re.compile(r"<!--(?:(?!--)[^<>])*-->")
_LOADING_STYLE = re.compile(r"[\\(@]")
"""What a style needs to load something, and colours and sizes do not."""
_LOADING_CLASS = re.compile(r"\bmermaid\b")
"""The class for which the theme fetches a program that draws from another server."""
_MOST_MARKS = 2_000
"""How many brackets a text may have before it is no post any more: Python-Markdown takes a time
that grows with the square of their number."""
_SIGNS = re.compile(r"[<>\[\]{}`!\\]")
_MARKS = re.compile(r"\\[\\\[{]|[<\[{]")


def is_harmless(markdown: str, *, with_pictures: bool = False) -> bool:
    """Say whether Markdown runs nothing on a page and asks no other server for anything.

    Args:
        markdown: The text.
        with_pictures: Whether pictures of other sites are let through, which are seen to later.
    """
    if not _MARKS.search(markdown):
        return True
    if max(markdown.count("["), markdown.count("<")) > _MOST_MARKS:
        return False
    try:
        page = _converter().reset().convert(markdown)
    except RecursionError:
        _converter.cache_clear()  # it stopped somewhere within
        return False
    after = 0
    while (start := page.find("<", after)) >= 0:
        found = _TAG.match(page, start) or _COMMENT.match(page, start)
        if not found or not _is_harmless_tag(found, with_pictures=with_pictures):
            return False
        after = found.end()
    return True


@cache
def _converter() -> Markdown:
    return Markdown(extensions=[*_EXTENSIONS])


def harmless(markdown: str, *, with_pictures: bool = False) -> str:
    """Return Markdown that is harmless: where in doubt, its signs are shown as they are."""
    if is_harmless(markdown, with_pictures=with_pictures):
        return markdown
    return _MARKS.sub(_shown, markdown)


def harmless_name(name: str) -> str:
    """Return the name of a topic or a person, which may become a heading in Markdown of the theme.

    Where it would do more than say something there, it loses the signs for that.
    """
    return name if is_harmless(f"# {name}") else " ".join(_SIGNS.sub(" ", name).split())


def _shown(sign: re.Match[str]) -> str:
    if sign[0] == "<":
        return "&lt;"
    return sign[0] if len(sign[0]) > 1 else f"\\{sign[0]}"


def _is_harmless_tag(found: re.Match[str], *, with_pictures: bool) -> bool:
    if found[0].startswith("<!"):
        return True
    if found["name"].lower() not in _ELEMENTS:
        return False
    return all(
        _is_harmless_attribute(name.lower(), html.unescape(a or b or c), with_pictures)
        for name, a, b, c in _ATTRIBUTE.findall(found["attributes"])
    )


def _is_harmless_attribute(name: str, value: str, with_pictures: bool) -> bool:
    if name == "style":
        return not _LOADING_STYLE.search(value)
    if name == "class":
        return not _LOADING_CLASS.search(value)
    if name == "src":
        return is_of_this_site(value) or (with_pictures and is_on_the_web(value))
    if name in ("href", "cite"):
        return is_safe(value)
    return name in _ATTRIBUTES or name.startswith("aria-")


def is_of_this_site(address: str) -> bool:
    """Say whether a picture at an address is asked of nobody but the site itself."""
    address = without_spaces(address).replace("\\", "/")
    return not address.startswith("//") and ":" not in address.split("/")[0].split("?")[0]
