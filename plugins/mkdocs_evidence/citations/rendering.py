"""Fills the placeholders of a document's citations and of its reference list."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.csl import Citation, Cite, Fragment, Processor, Reference

from .page import PageCitations

CITATION, CITE, REFERENCES = "evidence-citation", "evidence-cite", "evidence-references"
"""The tags of the placeholder elements."""


class CitationTreeprocessor(Treeprocessor):
    """Fills all placeholders of a document at once."""

    def __init__(
        self, md: Markdown, library: Library, processor: Processor, page: PageCitations
    ) -> None:
        super().__init__(md)
        self.library = library
        self.processor = processor
        self.page = page

    def run(self, root: ElementTree.Element) -> None:
        """Change the tree in place."""
        places = [*root.iter(CITATION)]
        citations = [_citation(place) for place in places]
        cited = {c.key: None for citation in citations for c in citation.cites}
        known = {key: None for key in cited if key in self.library}
        self.page.cited.update(known)
        self.page.unknown.update({key: None for key in cited if key not in self.library})
        lists = [*root.iter(REFERENCES)]
        found = [self._known(citation) for citation in citations]
        always = [key for key in self.page.always if key in self.library] if lists else []
        document = self.processor.document([each for each in found if each.cites], always)
        if not lists and document.references and self.page.append:
            lists = [self._append_list(root)]
        anchors = _Anchors(numbered=bool(lists))
        self._fill_citations(places, citations, found, document.citations, anchors)
        self._fill_lists(root, lists, document.references, anchors)

    def _known(self, citation: Citation) -> Citation:
        """Return a citation without the works that the bibliography does not have."""
        cites = tuple(cite for cite in citation.cites if cite.key in self.library)
        return Citation(cites, citation.narrative)

    def _append_list(self, root: ElementTree.Element) -> ElementTree.Element:
        heading = ElementTree.SubElement(root, "h2")
        heading.text = AtomicString(self.page.heading)
        return ElementTree.SubElement(root, REFERENCES)

    def _fill_citations(
        self,
        places: list[ElementTree.Element],
        citations: list[Citation],
        found: list[Citation],
        texts: list[list[Fragment]],
        anchors: _Anchors,
    ) -> None:
        """Fill the places of citations; the texts are those of the citations that cite at all."""
        following = iter(texts)
        for place, citation, known in zip(places, citations, found, strict=True):
            missing = [cite.key for cite in citation.cites if cite not in known.cites]
            tail = place.tail
            place.clear()
            place.tag, place.tail = "span", tail
            place.set("class", "citation" if known.cites else "citation citation--unknown")
            if known.cites:
                _fill(place, next(following), missing, anchors)
            else:
                unknown = "; ".join(f"@{key}?" for key in missing)
                place.text = AtomicString(unknown if citation.narrative else f"({unknown})")

    def _fill_lists(
        self,
        root: ElementTree.Element,
        lists: list[ElementTree.Element],
        references: list[Reference],
        anchors: _Anchors,
    ) -> None:
        """Fill the first list; a second one would repeat its ids, so that it is left out."""
        if lists and references:
            first, *lists = lists
            first.tag = "ul"
            first.set("class", "references")
            for reference in references:
                item = ElementTree.SubElement(first, "li", id=reference_anchor(reference.key))
                _append_html(item, reference.html)
                anchors.add_links_back(item, reference.key, self.page.back_label)
        for parent in [*root.iter()]:
            for unused in [child for child in parent if child in lists]:
                parent.remove(unused)


class _Anchors:
    """Counts the cites of each key, and names the places they stand at."""

    def __init__(self, *, numbered: bool) -> None:
        self.numbered = numbered
        self._counts: dict[str, int] = {}

    def add_cite(self, parent: ElementTree.Element, key: str, html: str) -> None:
        link = ElementTree.SubElement(
            parent, "a", {"class": "cite", "href": f"#{reference_anchor(key)}"}
        )
        if self.numbered:
            self._counts[key] = self._counts.get(key, 0) + 1
            link.set("id", _cite_id(key, self._counts[key]))
        _append_html(link, html)

    def add_links_back(self, item: ElementTree.Element, key: str, label: str) -> None:
        count = self._counts.get(key, 0)
        for number in range(1, count + 1):
            _append_text(item, " ")
            back = ElementTree.SubElement(
                item,
                "a",
                {
                    "class": "reference-back",
                    "href": f"#{_cite_id(key, number)}",
                    "aria-label": label if count == 1 else f"{label} {number}",
                },
            )
            back.text = AtomicString("↩")


def _citation(place: ElementTree.Element) -> Citation:
    cites = [
        Cite(
            cite.get("key", ""),
            cite.get("prefix", ""),
            cite.get("suffix", ""),
            cite.get("locator", ""),
            cite.get("label", ""),
            bool(cite.get("suppress_author")),
        )
        for cite in place
    ]
    return Citation(tuple(cites), bool(place.get("narrative")))


def _fill(
    place: ElementTree.Element, fragments: list[Fragment], missing: list[str], anchors: _Anchors
) -> None:
    closing = fragments[-1:] if fragments and fragments[-1].key is None else []
    for fragment in fragments[: len(fragments) - len(closing)]:
        if fragment.key is None:
            _append_html(place, fragment.html)
        else:
            anchors.add_cite(place, fragment.key, _without_links(fragment.html))
    _append_missing(place, missing)
    for fragment in closing:
        _append_html(place, fragment.html)


def _append_missing(place: ElementTree.Element, missing: list[str]) -> None:
    for key in missing:
        _append_text(place, "; ")
        unknown = ElementTree.SubElement(place, "span", {"class": "citation--unknown"})
        unknown.text = AtomicString(f"@{key}?")


def _without_links(html: str) -> str:
    """Return HTML that may stand inside of a link."""
    return re.sub(r"</?a\b[^<>]*>", "", html)


def _append_html(parent: ElementTree.Element, html: str) -> None:
    """Add a formatter's HTML as elements, whose text no later processor reads as Markdown."""
    fragment = ElementTree.fromstring(f"<span>{html}</span>")
    for element in fragment.iter():
        element.text = AtomicString(element.text or "")
        element.tail = AtomicString(element.tail or "")
    _append_text(parent, fragment.text or "")
    parent.extend(fragment)


def _append_text(parent: ElementTree.Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = AtomicString(f"{parent[-1].tail or ''}{text}")
    else:
        parent.text = AtomicString(f"{parent.text or ''}{text}")


def reference_anchor(key: str) -> str:
    """Return the id of a work's reference, the same on every page."""
    return f"ref-{_fragment(key)}"


def _cite_id(key: str, number: int) -> str:
    return f"cite-{_fragment(key)}-{number}"


def _fragment(key: str) -> str:
    """Return a key as a part of an id that needs no escape in an address."""
    return re.sub(r"[^A-Za-z0-9_:-]", lambda sign: f".{ord(sign[0]):X}.", key)
