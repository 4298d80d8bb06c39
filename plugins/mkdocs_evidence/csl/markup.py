"""Keeps data apart from markup on its way through the processor, and makes safe HTML of both.

The processor copies data into its output unescaped. So the characters with a meaning in HTML, the
allowed tags of rich text, and the limits of addresses go through it as private-use code points,
and become entities, tags and links in its output. Every ``<`` in that output is the style's own.
"""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

_ALLOWED = {
    "<i>": "</i>",
    "<b>": "</b>",
    "<sup>": "</sup>",
    "<sub>": "</sub>",
    '<span style="font-variant:small-caps;">': "</span>",
    '<span class="nocase">': "</span>",
}
_TAG = re.compile("|".join(map(re.escape, [*_ALLOWED, *dict.fromkeys(_ALLOWED.values())])))
_NO_CASE = '<span class="nocase">'
_OUTPUT_TAG = re.compile(r"<(/?)([a-z]+)[^<>]*>")

_PRIVATE = re.compile("[\ue000-\uf8ff\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufdd0-\ufdef\ufffe\uffff]")
"""Code points that data must not bring along: this module's own, and what HTML forbids."""

_CHARACTERS = {"<": "\ue000", ">": "\ue001", "&": "\ue002", '"': "\ue003"}
_TAGS = {
    tag: chr(0xE010 + number)
    for number, tag in enumerate(
        tag for pair in _ALLOWED.items() if pair[0] != _NO_CASE for tag in pair
    )
    if tag != "</span>"
} | {"</span>": "\ue01f"}
_GUARD = str.maketrans(_CHARACTERS)
_OPEN_ADDRESS, _CLOSE_ADDRESS = "\ue020", "\ue021"
_ADDRESS = re.compile(
    f"((?:https?://(?:dx\\.)?doi\\.org/)?){_OPEN_ADDRESS}(.*?){_CLOSE_ADDRESS}", re.DOTALL
)

OTHERS = "\ue022"
"""Stands for the last name of a list whose other names are left out."""


def guard_text(text: str) -> str:
    """Return plain text as it is to go through the processor."""
    return _PRIVATE.sub("", text).translate(_GUARD)


def guard_rich_text(text: str) -> str:
    """Return rich text with its tags kept where they are allowed and come in pairs.

    The ``nocase`` spans are dropped, since APA and its kin change no capitals.
    """
    clean = _PRIVATE.sub("", text)
    tags = [*_TAG.finditer(clean)]
    paired = _paired([(tag[0], tag[0].startswith("</")) for tag in tags])
    parts, after = [], 0
    for number, tag in enumerate(tags):
        parts.append(clean[after : tag.start()].translate(_GUARD))
        after = tag.end()
        partner = paired.get(number)
        if partner is None:
            parts.append(tag[0].translate(_GUARD))
        elif _NO_CASE not in (tag[0], tags[partner][0]):
            parts.append(_TAGS[tag[0]])
    return "".join([*parts, clean[after:].translate(_GUARD)])


def guard_address(text: str) -> str:
    """Return an http address, or the part of a DOI after its resolver, that is to be a link."""
    return f"{_OPEN_ADDRESS}{guard_text(text)}{_CLOSE_ADDRESS}"


def _paired(tags: list[tuple[str, bool]]) -> dict[int, int]:
    """Return, for every tag that has one, the number of its partner; pairs never cross."""
    pairs: dict[int, int] = {}
    opened: list[int] = []
    for number, (tag, closes) in enumerate(tags):
        if not closes:
            opened.append(number)
            continue
        for position in range(len(opened) - 1, -1, -1):
            if _ALLOWED[tags[opened[position]][0]] == tag:
                pairs[number], pairs[opened[position]] = opened[position], number
                del opened[position:]
                break
    return pairs


def finish(text: str) -> str:
    """Return the processor's output as safe HTML."""
    linked = _ADDRESS.sub(_link, text)
    for tag, private in _TAGS.items():
        linked = linked.replace(private, tag)
    html = _characters(linked, escape_them=True).replace(OTHERS, "")
    return html if _balanced(html) else _OUTPUT_TAG.sub("", html)


def _link(address: re.Match[str]) -> str:
    resolver, target = address[1], _characters(address[2], escape_them=False)
    if resolver:
        href = "https://doi.org/" + quote(target, safe="/:;().,-_~+=@!*'")
    else:
        href = quote(target, safe="%/:;().,-_~+=@!*'?&#[]$")
    return f'<a href="{escape(href)}">{resolver}{address[2]}</a>'


def _characters(text: str, *, escape_them: bool) -> str:
    for character, private in _CHARACTERS.items():
        text = text.replace(private, escape(character) if escape_them else character)
    return text


def _balanced(html: str) -> bool:
    opened: list[str] = []
    for closes, name in _OUTPUT_TAG.findall(html):
        if not closes:
            opened.append(name)
        elif not opened or opened.pop() != name:
            return False
    return not opened
