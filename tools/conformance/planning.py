"""Which citations a document has that tries a bibliography out, the same in every run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

from mkdocs_evidence.csl import Citation, Cite

Item = Mapping[str, Any]

_PLACES = (
    ("page", "3"),
    ("page", "12–15"),
    ("chapter", "2"),
    ("page", "3, 7"),
    ("section", "4"),
    ("paragraph", "5"),
    ("figure", "1"),
    ("chapter", "2–4"),
)
_PREFIXES = ("see", "e.g.,", "see also", "cf.")
_SUFFIXES = (", and others", " for a review", ", in press")
_SIZES = (2, 3, 4)


@dataclass(frozen=True)
class Planned:
    """A citation, and what it tries."""

    kind: str
    citation: Citation


def plan(items: Mapping[str, Item]) -> list[Planned]:
    """Return citations of items: of each alone, in the text, with a place, and in groups."""
    return [*_alone(items), *_groups(list(items)), *_alike(items)]


def _alone(items: Mapping[str, Item]) -> Iterator[Planned]:
    places, prefixes, suffixes = cycle(_PLACES), cycle(_PREFIXES), cycle(_SUFFIXES)
    for number, key in enumerate(items):
        yield _planned("parenthetical", Cite(key))
        yield Planned("narrative", Citation((Cite(key),), narrative=True))
        label, locator = next(places)
        placed = Cite(key, locator=locator, label=label)
        yield _planned("locator", placed)
        if number % 3 == 0:
            yield _planned("suppressed author", Cite(key, suppress_author=True))
            yield _planned("affixes", Cite(key, prefix=next(prefixes), suffix=next(suffixes)))
        if number % 3 == 1:
            yield Planned("narrative with locator", Citation((placed,), narrative=True))
        if number % 3 == 2:
            suppressed = Cite(key, locator=locator, label=label, suppress_author=True)
            yield _planned("suppressed author", suppressed)


def _groups(keys: Sequence[str]) -> Iterator[Planned]:
    sizes, places, prefixes = cycle(_SIZES), cycle(_PLACES), cycle(_PREFIXES)
    start = 0
    while len(keys) - start >= max(_SIZES):
        group = keys[start : start + next(sizes)]
        yield _planned("group", *map(Cite, group))
        label, locator = next(places)
        first, last = Cite(group[0], prefix=next(prefixes)), Cite(group[-1], "", "", locator, label)
        yield _planned("group with affixes", first, *map(Cite, group[1:-1]), last)
        start += len(group)


def _alike(items: Mapping[str, Item]) -> Iterator[Planned]:
    """Yield groups of items that are hard to tell apart."""
    kinds = (
        ("same authors and year", _authors_and_year),
        ("same authors", _authors),
        ("same first author", _first_author),
        ("same family name", _first_family),
    )
    for kind, feature in kinds:
        groups: dict[Hashable, list[str]] = defaultdict(list)
        for key, item in items.items():
            if item.get("author"):
                groups[feature(item)].append(key)
        for group in groups.values():
            if len(group) > 1:
                yield _planned(kind, *map(Cite, group[:4]))


def _planned(kind: str, *cites: Cite) -> Planned:
    return Planned(kind, Citation(cites))


def _authors_and_year(item: Item) -> Hashable:
    return _authors(item), str(item.get("issued", {}).get("date-parts", [[None]])[0][0])


def _authors(item: Item) -> Hashable:
    return tuple(tuple(sorted(name.items())) for name in item["author"])


def _first_author(item: Item) -> Hashable:
    return tuple(sorted(item["author"][0].items()))


def _first_family(item: Item) -> Hashable:
    return str(item["author"][0].get("family", ""))
