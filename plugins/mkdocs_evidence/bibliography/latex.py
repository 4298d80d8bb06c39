r"""The LaTeX of a .bib field as Unicode: plain, or as the rich text of CSL-JSON.

Rich text knows ``<i>``, ``<b>``, ``<sup>``, ``<sub>``, ``<span style="font-variant:small-caps;">``
and ``<span class="nocase">``; any other ``<`` in it is a character like any other, so that
``(p < .05)`` needs no escape. https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html

A command that is not known is left out and its argument is read as text, so that nothing that an
author wrote for readers is lost.
"""

from __future__ import annotations

import re
import unicodedata

from .symbols import ACCENTS, symbol

_SPECIAL = re.compile(r"[\\{}$~`'\"]|--")
_SPACE = re.compile(r"[ \t\r\n]+")
_TOKEN = re.compile(r"\\(?:[A-Za-z]+\*?|.)|[{}$~]|---?|``|''|[`'\"]|\s+", re.DOTALL)
_BRACE = re.compile(r"\\.|[{}]", re.DOTALL)
_GAP = re.compile(r"\{\}|\s*")
_ARGUMENT = re.compile(r"\s*(\\(?:[A-Za-z]+|.)|[^\s\\])", re.DOTALL)
_SWITCH = re.compile(r"\\([A-Za-z]+)\s*")
_MATH_SCRIPT = re.compile(r"([\^_])\s*(\{[^{}]*\}|\\[A-Za-z]+|[^\s{}])")
_RELATION = re.compile(r"\s*([=<>≤≥≈])\s*")

_ITALIC, _BOLD = ("<i>", "</i>"), ("<b>", "</b>")
_SMALL_CAPS = ('<span style="font-variant:small-caps;">', "</span>")
_NO_CASE = ('<span class="nocase">', "</span>")
_PLAIN = ("", "")
_STYLES = {
    "emph": _ITALIC,
    "textit": _ITALIC,
    "textsl": _ITALIC,
    "mkbibemph": _ITALIC,
    "mkbibitalic": _ITALIC,
    "textbf": _BOLD,
    "mkbibbold": _BOLD,
    "textsc": _SMALL_CAPS,
    "textsuperscript": ("<sup>", "</sup>"),
    "mkbibsuperscript": ("<sup>", "</sup>"),
    "textsubscript": ("<sub>", "</sub>"),
    "mkbibquote": ("“", "”"),
    "enquote": ("“", "”"),
    "mkbibparens": ("(", ")"),
    "mkbibbrackets": ("[", "]"),
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
_DEEPEST = 20
"""How deep groups may stand in one another; braces and commands further inside are left out."""

_UNSEEN = frozenset(("noopsort", "label", "index", "hspace", "vspace"))
"""Commands whose argument is not for readers."""

_MARKS = {
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
    if not _SPECIAL.search(value):
        return _tidy(value)
    return _tidy(_Reader(value, rich=False).read())


def rich_text(value: str, *, protect: bool = True) -> str:
    """Return the text with the markup of CSL-JSON: for titles.

    Args:
        value: The field as written.
        protect: Whether braces keep what is in them from changes of case.
    """
    depth = 0
    while depth < _DEEPEST and is_braced(value):
        value, depth = value[1:-1], depth + 1
    if not _SPECIAL.search(value):
        return _tidy(value)
    return _tidy(_Reader(value, rich=True, protect=protect).read())


def verbatim(value: str) -> str:
    r"""Return an address or identifier: only escapes such as ``\_`` and braces are undone."""
    if "\\" in value:
        value = re.sub(r"\\url\s*\{([^{}]*)\}", r"\1", value)
        value = re.sub(r"\{?\\(?:textasciitilde|~|sim)\s*(?:\{\})?\}?", "~", value)
        value = re.sub(r"\\(?:textunderscore|_)\s*(?:\{\})?", "_", value)
        value = re.sub(r"\\([%&#$~{}])", r"\1", value.replace("\\slash", "/"))
    return re.sub(r"[{}]|\$(?=~)|(?<=~)\$", "", value).strip()


def _tidy(text: str) -> str:
    text = _SPACE.sub(" ", text).strip(" ")
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _closing(text: str, start: int) -> int:
    """Return the offset of the brace that closes the one at ``start``, or of the end."""
    depth = 0
    for brace in _BRACE.finditer(text, start):
        if brace[0] == "{":
            depth += 1
        elif brace[0] == "}":
            depth -= 1
            if depth == 0:
                return brace.start()
    return len(text)


class _Reader:
    """Reads one value from left to right, once."""

    def __init__(self, value: str, *, rich: bool, protect: bool = False, depth: int = 0) -> None:
        self.value = value if depth < _DEEPEST else re.sub(r"[\\{}$]", "", value)
        self.rich = rich
        self.protect = protect
        self.depth = depth
        self.offset = 0

    def read(self) -> str:
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
            return self._math_until("$", otherwise="$")
        if mark == "}":
            return ""
        if mark in ("'", '"') and self.rich:
            return self._quote(mark, token.start())
        return _MARKS.get(mark, " ")

    def _quote(self, mark: str, start: int) -> str:
        """Return the curly form of a straight quotation mark, of which another one may close."""
        opens = start == 0 or self.value[start - 1] in " \t\n([{-–—"
        opening, closing = ("‘", "’") if mark == "'" else ("“", "”")
        return opening if opens and self.value.find(mark, start + 1) > 0 else closing

    def _rest_of_group(self, start: int) -> str:
        end = _closing(self.value, start)
        self.offset = end + 1
        return self.value[start + 1 : end]

    def _group(self, inner: str) -> str:
        if not inner.startswith("\\"):
            return self._protected(self._inner(inner))
        switch = _SWITCH.match(inner)
        if switch and switch[1] in _SWITCHES:
            return self._marked(_SWITCHES[switch[1]], inner[switch.end() :])
        return self._marked(_PLAIN, inner)

    def _marked(self, tags: tuple[str, str], inner: str) -> str:
        text = self._inner(inner)
        if not text or not (self.rich or tags[0] in ("“", "(", "[")):
            return text
        return f"{tags[0]}{text}{tags[1]}"

    def _inner(self, inner: str) -> str:
        return _Reader(inner, rich=self.rich, protect=self.protect, depth=self.depth + 1).read()

    def _plain(self, inner: str) -> str:
        return _Reader(inner, rich=False, depth=self.depth + 1).read()

    def _command(self, command: str) -> str:
        if command in ACCENTS and (command != "." or not self._at_space()):
            return self._accent(ACCENTS[command])
        if command in _STYLES:
            return self._marked(_STYLES[command], self._argument())
        if command in _SWITCHES:
            return self._swallow_space()
        if command in _UNSEEN and self._at_group():
            self._argument()
            return ""
        if command == "href":
            self._argument()
            return self._inner(self._argument())
        if command == "url":
            return verbatim(self._argument())
        if command == "(":
            return self._math_until("\\)", otherwise="(")
        if command == "ensuremath":
            return self._math(self._argument())
        return self._symbol(command)

    def _symbol(self, command: str) -> str:
        text = symbol(command)
        if not text and self._at_group():
            return self._marked(_PLAIN, self._argument())
        if command.isalpha():
            self._swallow_space()
        return text

    def _at_space(self) -> bool:
        return self.value[self.offset : self.offset + 1].isspace()

    def _at_group(self) -> bool:
        return self.value[self.offset : self.offset + 1] == "{"

    def _swallow_space(self) -> str:
        """Skip the space that only ends a command's name, and an empty group that protects it."""
        gap = _GAP.match(self.value, self.offset)
        if gap:
            self.offset = gap.end()
        return ""

    def _argument(self) -> str:
        """Return what a command takes: a group, another command, or one character."""
        found = _ARGUMENT.match(self.value, self.offset)
        if not found:
            return ""
        if found[1] == "{":
            return self._rest_of_group(found.start(1))
        self.offset = found.end()
        return found[1]

    def _accent(self, combining: str) -> str:
        base = self._plain(self._argument()).strip()
        if not base:
            return ""
        return unicodedata.normalize("NFC", base[0] + combining) + base[1:]

    def _math_until(self, closing: str, otherwise: str) -> str:
        end = self.value.find(closing, self.offset)
        if end < 0:
            return otherwise
        inner, self.offset = self.value[self.offset : end], end + len(closing)
        return self._math(inner)

    def _protected(self, text: str) -> str:
        """Return text that keeps its capitals: what is in braces, and mathematics."""
        if not self.protect or text.startswith(_NO_CASE[0]) or not any(map(str.isalpha, text)):
            return text
        return f"{_NO_CASE[0]}{text}{_NO_CASE[1]}"

    def _math(self, inner: str) -> str:
        if not self.rich:
            return self._plain_math(re.sub(r"[\^_]", "", inner))
        parts, after = [], 0
        for script in _MATH_SCRIPT.finditer(inner):
            tag = "sup" if script[1] == "^" else "sub"
            body = script[2][1:-1] if script[2].startswith("{") else script[2]
            parts += [self._plain_math(inner[after : script.start()])]
            parts += [f"<{tag}>{self._plain_math(body)}</{tag}>"]
            after = script.end()
        return self._protected("".join(parts) + self._plain_math(inner[after:]))

    def _plain_math(self, inner: str) -> str:
        """Return mathematics as text, with spaces around relations as TeX sets them."""
        fraction = re.sub(r"\\frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}", r"\1/\2", inner)
        root = re.sub(r"\\sqrt\s*\{([^{}]*)\}", r"√\1", fraction)
        text = self._plain(root)
        return text if _RELATION.fullmatch(text) else _RELATION.sub(r" \1 ", text).strip()
