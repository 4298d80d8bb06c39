"""The Python-Markdown extension: citations become links, and the reference list stands below.

Each citation is first a placeholder element. Once all inline Markdown is done, the placeholders
of the document are filled together, since how one citation reads may depend on the others. Links
are elements with an ``href`` and not stored HTML, so that a host can rewrite them.
"""

from __future__ import annotations

import re
from functools import partial
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import AtomicString

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.problems import nearest

from .affixes import PATTERN, plain_key, rich_affix
from .keys import looks_like_key
from .lists import REFERENCES
from .locators import ENGLISH, locators_for
from .page import PageCitations
from .places import placeholder
from .rendering import CitationTreeprocessor
from .syntax import BEGINNING, read_citation

_MARK = "\x02evidence/references\x03"
_EVERYTHING = "<!-- evidence/bibliography {scope: library} -->"
_PLACES = {
    re.compile(r"^\n* {0,3}(?:<!--\s*evidence/references\s*-->|\\bibliography)\s*$"): _MARK,
    re.compile(r"^\n* {0,3}\\full_bibliography\s*$"): _EVERYTHING,
}
"""What a line stands for: the comments of this package, and the commands of mkdocs-bibtex."""


class CitationExtension(Extension):
    """Citations for Python-Markdown.

    Args:
        library: The entries that may be cited.
        page: What is known of the page to be converted.

    Attributes:
        page: What is known of the page that the next Markdown instance is made for.
    """

    def __init__(self, library: Library, page: PageCitations) -> None:
        super().__init__()
        self.library = library
        self.page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  (a name of Python-Markdown)
        """Register the processors, at places that the comments give reasons for."""
        read_citations(md, self.library, self.page.words.language)
        # Below code fences (25), above blocks of HTML (20), which would keep the comment.
        md.preprocessors.register(ReferencesPreprocessor(md), "references", 22)
        md.parser.blockprocessors.register(ReferencesProcessor(md), "references", 175)
        # Below attribute lists (8), which would read attributes out of a reference's text; above
        # the table of contents (5), which is to hold the heading of the list.
        processor = CitationTreeprocessor(md, self.library, self.page)
        md.treeprocessors.register(processor, "citations", 7.5)


def read_citations(md: Markdown, library: Library, language: str = ENGLISH) -> None:
    """Let a converter put a placeholder element where each citation stands.

    Args:
        md: The converter.
        library: The entries that may be cited.
        language: The language of the page, in which locators are written.
    """
    # A backslash before an @ makes it a plain sign.
    if "@" not in md.ESCAPED_CHARS:
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "@"]
    # Below code, escapes, links, images, addresses and HTML (190 to 80), which all may hold
    # an @ that is no citation; above emphasis (70 to 50), and above the names of users and
    # repositories in pymdownx.magiclink (79.9), which would take keys for such.
    md.inlinePatterns.register(CitationInlineProcessor(md, library, language), PATTERN, 79.95)


class CitationInlineProcessor(InlineProcessor):
    """Puts a placeholder element where a citation stands.

    Args:
        md: The converter.
        library: The entries that may be cited.
        language: The language of the page, in which locators are written.
    """

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown, library: Library, language: str) -> None:
        super().__init__(BEGINNING.pattern, md)
        self.library = library
        rich, plain = partial(rich_affix, md), partial(plain_key, md)
        locators = locators_for(language)
        self._read = partial(read_citation, locators=locators, rich=rich, plain=plain)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        """Return the placeholder and its span, or three times None where there is no citation."""
        read = self._read(data, m.start())
        if read is None:
            return None, None, None
        citation, end = read
        is_bare = m[0] != "[" and not data.startswith("{", m.end())
        if is_bare and not self._is_meant(citation.cites[0].key):
            return None, None, None
        return placeholder(citation), m.start(), end

    def _is_meant(self, word: str) -> bool:
        """Say whether a bare @word is a citation, which it is only if it could be a key."""
        if word in self.library or looks_like_key(word):
            return True
        return nearest(word, self.library.keys()) is not None


def _meaning(text: str) -> str | None:
    """Return what a line or block stands for, or None where it is an ordinary one."""
    return next((block for pattern, block in _PLACES.items() if pattern.match(text)), None)


class ReferencesPreprocessor(Preprocessor):
    """Turns each line that stands for a list into a block of its own.

    Lines within lists and boxes are indented, and left to `ReferencesProcessor`.
    """

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with what stands for each list."""
        return [part for line in lines for part in self._replaced(line)]

    def _replaced(self, line: str) -> list[str]:
        block = _meaning(line)
        return [line] if block is None else ["", block, ""]


class ReferencesProcessor(BlockProcessor):
    """Puts what a reference list stands for in its place."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md.parser)
        self.md = md

    def test(self, parent: ElementTree.Element, block: str) -> bool:  # noqa: ARG002
        """Say whether the block stands for a list."""
        return block.strip() == _MARK or _meaning(block) is not None

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Take the block and add what it stands for."""
        block = blocks.pop(0)
        if _meaning(block) == _EVERYTHING:
            place = ElementTree.SubElement(parent, "p")
            place.text = AtomicString(self.md.htmlStash.store(_EVERYTHING))
        else:
            ElementTree.SubElement(parent, REFERENCES)
