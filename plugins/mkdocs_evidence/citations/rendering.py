"""Fills the placeholders of a document's citations and of its reference list."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.csl import Fragment

from .lists import REFERENCES, fill_list
from .notes import NoteWriter, footnotes_marker, number_marks
from .page import PageCitations, Written
from .places import CITATION, Footnotes, Place, find_places
from .tree import Parents
from .writing import CiteLinks, write_in_text, write_unknown

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))

_CITATIONS = ".//span[@class='citation']"


class CitationTreeprocessor(Treeprocessor):
    """Fills all placeholders of a document at once."""

    def __init__(self, md: Markdown, library: Library, page: PageCitations) -> None:
        super().__init__(md)
        self.library = library
        self.page = page

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        places, footnotes = find_places(root, self.library, in_notes=self._in_notes)
        lists = [*root.iter(REFERENCES)]
        if self.page.is_converted:
            self._write_excerpt(root, places)
            _remove(root, lists)
        else:
            self._write_page(root, places, footnotes, lists)

    @property
    def _in_notes(self) -> bool:
        return self.page.processor.style.is_note

    def _write_page(
        self,
        root: ElementTree.Element,
        places: Sequence[Place],
        footnotes: Footnotes,
        lists: Sequence[ElementTree.Element],
    ) -> None:
        page = self.page
        known = [place for place in places if place.citation.cites]
        page.cited.update({cite.key: None for place in known for cite in place.citation.cites})
        page.unknown.update({key: None for place in places for key in place.missing})
        can_list = bool(lists) or page.append or page.lists_follow
        always = [key for key in page.always if key in self.library] if can_list else []
        document = page.processor.document([place.citation for place in known], always)
        page.written = self._record(root, known, document.citations)
        page.references = {reference.key: reference for reference in document.references}
        links = CiteLinks(page.references, numbered=can_list and bool(page.references))
        parents = Parents(root)
        made = self._write(places, page.written, links, parents, with_notes=True)
        # Only the extension for footnotes gives the mark of their place a meaning.
        marker = footnotes_marker(root) if "footnote" in self.md.treeprocessors else None
        notes = NoteWriter(parents, page.words)
        page.note_numbers = notes.arrange(root, footnotes, made, marker)
        page.cites = links.ids
        _leave_out_of_contents(root)
        if not lists and page.append and page.references:
            lists = [self._append_list(root)]
        if lists and page.references:
            fill_list(lists[0], page, self.md.htmlStash.store)
            # A second list would repeat the ids of the first.
            lists = lists[1:]
        _remove(root, lists)

    def _record(
        self, root: ElementTree.Element, known: Sequence[Place], texts: Sequence[list[Fragment]]
    ) -> list[Written]:
        """Return how the citations of the page are to be written."""
        name = self.page.excerpt_class
        source = root.find(f".//*[@class='{name}']") if name else root
        quotable = {*source.iter(CITATION)} if source is not None else set()
        return [
            Written(
                place.citation,
                parts,
                f"citation-{number}" if place.makes_note else "",
                place.in_footnote,
                place.element in quotable,
            )
            for number, (place, parts) in enumerate(zip(known, texts, strict=True), 1)
        ]

    def _write_excerpt(self, root: ElementTree.Element, places: Sequence[Place]) -> None:
        """Write the citations as they are on the page, which has their references and notes."""
        known = [place for place in places if place.citation.cites]
        citations = [place.citation for place in known]
        written: Sequence[Written] | None = self.page.quoted(known)
        if written is None:
            document = self.page.processor.document(citations)
            written = [*map(Written, citations, document.citations)]
        listed = {cite.key for citation in citations for cite in citation.cites}
        links = CiteLinks(listed, numbered=False)
        self._write(places, written, links, Parents(root), with_notes=False)
        number_marks(root, self.page.note_numbers)
        _unlink_headings(root)

    def _write(
        self,
        places: Sequence[Place],
        written: Sequence[Written],
        links: CiteLinks,
        parents: Parents,
        *,
        with_notes: bool,
    ) -> dict[Place, ElementTree.Element]:
        """Write all citations, and return the notes made for them, if they are to be made."""
        notes = NoteWriter(parents, self.page.words)
        following = iter(written)
        made: dict[Place, ElementTree.Element] = {}
        for place in places:
            if not place.citation.cites:
                write_unknown(place)
                continue
            each = next(following)
            if each.note_id:
                notes.write_mark(place, each, with_id=with_notes)
                if with_notes:
                    made[place] = notes.note(place, each, links)
            elif self._in_notes:
                notes.write_in_footnote(place, each.parts, links)
            else:
                write_in_text(place, each.parts, links, parents)
        return made

    def _append_list(self, root: ElementTree.Element) -> ElementTree.Element:
        heading = ElementTree.SubElement(root, "h2")
        heading.text = AtomicString(self.page.words.text("references"))
        return ElementTree.SubElement(root, REFERENCES)


def _leave_out_of_contents(root: ElementTree.Element) -> None:
    """Let titles, ids and the table of contents be without the raised numbers of headings.

    Python-Markdown leaves out the marks of footnotes, which it knows by the beginning of their ids.
    """
    headings = (element for element in root.iter() if element.tag in HEADINGS)
    citations = (citation for each in headings for citation in each.findall(_CITATIONS))
    raised = [number for citation in citations for number in citation.iter("sup")]
    for count, number in enumerate(raised, 1):
        number.set("id", f"fnref-raised-{count}")


def _unlink_headings(root: ElementTree.Element) -> None:
    """Leave no links to citations in headings, which are links themselves in an excerpt."""
    for heading in (element for element in root.iter() if element.tag in HEADINGS):
        for link in heading.iter("a"):
            if link.get("class") in ("cite", "footnote-ref"):
                link.tag = "span"
                del link.attrib["href"]


def _remove(root: ElementTree.Element, unused: Sequence[ElementTree.Element]) -> None:
    """Take elements out of a tree."""
    if unused:
        for parent in [*root.iter()]:
            for child in [child for child in parent if child in unused]:
                parent.remove(child)
