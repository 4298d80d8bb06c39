"""The text that engines are compared by: HTML without markup, quotes and spaces made one."""

from __future__ import annotations

import re

from lxml import html

_BLOCK = re.compile(r"(?=<div\b)|(?<=</div>)")
_SAME = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‘’‚‛‹›", "'"),
        **dict.fromkeys("\u2010\u2011", "-"),
        **dict.fromkeys("\u200b\u2060\ufeff", None),
    }
)


def plain(markup: str) -> str:
    """Return the text of HTML in one line, with straight quotes and plain spaces and hyphens."""
    if not markup.strip():
        return ""
    text = str(html.fromstring(f"<div>{_BLOCK.sub(' ', markup)}</div>").xpath("string()"))
    return " ".join(text.translate(_SAME).split())


def inner_by_id(markup: str, prefix: str) -> dict[str, str]:
    """Return the HTML within each element whose id begins so, by the rest of its id."""
    found = {}
    for element in html.fromstring(f"<div>{markup}</div>").iter():
        name = str(element.get("id") or "")
        if name.startswith(prefix):
            found[name.removeprefix(prefix)] = html.tostring(element, encoding="unicode")
    return found
