"""From an author's file to a `Summary`, with the place of every field.

`read_nodes` makes fields of YAML and `read_markdown` of Markdown, `validate` a model of the fields.
`SummaryReader` does it all for one file; `read_front_matter` reads the fields of other pages.
"""

from __future__ import annotations

from .front_matter import find_front_matter, read_front_matter
from .nodes import Document, Path, Span, read_nodes
from .section_names import section_names
from .summary_file import SUFFIXES, SummaryFile, SummaryReader
from .validation import validate

__all__ = [
    "SUFFIXES",
    "Document",
    "Path",
    "Span",
    "SummaryFile",
    "SummaryReader",
    "find_front_matter",
    "read_front_matter",
    "read_nodes",
    "section_names",
    "validate",
]
