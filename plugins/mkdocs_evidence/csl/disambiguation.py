"""Disambiguation (CSL 1.0.2, Disambiguation).

Works that a citation could not tell apart get, in this order and as far as the style allows: more
names, initials or given names, what the style prints on ``disambiguate="true"``, and a letter
after the year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from .context import Marks
from .elements.person import INITIALS, WHOLE, normalized
from .initials import initials
from .output import Piece, bare_text, spans
from .people import Name
from .style import Style

Render = Callable[[str], Piece]
"""Prints an item's citation, without a locator, by its key and its present marks."""


class Disambiguation:
    """Tells the items of a document apart by changing their marks.

    Args:
        style: The style, whose options say how.
        marks: The marks of all items by key, which are changed.
        render: Prints a citation of an item with its present marks.
    """

    def __init__(self, style: Style, marks: dict[str, Marks], render: Render) -> None:
        option = style.citation.option
        self._add_names = option("disambiguate-add-names") == "true"
        self._add_given = option("disambiguate-add-givenname") == "true"
        self._rule = option("givenname-disambiguation-rule", "by-cite")
        self._add_suffix = option("disambiguate-add-year-suffix") == "true"
        self._marks = marks
        self._render = render
        self._texts: dict[str, str] = {}

    def run(self, keys: Sequence[str], order: Sequence[str]) -> None:
        """Disambiguate.

        Args:
            keys: The items in the order in which they are first cited.
            order: The same in the order of the reference list, by which letters are given.
        """
        if self._add_given and self._rule != "by-cite":
            self._tell_people_apart(keys)
        ambiguous = self._ambiguous(keys)
        if self._add_names or (self._add_given and self._rule == "by-cite"):
            for group in ambiguous:
                self._expand(group)
            ambiguous = self._ambiguous(keys)
        for group in ambiguous:
            for key in group:
                self._marks[key].condition = True
            self._changed(group)
        if self._add_suffix:
            place = {key: number for number, key in enumerate(order)}
            for group in self._ambiguous(keys):
                for number, key in enumerate(sorted(group, key=place.__getitem__)):
                    self._marks[key].year_suffix = letters(number)

    def _text(self, key: str) -> str:
        if key not in self._texts:
            self._texts[key] = bare_text(self._render(key))
        return self._texts[key]

    def _changed(self, keys: Iterable[str]) -> None:
        for key in keys:
            self._texts.pop(key, None)

    def _ambiguous(self, keys: Iterable[str]) -> list[list[str]]:
        """Return the groups of items whose citations read alike."""
        return [group for group in self._groups(keys) if len(group) > 1]

    def _groups(self, keys: Iterable[str]) -> list[list[str]]:
        groups: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            groups[self._text(key)].append(key)
        return list(groups.values())

    def _tell_people_apart(self, keys: Sequence[str]) -> None:
        """Add to names that are alike what tells them apart, whatever else a citation says."""
        first_only = self._rule.startswith("primary-name")
        highest = INITIALS if self._rule.endswith("with-initials") else WHOLE
        people: dict[str, dict[Name, None]] = defaultdict(dict)
        shown: dict[str, list[Name]] = {}
        for key in keys:
            found = _all_names(self._render(key), first_only=first_only)
            shown[key] = found
            for name in found:
                if not name.literal:
                    people[f"{name.non_dropping} {name.family}".strip()][name] = None
        levels: dict[Name, int] = {}
        for alike in people.values():
            if len(alike) > 1:
                levels |= self._levels(list(alike), highest)
        if not levels:
            return
        for key in keys:
            own = {name: levels[name] for name in shown[key] if levels.get(name)}
            if own:
                self._marks[key].levels = own
                self._changed([key])

    def _levels(self, people: Sequence[Name], highest: int) -> dict[Name, int]:
        """Return how much each of some people with one family name needs of the given name."""
        short = {name: initials(name.given, ".") for name in people}
        whole = {name: f"{normalized(name.given)} {name.dropping} {name.suffix}" for name in people}
        if len(set(whole.values())) < 2:
            return {}
        levels: dict[Name, int] = {}
        for name in people:
            others = [other for other in people if whole[other] != whole[name]]
            if all(short[other] != short[name] for other in others):
                levels[name] = INITIALS
            elif highest == WHOLE:
                levels[name] = WHOLE
            elif any(short[other] != short[name] for other in others):
                # Not everybody can be told apart; APA wants the initials all the same (8.20).
                levels[name] = INITIALS
        return levels

    def _expand(self, group: Sequence[str]) -> None:
        """Add names and given names to citations that are alike, as long as it helps."""
        people = {key: self._people(key) for key in group}
        if len(set(people.values())) == 1:
            return  # works of the same people, whom no name tells apart
        most = max(map(len, people.values()))
        left = list(group)
        if self._add_given and self._rule == "by-cite":
            left = self._with_given_names(left)
        if self._add_names and len(left) > 1:
            least = min(self._shown(key) for key in left)
            self._expand_names(left, range(least + 1, most + 1), 0)

    def _expand_names(self, keys: Sequence[str], counts: range, useful: int) -> None:
        """Show more names of citations that are alike, up to where it tells them apart.

        Args:
            keys: The items.
            counts: How many names to try.
            useful: How many names told these items from others; 0 for none.
        """
        people = [self._people(key) for key in keys]
        for count in counts:
            if len({(each[:count], len(each) > count) for each in people}) == 1:
                continue  # the same names and then others: nothing to tell apart
            groups = self._with_names(keys, count)
            if len(groups) > 1:
                for group in groups:
                    if len(group) > 1:
                        self._expand_names(group, range(count + 1, counts.stop), count)
                return
        for key in keys:
            self._marks[key].shown = useful
        self._changed(keys)

    def _with_names(self, keys: Sequence[str], count: int) -> list[list[str]]:
        """Show so many names, and return the items in groups that are alike."""
        for key in keys:
            self._marks[key].shown = count
        self._changed(keys)
        if self._add_given and self._rule == "by-cite":
            for group in self._ambiguous(keys):
                self._with_given_names(group)
        return self._groups(keys)

    def _with_given_names(self, keys: Sequence[str]) -> list[str]:
        """Add given names, one person after the other; return the items that are alike still."""
        left = list(keys)
        position = 0
        while len(left) > 1:
            names = {key: _printed_names(self._render(key)) for key in left}
            if all(position >= len(found) for found in names.values()):
                break
            there = {tuple(found[position : position + 1]) for found in names.values()}
            if len(there) == 1:
                position += 1
                continue
            for level in (INITIALS, WHOLE):
                if self._tries(left, names, position, level):
                    break
            left = [key for group in self._groups(left) if len(group) > 1 for key in group]
            position += 1
        return left

    def _tries(
        self, keys: Sequence[str], names: dict[str, list[Name]], position: int, level: int
    ) -> bool:
        """Raise the person at a position to a level; take it back where it tells nobody apart."""
        before = {key: self._marks[key].levels for key in keys}
        count = len(self._groups(keys))
        for key in keys:
            if position < len(names[key]):
                self._marks[key].levels = {**before[key], names[key][position]: level}
        self._changed(keys)
        if len(self._groups(keys)) > count:
            return True
        for key in keys:
            self._marks[key].levels = before[key]
        self._changed(keys)
        return False

    def _people(self, key: str) -> tuple[Name, ...]:
        """Return all the people of an item's first names."""
        found = next(spans(self._render(key), "names"), None)
        return () if found is None else tuple(found.data)

    def _shown(self, key: str) -> int:
        return len(_printed_names(self._render(key)))


def _printed_names(piece: Piece) -> list[Name]:
    """Return the people whom a citation names."""
    lists = spans(piece, "names")
    return [span.data for names in lists for part in names.parts for span in spans(part, "name")]


def _all_names(piece: Piece, *, first_only: bool) -> list[Name]:
    """Return the people whom a citation could name if it were not cut short."""
    result: list[Name] = []
    for names in spans(piece, "names"):
        result += names.data[:1] if first_only else names.data
    return result


def letters(number: int) -> str:
    """Return the letters for a number: a, b, … z, aa, ab and so on, from 0."""
    text = ""
    number += 1
    while number:
        number, letter = divmod(number - 1, 26)
        text = chr(ord("a") + letter) + text
    return text
