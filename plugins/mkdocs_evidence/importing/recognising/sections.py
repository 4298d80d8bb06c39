"""The opening, the sections and the conclusion of a post, parted by its headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from mkdocs_evidence.importing.post import Block, LeftOut
from mkdocs_evidence.posts import heading as usual_heading
from mkdocs_evidence.settings import Settings

from .headings import CONCLUSION, LEAD, REFERENCES, Heading
from .result import Part
from .taking import Blocks, Taken, joined

_HIGHEST_INSIDE = 3
_LOWEST = 6
_BEHIND_REFERENCES = "it stands below the list of references"


@dataclass(frozen=True)
class Piece:
    """A section of which the blocks are still apart.

    Attributes:
        blocks: What it says.
        heading: Its heading, in Markdown; empty where it has none.
    """

    blocks: Blocks
    heading: str = ""

    def part(self) -> Part:
        """Return the section as one text, in which headings begin at the third level."""
        return Part(joined(with_written_headings(self.blocks)), self.heading)


@dataclass(frozen=True)
class Divided(Taken):
    """A post in its pieces; ``rest`` is what stands below the heading of its references.

    Attributes:
        lead: The blocks before the first section.
        sections: The sections, by their ids.
        conclusion: What the post concludes.
        last: The id of the section that stands last in the post, or `LEAD`.
    """

    lead: Blocks = ()
    sections: Mapping[str, Piece] = field(default_factory=dict)
    conclusion: Piece | None = None
    last: str = LEAD


def divide(blocks: Blocks, headings: Sequence[Heading], settings: Settings) -> Divided:
    """Part a post by its headings.

    Text below a heading that is of no section goes with that heading into the section before it.

    Args:
        blocks: The post.
        headings: Its headings, each with the section that it begins, if it begins one.
        settings: What the site sets.
    """
    at = {heading.place: heading for heading in headings}
    pieces: dict[str, list[Block]] = {LEAD: []}
    begun: dict[str, list[Heading]] = {}
    left_out: list[LeftOut] = []
    current = LEAD
    for place, block in enumerate(blocks):
        mark = at.get(place)
        if mark and mark.name == REFERENCES:
            left_out.append(LeftOut(mark.markdown, "the heading of the list of references"))
            current = REFERENCES
        elif mark and mark.name == LEAD and not begun:
            left_out.append(LeftOut(mark.markdown, "the heading of the opening, which needs none"))
        elif mark and mark.name not in ("", LEAD):
            current = mark.name
            begun.setdefault(current, []).append(mark)
            pieces.setdefault(current, []).append(_as_heading(mark))
        elif mark and current == REFERENCES and not mark.name:
            current = _BEHIND_REFERENCES
            pieces.setdefault(current, []).append(_as_heading(mark))
        else:
            pieces.setdefault(current, []).append(_as_heading(mark) if mark else block)
    left_out += [
        LeftOut(block.markdown, _BEHIND_REFERENCES)
        for block in pieces.pop(_BEHIND_REFERENCES, [])
        if block.kind != "rule"
    ]
    sections = {
        name: _piece(pieces[name], begun[name]) for name in settings.section_ids if name in begun
    }
    return Divided(
        pieces.get(REFERENCES, ()),
        left_out,
        list(_questions(sections, settings)),
        pieces[LEAD],
        sections,
        _piece(pieces[CONCLUSION], begun[CONCLUSION]) if CONCLUSION in begun else None,
        next(reversed([name for name in pieces if name in sections]), LEAD),
    )


def with_written_headings(blocks: Blocks) -> list[Block]:
    """Return blocks in which headings are written in Markdown, from the third level on."""
    highest = min((block.level for block in blocks if block.kind == "heading"), default=0)
    return [_lowered(block, highest) if block.kind == "heading" else block for block in blocks]


def _lowered(block: Block, highest: int) -> Block:
    signs = "#" * min(_HIGHEST_INSIDE + block.level - highest, _LOWEST)
    return replace(block, markdown=f"{signs} {' '.join(block.markdown.split())}")


def _as_heading(mark: Heading) -> Block:
    return Block("heading", mark.markdown, mark.text, mark.level)


def _piece(blocks: Blocks, begun: Sequence[Heading]) -> Piece:
    """Make a section of its blocks, among them all headings that begin it or a part of it.

    Its own heading is the first, unless that names only the first of several parts.
    """
    first, *others = begun
    if first.is_part and others:
        return Piece(blocks)
    return Piece(blocks[1:], " ".join(first.markdown.split()))


def _questions(sections: Mapping[str, Piece], settings: Settings) -> list[str]:
    usual = {
        name: usual_heading(name, settings, settings.language) for name in settings.section_ids
    }
    missing = [name for name in usual if name not in sections]
    if len(missing) == len(usual):
        names = ", ".join(f"“{usual[name]}”" for name in missing)
        return [
            "No heading of a section was found, so the whole text stands in the opening (“lead”)."
            f" Please move what belongs there into the sections: {names}."
        ]
    return [
        f"No heading was found for the section “{usual[name]}” (“{name}”). Please move the text"
        " that belongs there, or write it."
        for name in missing
    ] + [
        f"Nothing stands below the heading “{piece.heading}”. Please write the section “{name}”."
        for name, piece in sections.items()
        if piece.heading and not joined(piece.blocks)
    ]
