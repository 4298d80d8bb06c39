"""The position of a cite among those before it (CSL 1.0.2, Choose, position; Note Distance)."""

from __future__ import annotations

from collections.abc import Sequence

from .context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Place
from .model import Citation, Cite

_NEAR = 5
"""The greatest distance of near notes where a style does not say it (CSL 1.0.2, Note Distance)."""


def places(citations: Sequence[Citation], near_distance: str) -> list[list[Place]]:
    """Return the place of every cite of a document.

    Args:
        citations: The citations in the order of the document.
        near_distance: The style's option ``near-note-distance``; empty for the usual one.
    """
    distance = int(near_distance) if near_distance.isdecimal() else _NEAR
    first_notes: dict[str, int] = {}
    last_notes: dict[str, int] = {}
    seen: set[str] = set()
    previous: dict[bool, Citation] = {}
    result: list[list[Place]] = []
    for citation in citations:
        found: list[Place] = []
        for number, cite in enumerate(citation.cites):
            before = citation.cites[number - 1] if number else None
            last = previous.get(citation.note > 0)
            if before is None and last and len(last.cites) == 1:
                before = last.cites[0]
            position = _position(cite, before, cite.key in seen)
            near = (
                cite.key in last_notes
                and citation.note > 0
                and citation.note - last_notes[cite.key] <= distance
            )
            first = first_notes.setdefault(cite.key, citation.note)
            found.append(
                Place(
                    cite.locator.strip(),
                    cite.label,
                    position,
                    near,
                    first if position != FIRST else 0,
                )
            )
            seen.add(cite.key)
            last_notes[cite.key] = citation.note
        if citation.cites:
            previous[citation.note > 0] = citation
        result.append(found)
    return result


def _position(cite: Cite, before: Cite | None, seen: bool) -> str:
    if not seen:
        return FIRST
    if before is None or before.key != cite.key:
        return SUBSEQUENT
    same = (before.locator, before.label) == (cite.locator, cite.label)
    if not before.locator:
        return IBID_WITH_LOCATOR if cite.locator else IBID
    if not cite.locator:
        return SUBSEQUENT
    return IBID if same else IBID_WITH_LOCATOR
