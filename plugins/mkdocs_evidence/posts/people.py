"""Icons of 100 people, as a drawing of few bytes.

A dash without length and with round ends is a dot (SVG 2, 13.5.6). All people are dots; smaller
ones in the colour of the page above some of them leave rings.
"""

from __future__ import annotations

from dataclasses import dataclass

_IN_A_ROW = 10


@dataclass(frozen=True)
class People:
    """100 people of a group, of whom some are counted.

    Attributes:
        group: What the group is called.
        count: How many of 100 are counted.
        counted: How many of all who took part these are; empty where they were computed.
    """

    group: str
    count: int
    counted: str = ""

    @property
    def all(self) -> str:
        """The path of the dots for all people."""
        return _dots(0)

    @property
    def others(self) -> str:
        """The path of those that are not counted; empty where all are."""
        return _dots(self.count)


@dataclass(frozen=True)
class Drawing:
    """People of two groups, side by side.

    Attributes:
        groups: The people of each.
        legend: What the circles mean, in the language of the post.
    """

    groups: tuple[People, People]
    legend: str


def _dots(first: int) -> str:
    """Return the path of the dots from this one on, counted from 0, row by row."""
    columns = [max(0, first - row * _IN_A_ROW) for row in range(_IN_A_ROW)]
    # Without the little more than a whole length, the last dot of a row would be left out.
    return "".join(
        f"M{column}.5 {row}.5h{_IN_A_ROW - 1 - column}.01"
        for row, column in enumerate(columns)
        if column < _IN_A_ROW
    )
