"""Works with the pages that discuss or cite them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render


@dataclass(frozen=True)
class CitedWork:
    """A work with the pages that cite it.

    Attributes:
        anchor: The name of its place on the page; empty where the page has this name already.
        reference: Its reference, as safe HTML.
        pages: The titles of the pages that cite it, by their addresses.
        menu: What readers can do with the reference, as safe HTML; may be empty.
        link: The link to the page on what the site wrote about it, as safe HTML; may be empty.
    """

    anchor: str
    reference: str
    pages: Mapping[str, str]
    menu: str = ""
    link: str = ""


@dataclass(frozen=True)
class WorkGroup:
    """Works under a heading.

    Attributes:
        works: The works.
        heading: The heading, as plain text; empty where there is none.
        anchor: The name of its place on the page.
    """

    works: Sequence[CitedWork]
    heading: str = ""
    anchor: str = ""


def bibliography(groups: Sequence[WorkGroup], words: Catalogue, level: int) -> str:
    """Return works as HTML lists, in the order given.

    Args:
        groups: The works; none if there are no works.
        words: The words of the language of the page.
        level: The level of headings, from 1 to 6.
    """
    return render("bibliography.html.jinja", groups=groups, words=words, level=level)
