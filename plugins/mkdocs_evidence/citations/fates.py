"""What readers are told of a work that was retracted, doubted or corrected."""

from __future__ import annotations

from mkdocs_evidence.bibliography import Library, doi_address
from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.notices import Fate, Notice, Notices
from mkdocs_evidence.templates import render


class Fates:
    """What became of the works of a library.

    Args:
        library: The works.
        notices: What became of works, by their DOIs.
    """

    def __init__(self, library: Library, notices: Notices) -> None:
        self._library = library
        self._notices = notices

    def of(self, key: str) -> Fate:
        """Return what became of a work.

        Raises:
            KeyError: No entry has this key.
        """
        doi = self._library.csl(key).get("DOI", "") if self._notices.works else ""
        return self._notices.of(str(doi))

    def warning(self, key: str) -> Notice | None:
        """Return the notice of which readers are warned where a post is about a work, if any.

        Raises:
            KeyError: No entry has this key.
        """
        fate = self.of(key)
        return fate.retraction or fate.concern


NO_FATES = Fates(Library(), Notices())
"""Those of a site that knows nothing of what became of its works."""


def fate_note(fate: Fate, words: Catalogue) -> str:
    """Return what stands below the reference of a work, as HTML; nothing where all is well."""
    if not fate.notices:  # as nearly always, and a site has tens of thousands of references
        return ""
    notes = [
        (words.text(f"notice_{notice.kind}"), notice_day(notice, words), _address(notice))
        for notice in fate.notices
    ]
    return render("fate_note.html.jinja", notes=notes, words=words)


def article_banner(notice: Notice, words: Catalogue) -> str:
    """Return what readers are told before a post on a work of which they are warned, as HTML."""
    return render(
        "article_banner.html.jinja",
        said=warning(notice, words),
        day=notice_day(notice, words),
        address=_address(notice),
        words=words,
    )


def warning(notice: Notice, words: Catalogue) -> str:
    """Return what readers of a post on a work are warned of, in a sentence or two of plain text."""
    return words.text(f"banner_{notice.kind}")


def notice_day(notice: Notice, words: Catalogue) -> str:
    """Return when a notice appeared, as it is written out in a language; empty if unknown."""
    return words.partial_date(notice.date) if notice.date else ""


def _address(notice: Notice) -> str:
    return doi_address(notice.notice) if notice.notice else ""
