"""The effect plot: the effects of one kind side by side, never pooled.

Each panel is a table, so that it says in words all that it shows: its rows have a drawing each, to
the scale of the axis in the head. Drawings are placed in per cent, so they fit every width.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mkdocs_evidence.effects import (
    conclusion_in_short,
    conclusion_of,
    effect_in_figures,
    number,
)
from mkdocs_evidence.languages import Catalogue, lang_attribute
from mkdocs_evidence.templates import render

from .covered import CoveredStudy, PostLink, post_link
from .effect_plot_panels import Drawing, Found, Panel, drawing_of, panels_of

_SAMPLES = {
    "interval": Drawing(50, interval=(10, 90)),
    "alone": Drawing(50),
    "doubted": Drawing(50, interval=(10, 90)),
    "beyond": Drawing(40, interval=(10, 100), goes_on=("high",)),
    "margin": Drawing(35, interval=(5, 65), margin=85),
}
"""What is explained of the drawings where it occurs, in this order, each with a sample."""


@dataclass(frozen=True)
class Row:
    """An effect as it stands in the plot.

    Attributes:
        name: What was looked at, in the author's words.
        timepoint: When; empty where that is not told.
        figures: The effect in the notation of researchers.
        short: What it allows to conclude, in a few words; empty where nothing does.
        drawing: The effect as it is drawn.
    """

    name: str
    timepoint: str
    figures: str
    short: str
    drawing: Drawing


@dataclass(frozen=True)
class PlottedPost:
    """A post with its effects in a panel.

    Attributes:
        link: The link to it.
        rows: The effects.
    """

    link: PostLink
    rows: Sequence[Row]


@dataclass(frozen=True)
class Portion:
    """Effects that are seen, or unfold, together.

    Attributes:
        first: The number of the first of them in their panel.
        last: That of the last.
        posts: The posts with these effects.
    """

    first: int
    last: int
    posts: Sequence[PlottedPost]


@dataclass(frozen=True)
class ShownPanel:
    """A panel as it stands in the plot.

    Attributes:
        panel: The panel.
        unit: What its measure counts, in the author's words; empty where that is always the same.
        lang: The attribute with the language of these words, where that is another one.
        ticks: The numbers at its axis, each with its place in per cent.
        none: The place of no effect.
        portions: The effects.
    """

    panel: Panel
    unit: str
    lang: str
    ticks: Sequence[tuple[str, float]]
    none: float
    portions: Sequence[Portion]


def effect_plot(
    studies: Sequence[CoveredStudy], topics: Sequence[str], url: str, words: Catalogue
) -> str:
    """Return the effect plot as HTML.

    Args:
        studies: The studies of the site, those of the newest post first.
        topics: The topics of the site, which the plot does not need.
        url: The address of the page on which it will stand, from the root of the site.
        words: The words of the language of this page.
    """
    del topics
    panels = [_shown(panel, url, words) for panel in panels_of(studies)]
    return render("effect_plot.html.jinja", panels=panels, keys=_keys(panels), words=words)


def _shown(panel: Panel, url: str, words: Catalogue) -> ShownPanel:
    first = panel.found[0]
    axis = panel.axis
    portions, last = [], 0
    for groups in panel.portions():
        posts = [_post(group, panel, url, words) for group in groups]
        start, last = last + 1, last + sum(len(post.rows) for post in posts)
        portions.append(Portion(start, last, posts))
    return ShownPanel(
        panel,
        first.unit,
        lang_attribute(first.study.language, words.language),
        [(number(float(tick), words), axis.place(tick)) for tick in axis.ticks],
        axis.place(axis.none),
        portions,
    )


def _post(group: Sequence[Found], panel: Panel, url: str, words: Catalogue) -> PlottedPost:
    link = post_link(group[0].study, url, words)
    return PlottedPost(link, [_row(found, panel, words) for found in group])


def _row(found: Found, panel: Panel, words: Catalogue) -> Row:
    effect = found.effect
    allows = effect.ci and not found.study.is_retracted
    return Row(
        found.outcome.name,
        found.outcome.timepoint or "",
        effect_in_figures(effect, words),
        conclusion_in_short(conclusion_of(effect), effect.type, words) if allows else "",
        drawing_of(effect, panel.axis),
    )


def _keys(panels: Sequence[ShownPanel]) -> dict[str, Drawing]:
    """Return the samples of what occurs in panels."""
    posts = [post for panel in panels for portion in panel.portions for post in portion.posts]
    drawings = [row.drawing for post in posts for row in post.rows]
    occurs = {
        "interval": any(drawing.interval for drawing in drawings),
        "alone": any(not drawing.interval for drawing in drawings),
        "doubted": any(post.link.study.notice for post in posts),
        "beyond": any(drawing.goes_on or drawing.beyond for drawing in drawings),
        "margin": any(drawing.margin is not None for drawing in drawings),
    }
    return {name: sample for name, sample in _SAMPLES.items() if occurs[name]}
