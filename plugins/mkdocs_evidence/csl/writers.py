"""Finished runs written as HTML, plain text and Markdown; what is text is escaped here.

The HTML is a fragment of inline elements, but for the blocks that a style asks for with
``display`` (CSL 1.0.2, Display).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from .typography import Mark, Run

_TAGS = {
    "italic": ("<i>", "</i>"),
    "normal-style": ('<span style="font-style:normal;">', "</span>"),
    "bold": ("<b>", "</b>"),
    "light": ('<span style="font-weight:light;">', "</span>"),
    "normal-weight": ('<span style="font-weight:normal;">', "</span>"),
    "small-caps": ('<span style="font-variant:small-caps;">', "</span>"),
    "normal-variant": ('<span style="font-variant:normal;">', "</span>"),
    "underline": ('<span style="text-decoration:underline;">', "</span>"),
    "normal-decoration": ('<span style="text-decoration:none;">', "</span>"),
    "sup": ("<sup>", "</sup>"),
    "sub": ("<sub>", "</sub>"),
}
_DISPLAY = {
    "block": "csl-block",
    "left-margin": "csl-left-margin",
    "right-inline": "csl-right-inline",
    "indent": "csl-indent",
}
_MARKDOWN = {"italic": "*", "bold": "**", "sup": "^", "sub": "~"}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\uf8ff\ufdd0-\ufdef\ufffe\uffff]")
"""What HTML and XML do not allow, and characters for private use."""

_BRACKETS = str.maketrans({"(": "%28", ")": "%29", "[": "%5B", "]": "%5D"})
"""What could end a link of Markdown too early."""

_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~^@$])")


def to_html(runs: Sequence[Run]) -> str:
    """Return runs as HTML; every character of them that has a meaning there is escaped."""
    return _written(runs, _html_tags, _escaped)


def _escaped(text: str) -> str:
    return escape(text if text.isprintable() else _FORBIDDEN.sub("", text))


def to_text(runs: Sequence[Run]) -> str:
    """Return runs as one line of plain text, without any markup."""
    text = _FORBIDDEN.sub("", "".join(_text_parts(runs)))
    return re.sub(r"\s+", " ", text).strip()


def to_markdown(runs: Sequence[Run]) -> str:
    """Return runs as Markdown as Pandoc reads it."""
    return _written(
        runs, _markdown_tags, lambda text: _MARKDOWN_SIGNS.sub(r"\\\1", _FORBIDDEN.sub("", text))
    )


def _text_parts(runs: Sequence[Run]) -> list[str]:
    """Return the texts, with a space where a block begins."""
    parts: list[str] = []
    block: Mark | None = None
    for run in runs:
        now = next((mark for mark in run.marks if mark.kind == "display"), None)
        if now is not block and parts:
            parts.append(" ")
        block = now
        parts.append(run.text)
    return parts


def _written(
    runs: Sequence[Run],
    tags: Callable[[Mark], tuple[str, str]],
    write: Callable[[str], str],
) -> str:
    parts: list[str] = []
    opened: tuple[Mark, ...] = ()
    for run in [*runs, Run("", ())]:
        common = 0
        while common < min(len(opened), len(run.marks)) and opened[common] is run.marks[common]:
            common += 1
        parts += [tags(mark)[1] for mark in reversed(opened[common:])]
        parts += [tags(mark)[0] for mark in run.marks[common:]]
        parts.append(write(run.text))
        opened = run.marks
    return "".join(parts)


def _html_tags(mark: Mark) -> tuple[str, str]:
    if mark.kind == "link":
        return f'<a href="{escape(mark.value)}">', "</a>"
    if mark.kind == "display":
        return f'<div class="{_DISPLAY[mark.value]}">', "</div>"
    return _TAGS.get(mark.kind, ("", ""))


def _markdown_tags(mark: Mark) -> tuple[str, str]:
    if mark.kind == "link":
        return "[", f"]({mark.value.translate(_BRACKETS)})"
    sign = _MARKDOWN.get(mark.kind, "")
    return sign, sign
