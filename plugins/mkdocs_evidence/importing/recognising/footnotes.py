"""Footnotes, which stay with the text that refers to them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from mkdocs_evidence.importing.post import LeftOut

from .result import Part, Recognised
from .taking import Blocks, Taken, without

_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:", re.MULTILINE)


@dataclass(frozen=True)
class Footnotes(Taken):
    """The texts of footnotes, by the marks that refer to them."""

    notes: Mapping[str, str] = field(default_factory=dict)


def take_footnotes(blocks: Blocks) -> Footnotes:
    """Take the texts of footnotes out of a post.

    Args:
        blocks: The post.
    """
    notes: dict[str, str] = {}
    places = []
    for place, block in enumerate(blocks):
        marks = list(_NOTE.finditer(block.markdown))
        if not marks or marks[0].start() or any(mark[1] in notes for mark in marks):
            continue
        places.append(place)
        ends = [*(mark.start() for mark in marks[1:]), len(block.markdown)]
        for mark, end in zip(marks, ends, strict=True):
            text = block.markdown[mark.start() : end].strip()
            before = f"{notes[mark[1]]}\n\n" if mark[1] in notes else ""
            notes[mark[1]] = before + text
    return Footnotes(without(blocks, places), notes=notes)


def with_footnotes(found: Recognised, notes: Mapping[str, str]) -> Recognised:
    """Return what was found in a post with each footnote below the text that refers to it first.

    Args:
        found: What was found.
        notes: The texts of the footnotes, by their marks.
    """
    for mark, text in notes.items():
        found = _with_footnote(found, f"[^{mark}]", text)
    return found


def _with_footnote(found: Recognised, mark: str, text: str) -> Recognised:
    if mark in found.lead:
        return replace(found, lead=f"{found.lead}\n\n{text}")
    for name, part in found.sections.items():
        if mark in part.text:
            return replace(found, sections={**found.sections, name: _longer(part, text)})
    if found.conclusion and mark in found.conclusion.text:
        return replace(found, conclusion=_longer(found.conclusion, text))
    alone = LeftOut(text, "a footnote to which no text of the summary refers")
    return replace(found, left_out=[*found.left_out, alone])


def _longer(part: Part, text: str) -> Part:
    return replace(part, text=f"{part.text}\n\n{text}")
