r"""The LaTeX of a .bib field as Unicode: plain, or as the rich text of CSL-JSON.

Rich text knows ``<i>``, ``<b>``, ``<sup>``, ``<sub>``, ``<span style="font-variant:small-caps;">``
and ``<span class="nocase">``; any other ``<`` in it is a character like any other, so that
``(p < .05)`` needs no escape. https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import latexcodec  # noqa: F401  (imported for its codec, "latex")

_TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?|.)|[{}$~]|---?|``|''|[`'\"]|\s+", re.DOTALL)
_MATH_SCRIPT = re.compile(r"([\^_])(\{[^{}]*\}|\\[A-Za-z]+|[^\s{}])")

_ITALIC, _BOLD = ("<i>", "</i>"), ("<b>", "</b>")
_SMALL_CAPS = ('<span style="font-variant:small-caps;">', "</span>")
_NO_CASE = ('<span class="nocase">', "</span>")
_PLAIN = ("", "")
_STYLES = {
    "emph": _ITALIC,
    "textit": _ITALIC,
    "textsl": _ITALIC,
    "mkbibemph": _ITALIC,
    "textbf": _BOLD,
    "mkbibbold": _BOLD,
    "textsc": _SMALL_CAPS,
    "textsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"),
    "mkbibquote": ("“", "”"),
    "enquote": ("“", "”"),
}
_SWITCHES = {
    "em": _ITALIC,
    "it": _ITALIC,
    "itshape": _ITALIC,
    "sl": _ITALIC,
    "slshape": _ITALIC,
    "bf": _BOLD,
    "bfseries": _BOLD,
    "sc": _SMALL_CAPS,
    "scshape": _SMALL_CAPS,
}
_COMBINING = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SYMBOLS = {
    "i": "i", "j": "j",  # the dot goes with the accent above it
    " ": " ", "\n": " ", "\\": " ", ",": "\u202f", "/": "", "-": "", "@": "",
    "textquoteleft": "‘", "textquoteright": "’", "textquotesingle": "'", "textquotedbl": '"',
    "textless": "<", "textgreater": ">", "textbar": "|", "slash": "/", "par": " ",
    "textbackslash": "\\", "textasciicircum": "^", "textasciigrave": "`",
    "LaTeX": "LaTeX", "TeX": "TeX", "textellipsis": "…", "textquotedblleft": "“",
    "textquotedblright": "”", "newline": " ", "quad": " ", "qquad": " ", "protect": "",
}  # fmt: skip
_PUNCTUATION = {
    "---": "—",
    "--": "–",
    "``": "“",
    "''": "”",
    "`": "‘",
    "'": "’",
    '"': '"',
    "~": "\u00a0",
}


def is_braced(value: str) -> bool:
    """Say whether one pair of braces holds the whole value."""
    return value.startswith("{") and _closing(value, 0) == len(value) - 1


def plain_text(value: str) -> str:
    """Return the text without markup: for names, numbers, dates, places."""
    return _Reader(value, rich=False).text()


def rich_text(value: str) -> str:
    """Return the text with the markup of CSL-JSON: for titles."""
    while is_braced(value):
        value = value[1:-1]
    return _Reader(value, rich=True).text()


def verbatim(value: str) -> str:
    r"""Return an address or identifier: only escapes such as ``\_`` and braces are undone."""
    unwrapped = re.sub(r"\\url\s*\{([^{}]*)\}", r"\1", value)
    unescaped = re.sub(r"\{?\\textasciitilde\s*(?:\{\})?\}?", "~", unwrapped)
    return re.sub(r"\\([_%&#$~{}])", r"\1", unescaped).replace("{", "").replace("}", "").strip()


def _closing(text: str, start: int) -> int:
    """Return the offset of the brace that closes the one at ``start``, or of the end."""
    depth = 0
    for brace in re.finditer(r"\\.|[{}]", text[start:], re.DOTALL):
        if brace[0] == "{":
            depth += 1
        elif brace[0] == "}":
            depth -= 1
            if depth == 0:
                return start + brace.start()
    return len(text)


@lru_cache(maxsize=4096)
def _symbol(command: str) -> str:
    """Return the character that a command without an argument stands for, or nothing."""
    if command in _SYMBOLS:
        return _SYMBOLS[command]
    for attempt in (f"\\{command}", f"$\\{command}$"):
        decoded = attempt.encode("utf-8").decode("latex+utf-8").strip()
        if "\\" not in decoded and "$" not in decoded:
            return decoded
    name = f"GREEK {'CAPITAL' if command[0].isupper() else 'SMALL'} LETTER {command.upper()}"
    try:
        return unicodedata.lookup(name)
    except KeyError:
        return ""


class _Reader:
    """Reads one value from left to right, once."""

    def __init__(self, value: str, *, rich: bool) -> None:
        self.value = value
        self.rich = rich
        self.offset = 0

    def text(self) -> str:
        joined = unicodedata.normalize("NFC", self.pieces())
        return re.sub(r"[ \t\r\n]+", " ", joined).strip()

    def pieces(self) -> str:
        parts = []
        while self.offset < len(self.value):
            parts.append(self._piece())
        return "".join(parts)

    def _piece(self) -> str:
        token = _TOKEN.search(self.value, self.offset)
        if token is None or token.start() > self.offset:
            start, self.offset = self.offset, token.start() if token else len(self.value)
            return self.value[start : self.offset]
        self.offset = token.end()
        mark = token[0]
        if mark.startswith("\\"):
            return self._command(mark[1:].rstrip("*") or "*")
        if mark == "{":
            return self._group(self._rest_of_group(token.start()))
        if mark == "$":
            return self._math()
        if mark == "}":
            return ""
        if mark in ("'", '"') and self.rich:
            return self._quote(mark, token.start())
        return _PUNCTUATION.get(mark, " ")

    def _quote(self, mark: str, start: int) -> str:
        """Return the curly form of a straight quotation mark, of which another one may close."""
        opens = start == 0 or self.value[start - 1] in " \t\n([{-–—"
        opening, closing = ("‘", "’") if mark == "'" else ("“", "”")
        return opening if opens and mark in self.value[start + 1 :] else closing

    def _rest_of_group(self, start: int) -> str:
        end = _closing(self.value, start)
        self.offset = end + 1
        return self.value[start + 1 : end]

    def _group(self, inner: str) -> str:
        if not inner.startswith("\\"):
            return self._marked(_NO_CASE, inner)
        switch = re.match(r"\\([A-Za-z]+)\s*", inner)
        if switch and switch[1] in _SWITCHES:
            return self._marked(_SWITCHES[switch[1]], inner[switch.end() :])
        return self._marked(_PLAIN, inner)

    def _marked(self, tags: tuple[str, str], inner: str) -> str:
        text = self._read(inner)
        if not text or not self.rich:
            return text
        if tags is _NO_CASE and (text.startswith(_NO_CASE[0]) or text.isspace()):
            return text
        return f"{tags[0]}{text}{tags[1]}"

    def _read(self, inner: str) -> str:
        return _Reader(inner, rich=self.rich).pieces()

    def _command(self, command: str) -> str:
        if command in _COMBINING and (command != "." or not self._at_space()):
            return self._accent(_COMBINING[command])
        if command in _STYLES:
            return self._marked(_STYLES[command], self._argument())
        if command in _SWITCHES:
            return self._swallow_space()
        if command == "href":
            self._argument()
            return self._read(self._argument())
        if command == "url":
            return verbatim(self._argument())
        symbol = _symbol(command)
        if command.isalpha():
            self._swallow_space()
        return symbol

    def _at_space(self) -> bool:
        return self.value[self.offset : self.offset + 1].isspace()

    def _swallow_space(self) -> str:
        """Skip the space that only ends a command's name, and an empty group that protects it."""
        gap = re.compile(r"\{\}|\s*").match(self.value, self.offset)
        if gap:
            self.offset = gap.end()
        return ""

    def _argument(self) -> str:
        """Return what a command takes: a group, another command, or one character."""
        found = re.compile(r"\s*(\\(?:[A-Za-z]+|.)|[^\s\\])", re.DOTALL).match(
            self.value, self.offset
        )
        if not found:
            return ""
        if found[1] == "{":
            return self._rest_of_group(found.start(1))
        self.offset = found.end()
        return found[1]

    def _accent(self, combining: str) -> str:
        base = _Reader(self._argument(), rich=False).text()
        if not base:
            return ""
        return unicodedata.normalize("NFC", base[0] + combining) + base[1:]

    def _math(self) -> str:
        end = self.value.find("$", self.offset)
        if end < 0:
            return "$"
        inner, self.offset = self.value[self.offset : end], end + 1
        return self._read_math(inner) if self.rich else self._read(re.sub(r"[\^_]", "", inner))

    def _read_math(self, inner: str) -> str:
        parts, after = [], 0
        for script in _MATH_SCRIPT.finditer(inner):
            tag = "sup" if script[1] == "^" else "sub"
            body = script[2][1:-1] if script[2].startswith("{") else script[2]
            parts += [self._plain_math(inner[after : script.start()])]
            parts += [f"<{tag}>{self._plain_math(body)}</{tag}>"]
            after = script.end()
        return "".join(parts) + self._plain_math(inner[after:])

    def _plain_math(self, inner: str) -> str:
        return _Reader(inner, rich=False).text() if inner.strip() else inner
