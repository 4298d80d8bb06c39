"""Works that stand in the references though the text does not cite them.

Pandoc's field ``nocite``: https://pandoc.org/MANUAL.html, "Including uncited items in the
bibliography".
"""

from __future__ import annotations

import re

from .keys import find_keys

_WORD = re.compile(r"-?@\{[^\s{}]*\}|[^\s,;\[\]]+")

EVERY = "*"
"""What stands for all entries of the bibliography."""


def read_nocite(value: object) -> list[str]:
    """Return the keys that the field names, each once; `EVERY` may be among them.

    Args:
        value: A text such as ``@one, @two``, or a list of keys with or without their ``@``. A word
            that is no key counts as one, so that it is not passed over in silence.
    """
    if isinstance(value, str):
        found = [key for word in _WORD.findall(value) for key in _keys(word)]
    else:
        words = value if isinstance(value, list) else []
        found = [key for word in words if isinstance(word, str) for key in read_nocite(word)]
    return list(dict.fromkeys(found))


def _keys(word: str) -> list[str]:
    if word in (EVERY, f"@{EVERY}"):
        return [EVERY]
    return [found.key for found in find_keys(word)] or [word]
