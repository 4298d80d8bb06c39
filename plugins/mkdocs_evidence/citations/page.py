"""What the host and the citations of a page tell each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_evidence.csl import Citation, Fragment, Processor, Reference
from mkdocs_evidence.languages import Catalogue


@dataclass(frozen=True)
class Written:
    """A citation as it was written on its page.

    Attributes:
        citation: The citation, with its note where the style cites in notes.
        parts: What was written.
        note_id: The name of the note that was made for it; empty where none was.
    """

    citation: Citation
    parts: Sequence[Fragment]
    note_id: str = ""


@dataclass
class PageCitations:
    """What the host says of a page before it is converted, and learns from it.

    A page is converted once. What is converted afterwards is an excerpt of it, in which citations
    read as they do on the page.

    Attributes:
        processor: Formats in the style and the language of the page.
        words: The words of the language of the page.
        always: Keys that stand in the reference list though the text may not cite them.
        append: Whether a page with citations and no place for a list gets one at its end.
        lists_follow: Whether the host puts in lists of the page's references once it is converted.
        links_to_works: Whether references have a marker for a link to the page of the work.
        cited: The known keys that the text cites, in its order.
        unknown: The keys it cites that no entry has, in its order.
        written: The citations of the page, in its order; None until it is converted.
        references: The references of the page, by their keys, in the order of its list.
        cites: The ids of the cites of each work, to which its reference leads back.
    """

    processor: Processor
    words: Catalogue
    always: Sequence[str] = ()
    append: bool = True
    lists_follow: bool = False
    links_to_works: bool = False
    cited: dict[str, None] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
    written: Sequence[Written] | None = None
    references: Mapping[str, Reference] = field(default_factory=dict)
    cites: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def written_run(self, citations: Sequence[Citation]) -> Sequence[Written] | None:
        """Return how the citations of an excerpt were written on the page.

        Args:
            citations: The citations of the excerpt, in its order, without notes.

        Returns:
            As many as were given, or None where they do not follow each other so on the page.
        """
        written = self.written or ()
        for start in range(len(written) - len(citations) + 1):
            run = written[start : start + len(citations)]
            if all(map(_is_alike, citations, run)):
                return run
        return None


def _is_alike(citation: Citation, written: Written) -> bool:
    other = written.citation
    return (citation.cites, citation.narrative) == (other.cites, other.narrative)
