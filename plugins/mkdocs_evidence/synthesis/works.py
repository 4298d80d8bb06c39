"""The page of a work: what the site wrote about it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render

from .headings import NewHeading

LONGEST = 80
"""How many characters of a key stand in an address."""

_BETWEEN_WORDS = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class PostMention:
    """A post that discusses a work.

    Attributes:
        href: Its address.
        title: Its title.
        date: The day on which it appeared.
        description: What it is about.
        lang: The attribute with its language, where this page is in another one.
    """

    href: str
    title: str
    date: date
    description: str
    lang: str = ""


@dataclass(frozen=True)
class PageMention:
    """A page that cites a work.

    Attributes:
        href: Its address.
        title: Its title.
        section: The heading below which it cites the work first; may be empty.
        place: The address of this place.
        lang: The attribute with its language, where this page is in another one.
    """

    href: str
    title: str
    section: str = ""
    place: str = ""
    lang: str = ""


@dataclass(frozen=True)
class WorkPage:
    """What is on the page of a work.

    Attributes:
        title: The short form of the work, such as “Coan et al. (2017)”.
        anchor: The name of the place of its reference.
        reference: Its reference, as safe HTML; empty in a style without references.
        menu: The marker of what readers can do with the reference, as safe HTML.
        link: The web address of the work; may be empty.
        discussed: The posts that discuss it.
        cited: The other pages that cite it.
    """

    title: str
    anchor: str
    reference: str
    menu: str
    link: str
    discussed: Sequence[PostMention]
    cited: Sequence[PageMention]


def work_page(work: WorkPage, words: Catalogue) -> str:
    """Return the page of a work as HTML. See `work_contents` for its headings."""
    return render("work.html.jinja", work=work, words=words)


def work_contents(work: WorkPage, words: Catalogue) -> list[NewHeading]:
    """Return the headings of the page of a work, of which the first is its title."""
    headings = [NewHeading(work.title, "work", 1)]
    if work.discussed:
        headings.append(NewHeading(words.text("work_discussed_in"), "discussed", 2))
    if work.cited:
        headings.append(NewHeading(words.text("work_cited_in"), "cited", 2))
    return headings


def work_slugs(keys: Iterable[str], taken: Collection[str]) -> dict[str, str]:
    """Return the last part of the address of each work's page, made of its key.

    Of keys that differ in signs, accents and capitals only, the second gets a number, and so on.
    A work keeps its address when others are added to the bibliography behind it.

    Args:
        keys: The keys of all works of the bibliography, in its order.
        taken: The parts of addresses that are not free.
    """
    slugs: dict[str, str] = {}
    used = {*taken}
    for key in keys:
        plain = _slug(key) or "work"
        slug, number = plain, 1
        while slug in used:
            number += 1
            slug = f"{plain}-{number}"
        used.add(slug)
        slugs[key] = slug
    return slugs


def _slug(key: str) -> str:
    """Return a key in small letters without accents, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", key)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _BETWEEN_WORDS.sub("-", plain.casefold())[:LONGEST].strip("-")
