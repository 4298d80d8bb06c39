"""The fields between two lines of hyphens at the beginning of a Markdown file."""

from __future__ import annotations

import re

from mkdocs_evidence.sources import Source

from .nodes import Document, Span, read_nodes

_RULE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_OPENING = re.compile(r"\s*^---[ \t]*$", re.MULTILINE)


def find_front_matter(source: Source) -> tuple[Span | None, Span | None]:
    """Return the places of the line that begins the fields and of the line that ends them."""
    opening = _OPENING.match(source.text)
    closing = _RULE.search(source.text, opening.end()) if opening else None
    return opening and Span(*opening.span()), closing and Span(*closing.span())


def read_front_matter(source: Source) -> Document:
    """Read the fields of a page that is no summary, of which other programs know most.

    Returns:
        The fields with their places; a page without front matter has none.
    """
    opening, closing = find_front_matter(source)
    if not opening or not closing:
        return Document(source)
    return read_nodes(source, opening.end + 1, closing.start, strict=False)
