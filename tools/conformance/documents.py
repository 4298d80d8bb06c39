"""A document with citations, written for each engine: our objects, Markdown and JSON."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from mkdocs_evidence.csl import Citation, Cite

from .styles import LOCALE

_SHORT = {
    "page": "p.",
    "chapter": "chap.",
    "section": "sec.",
    "paragraph": "para.",
    "figure": "fig.",
    "volume": "vol.",
}
"""Labels of locators as pandoc reads them in English, for one thing."""


def markdown(citations: Sequence[Citation], keys: Iterable[str]) -> str:
    """Return a document for pandoc: each citation in a block, and all keys in the list.

    A block's id is ``cluster-`` and the place of its citation.
    """
    everything = ", ".join(f"@{{{key}}}" for key in keys)
    head = f"---\nlang: {LOCALE}\nnocite: |\n  {everything}\n---\n"
    blocks = [
        f"::: {{#cluster-{place}}}\n{_markdown_citation(citation)}\n:::\n"
        for place, citation in enumerate(citations)
    ]
    return "\n".join([head, *blocks])


def _markdown_citation(citation: Citation) -> str:
    if citation.narrative:
        (cite,) = citation.cites
        place = _markdown_place(cite)
        return f"@{{{cite.key}}} [{place}]" if place else f"@{{{cite.key}}}"
    return f"[{'; '.join(map(_markdown_cite, citation.cites))}]"


def _markdown_cite(cite: Cite) -> str:
    mark = "-" if cite.suppress_author else ""
    place = _markdown_place(cite)
    before = f"{cite.prefix} " if cite.prefix else ""
    after = f", {place}" if place else ""
    return f"{before}{mark}@{{{cite.key}}}{after}{cite.suffix}"


def _markdown_place(cite: Cite) -> str:
    if not cite.locator:
        return ""
    label = _SHORT[cite.label]
    if re.search("[-–,]", cite.locator):
        label = "pp." if label == "p." else label.replace(".", "s.")
    return f"{label} {cite.locator}"


def for_citeproc_js(citation: Citation) -> Mapping[str, Any]:
    """Return a citation as the citation items that citeproc-js takes, and its kind."""
    cites = [_citation_item(cite) for cite in citation.cites]
    return {"cites": cites, "narrative": citation.narrative}


def _citation_item(cite: Cite) -> Mapping[str, Any]:
    item: dict[str, Any] = {"id": cite.key}
    if cite.locator:
        item |= {"locator": cite.locator, "label": cite.label}
    if cite.prefix:
        item["prefix"] = f"{cite.prefix} "
    if cite.suffix:
        item["suffix"] = cite.suffix
    if cite.suppress_author:
        item["suppress-author"] = True
    return item
