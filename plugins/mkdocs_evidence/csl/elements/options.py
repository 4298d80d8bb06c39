"""The options of names, which an element inherits (CSL 1.0.2, Inheritable Name Options, Name)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

INHERITED = {"name-form": "form", "name-delimiter": "delimiter"}
"""The names that options of ``cs:name`` have on ``cs:style``, ``citation`` and ``bibliography``."""


@dataclass(frozen=True, slots=True)
class NameOptions:
    """How a list of names is printed; the attributes of CSL under their own names."""

    and_: str = ""
    delimiter: str = ", "
    delimiter_precedes_et_al: str = "contextual"
    delimiter_precedes_last: str = "contextual"
    et_al_min: int = 0
    et_al_use_first: int | None = None
    et_al_use_last: bool = False
    et_al_subsequent_min: int = 0
    et_al_subsequent_use_first: int = 0
    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    name_as_sort_order: str = ""
    sort_separator: str = ", "


def read_options(*levels: Mapping[str, str]) -> NameOptions:
    """Return the options of the nearest level that sets each, from the farthest to the nearest."""
    found: dict[str, str] = {}
    for level in levels:
        found |= {INHERITED.get(name, name): value for name, value in level.items()}
    return NameOptions(
        and_=found.get("and", ""),
        delimiter=found.get("delimiter", ", "),
        delimiter_precedes_et_al=found.get("delimiter-precedes-et-al", "contextual"),
        delimiter_precedes_last=found.get("delimiter-precedes-last", "contextual"),
        et_al_min=whole_number(found.get("et-al-min")),
        et_al_use_first=_optional(found.get("et-al-use-first")),
        et_al_use_last=found.get("et-al-use-last") == "true",
        et_al_subsequent_min=whole_number(found.get("et-al-subsequent-min")),
        et_al_subsequent_use_first=whole_number(found.get("et-al-subsequent-use-first")),
        form=found.get("form", "long"),
        initialize=found.get("initialize") != "false",
        initialize_with=found.get("initialize-with"),
        name_as_sort_order=found.get("name-as-sort-order", ""),
        sort_separator=found.get("sort-separator", ", "),
    )


def own_options(attributes: Mapping[str, str], *, inherited_only: bool) -> dict[str, str]:
    """Return the attributes of an element that are name options.

    Args:
        attributes: The attributes.
        inherited_only: Whether it is a style, a citation or a bibliography, on which ``form`` and
            ``delimiter`` would be something else.
    """
    names = _SHARED | (set(INHERITED) if inherited_only else {"form", "delimiter"})
    return {name: value for name, value in attributes.items() if name in names}


_SHARED = {
    "and", "delimiter-precedes-et-al", "delimiter-precedes-last", "et-al-min", "et-al-use-first",
    "et-al-use-last", "et-al-subsequent-min", "et-al-subsequent-use-first", "initialize",
    "initialize-with", "name-as-sort-order", "sort-separator",
}  # fmt: skip


_DIGITS = 6
"""From how many digits on a number is none that a style could mean."""


def _optional(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() and len(text) < _DIGITS else None


def whole_number(text: str | None) -> int:
    """Return the number of an attribute; 0 where it has none."""
    return _optional(text) or 0
