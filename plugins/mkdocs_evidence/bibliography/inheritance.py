"""What entries take over from others: ``crossref``, ``xdata`` and ``related``.

The rules are those of the biblatex manual, sections 2.4.1 and 3.14.6 and appendix B. Two are more
lenient, since BibTeX takes over every field: a part of a book may be a part of any kind of book,
and a parent's ``booktitle`` counts where it has one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import CycleError, TopologicalSorter
from typing import TypeVar

from .entry import Entry, Person
from .fields import PARTS

Value = TypeVar("Value")

_NOT_INHERITED = frozenset(
    (
        "crossref", "entryset", "entrysubtype", "execute", "ids", "indexsorttitle", "indextitle",
        "label", "options", "presort", "related", "relatedoptions", "relatedstring", "relatedtype",
        "shorthand", "shorthandintro", "shorttitle", "sortkey", "sorttitle", "xdata", "xref",
    )
)  # fmt: skip
_TITLES = ("title", "subtitle", "titleaddon")
_WHOLES = frozenset(("book", "collection", "proceedings", "reference"))
_OF_ONE_AUTHOR = frozenset(("book", "mvbook"))
_BY_OTHER_AUTHORS = frozenset(("bookinbook", "inbook", "suppbook"))
_SAME = (
    frozenset(("date", "year", "month", "day", "endyear")),
    frozenset(("urldate", "urlyear", "urlmonth", "urlday")),
    frozenset(("origdate", "origyear", "origmonth", "origday")),
    frozenset(("eventdate", "eventyear", "eventmonth", "eventday")),
    frozenset(("journal", "journaltitle")),
    frozenset(("address", "location")),
    frozenset(("institution", "school")),
)
"""Fields that say the same: of an entry that has one of them, none is taken over."""

_TO_ORIGINAL = frozenset(
    ("origpubin", "reprintfrom", "reprintof", "translationfrom", "translationof")
)
"""The kinds of relation in which the other entry is the original (section 4.5.1)."""

_OF_ORIGINAL = {
    "date": "origdate",
    "year": "origyear",
    "title": "origtitle",
    "publisher": "origpublisher",
    "location": "origlocation",
    "address": "origlocation",
}


@dataclass(frozen=True)
class BrokenLink:
    """An entry that would take over from another one that is not there, or from itself.

    Attributes:
        entry: The entry.
        field: The field that names the other one.
        key: The other one's key.
        circular: Whether the other one takes over from this one.
    """

    entry: Entry
    field: str
    key: str
    circular: bool = False


def inherit(entries: Iterable[Entry]) -> tuple[dict[str, Entry], list[BrokenLink]]:
    """Complete entries with what they take over.

    Args:
        entries: Entries with different keys.

    Returns:
        The entries by key in the same order, without those that only hold data for others, and
        the links that lead nowhere.
    """
    known = {entry.key: entry for entry in entries}
    linked = [entry for entry in known.values() if entry.fields.keys() & {"crossref", "xdata"}]
    links = {entry.key: _links(entry) for entry in linked}
    broken = [
        BrokenLink(known[key], field, other)
        for key, found in links.items()
        for field, other in found
        if other not in known
    ]
    order, circular = _ordered(links)
    broken += [
        BrokenLink(known[key], field, other, circular=True) for key, field, other in circular
    ]
    for key in order:
        for field, other in links.get(key, ()):
            if other in known:
                known[key] = _completed(known[key], known[other], by_rules=field == "crossref")
    for entry in [entry for entry in known.values() if "related" in entry.fields]:
        known[entry.key] = _with_original(entry, known)
    return {key: entry for key, entry in known.items() if entry.type != "xdata"}, broken


_Links = dict[str, list[tuple[str, str]]]


def _links(entry: Entry) -> list[tuple[str, str]]:
    """Return the fields that name other entries, with the keys in them."""
    return [
        (field, key.strip())
        for field in ("xdata", "crossref")
        for key in entry.fields.get(field, "").split(",")
        if key.strip()
    ]


def _ordered(links: _Links) -> tuple[list[str], list[tuple[str, str, str]]]:
    """Order keys so that each comes after those it takes over from; cut circles open.

    Returns:
        The keys, and the links that were cut, with the fields that make them.
    """
    cut: list[tuple[str, str, str]] = []
    while True:
        graph = {key: {other for _, other in found} for key, found in links.items()}
        try:
            return list(TopologicalSorter(graph).static_order()), cut
        except CycleError as error:
            other, key = error.args[1][:2]
            cut += [(key, field, name) for field, name in links[key] if name == other]
            links[key] = [link for link in links[key] if link[1] != other]


def _completed(child: Entry, parent: Entry, *, by_rules: bool) -> Entry:
    """Return an entry with the fields and people of another one that it has not itself."""
    prefix = _prefix(child.type, parent.type) if by_rules else ""
    named = {f"{prefix}{name}": parent.fields[name] for name in _TITLES if name in parent.fields}
    rest = {
        name: value
        for name, value in parent.fields.items()
        if not (prefix and name in _TITLES) and not (by_rules and name in _NOT_INHERITED)
    }
    people = dict(parent.persons)
    author = parent.persons.get("author")
    if by_rules and author and _is_by_another(child, parent):
        people.setdefault("bookauthor", author)
    offered = named | rest if prefix else rest
    fields = dict(child.fields) | _lacking(offered, child.fields)
    persons: dict[str, Sequence[Person]] = dict(child.persons) | _lacking(people, child.persons)
    return replace(child, fields=fields, persons=persons)


def _lacking(offered: Mapping[str, Value], own: Mapping[str, object]) -> dict[str, Value]:
    taken = own.keys() | {name for same in _SAME if same & own.keys() for name in same}
    return {name: value for name, value in offered.items() if name not in taken}


def _prefix(child: str, parent: str) -> str:
    """Return what begins the names of the fields that the parent's titles become."""
    if parent.startswith("mv"):
        return "" if child.startswith("mv") else "main"
    if parent in _WHOLES and child in PARTS:
        return "book"
    return "journal" if parent == "periodical" and child in ("article", "suppperiodical") else ""


def _is_by_another(child: Entry, parent: Entry) -> bool:
    return child.type in _BY_OTHER_AUTHORS and parent.type in _OF_ONE_AUTHOR


def _with_original(entry: Entry, known: Mapping[str, Entry]) -> Entry:
    """Return an entry with what the original that it is related to says."""
    original = known.get(entry.fields["related"].strip())
    if original is None or entry.fields.get("relatedtype", "").casefold() not in _TO_ORIGINAL:
        return entry
    offered = {
        own: original.fields[name] for name, own in _OF_ORIGINAL.items() if name in original.fields
    }
    return replace(entry, fields=dict(entry.fields) | _lacking(offered, entry.fields))
