"""What goes into a processor and what comes out of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from .typography import Run
from .writers import to_html, to_markdown, to_text


@dataclass(frozen=True)
class Cite:
    """One item within a citation.

    Attributes:
        key: The id of the cited item.
        prefix: Rich text before it, such as ``see``, without the space after it.
        suffix: Rich text after it, with the comma or space that it begins with.
        locator: The place in the item, such as ``3-5``.
        label: What the locator counts: a CSL locator type, such as ``page``.
        suppress_author: Whether the author stands in the sentence already.
    """

    key: str
    prefix: str = ""
    suffix: str = ""
    locator: str = ""
    label: str = "page"
    suppress_author: bool = False


@dataclass(frozen=True)
class Citation:
    """One place in a text that cites.

    Attributes:
        cites: What it cites.
        narrative: Whether the author of the first cite is a part of the sentence: "Coan et al.
            (2017)".
        note: The number of the footnote it stands in; 0 in the text.
    """

    cites: tuple[Cite, ...]
    narrative: bool = False
    note: int = 0


@dataclass(frozen=True)
class Formatted:
    """Text with its marks, which can be written in three ways."""

    runs: Sequence[Run]

    @cached_property
    def html(self) -> str:
        """The text as safe HTML."""
        return to_html(self.runs)

    @property
    def text(self) -> str:
        """The text without any markup."""
        return to_text(self.runs)

    @property
    def markdown(self) -> str:
        """The text as Markdown."""
        return to_markdown(self.runs)


@dataclass(frozen=True)
class Fragment(Formatted):
    """A piece of a citation.

    Attributes:
        key: The item it speaks of, if it is one.
        in_text: Whether it is the author of a narrative citation in a style that cites in notes:
            this stands in the text, and the other pieces in the note.
    """

    key: str | None = None
    in_text: bool = False


@dataclass(frozen=True)
class Reference(Formatted):
    """One item of a reference list."""

    key: str = ""


@dataclass(frozen=True)
class Document:
    """All citations of a document, each in fragments, and its reference list."""

    citations: list[list[Fragment]]
    references: list[Reference]
