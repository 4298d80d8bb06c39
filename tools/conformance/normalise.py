"""What counts as the same result: HTML with its ways of spelling made one."""

from __future__ import annotations

import re

_ENTITIES = {
    "&amp;": "&#38;",
    "&lt;": "&#60;",
    "&gt;": "&#62;",
    "&quot;": '"',
    "&#34;": '"',
    "&#39;": "'",
    "&#x27;": "'",
    "&nbsp;": "\N{NO-BREAK SPACE}",
}


def same_html(text: str) -> str:
    """Return HTML in one spelling, without links and without space at the edge of a block."""
    for entity, spelling in _ENTITIES.items():
        text = text.replace(entity, spelling)
    text = re.sub(r"</?a\b[^>]*>", "", text)
    text = re.sub(r'style="([^"]*)"', lambda found: f'style="{_style(found[1])}"', text)
    text = re.sub(r"[ \t\n]*(</?div[^>]*>)[ \t\n]*", r"\1", text)
    return "\n".join(line.rstrip() for line in text.strip().split("\n"))


def _style(value: str) -> str:
    return re.sub(r"\s*([:;])\s*", r"\1", value.strip().lower()).rstrip(";")
