"""The sentences of a summary's texts, each where it stands in the author's file.

The file itself is read, not the text that YAML makes of it, so that every word has its place. What
is no prose is overwritten by blanks: code, citations, addresses, footnote marks, headings, tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from mkdocs_evidence.citations import find_citations, without_code
from mkdocs_evidence.reading import Span, SummaryFile
from mkdocs_evidence.summary import Summary

_NO_PROSE = re.compile(
    r"""^[ \t]*(?:\#.*|\|.*|\[\^[^\]\n]+\]:)  # headings, tables, the mark before a footnote
      | <!--.*?--> | <[^<>\n]+>
      | \[\^[^\]\n]+\]                        # the mark in the text
      | !\[[^\]]*\]                           # the description of a picture
      | (?<=\])\([^()\n]*\) | \{[^{}\n]*\}    # addresses and attributes
      | https?://\S+""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
_QUOTED = re.compile(r"“[^”]*”|«[^»]*»|„[^“”]*[“”]|‘[^’\n]*’(?!\w)|\"[^\"\n]*\"")
_BLOCK = re.compile(r"[|>][-+0-9]*[^\n]*\n")
_END = re.compile(
    r"""[.!?…]+["”’»)*_]*(?=\s+["“‘«(*_¿¡]*[A-ZÀ-ÖØ-Þ0-9])  # before a capital or a number
      | \n[ \t]*\n                                            # the end of a paragraph
      | \n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])                      # the next item of a list""",
    re.VERBOSE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Sentence:
    """A sentence.

    Attributes:
        text: Its prose, as long as what stands in the file.
        start: Where it begins in the file.
    """

    text: str
    start: int

    @cached_property
    def words(self) -> list[str]:
        """Its words, in their order; numbers are none."""
        return _WORD.findall(self.text)

    @property
    def unquoted(self) -> str:
        """Its prose without what it quotes, as long as before."""
        return _blanked(_QUOTED, self.text)

    @property
    def is_question(self) -> bool:
        """Whether it asks."""
        return "?" in self.text


@dataclass(frozen=True)
class Passage:
    """One of a summary's texts.

    Attributes:
        name: The field in which it stands.
        start: Where it begins in the file.
        sentences: Its sentences.
    """

    name: str
    start: int
    sentences: Sequence[Sentence]


def passages(file: SummaryFile, summary: Summary) -> list[Passage]:
    """Return the texts that a summary has, in the order in which they are read."""
    written = {"lead": summary.lead, **summary.sections, "conclusion": summary.conclusion}
    uncoded = without_code(file.source.text)
    found = []
    for name in (name for name, text in written.items() if text):
        span = _inside(file.document.value_span((name, "text")), uncoded)
        text = _prose(uncoded[span.start : span.end])
        found.append(Passage(name, span.start, list(_sentences(text, span.start))))
    return found


def _inside(span: Span, text: str) -> Span:
    """Return the span of a value without YAML's quotation marks or sign for several lines."""
    if sign := _BLOCK.match(text, *span):
        return Span(sign.end(), span.end)
    if text[span.start : span.start + 1] in ('"', "'"):
        return Span(span.start + 1, span.end - 1)
    return span


def _prose(text: str) -> str:
    for _, start, end in find_citations(text):
        text = text[:start] + " " * (end - start) + text[end:]
    return _blanked(_NO_PROSE, text)


def _blanked(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)


def _sentences(text: str, offset: int) -> Iterator[Sentence]:
    start = 0
    for end in [*(found.end() for found in _END.finditer(text)), len(text)]:
        sentence = text[start:end]
        if sentence.strip():
            before = len(sentence) - len(sentence.lstrip())
            yield Sentence(sentence.strip(), offset + start + before)
        start = end
