"""Where a key stands in one of the author's files, and the problem of an unknown one."""

from __future__ import annotations

import re

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.problems import Problem, nearest
from mkdocs_evidence.sources import Source

from .syntax import CITE

_FENCE = re.compile(
    r"^[ \t]*(`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[ \t]*\1[`~]*[ \t]*$", re.MULTILINE | re.DOTALL
)
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_ESCAPE = re.compile(r"\\@")


def without_code(text: str) -> str:
    """Return Markdown with its code made of spaces, so that offsets stay the same."""
    for pattern in (_FENCE, _CODE_SPAN):
        text = pattern.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    return text


def find_key(source: Source, key: str) -> tuple[int, int]:
    """Return where ``@key`` is first cited in a file, not counting code.

    Args:
        source: The file: Markdown, or YAML with Markdown in it.
        key: The key.

    Returns:
        The offset of the ``@`` and the offset after the key; the beginning of the file, twice,
        where the key is not cited.
    """
    for found in CITE.finditer(_ESCAPE.sub("  ", without_code(source.text))):
        if found["key"] == key:
            return found.start("key") - 1, found.end("key")
    return 0, 0


def unknown_key_problem(source: Source, key: str, library: Library) -> Problem:
    """Return the problem that a file cites a key which no entry of the bibliography has."""
    start, end = find_key(source, key)
    match = nearest(key, library.keys())
    advice = f"Did you mean “@{match}”?" if match else f"Add an entry with the key “{key}” to it."
    message = f"There is no entry “{key}” in the bibliography."
    return source.problem(start, "unknown-citation", message, advice, end=end)
