"""Citations of styles that cite in notes: marks in the text, and footnotes among the author's own.

Pandoc's manual and its output are the model: https://pandoc.org/MANUAL.html, "Citations in note
styles" and the variable "notes-after-punctuation".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from xml.etree import ElementTree

from markdown.extensions.footnotes import NBSP_PLACEHOLDER
from markdown.util import AtomicString

from mkdocs_evidence.csl import Fragment
from mkdocs_evidence.languages import Catalogue

from .page import Written
from .places import Footnotes, Place
from .tree import Parents, append_html, append_text, like
from .writing import CiteLinks, make_span, write_parts

_PUNCTUATION = re.compile(r"[.,;:!?…]+")
_MARKER = "///Footnotes Go Here///"
"""Where Python-Markdown puts the footnotes of a document, if it has any."""


class NoteWriter:
    """Writes the notes of one document.

    Args:
        parents: The parents of the document's elements.
        words: The words of its language.
    """

    def __init__(self, parents: Parents, words: Catalogue) -> None:
        self._parents = parents
        self._words = words

    def write_mark(self, place: Place, written: Written, *, with_id: bool) -> None:
        """Write the mark of a note, after the author where the citation is narrative.

        The mark stands close to the text, and after the punctuation that follows; in French it
        stands before it.
        """
        mark, parents = place.element, self._parents
        names = [part for part in written.parts if part.in_text]
        if names:
            author = ElementTree.Element("span", {"class": "citation"})
            for part in names:
                append_html(author, part.html)
            parents.insert_before(mark, author)
        else:
            parents.set_text_before(mark, parents.text_before(mark).rstrip())
        tail = mark.tail or ""
        following = _PUNCTUATION.match(tail)
        if following and not self._words.language.startswith("fr"):
            parents.set_text_before(mark, parents.text_before(mark) + following[0])
            tail = tail[following.end() :]
        tail = like(mark.tail, tail)
        mark.clear()
        mark.tag, mark.tail = "sup", tail
        mark.set("class", "citation-note")
        if with_id:
            mark.set("id", f"fnref:{written.note_id}")
        link = ElementTree.SubElement(mark, "a")
        link.set("class", "footnote-ref")
        link.set("href", f"#fn:{written.note_id}")
        link.text = AtomicString(str(written.citation.note))

    def note(self, place: Place, written: Written, links: CiteLinks) -> ElementTree.Element:
        """Return the item of a footnote for a citation."""
        item = ElementTree.Element("li", id=f"fn:{written.note_id}")
        text = ElementTree.SubElement(item, "p")
        in_note = [part for part in written.parts if not part.in_text]
        write_parts(text, in_note, links, place.missing)
        append_text(text, "\N{NO-BREAK SPACE}")
        back = ElementTree.SubElement(text, "a")
        back.set("class", "footnote-backref")
        back.set("href", f"#fnref:{written.note_id}")
        back.set("title", self._words.text("back_to_text"))
        back.text = AtomicString("↩")
        return item

    def write_in_footnote(self, place: Place, parts: Sequence[Fragment], links: CiteLinks) -> None:
        """Write a citation into the author's own footnote, in parentheses if more stands there."""
        names = [part for part in parts if part.in_text]
        rest = [part for part in parts if not part.in_text]
        if not names and self._is_alone(place):
            if rest and rest[-1].text.endswith("."):
                tail = place.element.tail
                place.element.tail = like(tail, (tail or "").replace(".", "", 1))
            write_parts(make_span(place), rest, links, place.missing)
            return
        element = make_span(place)
        for part in names:
            append_html(element, part.html)
        append_text(element, ", " if names else "(")
        write_parts(element, _without_stop(rest), links, place.missing)
        append_text(element, "" if names else ")")

    def _is_alone(self, place: Place) -> bool:
        """Say whether a footnote is nothing but a citation."""
        parent = self._parents.of(place.element)
        is_only_block = len(self._parents.of(parent)) == 1
        others = [child for child in parent if child.get("class") != "footnote-backref"]
        around = [parent.text or "", (place.element.tail or "").replace(NBSP_PLACEHOLDER, "")]
        return is_only_block and len(others) == 1 and "".join(around).strip() in ("", ".")

    def arrange(
        self,
        root: ElementTree.Element,
        footnotes: Footnotes,
        made: Mapping[Place, ElementTree.Element],
        marker: ElementTree.Element | None,
    ) -> dict[str, int]:
        """Put the notes of citations among the author's footnotes, and number all of them.

        Args:
            root: The tree of the document.
            footnotes: The footnotes, in the order in which they are read.
            made: The notes of citations.
            marker: Where footnotes are to stand if the author wrote none; it goes without any.

        Returns:
            The numbers of footnotes by the links that lead to them, where these have changed.
        """
        if made:
            holder = footnotes.holder
            items = [made[each] if isinstance(each, Place) else each for each in footnotes.order]
            (_make_holder(root, marker) if holder is None else holder)[:] = items
            return _number(root, items)
        if marker is not None:
            self._parents.of(marker).remove(marker)
        return {}


def _without_stop(parts: Sequence[Fragment]) -> Sequence[Fragment]:
    """Return a citation without the full stop of its note, for within a sentence.

    The stop stands by itself, or has moved into the quotation marks at the end.
    """
    if not parts:
        return parts
    *others, last = parts
    if last.key is None:
        return others
    if len(last.runs) > 1:
        *before, stop, end = last.runs
        if stop.text == "." and end.quote == "close":
            return [*others, replace(last, runs=[*before, end])]
    return parts


def footnotes_marker(root: ElementTree.Element) -> ElementTree.Element | None:
    """Return the paragraph that says where the footnotes are to stand, if there is one left."""
    return next((p for p in root.iter("p") if p.text == _MARKER), None)


def _make_holder(
    root: ElementTree.Element, marker: ElementTree.Element | None
) -> ElementTree.Element:
    """Return a list for footnotes, at the marker or else at the end."""
    block = ElementTree.SubElement(root, "div") if marker is None else marker
    block.clear()
    block.tag = "div"
    block.set("class", "footnote")
    ElementTree.SubElement(block, "hr")
    return ElementTree.SubElement(block, "ol")


def number_marks(root: ElementTree.Element, numbers: Mapping[str, int]) -> None:
    """Write their numbers into the marks that lead to footnotes.

    Args:
        root: The tree of the document.
        numbers: The numbers by the links of the marks.
    """
    for link in root.iter("a"):
        if link.get("class") == "footnote-ref" and link.get("href", "") in numbers:
            link.text = AtomicString(str(numbers[link.get("href", "")]))


def _number(root: ElementTree.Element, items: Sequence[ElementTree.Element]) -> dict[str, int]:
    """Number the marks that lead to footnotes, and the links back; return the numbers."""
    numbers = {f"#{item.get('id')}": number for number, item in enumerate(items, 1)}
    number_marks(root, numbers)
    for number, item in enumerate(items, 1):
        for back in item.iter("a"):
            if back.get("class") == "footnote-backref":
                back.set("title", re.sub(r"\d+", str(number), back.get("title", "")))
    return numbers
