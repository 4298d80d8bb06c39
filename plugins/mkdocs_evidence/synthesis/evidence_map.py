"""The evidence map: topics by designs, each place with its posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import get_args

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render
from mkdocs_evidence.vocabulary import Design

from .covered import CoveredStudy, PostLink, post_link

MANY_DESIGNS = 6
"""Of more designs than this, the names stand upright above narrow columns."""


@dataclass(frozen=True)
class Cell:
    """What there is on a topic by studies of a design.

    Attributes:
        design: The design.
        posts: The posts, the newest first and those on retracted articles last.
        count: How many posts there are on articles that were not retracted.
        retracted: How many there are on retracted ones.
        said: Both numbers in words, after the design.
        shade: How strongly the cell is coloured, from 1 to 4; none has 0.
    """

    design: Design
    posts: Sequence[PostLink]
    count: int
    retracted: int
    said: str
    shade: int


@dataclass(frozen=True)
class Line:
    """A topic with its cells; the posts of none are below an empty name."""

    topic: str
    cells: Sequence[Cell]

    @property
    def is_empty(self) -> bool:
        """Whether there is no post on the topic."""
        return not any(cell.posts for cell in self.cells)


def evidence_map(
    studies: Sequence[CoveredStudy], topics: Sequence[str], url: str, words: Catalogue
) -> str:
    """Return the evidence map as HTML.

    Topics without a post have a line all the same, for a map shows what is missing, too. Designs
    without a post have no column, as there are many that a site will never have.

    Args:
        studies: The studies of the site, those of the newest post first.
        topics: The topics of the site, in their order.
        url: The address of the page on which it will stand, from the root of the site.
        words: The words of the language of this page.
    """
    used = {study.evidence.design for study in studies}
    designs = [design for design in get_args(Design) if design in used]
    places: dict[tuple[str, Design], list[CoveredStudy]] = {}
    for study in sorted(studies, key=lambda study: study.is_retracted):
        for topic in study.topics or [""]:
            places.setdefault((topic, study.evidence.design), []).append(study)
    most = max(map(len, places.values()), default=1)
    lines = []
    for topic in (*topics, ""):
        found = [(design, places.get((topic, design), ())) for design in designs]
        lines.append(Line(topic, [_cell(*each, most, url, words) for each in found]))
    return render(
        "evidence_map.html.jinja",
        lines=[line for line in lines if line.topic or not line.is_empty],
        designs=designs,
        has_many=len(designs) > MANY_DESIGNS,
        has_retracted=any(study.is_retracted for study in studies),
        words=words,
    )


def _cell(
    design: Design, studies: Sequence[CoveredStudy], most: int, url: str, words: Catalogue
) -> Cell:
    retracted = sum(study.is_retracted for study in studies)
    count = len(studies) - retracted
    posts = [post_link(study, url, words) for study in studies]
    counts = {"topic_count": count, "map_retracted": retracted}
    counted = [words.counted(name, number) for name, number in counts.items() if number]
    said = words.text(
        "map_cell", design=words.text(f"design_{design}"), count=words.listed(counted)
    )
    return Cell(design, posts, count, retracted, said, _shade(len(studies), most))


def _shade(count: int, most: int) -> int:
    """Return in which quarter of the largest number in the map a number is, from 1 to 4."""
    return ceil(4 * count / most)
