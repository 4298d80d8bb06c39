"""The files of the CSL test suite, read into cases.

A file holds sections between ``>>== NAME ==>>`` and ``<<== NAME ==<<``, with any number of equals
signs. What stands between sections is a remark.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Item = Mapping[str, Any]
Step = Sequence[Any]

_SECTION = re.compile(r"^>>=+ ([A-Z0-9-]+) =+>>\n(.*?)\n?^<<=+ \1 =+<<", re.MULTILINE | re.DOTALL)
_LISTED = re.compile(r"^(?:>>|\.\.)\[(\d+)\] ", re.MULTILINE)


@dataclass(frozen=True)
class Cluster:
    """One citation of a case.

    Attributes:
        cites: The cites, as the file has them.
        note: The number of its note, or 0 in running text.
    """

    cites: tuple[Mapping[str, Any], ...]
    note: int = 0


@dataclass(frozen=True)
class Case:
    """One case of the suite.

    Attributes:
        name: The name of the file, without its ending.
        mode: ``citation``, ``bibliography`` or one of its variants.
        style: The XML of the style.
        items: The items by id, in the order of the file.
        clusters: The citations in the order of the document.
        in_document: Whether they stand in a document one after the other. If not, each says the
            positions of its cites itself, and all items are known in the order of the file.
        uncited: The ids of items that the bibliography has without a citation.
        filter: The conditions on what the bibliography shows.
        expected: The result, as the file has it.
    """

    name: str
    mode: str
    style: str
    items: Mapping[str, Item]
    clusters: tuple[Cluster, ...]
    in_document: bool
    uncited: tuple[str, ...]
    filter: Mapping[str, Any]
    expected: str

    @property
    def category(self) -> str:
        """The part of the name that says what is tested."""
        return self.name.partition("_")[0]

    def expected_citations(self) -> dict[int, str]:
        """Return the text of each citation that the result names, by its place."""
        parts = _LISTED.split(self.expected)
        if len(parts) > 1:
            return {int(parts[n]): parts[n + 1].rstrip("\n") for n in range(1, len(parts), 2)}
        if len(self.clusters) == 1:
            return {0: self.expected}
        return dict(enumerate(self.expected.split("\n")))


def read_case(path: Path) -> Case:
    """Read a case from its file.

    Raises:
        KeyError: A section is missing.
        ValueError: A section is no JSON.
    """
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    sections: dict[str, str] = dict(_SECTION.findall(text))
    items = _items(json.loads(sections["INPUT"]))
    listed = json.loads(sections["BIBENTRIES"])[-1] if "BIBENTRIES" in sections else None
    in_document = "CITATIONS" in sections
    if in_document:
        clusters = _document(json.loads(sections["CITATIONS"]))
        uncited = tuple(map(str, listed or ()))
    else:
        clusters = _separate(json.loads(sections.get("CITATION-ITEMS", "[]")), items)
        uncited = tuple(map(str, items if listed is None else listed))
    return Case(
        name=path.stem,
        mode=sections["MODE"].strip(),
        style=sections["CSL"].strip(),
        items=items,
        clusters=clusters,
        in_document=in_document,
        uncited=uncited,
        filter=json.loads(sections.get("BIBSECTION", "{}")),
        expected=sections["RESULT"].strip("\n"),
    )


def _items(items: Iterable[Item]) -> dict[str, Item]:
    """Return the items by id; one without an id, which no citation names, gets its place."""
    return {str(item.get("id", place)): item for place, item in enumerate(items)}


def _document(steps: Iterable[Step]) -> tuple[Cluster, ...]:
    """Return the citations after the last step, each step being a citation in its surroundings."""
    known: dict[str, Mapping[str, Any]] = {}
    order: list[tuple[str, int]] = []
    for number, (citation, before, after) in enumerate(steps):
        key = citation.get("citationID", f"step {number}")
        known[key] = citation
        note = citation.get("properties", {}).get("noteIndex", 0)
        order = [*map(tuple, before), (key, note), *map(tuple, after)]
    return tuple(Cluster(_cites(known[key]["citationItems"]), note) for key, note in order)


def _separate(clusters: Sequence[Any], items: Iterable[str]) -> tuple[Cluster, ...]:
    """Return the citations that are tried by themselves; without any, one of all items."""
    given = clusters or [[{"id": key} for key in items]]
    return tuple(Cluster(_cites(cluster)) for cluster in given)


def _cites(cites: Iterable[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    return tuple({**cite, "id": str(cite["id"])} for cite in cites)
