"""What is known while one item is rendered in one place of a style."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .items import NAMES, Item
from .locales import Locale
from .output import Span
from .people import Name

if TYPE_CHECKING:
    from .style import Area

FIRST, SUBSEQUENT, IBID, IBID_WITH_LOCATOR = "first", "subsequent", "ibid", "ibid-with-locator"


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item is cited: what a cite adds to its item.

    Attributes:
        locator: Such as ``3-5``.
        label: What the locator counts.
        position: A value of CSL's ``position``.
        near: Whether an earlier note that cites the item is near.
        first_note: The number of the note that cites the item first; 0 for none.
    """

    locator: str = ""
    label: str = "page"
    position: str = FIRST
    near: bool = False
    first_note: int = 0


@dataclass(slots=True)
class Marks:
    """What tells an item from others of the same document (CSL 1.0.2, Disambiguation).

    Attributes:
        number: The citation number.
        year_suffix: A letter, or empty.
        condition: Whether ``disambiguate="true"`` holds.
        shown: How many names are printed of lists that are cut short; 0 as the style says.
        levels: How much of a given name is added to whom: 1 for initials, 2 for the whole.
        label: The citation label.
    """

    number: int = 0
    year_suffix: str = ""
    condition: bool = False
    shown: int = 0
    levels: Mapping[Name, int] = field(default_factory=dict)
    label: str = ""


@dataclass(frozen=True, slots=True)
class SortNames:
    """How a sort key prints names (CSL 1.0.2, Sorting)."""

    min: int = 0
    use_first: int = 0
    use_last: bool | None = None


class Context:
    """The state of rendering one item.

    Args:
        locale: The terms.
        area: The part of the style that is rendered.
        item: The item.
        marks: What tells it from others.
        place: Where it is cited.
        sorting: How names are printed where the output is a sort key; else None.
        without_author: Whether the first names are left out.
        spell_and: Whether a sign for "and" is written as the word, as in running text.

    Attributes:
        called: How many variables were asked for.
        printed: How many of them gave something.
        suppressed: The variables that a substitution has used up.
        first_names: The first names that were printed.
    """

    __slots__ = (
        "area",
        "author_left_out",
        "called",
        "first_names",
        "item",
        "locale",
        "marks",
        "names_depth",
        "place",
        "printed",
        "printed_variables",
        "sorting",
        "spell_and",
        "substituting",
        "suppressed",
        "without_author",
        "year_suffix_done",
    )

    def __init__(
        self,
        locale: Locale,
        area: Area,
        item: Item,
        marks: Marks,
        place: Place | None = None,
        *,
        sorting: SortNames | None = None,
        without_author: bool = False,
        spell_and: bool = False,
    ) -> None:
        self.locale = locale
        self.area = area
        self.item = item
        self.marks = marks
        self.place = place
        self.sorting = sorting
        self.without_author = without_author
        self.spell_and = spell_and
        self.called = 0
        self.printed = 0
        self.suppressed: set[str] = set()
        self.first_names: Span | None = None
        self.printed_variables: set[str] = set()
        self.names_depth = 0
        self.substituting = False
        self.author_left_out = False
        self.year_suffix_done = False

    def prints(self, variable: str) -> None:
        """Take note that a variable gives something."""
        self.printed += 1
        self.printed_variables.add(variable)
        if self.substituting and variable in NAMES:
            self.suppressed.add(variable)

    def text(self, variable: str) -> str:
        """Return a variable of the item or of its citation; empty where it is used up."""
        if variable in self.suppressed:
            return ""
        special = _SPECIAL.get(variable)
        return special(self) if special else self.item.text(variable)

    def implicit_year_suffix(self) -> str:
        """Return the letter that goes with the first date of a style that does not place it.

        It is given once (CSL 1.0.2, disambiguate-add-year-suffix).
        """
        if self.area.style.has_year_suffix or self.year_suffix_done:
            return ""
        self.year_suffix_done = True
        return self.marks.year_suffix

    def has(self, variable: str) -> bool:
        """Say whether a variable is not empty, for the conditions of ``cs:choose``."""
        if variable in _SPECIAL:
            return bool(self.text(variable))
        return self.item.has(variable)

    @property
    def is_english(self) -> bool:
        """Whether title case applies: by the item's language, or else by the locale."""
        language = self.item.language
        return language.lower().startswith("en") if language else self.locale.is_english


_SPECIAL: dict[str, Callable[[Context], str]] = {
    "citation-number": lambda ctx: str(ctx.marks.number) if ctx.marks.number else "",
    "citation-label": lambda ctx: ctx.marks.label,
    "year-suffix": lambda ctx: ctx.marks.year_suffix,
    "locator": lambda ctx: ctx.place.locator if ctx.place else "",
    "first-reference-note-number": lambda ctx: (
        str(ctx.place.first_note) if ctx.place and ctx.place.first_note else ""
    ),
}
