"""Citations such as ``[@coan2017, p. 3]`` in the author's Markdown.

``syntax`` reads them, as Pandoc's manual describes them; ``extension`` makes links and a
reference list of them in Python-Markdown; ``finding`` only looks for them; ``locate`` finds where
a key stands in a file.
"""

from .extension import CitationExtension
from .finding import unknown_keys
from .locate import find_key, unknown_key_problem, without_code
from .page import PageCitations
from .rendering import reference_anchor
from .syntax import read_citation

__all__ = [
    "CitationExtension",
    "PageCitations",
    "find_key",
    "read_citation",
    "reference_anchor",
    "unknown_key_problem",
    "unknown_keys",
    "without_code",
]
