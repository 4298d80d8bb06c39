"""The works of a bibliography put together by topic, type, year or author."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from mkdocs_evidence.languages import Catalogue

from .kinds import KINDS, OTHER, kind_of
from .selection import Selection, Work, bare


@dataclass(frozen=True)
class Group:
    """Works that stand together.

    Attributes:
        heading: What stands above them, as plain text; empty where they are all there are.
        keys: Their keys.
    """

    heading: str
    keys: Sequence[str]


def grouped(
    works: Sequence[Work], selection: Selection, words: Catalogue, topics: Sequence[str] = ()
) -> list[Group]:
    """Return works in the groups that a bibliography asks for.

    Args:
        works: The works of the bibliography, in the order of the style, which they keep within a
            group.
        selection: What the bibliography asks for.
        words: The words of the language of the page.
        topics: The topics of the site, in their order.

    Returns:
        The groups in their order. Without ``group_by`` it is one without a heading, and without
        works there is none. By topic, a work stands in the group of each of its topics.
    """
    group = _GROUPINGS.get(selection.group_by, _all_together)
    return [each for each in group(works, selection, words, topics) if each.keys]


Grouping = Callable[[Sequence[Work], Selection, Catalogue, Sequence[str]], Iterable[Group]]


def _all_together(
    works: Sequence[Work], _selection: Selection, _words: Catalogue, _topics: Sequence[str]
) -> Iterable[Group]:
    yield Group("", [work.key for work in works])


def _by_topic(
    works: Sequence[Work], selection: Selection, words: Catalogue, topics: Sequence[str]
) -> Iterable[Group]:
    for topic in topics:
        if topic in (selection.topics or topics):
            yield Group(topic, [work.key for work in works if topic in work.topics])
    rest = [work.key for work in works if not work.topics]
    yield Group(words.text("bibliography_no_topic"), rest)


def _by_type(
    works: Sequence[Work], _selection: Selection, words: Catalogue, _topics: Sequence[str]
) -> Iterable[Group]:
    for kind in (*KINDS, OTHER):
        keys = [work.key for work in works if kind_of(str(work.item["type"])) == kind]
        yield Group(words.text(f"kind_{kind}"), keys)


def _by_year(
    works: Sequence[Work], _selection: Selection, words: Catalogue, _topics: Sequence[str]
) -> Iterable[Group]:
    """Put works together by the year in which they began to come out, the newest first."""
    of_year: dict[int, list[str]] = {}
    undated: list[str] = []
    for work in works:
        same_year = of_year.setdefault(work.years.first, []) if work.years else undated
        same_year.append(work.key)
    for year in sorted(of_year, reverse=True):
        yield Group(str(year), of_year[year])
    yield Group(words.text("bibliography_no_year"), undated)


def _by_author(
    works: Sequence[Work], _selection: Selection, words: Catalogue, _topics: Sequence[str]
) -> Iterable[Group]:
    """Put works together by their first author, in the order in which the style names these."""
    headings: dict[str, str] = {}
    of_author: dict[str, list[str]] = {}
    for work in works:
        name = _first_author(work)
        headings.setdefault(bare(name), name)
        of_author.setdefault(bare(name), []).append(work.key)
    nobody = of_author.pop("", [])
    for author, keys in of_author.items():
        yield Group(headings[author], keys)
    yield Group(words.text("bibliography_no_author"), nobody)


def _first_author(work: Work) -> str:
    """Return the first author's family name and initial, or an organisation; else nothing.

    The other given names are left out, since some entries of the same person lack them.
    """
    if not work.people:
        return ""
    person = work.people[0]
    if literal := person.get("literal"):
        return literal
    family = " ".join(filter(None, (person.get("non-dropping-particle"), person.get("family"))))
    given = person.get("given", "")
    if given[:1].isupper():
        given = f"{given[0]}."
    return ", ".join(filter(None, (family, given)))


_GROUPINGS: dict[str, Grouping] = {
    "topic": _by_topic,
    "type": _by_type,
    "year": _by_year,
    "author": _by_author,
}
GROUPINGS = tuple(_GROUPINGS)
"""What works can be grouped by."""
