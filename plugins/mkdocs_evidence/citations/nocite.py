"""Works that stand in the references though the text does not cite them.

Pandoc's field ``nocite``: https://pandoc.org/MANUAL.html, "Including uncited items in the
bibliography".
"""

from __future__ import annotations

from .keys import find_keys

EVERY = "*"
"""What stands for all entries of the bibliography."""


def read_nocite(value: object) -> list[str]:
    """Return the keys that the field names, each once; `EVERY` may be among them.

    Args:
        value: A text such as ``@one, @two``, or a list of keys with or without their ``@``.
    """
    if isinstance(value, str):
        found = [key for word in value.replace(",", " ").split() for key in _keys(word)]
    else:
        words = value if isinstance(value, list) else []
        found = [key for word in words if isinstance(word, str) for key in read_nocite(word)]
    return list(dict.fromkeys(found))


def _keys(word: str) -> list[str]:
    if word in (EVERY, f"@{EVERY}"):
        return [EVERY]
    return [found.key for found in find_keys(word if "@" in word else f"@{word}")]
