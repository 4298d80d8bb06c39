"""From an author's file to a `Summary`, with the place of every field.

`read_nodes` makes fields of YAML and `read_markdown` of Markdown, `validate` a model of the fields.
`SummaryReader` does it all for one file.
"""

from __future__ import annotations

from .nodes import Document, Path, Span, read_nodes
from .summary_file import SUFFIXES, SummaryFile, SummaryReader
from .validation import validate

__all__ = [
    "SUFFIXES",
    "Document",
    "Path",
    "Span",
    "SummaryFile",
    "SummaryReader",
    "read_nodes",
    "validate",
]
