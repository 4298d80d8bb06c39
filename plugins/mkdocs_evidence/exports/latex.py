r"""LaTeX that every reader of BibTeX can read: braces in pairs, and no sign that would end a text.

BibTeX counts braces without regard to a backslash ("BibTeXing", 1988, section 2.2), and LaTeX
takes a bare ``%`` for the beginning of a comment, and ``&``, ``#`` and ``_`` for mistakes.
"""

from __future__ import annotations

import re
import unicodedata

_TOKEN = re.compile(
    r"\\(?:url|href)\s*\{(?:[^{}\\]|\\[^{}])*\}|\\[A-Za-z]+|\\.|[{}$%&#_^\\]", re.DOTALL
)
_MATH = re.compile(r"(?<!\\)\$|\\\(|\\ensuremath")
_WRITTEN = {
    "\\{": "\\textbraceleft{}",
    "\\}": "\\textbraceright{}",
    "\\": "\\textbackslash{}",
    "%": "\\%",
    "&": "\\&",
    "#": "\\#",
}
_SCRIPTS = {"_": "\\_", "^": "\\textasciicircum{}"}
"""How the signs of mathematics for what stands higher or lower are written in a text."""

_SIGNS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    "`": "\\textasciigrave{}",
    "$": "\\$",
    "%": "\\%",
    "&": "\\&",
    "#": "\\#",
    "_": "\\_",
    '"': "\\textquotedbl{}",
    "'": "'{}",
    "-": "-{}",
}
_SIGN = re.compile(r"[\\{}~^`$%&#_\"]|'(?=')|-(?=-)")
"""What means something to TeX: single signs, and quotation marks and hyphens that stand in rows."""


def as_latex(text: str) -> str:
    """Return plain text as LaTeX, in which every sign stands for itself."""
    return _SIGN.sub(lambda sign: _SIGNS[sign[0]], text)


def valid_latex(value: str) -> str:
    """Return a field's text with the same meaning, in a form that is valid in every place.

    A brace without its partner is left out or closed at the end, as our reader takes it.
    """
    value = " ".join(value.split())
    if value.isprintable() and not _TOKEN.search(value):
        return value
    value = "".join(sign for sign in value if unicodedata.category(sign) != "Cc")
    written = _WRITTEN if _MATH.search(value) else _WRITTEN | _SCRIPTS
    lone = _lone_dollar(value)
    parts: list[str] = []
    after = depth = 0
    for token in _TOKEN.finditer(value):
        parts.append(value[after : token.start()])
        after = token.end()
        depth += {"{": 1, "}": -1}.get(token[0], 0)
        if depth < 0:
            depth = 0
        elif token.start() == lone:
            parts.append("\\$")
        else:
            parts.append(written.get(token[0], token[0]))
    return "".join([*parts, value[after:], "}" * depth])


def _lone_dollar(value: str) -> int:
    """Return the offset of the dollar sign that opens mathematics and does not end it, or -1."""
    dollars = [token.start() for token in _TOKEN.finditer(value) if token[0] == "$"]
    return dollars[-1] if len(dollars) % 2 else -1
