"""What can be known of works after they were published."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Annotated, Literal, get_args

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from mkdocs_evidence.bibliography.identifiers import doi_in
from mkdocs_evidence.fields import Date, Fields, Word

NoticeKind = Literal["retraction", "concern", "correction"]
"""What a notice says of a work: that it is withdrawn, that there are doubts about it, or that
something in it was put right."""

NoticeSource = Literal["publisher", "retraction-watch", "author"]
"""Who told of a notice: the publisher or Retraction Watch, through Crossref, or the site's author,
whose notices are never taken away."""

_GRAVEST_FIRST: tuple[NoticeKind, ...] = get_args(NoticeKind)
_TRUSTED_FIRST: tuple[NoticeSource, ...] = ("author", "publisher", "retraction-watch")
_PARTIAL_DATES = {"%Y": 4, "%Y-%m": 7, "%Y-%m-%d": 10}
"""The forms of a date of which only the beginning may be known, with their lengths."""


def _doi(value: str) -> str:
    """Accept a DOI in any form; give it alone and in small letters, which mean no other DOI."""
    doi = doi_in(value)
    if not doi or len(value.split()) > 1:
        raise PydanticCustomError("doi", "not a DOI")
    return doi.lower()


def _partial_date(value: str) -> str:
    for form, length in _PARTIAL_DATES.items():
        if len(value) == length and value.isascii():
            try:
                datetime.datetime.strptime(value, form)
            except ValueError:
                break
            return value
    raise PydanticCustomError("partial_date", "not a date")


Doi = Annotated[Word, AfterValidator(_doi)]
PartialDate = Annotated[Word, AfterValidator(_partial_date)]


class Notice(Fields):
    """A notice about a work."""

    kind: NoticeKind
    """What it says."""
    date: PartialDate | None = None
    """When it was published, as far as known: 2019, 2019-04 or 2019-04-17."""
    notice: Doi | None = None
    """The notice's own DOI."""
    source: NoticeSource = "author"
    """Who told of it."""


def _in_order(notices: list[Notice]) -> list[Notice]:
    """Return notices with the gravest first, and of equally grave ones the newest."""
    newest_first = sorted(notices, key=lambda each: each.date or "", reverse=True)
    return sorted(newest_first, key=lambda each: _GRAVEST_FIRST.index(each.kind))


def told_once(notices: Iterable[Notice]) -> list[Notice]:
    """Return notices without those that say the same again.

    The author's words are kept before the publisher's, and those before Retraction Watch's.
    """
    first: dict[tuple[NoticeKind, str | None], Notice] = {}
    for notice in sorted(notices, key=lambda each: _TRUSTED_FIRST.index(each.source)):
        first.setdefault((notice.kind, notice.notice), notice)
    return list(first.values())


class Fate(Fields):
    """What became of one work."""

    notices: Annotated[list[Notice], AfterValidator(_in_order)] = []
    """The notices about it, the gravest first."""
    published: Doi | None = None
    """For a preprint: the DOI of the article that came of it."""
    unknown: bool = False
    """Whether no registry knows its DOI."""

    @property
    def retraction(self) -> Notice | None:
        """The newest notice that it is withdrawn, if there is one."""
        return self._newest("retraction")

    @property
    def concern(self) -> Notice | None:
        """The newest notice that there are doubts about it, if there is one."""
        return self._newest("concern")

    def _newest(self, kind: NoticeKind) -> Notice | None:
        return next((each for each in self.notices if each.kind == kind), None)


class Notices(Fields):
    """What became of the works of a bibliography."""

    checked: Date | None = None
    """The day on which the registries were last asked; left out where they never were."""
    works: dict[Doi, Fate] = {}
    """By the works' DOIs: those of which there is something to say."""

    def of(self, doi: str) -> Fate:
        """Return what became of the work with a DOI, in whatever letters it is written."""
        return self.works.get(doi.lower(), _NOTHING_KNOWN)


_NOTHING_KNOWN = Fate()
