r"""What the commands of LaTeX that take no argument stand for, as Unicode.

From the LaTeX companion's tables of text symbols and of mathematical symbols; Greek letters are
looked up by their Unicode names. What is not here is asked of ``latexcodec``.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331", "t": "\u0361",
    "bar": "\u0304", "hat": "\u0302", "tilde": "\u0303", "vec": "\u20d7",
}  # fmt: skip
"""Combining characters by the accent's command."""

_SYMBOLS = {
    "i": "i", "j": "j",  # the dot goes with the accent above it
    " ": " ", "\n": " ", "\t": " ", "\\": " ", ",": "\u202f", ";": " ", ":": " ", "!": "",
    "/": "", "-": "", "@": "",
    "ss": "ß", "SS": "ẞ", "o": "ø", "O": "Ø", "l": "ł", "L": "Ł", "ae": "æ", "AE": "Æ",
    "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ",
    "ng": "ŋ", "NG": "Ŋ", "dj": "đ", "DJ": "Đ",
    "textquoteleft": "‘", "textquoteright": "’", "textquotesingle": "'", "textquotedbl": '"',
    "textquotedblleft": "“", "textquotedblright": "”", "guillemotleft": "«",
    "guillemotright": "»", "og": "« ", "fg": " »", "quotedblbase": "„", "glqq": "„", "grqq": "“",
    "textless": "<", "textgreater": ">", "textbar": "|", "slash": "/", "par": " ",
    "textbackslash": "\\", "textasciicircum": "^", "textasciigrave": "`", "textasciitilde": "~",
    "textbraceleft": "{", "textbraceright": "}",
    "textunderscore": "_", "textendash": "–", "textemdash": "—", "textellipsis": "…",
    "ldots": "…", "dots": "…", "textbullet": "•", "textperiodcentered": "·",
    "textregistered": "®", "texttrademark": "™", "textcopyright": "©", "copyright": "©",
    "textdegree": "°", "degree": "°", "S": "§", "P": "¶", "dag": "†", "ddag": "‡", "pounds": "£",
    "texteuro": "€", "euro": "€", "textmu": "µ", "textohm": "Ω", "textpm": "±",
    "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX",
    "newline": " ", "linebreak": " ", "quad": " ", "qquad": " ", "space": " ", "protect": "",
    "relax": "", "left": "", "right": "", "noopsort": "", "displaystyle": "",
    "less": "<", "greater": ">", "lt": "<", "gt": ">", "le": "≤", "leq": "≤", "ge": "≥",
    "geq": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼", "times": "×", "pm": "±",
    "cdot": "⋅", "div": "÷", "infty": "∞", "to": "→", "rightarrow": "→", "leftarrow": "←",
    "leftrightarrow": "↔", "circ": "°", "prime": "′", "sum": "∑", "int": "∫", "partial": "∂",
    "backslash": "\\", "textsuperscript": "", "varepsilon": "ε", "varphi": "φ", "dagger": "†",
    "mid": "|", "ast": "∗", "star": "⋆", "equiv": "≡", "in": "∈", "cup": "∪", "cap": "∩",
}  # fmt: skip


@lru_cache(maxsize=4096)
def symbol(command: str) -> str:
    """Return the text that a command without an argument stands for; nothing if unknown."""
    found = _SYMBOLS.get(command)
    if found is not None:
        return found
    if not command.isalpha():
        return command if command.isprintable() else ""
    return _greek(command) or _decoded(command)


def _greek(command: str) -> str:
    case = "CAPITAL" if command[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {case} LETTER {command.removeprefix('text').upper()}")
    except KeyError:
        return ""


def _decoded(command: str) -> str:
    import latexcodec  # noqa: F401  (for its codec, "latex"; takes long to load, seldom needed)

    for attempt in (f"\\{command}", f"$\\{command}$"):
        decoded = attempt.encode("utf-8").decode("latex+utf-8").strip()
        if "\\" not in decoded and "$" not in decoded:
            return decoded
    return ""
