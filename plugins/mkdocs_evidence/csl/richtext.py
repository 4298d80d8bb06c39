"""Rich text within fields (CSL-JSON, "HTML-like formatting tags within field values").

Known are ``<i>``, ``<b>``, ``<sup>``, ``<sub>``, ``<sc>``, spans of small capitals, ``nocase`` and
``nodecor``, and quotation marks, which become outer or inner ones by their place. A tag without
its partner, and every other ``<``, is a character like any other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from .output import Format, Piece, Span

_OPENING = {
    "<i>": ("</i>", Format(font_style="italic")),
    "<b>": ("</b>", Format(font_weight="bold")),
    "<sup>": ("</sup>", Format(vertical_align="sup")),
    "<sub>": ("</sub>", Format(vertical_align="sub")),
    "<sc>": ("</sc>", Format(font_variant="small-caps")),
    "<span smallcaps>": ("</span>", Format(font_variant="small-caps")),
    "<span nocase>": ("</span>", Format(nocase=True)),
    "<span nodecor>": (
        "</span>",
        Format(font_style="normal", font_variant="normal", font_weight="normal"),
    ),
}
_QUOTED = Format(quoted=True)
_CLOSING = {"</i>", "</b>", "</sup>", "</sub>", "</sc>", "</span>"}
_TAG = re.compile(
    r"<(?:/?(?:i|b|sup|sub|sc)|/span"
    r"|span\s+style=\"font-variant:\s*small-caps;?\"|span\s+class=\"no(?:case|decor)\")\s*>"
)
_NEEDS_PARSING = re.compile("[<\"'“”‘’]")
_MARK = re.compile(f"{_TAG.pattern}|[\"'“”‘’]\\s?")
_CLOSING_SINGLE = re.compile(r"(?<=[\w.,!?)>])['’](?!\w)")
_DEEPEST = 20
"""How deep elements and quotations may stand in each other; any deeper, they are text."""

_LETTER = re.compile(r"\w")


def parse(text: str) -> Sequence[Piece]:
    """Return the pieces of a field's rich text."""
    return _parse(text) if _NEEDS_PARSING.search(text) else (text,)


@lru_cache(maxsize=4096)
def _parse(text: str) -> Sequence[Piece]:
    return _Parser(text).pieces()


class _Open:
    """An element or quotation whose end has not come yet."""

    def __init__(self, written: str, closing: str, format: Format | None) -> None:
        self.written = written
        self.closing = closing
        self.format = format
        self.parts: list[Piece] = []

    def add(self, piece: Piece) -> None:
        if isinstance(piece, str) and self.parts and isinstance(self.parts[-1], str):
            self.parts[-1] += piece
        elif piece != "":
            self.parts.append(piece)


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._stack = [_Open("", "", None)]
        closing = [mark.start() for mark in _CLOSING_SINGLE.finditer(text)]
        self._last_closing = closing[-1] if closing else -1

    def pieces(self) -> Sequence[Piece]:
        after = 0
        while mark := _MARK.search(self._text, after):
            self._stack[-1].add(self._text[after : mark.start()])
            after = self._take(mark)
        self._stack[-1].add(self._text[after:])
        while len(self._stack) > 1:
            self._give_up()
        return tuple(self._stack[0].parts)

    def _take(self, mark: re.Match[str]) -> int:
        """Open or close what a mark stands for; return the offset after it."""
        written = mark[0] if mark[0].startswith("<") else mark[0][0]
        end = mark.start() + len(written)
        if written.startswith("<"):
            self._take_tag(written)
        elif written in "'‘’":
            end = self._take_single(written, mark.start())
        else:
            self._take_double(written, mark.start())
        return end

    def _take_tag(self, written: str) -> None:
        if written in _CLOSING:
            if not self._close(written):
                self._stack[-1].add(written)
            return
        name = re.sub(r'\s+(?:style|class)="([^"]*)"', _span_kind, written.replace(" >", ">"))
        closing, format = _OPENING[name]
        self._open(written, closing, format)

    def _take_double(self, written: str, at: int) -> None:
        closes = any(each.closing == '"' for each in self._stack)
        spaced = self._text[at - 1 : at].isspace()
        if written != "“" and closes and not spaced and not self._opens(at, written):
            self._close('"')
        elif written != "”" and self._before_word(at + 1) and not self._after_letter(at):
            self._open(written, '"', _QUOTED)
        elif not (written == "”" and self._close('"')):
            self._stack[-1].add(written)

    def _take_single(self, written: str, at: int) -> int:
        after_letter, before_letter = self._after_letter(at), self._before_letter(at + 1)
        opened = any(each.closing == "'" for each in self._stack)
        if written == "‘" or (
            written == "'" and not after_letter and self._closed_later(at) and not opened
        ):
            self._open("’" if written == "'" else written, "'", _QUOTED)
        elif opened and not (after_letter and before_letter) and self._close("'"):
            pass
        else:
            self._stack[-1].add("’")
        return at + 1

    def _open(self, written: str, closing: str, format: Format) -> None:
        if len(self._stack) > _DEEPEST:
            self._stack[-1].add(written)
        else:
            self._stack.append(_Open(written, closing, format))

    def _close(self, closing: str) -> bool:
        """Close the innermost element that ends so; what was opened within it ends as text."""
        if not any(each.closing == closing for each in self._stack):
            return False
        while self._stack[-1].closing != closing:
            self._give_up()
        done = self._stack.pop()
        self._stack[-1].add(Span(tuple(done.parts), done.format))
        return True

    def _give_up(self) -> None:
        """Take the innermost open element for text."""
        undone = self._stack.pop()
        for piece in (undone.written, *undone.parts):
            self._stack[-1].add(piece)

    def _after_letter(self, at: int) -> bool:
        before = re.sub(r"(?:<[^<>]*>)+$", "", self._text[max(0, at - 60) : at])
        return bool(before) and (_LETTER.match(before[-1]) is not None or before[-1] in ".,!?)’”")

    def _before_letter(self, at: int) -> bool:
        after = re.sub(r"^(?:<[^<>]*>)+", "", self._text[at : at + 60])
        return _LETTER.match(after) is not None

    def _before_word(self, at: int) -> bool:
        return bool(self._text[at : at + 1].strip())

    def _opens(self, at: int, written: str) -> bool:
        return written == "“" or (
            not self._after_letter(at)
            and self._before_letter(at + 1)
            and self._text[at - 1 : at].isspace()
        )

    def _closed_later(self, at: int) -> bool:
        """Say whether a single mark follows that could close the one here."""
        return at < self._last_closing


def _span_kind(attribute: re.Match[str]) -> str:
    return f" {'smallcaps' if 'small' in attribute[1] else attribute[1]}"
