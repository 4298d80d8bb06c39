"""The article that an author means: looked up, or out of a file of another program."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import click
from platformdirs import user_cache_path
from rapidfuzz import fuzz, utils

from mkdocs_evidence.authoring.exported import CannotRead, read_export
from mkdocs_evidence.authoring.items import year_of
from mkdocs_evidence.authoring.words import one_line, without_tags
from mkdocs_evidence.cache import Cache
from mkdocs_evidence.lookup import Doi, Lookup, Pmid, UnknownWork, Work, identify

from .asking import chosen, is_terminal

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_SAME_TITLE = 95
"""How alike, from 0 to 100, two titles are that are taken for one."""


_FROM_FILE = (
    "Save the reference from the article's page as a file, and call evidence new with --from and "
    "the name of that file."
)


class Stopped(click.ClickException):
    """The command cannot begin or go on; nothing was written."""

    exit_code = 2


def imported_work(path: Path) -> Work:
    """Return the work in an exported file; of several, the one that is chosen.

    Raises:
        Stopped: There is none, or nobody to choose.
    """
    try:
        works = read_export(path)
    except CannotRead as error:
        raise Stopped(f"“{path}” cannot be read. {error}") from None
    except OSError as error:
        raise Stopped(f"“{path}” cannot be read: {error.strerror}.") from None
    if len(works) == 1:
        return works[0]
    return _one_of(works, f"There are {len(works)} references in “{path}”. Export one alone.")


def looked_up(text: str, contact: str) -> Work:
    """Return the work that the registries know.

    Args:
        text: A DOI, a PMID or a title.
        contact: The address that is told to the registries.

    Raises:
        Stopped: There is no such work, or several and nobody to choose.
        Unreachable: A registry cannot be asked.
    """
    lookup = Lookup(contact, Cache(user_cache_path("mkdocs-evidence")))
    try:
        match identify(text):
            case Doi(doi):
                return _titled(lookup.by_doi(doi))
            case Pmid(pmid):
                return _titled(lookup.by_pmid(pmid))
    except UnknownWork as error:
        advice = "Look for a slip of the hand in it, or try the article's title."
        if error.resolves:
            advice = _FROM_FILE
        raise Stopped(f"{error}\n{advice}") from None
    if _ADDRESS.fullmatch(text):
        raise Stopped(
            "There is no DOI in this address. Look for the DOI on the page to which it leads, "
            "often near the title, and call again with it."
        )
    works = [work for work in lookup.by_title(text) if work.item.get("title")]
    same = [work for work in works if _alike(text, work) >= _SAME_TITLE]
    if len(same) == 1:
        return same[0]
    if not works:
        raise Stopped("Crossref finds nothing with this title. Try the article's DOI.")
    return _one_of(works, "It is not clear which article is meant. Call again with its DOI.")


def _titled(work: Work) -> Work:
    if not work.item.get("title"):
        raise Stopped(f"The registries know this work, but not its title.\n{_FROM_FILE}")
    return work


def _alike(title: str, work: Work) -> float:
    found = without_tags(str(work.item["title"]))
    return fuzz.ratio(title, found, processor=utils.default_process)


def _one_of(works: Sequence[Work], otherwise: str) -> Work:
    lines = [in_one_line(work) for work in works]
    if not is_terminal():
        raise Stopped("\n".join([otherwise, *(f"  {line}" for line in lines)]))
    number = chosen("Which one?", [*lines, "none of these"])
    if number > len(works):
        raise Stopped("Then call again with the article's DOI.")
    return works[number - 1]


def in_one_line(work: Work) -> str:
    """Return what tells one work from others: who, when, what, where."""
    item = work.item
    people = [name.get("family") or name.get("literal", "") for name in item.get("author", ())]
    others = " et al." if len(people) > 2 else ""
    year = f" ({year_of(item)})" if year_of(item) else ""
    title = without_tags(str(item.get("title", "")))
    ends = [without_tags(str(item.get("container-title", ""))), str(item.get("DOI", ""))]
    start = f"{' & '.join(people[: 1 if others else 2])}{others}{year}. ".lstrip(" .")
    return one_line(". ".join([f"{start}{title}", *filter(None, ends)]))
