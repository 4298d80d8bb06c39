"""The engines side by side: one document in one style, from each of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.csl import Citation

from .adapter import render_document
from .documents import for_citeproc_js, markdown
from .oracles import Answer, CiteprocJs, Pandoc
from .styles import LOCALE, Style
from .texts import inner_by_id, plain

OURS = "ours"
FILE = "pandoc, .bib"
ITEMS = "pandoc, our items"
SCRIPT = "citeproc-js, our items"


@dataclass(frozen=True)
class Bibliography:
    """A .bib file, and the CSL-JSON items that our reader makes of it.

    Attributes:
        name: The file's name without its ending.
        source: Its bytes.
        written: The fields of each entry by key, as the file has them.
        items: The items by key, in the order of the file.
    """

    name: str
    source: bytes
    written: Mapping[str, str]
    items: Mapping[str, Mapping[str, Any]]

    def json(self) -> bytes:
        """Return the items as a CSL-JSON file."""
        return json.dumps([*self.items.values()], ensure_ascii=False).encode()


@dataclass(frozen=True)
class Engines:
    """The programs that we compare with.

    Attributes:
        pandoc: Pandoc.
        script: citeproc-js, if it can be had.
    """

    pandoc: Pandoc
    script: CiteprocJs | None

    def ask(
        self, bibliography: Bibliography, style: Style, citations: Sequence[Citation] = ()
    ) -> dict[str, Answer]:
        """Return the plain text of a document's citations and references, from each engine.

        Args:
            bibliography: All its entries stand in the reference list.
            style: The style.
            citations: The citations in the order of the document.

        Raises:
            OracleError: A program fails.
        """
        items = bibliography.items
        document = markdown(citations, items)
        from_file = self.pandoc.html(document, bibliography.source, ".bib", style)
        from_items = self.pandoc.html(document, bibliography.json(), ".json", style)
        answers = {
            OURS: render_document(style.name, LOCALE, items, citations),
            FILE: _pandoc_answer(from_file, len(citations)),
            ITEMS: _pandoc_answer(from_items, len(citations)),
        }
        if self.script:
            clusters = [for_citeproc_js(citation) for citation in citations]
            answers[SCRIPT] = self.script.answer(items, clusters, style)
        return {name: _as_text(answer) for name, answer in answers.items()}


def read_bibliography(path: Path) -> Bibliography:
    """Read a .bib file with our reader.

    Raises:
        OSError: It is missing or may not be read.
    """
    library, _ = Library.load([path], root=path.parent)
    keys = list(library.keys())
    return Bibliography(
        name=path.stem,
        source=path.read_bytes(),
        written={key: "\n".join(library[key].fields.values()) for key in keys},
        items={key: library.csl(key) for key in keys},
    )


def _pandoc_answer(html: str, number: int) -> Answer:
    clusters = inner_by_id(html, "cluster-")
    return Answer(
        references=inner_by_id(html, "ref-"),
        clusters=[clusters.get(str(place), "") for place in range(number)],
    )


def _as_text(answer: Answer) -> Answer:
    return Answer(
        references={key: plain(html) for key, html in answer.references.items()},
        clusters=[plain(html) for html in answer.clusters],
    )
