"""What the host and the citations of a page tell each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_evidence.csl import Citation, Fragment, Processor, Reference
from mkdocs_evidence.languages import Catalogue

from .fates import NO_FATES, Fates
from .places import Place


@dataclass(frozen=True)
class Written:
    """A citation as it was written on its page.

    Attributes:
        citation: The citation, with its note where the style cites in notes.
        parts: What was written.
        note_id: The name of the note that was made for it; empty where none was.
        in_footnote: Whether it stands in a footnote of the author's.
        in_excerpt: Whether it stands where excerpts are taken from.
    """

    citation: Citation
    parts: Sequence[Fragment]
    note_id: str = ""
    in_footnote: bool = False
    in_excerpt: bool = True


@dataclass
class PageCitations:
    """What the host says of a page before it is converted, and learns from it.

    Once the host says that the page has been converted, what is converted is an excerpt of it, in
    which citations read as they do on the page.

    Attributes:
        processor: Formats in the style and the language of the page.
        words: The words of the language of the page.
        always: Keys that stand in the reference list though the text may not cite them.
        append: Whether a page with citations and no place for a list gets one at its end.
        lists_follow: Whether the host puts in lists of the page's references once it is converted.
        fates: What became of works, of which their references tell.
        links_to_works: Whether references have a marker for a link to the page of the work.
        excerpt_class: The class of the element from which excerpts are taken; without it, they
            are the beginning of the page.
        is_converted: Whether the page has been converted.
        cited: The known keys that the text cites, in its order.
        unknown: The keys it cites that no entry has, in its order.
        written: The citations of the page, in the order in which they are read.
        note_numbers: The numbers of its footnotes by the links to them, where citations are among
            them.
        references: The references of the page, by their keys, in the order of its list.
        cites: The ids of the cites of each work, to which its reference leads back.
    """

    processor: Processor
    words: Catalogue
    always: Sequence[str] = ()
    append: bool = True
    lists_follow: bool = False
    fates: Fates = NO_FATES
    links_to_works: bool = False
    excerpt_class: str = ""
    is_converted: bool = False
    cited: dict[str, None] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
    written: Sequence[Written] = ()
    note_numbers: Mapping[str, int] = field(default_factory=dict)
    references: Mapping[str, Reference] = field(default_factory=dict)
    cites: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def quoted(self, places: Sequence[Place]) -> list[Written] | None:
        """Return how the citations of an excerpt are written on the page.

        Args:
            places: Where citations stand in the excerpt, in the order in which they are read.

        Returns:
            As many as there are places, or None where the page has others. An excerpt may lack
            the footnotes of the page.
        """
        in_text = (each for each in self.written if each.in_excerpt and not each.in_footnote)
        in_footnotes = (each for each in self.written if each.in_footnote)
        found: list[Written] = []
        for place in places:
            each = next(in_footnotes if place.in_footnote else in_text, None)
            if each is None or not _is_alike(place.citation, each.citation):
                return None
            found.append(each)
        return found


def _is_alike(one: Citation, other: Citation) -> bool:
    """Say whether two citations are the same but for the number of their note."""
    return (one.cites, one.narrative) == (other.cites, other.narrative)
