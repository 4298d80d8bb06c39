"""Sorting (CSL 1.0.2, Sorting)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from .collation import Key, collation_key
from .context import Context, Marks, SortNames
from .elements.dates import sort_key
from .elements.group import render_all
from .elements.names import Names
from .elements.person import NameParts
from .items import Item
from .locales import Locale
from .numbers import is_numeric
from .output import bare_text
from .richtext import parse
from .style import Area, SortKey

Sorted = TypeVar("Sorted")


def sorted_by_keys(
    things: Sequence[Sorted], keys: Sequence[SortKey], value: Callable[[Sorted, SortKey], str]
) -> list[Sorted]:
    """Return things in the order of sort keys; those without a value come last.

    Args:
        things: What is sorted; where all keys are alike, the order stays.
        keys: The keys, the most important one first.
        value: Gives the value of a key, or an empty text.
    """
    result = list(things)
    for key in reversed(keys):
        known: list[tuple[Key, Sorted]] = []
        without: list[Sorted] = []
        for thing in result:
            if found := value(thing, key):
                known.append((collation_key(found), thing))
            else:
                without.append(thing)
        known.sort(key=lambda pair: pair[0], reverse=key.descending)
        result = [thing for _, thing in known] + without
    return result


def key_value(key: SortKey, area: Area, locale: Locale, item: Item, marks: Marks) -> str:
    """Return what an item is sorted by, as a text; empty where it has nothing of the kind."""
    if key.is_date:
        date = item.date(key.variable)
        return sort_key(date) if date else ""
    names = SortNames(key.names_min, key.names_use_first, key.names_use_last)
    ctx = Context(locale, area, item, marks, sorting=names)
    if key.macro:
        pieces = render_all(area.style.macros[key.macro], ctx)
        return "".join(map(bare_text, pieces))
    if key.is_names:
        return "".join(map(bare_text, render_all([_names_of(key)], ctx)))
    value = ctx.text(key.variable)
    if (key.is_number or key.variable == "citation-number") and is_numeric(value):
        return "".join(part.zfill(10) if part.isdecimal() else part for part in _split(value))
    return "".join(map(bare_text, parse(value)))


def _split(value: str) -> list[str]:
    return re.findall(r"\d+|\D+", value)


def _names_of(key: SortKey) -> Names:
    """Return the element that prints the names of a variable for a sort key."""
    return Names({"variable": key.variable}, {"form": "long"}, NameParts(), None, None)
