"""Every work that the site discusses or cites, each with the pages that do so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render


@dataclass(frozen=True)
class CitedWork:
    """A work with the pages that cite it.

    Attributes:
        anchor: The name of its place on the page.
        reference: Its reference, as safe HTML.
        pages: The titles of the pages that cite it, by their addresses.
    """

    anchor: str
    reference: str
    pages: Mapping[str, str]


def bibliography_list(works: Sequence[CitedWork], words: Catalogue) -> str:
    """Return the works as an HTML list, in the order given."""
    return render("bibliography.html.jinja", works=works, words=words)
