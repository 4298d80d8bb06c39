"""The reference list of a page, as elements with the references as stored HTML in them.

The items are elements, so that a host finds their ids; what is in them no later step has to read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from xml.etree import ElementTree

from markdown.util import AtomicString

from .anchors import reference_anchor
from .fates import fate_note
from .marking import in_own_language
from .menu import menu_marker, work_marker
from .page import PageCitations

REFERENCES = "evidence-references"
"""The tag of the placeholder element of a reference list."""


def fill_list(place: ElementTree.Element, page: PageCitations, store: Callable[[str], str]) -> None:
    """Make the reference list of a page of its placeholder.

    Args:
        place: The placeholder.
        page: The page, whose citations have been written.
        store: Stores HTML, and gives the text that stands for it in the tree.
    """
    tail = place.tail
    place.clear()
    place.tag, place.tail = "ul", tail
    place.set("class", "references")
    for key in page.references:
        item = ElementTree.SubElement(place, "li", id=reference_anchor(key))
        item.text = AtomicString(store(listed_reference(key, page)))


def listed_reference(key: str, page: PageCitations) -> str:
    """Return what stands in a list for a work that a page cites, as HTML.

    Args:
        key: The key of the work.
        page: The page, whose citations have been written.
    """
    words = page.words
    note = fate_note(page.fates.of(key), words)
    reference = in_own_language(page.references[key].html, key, page.processor, words.language)
    parts = [f'<div class="reference-text">{reference}{note}</div>']
    parts += _links_back(page.cites.get(key, ()), words.text("back_to_text"))
    if page.links_to_works:
        parts.append(work_marker(key))
    parts.append(menu_marker(key))
    return "\n".join(parts)


def _links_back(cites: Sequence[str], label: str) -> list[str]:
    """Return a link to each cite of a work; where there are several, each with its number."""
    if len(cites) == 1:
        return [_link_back(cites[0], label, "↩")]
    return [
        _link_back(cite, f"{label} {number}", f"↩<sup>{number}</sup>")
        for number, cite in enumerate(cites, 1)
    ]


def _link_back(cite: str, label: str, arrow: str) -> str:
    return f'<a class="reference-back" href="#{cite}" aria-label="{escape(label)}">{arrow}</a>'
