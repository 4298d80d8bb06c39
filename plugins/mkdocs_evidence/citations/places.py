"""Where citations stand in a document, in the order in which they are read.

The text of a footnote is read where the text refers to it, though it stands at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from xml.etree import ElementTree

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.csl import Citation, Cite

CITATION, CITE = "evidence-citation", "evidence-cite"
"""The tags of the placeholder elements of citations and of their cites."""

_FIRST_LETTER = re.compile(r"^(?:<[^<>]*>|\W)*\w")


def placeholder(citation: Citation) -> ElementTree.Element:
    """Return the element that stands for a citation until the document is known."""
    element = ElementTree.Element(CITATION, narrative="1" if citation.narrative else "")
    for cite in citation.cites:
        attributes = {
            "key": cite.key,
            "prefix": cite.prefix,
            "suffix": cite.suffix,
            "locator": cite.locator,
            "label": cite.label,
            "suppress_author": "1" if cite.suppress_author else "",
        }
        ElementTree.SubElement(element, CITE, attributes)
    return element


@dataclass(eq=False)
class Place:
    """Where a citation stands.

    Attributes:
        element: Its placeholder.
        citation: What it cites and the bibliography has. Its note is the number of the footnote
            that it stands in, in a style that cites in notes; else it is 0.
        missing: The keys that it cites and no entry has.
        in_footnote: Whether it stands in a footnote of the author's.
        makes_note: Whether it stands in the text and is to become a footnote.
    """

    element: ElementTree.Element
    citation: Citation
    missing: list[str]
    in_footnote: bool
    makes_note: bool = False


@dataclass
class Footnotes:
    """The footnotes of a document.

    Attributes:
        holder: The element in which the author's own stand; None where there are none.
        order: The items of the author's footnotes, and the places that make a note, in the order
            in which the text comes to them.
    """

    holder: ElementTree.Element | None
    order: list[ElementTree.Element | Place]


def find_places(
    root: ElementTree.Element, library: Library, *, in_notes: bool
) -> tuple[list[Place], Footnotes]:
    """Find the citations of a document.

    Args:
        root: The tree of the document.
        library: The entries that may be cited.
        in_notes: Whether the style cites in notes.

    Returns:
        The places of citations in the order in which they are read, and the footnotes.
    """
    footnotes = Footnotes(root.find(".//div[@class='footnote']/ol"), [])
    places: list[Place] = []
    numbers: dict[ElementTree.Element, int] = {}
    for element, item in _reading_order(root, footnotes.holder):
        if element is item:
            footnotes.order.append(item)
            numbers[item] = len(footnotes.order)
        if element.tag != CITATION:
            continue
        place = _place(element, library, in_footnote=item is not None)
        places.append(place)
        if in_notes and place.citation.cites:
            if item is None:
                place.makes_note = True
                footnotes.order.append(place)
                place.citation = _beginning_with_capital(place.citation)
            note = len(footnotes.order) if item is None else numbers[item]
            place.citation = replace(place.citation, note=note)
    return places, footnotes


Step = tuple[ElementTree.Element, ElementTree.Element | None]
"""An element, and the item of the footnote that it is in, if it is in one."""


def _reading_order(root: ElementTree.Element, holder: ElementTree.Element | None) -> Iterator[Step]:
    """Return all citations as they are read, and each item of a footnote before what is in it.

    A footnote is read where it is first referred to, be it in another one; those that nothing
    refers to are read at the end.
    """
    if holder is None:
        yield from ((element, None) for element in root.iter(CITATION))
        return
    waiting = {f"#{item.get('id')}": item for item in holder}
    inside = {*holder.iter()}
    open_texts: list[Iterator[Step]] = [
        iter([(element, None) for element in root.iter() if element not in inside])
    ]
    while open_texts or waiting:
        if not open_texts:
            open_texts.append(_footnote(waiting.pop(next(iter(waiting)))))
        step = next(open_texts[-1], None)
        if step is None:
            open_texts.pop()
            continue
        yield step
        element, _ = step
        if element.tag == "a" and element.get("href") in waiting:
            open_texts.append(_footnote(waiting.pop(element.get("href", ""))))


def _footnote(item: ElementTree.Element) -> Iterator[Step]:
    return ((element, item) for element in item.iter())


def _place(element: ElementTree.Element, library: Library, *, in_footnote: bool) -> Place:
    cites = tuple(map(_cite, element))
    known = tuple(cite for cite in cites if cite.key in library)
    missing = [cite.key for cite in cites if cite.key not in library]
    citation = Citation(known, bool(element.get("narrative")))
    return Place(element, citation, missing, in_footnote)


def _beginning_with_capital(citation: Citation) -> Citation:
    """Return a citation that begins a note, as a sentence begins, where the author's words do."""
    first, *others = citation.cites
    prefix = _FIRST_LETTER.sub(lambda found: found[0].upper(), first.prefix, count=1)
    return replace(citation, cites=(replace(first, prefix=prefix), *others))


def _cite(element: ElementTree.Element) -> Cite:
    read = element.get
    return Cite(
        read("key", ""),
        read("prefix", ""),
        read("suffix", ""),
        read("locator", ""),
        read("label", ""),
        bool(read("suppress_author")),
    )
