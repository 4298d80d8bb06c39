"""Comments in .bib files, which BibTeX lets stand between entries and biber between fields too."""

from __future__ import annotations

import re

_MARK = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]|[{}\"]|%[^\n]*", re.MULTILINE)


def blank_comments(text: str) -> str:
    """Return the text with every ``%`` comment made of spaces, so that offsets stay the same.

    A ``%`` inside of a value, in braces or in quotation marks, is part of the value.
    """
    parts: list[str] = []
    after, depth, quoted = 0, 0, False
    offset = 0
    while mark := _MARK.search(text, offset):
        found, offset = mark[0], mark.end()
        if found.startswith("%"):
            if depth <= 1 and not quoted:
                parts += [text[after : mark.start()], " " * len(found)]
                after = mark.end()
            else:
                offset = mark.start() + 1
        elif found == "{":
            depth += 1
        elif found == "}":
            depth = max(0, depth - 1)
        elif found == '"':
            quoted = not quoted if depth == 1 else quoted
        else:
            depth, quoted = 1, False
    return "".join([*parts, text[after:]])
