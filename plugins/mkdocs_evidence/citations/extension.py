"""The Python-Markdown extension: citations become links, and the reference list stands below.

Each citation is first a placeholder element. Once all inline Markdown is done, the placeholders
of the document are filled together, since how one citation reads may depend on the others. Links
are elements with an ``href`` and not stored HTML, so that a host can rewrite them.
"""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from xml.etree import ElementTree

from markdown import Extension, Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import HTML_PLACEHOLDER_RE

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.csl import Citation, Cite
from mkdocs_evidence.problems import nearest

from .lists import REFERENCES
from .page import PageCitations
from .places import placeholder
from .rendering import CitationTreeprocessor
from .syntax import looks_like_key, read_citation

_MARK = "\x02evidence/references\x03"
_EVERYTHING = "<!-- evidence/bibliography {scope: library} -->"
_PLACES = {
    re.compile(r"^ {0,3}(?:<!--\s*evidence/references\s*-->|\\bibliography)\s*$"): _MARK,
    re.compile(r"^ {0,3}\\full_bibliography\s*$"): _EVERYTHING,
}
"""What a line stands for: the comments of this package, and the commands of mkdocs-bibtex."""
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<!\w)([*_])(?=\S)(.+?)(?<=\S)\1(?!\w)")


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
        allow_escaped_at(md)
        # Below code, escapes, links, images, addresses and HTML (190 to 80), which all may hold
        # an @ that is no citation; above emphasis (70 to 50).
        md.inlinePatterns.register(CitationInlineProcessor(md, self.library), "citation", 77)
        # Below code fences (25), above blocks of HTML (20), which would keep the comment.
        md.preprocessors.register(ReferencesPreprocessor(md), "references", 22)
        md.parser.blockprocessors.register(ReferencesProcessor(md.parser), "references", 175)
        # Below attribute lists (8), which would read attributes out of a reference's text; above
        # the table of contents (5), which is to hold the heading of the list.
        processor = CitationTreeprocessor(md, self.library, self.page)
        md.treeprocessors.register(processor, "citations", 7.5)


def allow_escaped_at(md: Markdown) -> None:
    """Let a backslash before an @ make it a plain sign."""
    if "@" not in md.ESCAPED_CHARS:
        md.ESCAPED_CHARS = [*md.ESCAPED_CHARS, "@"]


class CitationInlineProcessor(InlineProcessor):
    """Puts a placeholder element where a citation stands."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown, library: Library) -> None:
        super().__init__(r"[\[@]", md)
        self.library = library

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[ElementTree.Element | None, int | None, int | None]:
        """Return the placeholder and its span, or three times None where there is no citation."""
        read = read_citation(data, m.start())
        if read is None or not self._is_meant(read[0]):
            return None, None, None
        citation, end = read
        cites = tuple(map(self._with_rich_affixes, citation.cites))
        return placeholder(replace(citation, cites=cites)), m.start(), end

    def _is_meant(self, citation: Citation) -> bool:
        """Say whether it is a citation; a bare @word is one only if it could be a key."""
        key = citation.cites[0].key
        if not citation.narrative or key in self.library:
            return True
        return looks_like_key(key) or nearest(key, self.library.keys()) is not None

    def _with_rich_affixes(self, cite: Cite) -> Cite:
        return replace(
            cite,
            prefix=self._text(cite.prefix),
            suffix=self._text(cite.suffix),
            locator=self._text(cite.locator),
        )

    def _text(self, affix: str) -> str:
        """Return an affix as rich text, with what earlier patterns stored away put back."""
        text = HTML_PLACEHOLDER_RE.sub(self._stored_html, self.unescape(affix))
        text = re.sub("\x02(\\d+)\x03", lambda escaped: chr(int(escaped[1])), text)
        return _EMPHASIS.sub(r"<i>\2</i>", _STRONG.sub(r"<b>\2</b>", text))

    def _stored_html(self, placeholder: re.Match[str]) -> str:
        stored = self.md.htmlStash.rawHtmlBlocks[int(placeholder[1])]
        return unescape(stored) if isinstance(stored, str) else ""


class ReferencesPreprocessor(Preprocessor):
    """Turns each line that stands for a list into a block of its own."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with what stands for each list."""
        return [part for line in lines for part in self._replaced(line)]

    def _replaced(self, line: str) -> list[str]:
        found = (block for pattern, block in _PLACES.items() if pattern.match(line))
        block = next(found, None)
        return [line] if block is None else ["", block, ""]


class ReferencesProcessor(BlockProcessor):
    """Puts a placeholder element where the mark of a reference list stands."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)

    def test(self, parent: ElementTree.Element, block: str) -> bool:  # noqa: ARG002
        """Say whether the block is such a mark."""
        return block.strip() == _MARK

    def run(self, parent: ElementTree.Element, blocks: list[str]) -> None:
        """Take the block and add the placeholder."""
        blocks.pop(0)
        ElementTree.SubElement(parent, REFERENCES)
