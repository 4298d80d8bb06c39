"""Works that stand in the references though the text does not cite them.

Pandoc's field ``nocite``: https://pandoc.org/MANUAL.html, "Including uncited items in the
bibliography".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from mkdocs_evidence.bibliography import Library

from .keys import find_keys

_WORD = re.compile(r"-?@\{[^\s{}]*\}|[^\s,;\[\]]+")

EVERY_WORK = "*"
"""What stands for all entries of the bibliography."""


def read_nocite(texts: Iterable[str]) -> list[str]:
    """Return the keys that the field names, each once; `EVERY_WORK` may be among them.

    Args:
        texts: Texts such as ``@one, @two``, in which the ``@`` may be left out. A word that is no
            key counts as one, so that it is not passed over in silence.
    """
    words = (word for text in texts for word in _WORD.findall(text))
    return list(dict.fromkeys(key for word in words for key in _keys(word)))


def uncited_keys(texts: Iterable[str], library: Library) -> list[str]:
    """Return the keys that the field names and the library has."""
    return [
        key
        for named in read_nocite(texts)
        for key in (library if named == EVERY_WORK else [named])
        if key in library
    ]


def _keys(word: str) -> list[str]:
    if word in (EVERY_WORK, f"@{EVERY_WORK}"):
        return [EVERY_WORK]
    return [found.key for found in find_keys(word)] or [word]
