"""Which works a bibliography holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.bibliography.names import OTHERS
from mkdocs_evidence.csl.collation import collation_key
from mkdocs_evidence.csl.dating import read_date


def bare(name: str) -> str:
    """Return a name as it is compared: without accents, capitals and punctuation."""
    return collation_key(name)[0]


@dataclass(frozen=True)
class Years:
    """A year, or a range of years of which one end may be open."""

    first: int | None
    last: int | None

    def meet(self, other: YearsOfWork) -> bool:
        """Say whether there is a year that is in both."""
        return _not_after(self.first, other.last) and _not_after(other.first, self.last)


@dataclass(frozen=True)
class YearsOfWork:
    """The year in which a work came out, or the first and the last; it may not be complete yet."""

    first: int
    last: int | None


def _not_after(first: int | None, last: int | None) -> bool:
    return first is None or last is None or first <= last


@dataclass(frozen=True)
class Work:
    """What is known of a work when it is chosen and put into a group.

    Attributes:
        key: Its key.
        type: The type of its entry in the .bib file.
        item: Its CSL-JSON.
        topics: The topics of the posts that discuss or cite it.
    """

    key: str
    type: str
    item: Mapping[str, Any]
    topics: Sequence[str] = ()

    @classmethod
    def of(cls, library: Library, key: str, topics: Sequence[str] = ()) -> Work:
        """Return the work of a key.

        Raises:
            KeyError: No entry has this key.
        """
        return cls(key, library[key].type, library.csl(key), topics)

    @property
    def kinds(self) -> frozenset[str]:
        """What its type is called in the .bib file and in CSL."""
        return frozenset((self.type, str(self.item["type"])))

    @cached_property
    def people(self) -> Sequence[Mapping[str, str]]:
        """The names of its authors; without authors, of its editors."""
        names: Sequence[Mapping[str, str]] = self.item.get("author") or self.item.get("editor", ())
        return [name for name in names if name.get("literal") != OTHERS]

    @property
    def family_names(self) -> list[str]:
        """The family names of these people, with their particle and without, and organisations."""
        return [name for person in self.people for name in _names_of(person)]

    @cached_property
    def years(self) -> YearsOfWork | None:
        """When it came out; None where no year is known."""
        date = read_date(self.item.get("issued", {}))
        if date is None or not date.parts:
            return None
        return YearsOfWork(date.parts[0].year, None if date.open else date.parts[-1].year)


def _names_of(person: Mapping[str, str]) -> list[str]:
    if literal := person.get("literal"):
        return [literal]
    family = person.get("family", "")
    particles = [person.get(f"{kind}-particle", "") for kind in ("dropping", "non-dropping")]
    return list(dict.fromkeys([family, " ".join(filter(None, [*particles, family]))]))


@dataclass(frozen=True)
class Selection:
    """What the comment of a bibliography asks for; what it does not name is empty.

    Of an option that names several things, a work needs to have one; it needs to have something
    of each option.

    Attributes:
        scope: Where the works come from: ``page``, ``site`` or ``library``.
        topics: The topics of the posts that discuss or cite them.
        types: Their types, as in the .bib file or in CSL.
        authors: The family names of their authors, or organisations.
        years: The years in which they came out.
        keys: Their keys, in which a wildcard may stand.
        group_by: What they are put together by: ``topic``, ``type``, ``year`` or ``author``.
    """

    scope: str = "site"
    topics: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    years: tuple[Years, ...] = ()
    keys: tuple[str, ...] = ()
    group_by: str = ""

    def has(self, work: Work) -> bool:
        """Say whether a work is a part of the bibliography."""
        return (
            (not self.topics or not set(self.topics).isdisjoint(work.topics))
            and (not self.types or not work.kinds.isdisjoint(map(str.casefold, self.types)))
            and (
                not self.authors or not self._bare_authors.isdisjoint(map(bare, work.family_names))
            )
            and (not self.years or _is_of(work.years, self.years))
            and (not self.keys or self._key_pattern.fullmatch(work.key) is not None)
        )

    @cached_property
    def _bare_authors(self) -> frozenset[str]:
        return frozenset(map(bare, self.authors))

    @cached_property
    def _key_pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(map(key_pattern, self.keys)))


def _is_of(years: YearsOfWork | None, wanted: Sequence[Years]) -> bool:
    return years is not None and any(each.meet(years) for each in wanted)


def key_pattern(key: str) -> str:
    """Return the regular expression of a key in which wildcards may stand.

    What stands between two wildcards is looked for once, at its first place, so that a match
    takes no longer than the key is long.
    """
    first, *rest = (re.escape(part) for part in re.split(r"\*+", key))
    if not rest:
        return first
    return first + "".join(f"(?>.*?{part})" for part in rest[:-1]) + f".*{rest[-1]}"
