"""The value of a field: in braces or quotation marks, a number, an abbreviation, or a sum of them.

BibTeXing (1988), section 2.2, and the BibTeX documentation on ``@string`` and ``#``.
"""

from __future__ import annotations

import re

_SIMPLE = re.compile(
    r"""\s*
    (?: \{ ( (?: [^{}]++ | \{ (?: [^{}]++ | \{ [^{}]*+ \} )*+ \} )*+ ) \}
      | ( \d++ )
      | ( [A-Za-z] [\w:.+/-]*+ )
    )
    (?= \s* [,}] )""",
    re.VERBOSE,
)
"""A value of one part, as nearly all are: in braces, a number, or an abbreviation."""

_MONTH = re.compile(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec", re.IGNORECASE)


class Abbreviations(dict[str, str]):
    """The abbreviations of ``@string`` in lower case; an unknown one stays its own name.

    Attributes:
        unknown: The names asked for that are not known.
    """

    def __init__(self) -> None:
        super().__init__()
        self.unknown: list[str] = []

    def __getitem__(self, name: str) -> str:
        if name.lower() not in self and not _MONTH.match(name):
            self.unknown.append(name)
        return self.get(name.lower(), name)


def read_value(text: str, start: int, abbreviations: Abbreviations) -> tuple[str | None, int]:
    """Read the value that begins at an offset.

    Returns:
        The value, or None where it cannot be read, and the offset after it.
    """
    simple = _SIMPLE.match(text, start)
    if simple is None:
        return _read_by_pybtex(text, start, abbreviations)
    if simple[3]:
        return abbreviations[simple[3]], simple.end()
    return simple[1] or simple[2] or "", simple.end()


def _read_by_pybtex(text: str, start: int, abbreviations: Abbreviations) -> tuple[str | None, int]:
    # Its import takes as long as reading a hundred entries, and most files do not need it.
    from pybtex.database.input.bibtex import LowLevelParser
    from pybtex.scanner import PybtexSyntaxError

    parser = LowLevelParser(text, macros=abbreviations)
    parser.pos = start
    try:
        parser.parse_value()
    except PybtexSyntaxError:
        return None, max(int(parser.pos), start)
    return "".join(parser.current_value), max(int(parser.pos), start)
