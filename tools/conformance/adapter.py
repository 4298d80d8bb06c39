"""A case of the suite as a call of the processor: the only module that knows both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from mkdocs_evidence.csl import Citation, Cite, Processor, read_style, to_html

from .cases import Case
from .filters import shown


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
    processor = Processor(read_style(case.style.encode()), "")
    citations = [
        Citation(tuple(map(_cite, cluster.cites)), note=cluster.note) for cluster in case.clusters
    ]
    result = processor.format(case.items, citations, case.uncited)
    return Rendered(
        citations=[
            "".join(to_html(fragment.content) for fragment in fragments)
            for fragments in result.citations
        ],
        bibliography=[
            to_html(reference.content)
            for reference in result.bibliography
            if shown(case.items[reference.key], case.filter)
        ],
    )


def _cite(cite: Mapping[str, Any]) -> Cite:
    return Cite(
        key=cite["id"],
        prefix=cite.get("prefix", ""),
        suffix=cite.get("suffix", ""),
        locator=str(cite.get("locator", "")),
        label=cite.get("label", "page"),
        suppress_author=bool(cite.get("suppress-author")),
        author_only=bool(cite.get("author-only")),
    )
