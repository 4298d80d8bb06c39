"""The evidence table: what was found, a row for each outcome."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render

from .covered import CoveredStudy


def evidence_table(
    studies: Sequence[CoveredStudy], topics: Sequence[str], url: str, words: Catalogue
) -> str:
    """Return the evidence table as HTML.

    Args:
        studies: The studies of the site, those of the newest post first.
        topics: The topics of the site, in their order.
        url: The address of the page on which it will stand, from the root of the site.
        words: The words of the language of this page.
    """
    return render("evidence_table.html.jinja", studies=studies, topics=topics, url=url, words=words)
