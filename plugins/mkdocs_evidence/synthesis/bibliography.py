"""Lists of works, each with the pages that discuss or cite it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render


@dataclass(frozen=True)
class PageLink:
    """A link to a page of the site.

    Attributes:
        href: Its address.
        title: Its title, as plain text.
        lang: The attribute with its language, where this page is in another one.
    """

    href: str
    title: str
    lang: str = ""


@dataclass(frozen=True)
class CitedWork:
    """A work with the pages that cite it.

    Attributes:
        reference: Its reference, as safe HTML.
        pages: The pages that cite it.
        menu: The marker of what readers can do with the reference, as safe HTML; may be empty.
        link: The link to the page on what the site wrote about it, as safe HTML; may be empty.
    """

    reference: str
    pages: Sequence[PageLink]
    menu: str = ""
    link: str = ""


@dataclass(frozen=True)
class ListedWork:
    """A work in a list.

    Attributes:
        html: What stands there, as safe HTML.
        anchor: The name of its place on the page; empty where the page has this name already.
    """

    html: str
    anchor: str = ""


@dataclass(frozen=True)
class WorkGroup:
    """Works under a heading.

    Attributes:
        works: The works.
        heading: The heading, as plain text; empty where there is none.
        anchor: The name of its place on the page.
    """

    works: Sequence[ListedWork]
    heading: str = ""
    anchor: str = ""


def cited_work(work: CitedWork, words: Catalogue) -> str:
    """Return what stands in a list for a work that pages of the site cite, as HTML."""
    return render("cited_work.html.jinja", work=work, words=words)


def bibliography(groups: Sequence[WorkGroup], words: Catalogue, level: int) -> str:
    """Return works as HTML lists, in the order given.

    Args:
        groups: The works; none if there are no works.
        words: The words of the language of the page.
        level: The level of headings, from 1 to 6.
    """
    return render("bibliography.html.jinja", groups=groups, words=words, level=level)
