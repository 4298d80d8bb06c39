"""What became of works after they were published: retracted, corrected, published after a preprint.

The answers of the registries are kept in a small file beside the bibliography, so that builds need
no network and come out alike. An author may write in it too.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from mkdocs_evidence.fields import Date, Fields, Line, Word

FILE = "notices.yaml"
"""The name of the file, in the folder of the bibliography."""

NoticeKind = Literal["retraction", "concern", "correction"]
"""What a notice says of a work: that it is withdrawn, that there are doubts about it, or that
something in it was put right."""

NoticeSource = Literal["publisher", "retraction-watch", "author"]
"""Who told of a notice: the publisher or Retraction Watch, through Crossref, or the site's author,
whose notices are never taken away."""


def _doi(value: str) -> str:
    """Accept a DOI alone, and give it in small letters, since DOIs make no difference."""
    if not value.startswith("10.") or "/" not in value or any(c.isspace() for c in value):
        raise PydanticCustomError("doi", "not a DOI")
    return value.lower()


Doi = Annotated[Word, AfterValidator(_doi)]


class Notice(Fields):
    """A notice about a work."""

    kind: NoticeKind
    """What it says."""
    date: Line | None = None
    """When it was published, as far as known: 2019, 2019-04 or 2019-04-17."""
    notice: Doi | None = None
    """The notice's own DOI."""
    source: NoticeSource = "author"
    """Who told of it."""


class Fate(Fields):
    """What became of one work."""

    notices: list[Notice] = []
    """The notices about it, the gravest first."""
    published: Doi | None = None
    """For a preprint: the DOI of the article that came of it."""
    unknown: bool = False
    """Whether no registry knows its DOI."""


class Notices(Fields):
    """What became of the works of a bibliography."""

    checked: Date | None = None
    """The day on which the registries were last asked; left out where they never were."""
    works: dict[Doi, Fate] = {}
    """By the works' DOIs: those of which there is something to say."""
