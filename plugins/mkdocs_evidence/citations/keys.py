"""Keys as they are written in a text: ``@key``, ``-@key`` and ``@{key}``.

Pandoc's manual, "Citation syntax": a key begins with a letter, digit or underscore. Single signs
out of ``:.#$%&-+?<>~/`` may stand within it, and in braces any sign that is no space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_BRACED = r"\{(?:[^\s{}]|\{[^\s{}]*\})++\}"
_SIMPLE = r"\w(?:\w|[:.#$%&+?<>~/-](?=\w)|[:/](?=/))*+"
KEY = rf"@(?:{_SIMPLE}|{_BRACED})"
"""A pattern for an at sign with what is written of a key after it, whether it is one or not."""

_KEY = re.compile(
    # What stands right before a key tells it from an e-mail or web address, and an @ right after
    # it from the name of somebody on a server. Two hyphens are a dash.
    r"(?<![\w@/.+=~&#?%\\])(?:(?<!-)|(?<=--))(?P<hyphen>-?)"
    rf"@(?:(?P<simple>{_SIMPLE})(?!@)|(?P<braced>{_BRACED}))"
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")


@dataclass(frozen=True)
class WrittenKey:
    """A key in a text.

    Attributes:
        key: The key, without its braces.
        start: The offset of its ``@``, or of the hyphen before it.
        end: The offset after it and its braces.
        suppresses: Whether a hyphen stands before it, which leaves the author out.
    """

    key: str
    start: int
    end: int
    suppresses: bool = False

    @property
    def at(self) -> int:
        """The offset of its ``@``."""
        return self.start + self.suppresses


def key_at(text: str, start: int) -> WrittenKey | None:
    """Return the key that begins at the offset of an ``@`` or of a hyphen before it."""
    found = _KEY.match(text, start)
    return _written(found) if found else None


def find_keys(text: str) -> Iterator[WrittenKey]:
    """Yield the keys in a text that is neither code nor an address, in their order."""
    return map(_written, _KEY.finditer(text))


def looks_like_key(word: str) -> bool:
    """Say whether a word is made as keys are, with a year in it."""
    return _YEAR.search(word) is not None


def _written(found: re.Match[str]) -> WrittenKey:
    key = found["simple"] or found["braced"][1:-1]
    return WrittenKey(key, found.start(), found.end(), bool(found["hyphen"]))
