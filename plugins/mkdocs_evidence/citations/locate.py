"""Where a key stands in one of the author's files, and the problem of an unknown one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.problems import Problem, nearest
from mkdocs_evidence.sources import Source

from .keys import find_keys

_FENCE = re.compile(r"^[ \t]*(?P<mark>`{3,}|~{3,})(?P<after>[^\n]*)$", re.MULTILINE)
_CODE_SPAN = re.compile(r"(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.DOTALL)
_NO_LINE_END = re.compile(r"[^\n]")
_ESCAPE = re.compile(r"\\.")


def without_code(text: str) -> str:
    """Return Markdown with its code made of spaces, so that offsets stay the same."""
    parts, after = [], 0
    for start, end in _fenced(text):
        parts += [text[after:start], _blank(text[start:end])]
        after = end
    without_fenced = "".join([*parts, text[after:]])
    return _CODE_SPAN.sub(lambda code: _blank(code[0]), without_fenced)


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """Yield where fenced code begins and ends; a fence that nothing closes begins none."""
    lines = [*_FENCE.finditer(text)]
    # A longer fence than one that nothing closes is not closed either, so that it is not looked
    # for again, which would take long in a text of nothing but fences.
    unclosed = {"`": len(text), "~": len(text)}
    place = 0
    while place < len(lines):
        mark = lines[place]["mark"]
        closing = _closing_fence(lines, place) if len(mark) < unclosed[mark[0]] else None
        if closing is None:
            unclosed[mark[0]] = min(len(mark), unclosed[mark[0]])
            place += 1
        else:
            yield lines[place].start(), lines[closing].end()
            place = closing + 1


def _closing_fence(lines: Sequence[re.Match[str]], opening: int) -> int | None:
    mark = lines[opening]["mark"]
    for place in range(opening + 1, len(lines)):
        if lines[place]["mark"].startswith(mark) and not lines[place]["after"].strip():
            return place
    return None


def _blank(code: str) -> str:
    return _NO_LINE_END.sub(" ", code)


def find_key(source: Source, key: str) -> tuple[int, int]:
    """Return where ``@key`` is first cited in a file, not counting code.

    Args:
        source: The file: Markdown, or YAML with Markdown in it.
        key: The key.

    Returns:
        The offset of the ``@`` and the offset after the key; the beginning of the file, twice,
        where the key is not cited.
    """
    for found in find_keys(_ESCAPE.sub("  ", without_code(source.text))):
        if found.key == key:
            return found.at, found.end
    return 0, 0


def unknown_key_problem(source: Source, key: str, library: Library) -> Problem:
    """Return the problem that a file cites a key which no entry of the bibliography has."""
    start, end = find_key(source, key)
    match = nearest(key, library.keys())
    advice = f"Did you mean “@{match}”?" if match else f"Add an entry with the key “{key}” to it."
    message = f"There is no entry “{key}” in the bibliography."
    return source.problem(start, "unknown-citation", message, advice, end=end)
