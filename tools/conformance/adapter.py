"""A case of the suite as a call of the processor: the only module that knows both."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from mkdocs_evidence.csl import (
    Citation,
    Cite,
    Formatted,
    Fragment,
    Processor,
    Style,
    load_style,
)

from .cases import Case, Item
from .filters import shown
from .oracles import Answer


@dataclass(frozen=True)
class Rendered:
    """What the processor makes of a case, as HTML.

    Attributes:
        citations: The citations in the order of the document.
        bibliography: The references that are shown.
    """

    citations: list[str]
    bibliography: list[str]


def render(case: Case) -> Rendered:
    """Return what the processor makes of a case.

    Raises:
        Exception: The processor fails on it.
    """
    processor = Processor(Style(case.style.encode()), "", case.items.__getitem__)
    citations = [
        Citation(tuple(map(_cite, cluster.cites)), note=cluster.note) for cluster in case.clusters
    ]
    sort = case.mode != "bibliography-nosort"
    result = processor.document(citations, case.uncited, sort=sort)
    return Rendered(
        citations=[_html(fragments) for fragments in result.citations],
        bibliography=[
            reference.html
            for reference in result.references
            if shown(case.items[reference.key], case.filter)
        ],
    )


def _html(fragments: Sequence[Fragment]) -> str:
    """Return a citation in one piece."""
    return Formatted([run for fragment in fragments for run in fragment.runs]).html


def _cite(cite: Mapping[str, Any]) -> Cite:
    return Cite(
        key=cite["id"],
        prefix=cite.get("prefix", ""),
        suffix=cite.get("suffix", ""),
        locator=str(cite.get("locator", "")),
        label=cite.get("label", "page"),
        suppress_author=bool(cite.get("suppress-author")),
    )


def render_document(
    style: str, locale: str, items: Mapping[str, Item], citations: Sequence[Citation]
) -> Answer:
    """Return what the processor makes of a document whose reference list has all items.

    Args:
        style: The name of the style.
        locale: The CSL locale.
        items: The items by key.
        citations: The citations in the order of the document.
    """
    processor = Processor(load_style(style), locale, items.__getitem__)
    document = processor.document(citations, list(items))
    return Answer(
        references={each.key: each.html for each in document.references},
        clusters=[_html(fragments) for fragments in document.citations],
    )
