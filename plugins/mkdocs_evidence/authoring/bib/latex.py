r"""Text as LaTeX that our reader, BibTeX and biber take for the same text.

What is written here is read back by ``bibliography.latex``. Signs that mean something to TeX become
commands, so that nothing in a title can end its field.
"""

from __future__ import annotations

import re
import unicodedata

from mkdocs_evidence.authoring.words import one_line
from mkdocs_evidence.bibliography.casing import is_name, is_title_case
from mkdocs_evidence.exports import as_latex

_QUOTED = re.compile(r"(?<![^\s(\[{–—-])\"([^\"]*)\"")
_LETTERS = {
    "ß": "\\ss", "ø": "\\o", "Ø": "\\O", "ł": "\\l", "Ł": "\\L", "æ": "\\ae", "Æ": "\\AE",
    "œ": "\\oe", "Œ": "\\OE", "å": "\\aa", "Å": "\\AA", "ı": "\\i",
}  # fmt: skip
_PUNCTUATION = {"–": "--", "—": "---", "“": "``", "”": "''", "‘": "`", "’": "'"}
_ACCENTS = {
    "\u0300": "`", "\u0301": "'", "\u0302": "^", "\u0303": "~", "\u0304": "=", "\u0306": "u",
    "\u0307": ".", "\u0308": '"', "\u030a": "r", "\u030b": "H", "\u030c": "v", "\u0323": "d",
    "\u0327": "c", "\u0328": "k",
}  # fmt: skip
_TAGS = {
    "i": ("\\emph{", "}"),
    "b": ("\\textbf{", "}"),
    "sup": ("\\textsuperscript{", "}"),
    "sub": ("\\textsubscript{", "}"),
    "sc": ("\\textsc{", "}"),
    "nocase": ("{", "}"),
}
_TAG = re.compile(
    r"<(?:(?P<tag>i|b|sup|sub|sc)|span style=\"font-variant:\s*small-caps;?\"(?P<sc>)"
    r"|span class=\"nocase\"(?P<nocase>)|/(?P<end>i|b|sup|sub|sc|span))>"
)
_WORD = re.compile(r"[^\W_](?:[\w’'.-]*\w)?")
_AFTER_STOP = re.compile(r"(?:^|[:?!.—]\s)[\s“‘\"'(\[]*$")


def plain_latex(text: str) -> str:
    """Return text that is no title as LaTeX: a name, a number, a place."""
    return as_latex(one_line(text))


def rich_latex(text: str, *, protect: bool) -> str:
    """Return a title in the rich text of CSL-JSON as LaTeX.

    Args:
        text: The title; a tag without its partner is text like any other.
        protect: Whether names and abbreviations get braces, which keep their capitals where a
            style writes titles in small letters.
    """
    text = _QUOTED.sub("“\\1”", one_line(text)).replace('"', "”")
    title_case = is_title_case(text)
    parts: list[str] = []
    for piece, before, keeps in _pieces(text):
        if isinstance(piece, tuple):
            parts.append(piece[0])
        elif protect and not keeps:
            parts.append(_protected(piece, before, lowered=title_case))
        else:
            parts.append(as_latex(piece))
    return "".join(parts)


_Piece = str | tuple[str]


def _pieces(text: str) -> list[tuple[_Piece, str, bool]]:
    """Return texts and, as tuples, the LaTeX of tags.

    With each stands the text before it, and whether it is in braces already.
    """
    partners = _partners(text)
    pieces: list[tuple[_Piece, str, bool]] = []
    after, before, kept = 0, "", 0
    for tag in _TAG.finditer(text):
        if tag.start() not in partners:
            continue
        pieces.append((text[after : tag.start()], before, kept > 0))
        before += text[after : tag.start()]
        name = partners[tag.start()]
        kept += (name == "nocase") * (-1 if tag["end"] else 1)
        pieces.append(((_TAGS[name][1 if tag["end"] else 0],), before, True))
        after = tag.end()
    return [*pieces, (text[after:], before, kept > 0)]


def _partners(text: str) -> dict[int, str]:
    """Return the kind of each tag that has its partner, by its offset."""
    found: dict[int, str] = {}
    stack: list[tuple[int, str, str]] = []
    for tag in _TAG.finditer(text):
        if not tag["end"]:
            kind = tag["tag"] or ("sc" if tag["sc"] is not None else "nocase")
            stack.append((tag.start(), kind, tag["tag"] or "span"))
        elif stack and stack[-1][2] == tag["end"]:
            start, kind, _ = stack.pop()
            found |= {start: kind, tag.start(): kind}
    return found


def _protected(text: str, before: str, *, lowered: bool) -> str:
    """Put words in braces that a style must not write in small letters."""
    parts: list[str] = []
    after = 0
    for word in _WORD.finditer(text):
        begins = _AFTER_STOP.search(before + text[: word.start()]) is not None
        if _needs_braces(word[0], begins=begins, lowered=lowered):
            parts += [as_latex(text[after : word.start()]), f"{{{as_latex(word[0])}}}"]
            after = word.end()
    return "".join([*parts, as_latex(text[after:])])


def _needs_braces(word: str, *, begins: bool, lowered: bool) -> bool:
    """Say whether a word is an abbreviation or a name, as far as its title shows."""
    if any(letter.isupper() for letter in word[1:]):
        return not lowered or not all(part[1:].islower() for part in word.split("-"))
    capital = word[0].isupper() and len(word) > 1
    return capital and not begins and (not lowered or is_name(word))


def in_ascii(latex: str) -> str:
    r"""Return LaTeX with its accents and dashes as commands, such as ``{\'e}`` for é.

    A sign that LaTeX has no command for stays as it is.
    """
    return latex if latex.isascii() else "".join(map(_in_ascii, latex))


def _in_ascii(sign: str) -> str:
    if sign.isascii():
        return sign
    if sign in _LETTERS:
        return f"{{{_LETTERS[sign]}}}"
    if sign in _PUNCTUATION:
        return _PUNCTUATION[sign]
    parts = unicodedata.normalize("NFD", sign)
    base, accent = parts[0], parts[1:]
    if accent in _ACCENTS and base.isascii():
        command = _ACCENTS[accent]
        gap = " " if command.isalpha() else ""
        return f"{{\\{command}{gap}{base}}}"
    return sign
