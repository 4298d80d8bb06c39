"""The citations of a text, read as in a page of which every key is known, and put in words."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations.extension import read_citations
from mkdocs_evidence.citations.places import find_places
from mkdocs_evidence.csl import Citation, Cite


class Everything(Library):
    """A library that has an entry for any key."""

    def __init__(self) -> None:
        super().__init__([])

    def __contains__(self, key: object) -> bool:
        return True


def citations_in(text: str, language: str = "en") -> list[Citation]:
    """Return the citations of a Markdown text."""
    reader = _Reader(language)
    Markdown(extensions=["fenced_code", reader]).convert(text)
    return reader.citations


class _Reader(Extension):
    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language
        self.citations: list[Citation] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (a name of Python-Markdown)
        read_citations(md, Everything(), self.language)
        md.treeprocessors.register(_Collector(md, self.citations), "citations", 7.5)


class _Collector(Treeprocessor):
    def __init__(self, md: Markdown, citations: list[Citation]) -> None:
        super().__init__(md)
        self.citations = citations

    def run(self, root: ElementTree.Element) -> None:
        places, _ = find_places(root, Everything(), in_notes=False)
        self.citations += [place.citation for place in places]


def in_words(citations: list[Citation]) -> str:
    """Return a line for each cite, and an empty line between citations."""
    return "\n\n".join("\n".join(map(_cite_in_words, *_marked(each))) for each in citations)


def _marked(citation: Citation) -> tuple[tuple[Cite, ...], list[str]]:
    first = "*" if citation.narrative else ""
    return citation.cites, [first, *[""] * (len(citation.cites) - 1)]


def _cite_in_words(cite: Cite, mark: str) -> str:
    mark = "-" if cite.suppress_author else mark
    locator = f"{cite.label} {cite.locator}" if cite.locator else ""
    return f"{mark}{cite.prefix} | {cite.key} | {locator} | {cite.suffix}"
