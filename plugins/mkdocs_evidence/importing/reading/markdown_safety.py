"""What could run a program in a reader's browser, taken out of Markdown.

A site trusts its author, who may write HTML; a file from elsewhere is not hers until she has seen
it.
"""

from __future__ import annotations

import html
import re

from .addresses import is_safe
from .html_elements import page_of, value

_DANGEROUS = (
    "script iframe object embed form style link meta base template svg math frame frameset applet"
)
_DANGEROUS_ELEMENTS = frozenset(_DANGEROUS.split())
_ADDRESS_ATTRIBUTES = ("href", "src", "action", "formaction", "data", "xlink:href", "srcset")

_TAG = re.compile(r"<(?=/?(?P<name>[A-Za-z]+))[^<>]*>?")
_TARGET = re.compile(r"\](?=\([ \t\n]*<?(?P<address>[^)\n]{0,200}))")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[(?!\^)(?=[^\]\n]+\]:[ \t]*\n?[ \t]*<?(?P<address>\S{0,200}))", re.MULTILINE
)
_ATTRIBUTES = re.compile(
    r"(?<!\{)\{(?![<%{])(?=[^{}\n]*\b(?:on\w+|(?:form)?action|background|data|href|poster|src(?:set)?|style)"
    r"[ \t]*=)",
    re.IGNORECASE,
)
"""The sign before attributes that run a program or load something."""
_LOOKED_AT = 200
"""How many signs of an address are looked at; a longer one without a path hides what it is."""


def is_safe_html(source: str) -> bool:
    """Say whether HTML runs nothing, and neither loads nor sends anything by itself."""
    for element in page_of(source).find_all(True):
        if element.name in _DANGEROUS_ELEMENTS:
            return False
        if any(name.lower().startswith("on") for name in element.attrs):
            return False
        if not all(is_safe(value(element, name)) for name in _ADDRESS_ATTRIBUTES):
            return False
    return True


def defused(markdown: str) -> str:
    """Return Markdown in which what would run a program is text that is shown."""
    markdown = _TAG.sub(lambda tag: tag[0] if _is_safe_tag(tag) else f"&lt;{tag[0][1:]}", markdown)
    markdown = _TARGET.sub(lambda end: "]" if _leads(end["address"]) else "\\]", markdown)
    markdown = _DEFINITION.sub(
        lambda begin: begin[0] if _leads(begin["address"]) else f"{begin[0][:-1]}\\[", markdown
    )
    return _ATTRIBUTES.sub(r"\\{", markdown)


def _is_safe_tag(tag: re.Match[str]) -> bool:
    return tag["name"].lower() not in _DANGEROUS_ELEMENTS and is_safe_html(tag[0])


def _leads(address: str) -> bool:
    """Say whether an address, or its beginning, may be linked to."""
    address = html.unescape(address).replace("\\", "")
    return is_safe(address) and (
        len(address) < _LOOKED_AT or any(sign in address for sign in "/?#")
    )
