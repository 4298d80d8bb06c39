"""The citations in a text that is not to be shown."""

from __future__ import annotations

from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor

from mkdocs_evidence.bibliography import Library

from .extension import read_citations
from .places import CITE


def unknown_keys(text: str, library: Library) -> list[str]:
    """Return the keys that a Markdown text cites and no entry has, in its order, each once."""
    keys, _ = cited_keys(text, library)
    return [key for key in keys if key not in library]


def cited_keys(text: str, library: Library) -> tuple[list[str], str]:
    """Return the keys that a Markdown text cites, each once, and its HTML without the citations."""
    finder = _Finder(library)
    html = Markdown(extensions=["fenced_code", "footnotes", "tables", finder]).convert(text)
    return list(dict.fromkeys(finder.keys)), html


class _Finder(Extension):
    """Collects what is cited instead of formatting it."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.keys: list[str] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (a name of Python-Markdown)
        read_citations(md, self.library)
        md.treeprocessors.register(_Collector(md, self.keys), "citations", 7.5)


class _Collector(Treeprocessor):
    def __init__(self, md: Markdown, keys: list[str]) -> None:
        super().__init__(md)
        self.keys = keys

    def run(self, root: ElementTree.Element) -> None:
        self.keys += [cite.get("key", "") for cite in root.iter(CITE)]
