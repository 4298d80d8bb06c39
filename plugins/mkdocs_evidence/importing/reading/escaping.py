r"""Plain text as Markdown that shows the same signs.

Only what Python-Markdown or our citations would misread gets a backslash, so that the text stays
pleasant to read and to change. Sources: ``markdown/blockprocessors.py`` and ``inlinepatterns.py``
of Python-Markdown, and `mkdocs_evidence.citations.keys`.
"""

from __future__ import annotations

import re

_BACKSLASH = re.compile(r"[\\`*{]|(?<![^\W_])_|_(?![^\W_])")
_BRACKET = re.compile(r"\[(?![\w ,–-]{1,40}\](?:[.,;!?)]|[ ](?=[^\s\[(])))")
"""A bracket that could begin a link, a footnote or a citation; ``[12]`` in a sentence cannot."""
_AT = re.compile(r"(?<!\w)@(?=[\w{])")
_TAG = re.compile(r"<(?=[A-Za-z/!?]|[^<>\s]*@)")
"""What could begin a tag, a comment or an address; ``p <.05`` does not."""
_ENTITY = re.compile(r"&(?=\w+;|#\w)")
"""What could stand for a sign: its name with a semicolon, or its number even without one."""

_AT_LINE_START = re.compile(
    r"^(?:(?P<number>\d+)(?=[.)](?:\s|$))|(?=[#>]|[-+](?:\s|-|$)|!!!))", re.MULTILINE
)
_SIGN_AT_LINE_START = re.compile(r"^(?:=(?==*\s*$|==)|~(?=~~)|\?(?=\?\?)|:(?=\s))", re.MULTILINE)
"""What means something there and knows no backslash: it becomes an entity."""
_LINE_OF_TABLE = re.compile(r"^(?P<before>[:\- ]*)\|(?=[|:\- ]*$)", re.MULTILINE)
"""What below another line makes a table of both; not all sites know a backslash there."""
_CLOSING_HASHES = re.compile(r"#(?=\s*$)", re.MULTILINE)


def escaped(text: str) -> str:
    """Return a piece of plain text from within a line as Markdown."""
    text = _ENTITY.sub("&amp;", text)
    text = _BACKSLASH.sub(r"\\\g<0>", text)
    text = _BRACKET.sub(r"\\[", text)
    text = _AT.sub(r"\\@", text)
    return _TAG.sub("&lt;", text)


def escaped_in_brackets(text: str) -> str:
    """Return a piece of plain text as Markdown for the words of a link."""
    return re.sub(r"(?<!\\)([\[\]])", r"\\\1", escaped(text))


def escaped_lines(markdown: str) -> str:
    """Return a paragraph of Markdown whose lines begin with nothing but text.

    Args:
        markdown: The paragraph, as `escaped` made it; its lines begin without spaces.
    """
    markdown = _LINE_OF_TABLE.sub(r"\g<before>&#124;", markdown)
    markdown = _AT_LINE_START.sub(lambda sign: f"{sign['number'] or ''}\\", markdown)
    return _SIGN_AT_LINE_START.sub(lambda sign: f"&#{ord(sign[0])};", markdown)


def escaped_heading(markdown: str) -> str:
    """Return the Markdown of a heading that ends with no number signs of Markdown's own."""
    return _CLOSING_HASHES.sub(r"\\#", markdown)
