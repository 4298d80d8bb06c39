"""What Crossref tells of the fate of works: its records of updates as notices.

A record says that one work updates another; Crossref shows it with both, as ``updated-by`` and as
``update-to``, from the publisher and from Retraction Watch
(https://crossref.gitlab.io/tutorials/get-rw-metadata/).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mkdocs_evidence.bibliography.identifiers import doi_in
from mkdocs_evidence.notices import Notice, NoticeKind, told_once

from .answers import group, groups, text
from .describing import csl_date

_KINDS: dict[str, NoticeKind] = {
    "retraction": "retraction",
    "withdrawal": "retraction",
    "removal": "retraction",
    "partial_retraction": "retraction",
    "expression_of_concern": "concern",
    "correction": "correction",
    "corrigendum": "correction",
    "erratum": "correction",
    "addendum": "correction",
    "clarification": "correction",
}
"""The types of updates that are told; a new version or edition is none of a work's faults
(https://www.crossref.org/documentation/register-maintain-records/maintaining-your-metadata/registering-updates/)."""

_REINSTATEMENT = "reinstatement"


def notices_about(message: Mapping[str, Any], doi: str) -> list[Notice]:
    """Return the notices about a work that Crossref's description of it tells of."""
    records = groups(message.get("updated-by"))
    taken_back = max((_day(each) for each in records if _type(each) == _REINSTATEMENT), default="")
    notices = [_notice(each, doi_in(text(each.get("DOI"))), doi) for each in records]
    return told_once(
        notice
        for notice in notices
        if notice
        and not (notice.kind == "retraction" and taken_back and (notice.date or "") <= taken_back)
    )


def notices_in(message: Mapping[str, Any], doi: str) -> dict[str, list[Notice]]:
    """Return the notices that a work itself is, by the DOIs of the works that they are about.

    These are in small letters, as in the file of notices.
    """
    found: dict[str, list[Notice]] = {}
    for each in groups(message.get("update-to")):
        about = doi_in(text(each.get("DOI"))).lower()
        if about and about != doi.lower() and (notice := _notice(each, doi, about)):
            found[about] = told_once([*found.get(about, []), notice])
    return found


def _notice(record: Mapping[str, Any], notice: str, about: str) -> Notice | None:
    """Return a record as a notice; one that has no text of its own has no DOI of its own either."""
    kind = _KINDS.get(_type(record))
    if kind is None:
        return None
    return Notice(
        kind=kind,
        date=_day(record) or None,
        notice=notice if notice and notice.lower() != about.lower() else None,
        source="retraction-watch" if record.get("source") == "retraction-watch" else "publisher",
    )


def _type(record: Mapping[str, Any]) -> str:
    return text(record.get("type")).lower().replace("-", "_").replace(" ", "_")


def _day(record: Mapping[str, Any]) -> str:
    written = group(record.get("updated")).get("date-parts")
    parts = written[0] if isinstance(written, list) and written else []
    date = csl_date(parts if isinstance(parts, list) else []).get("date-parts", [[]])[0]
    return "-".join(f"{part:02}" for part in date)
