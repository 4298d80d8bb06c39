"""PubMed's own format, of files that end in .nbib.

The tags are those of the "MEDLINE/PubMed Data Element (Field) Descriptions" of the National Library
of Medicine; a line is a tag of up to four letters, a hyphen and a value, and goes on with spaces.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar

from rispy.parser import RisParser

from mkdocs_evidence.bibliography.languages import language_tag
from mkdocs_evidence.bibliography.mapping import CslItem

from .people import date_parts, person, whole_pages

_TAGS = (
    "PMID", "PMC", "TI", "BTI", "JT", "TA", "DP", "DEP", "VI", "IP", "PG", "LID", "AID", "AU",
    "FAU", "CN", "IS", "LA", "PT", "PB", "PL", "ED", "FED", "ISBN",
)  # fmt: skip
_LISTS = ["AU", "FAU", "CN", "ED", "FED", "LID", "AID", "IS", "PT", "LA", "ISBN"]


class _MedlineParser(RisParser):  # type: ignore[misc]  # rispy has no type hints
    """Reads records that begin with PMID and end with an empty line."""

    START_TAG = "PMID"
    END_TAG = "ER"
    DEFAULT_MAPPING: ClassVar[dict[str, str]] = {tag: tag for tag in _TAGS}
    DEFAULT_LIST_TAGS: ClassVar[list[str]] = _LISTS
    DEFAULT_DELIMITER_MAPPING: ClassVar[dict[str, str]] = {}

    def parse_line(self, line: str) -> tuple[str, str] | tuple[None, str]:
        found = re.match(r"([A-Z]{2,4}) *- ?(.*)", line)
        return (found[1], found[2].strip()) if found else (None, line.strip())


def read_nbib(text: str) -> list[CslItem]:
    """Return the works of a file of PubMed's as CSL-JSON."""
    records = re.split(r"(?m)^(?=PMID *-)", text.replace("\ufeff", ""))
    found: list[dict[str, Any]] = []
    for record in records:
        lines = re.sub(r"\n[ \t]+", " ", record.strip())
        found += _MedlineParser(skip_unknown_tags=True).parse(f"{lines}\nER  - \n")
    return [_item(record) for record in found]


def _item(record: Mapping[str, Any]) -> CslItem:
    kinds = [kind.lower() for kind in record.get("PT", ())]
    is_preprint = "preprint" in kinds
    is_book = "BTI" in record and "TI" not in record
    title = record.get("TI") or record.get("BTI", "")
    found: CslItem = {
        "type": "article" if is_preprint else "book" if is_book else _kind(record),
        "title": re.sub(r"^\[(.*)\]$", r"\1", title.rstrip(".")),
        "container-title": "" if is_book else record.get("BTI") or record.get("JT", ""),
        "author": _people(record),
        "issued": date_parts(record.get("DP", "")) or date_parts(record.get("DEP", "")),
        "volume": record.get("VI", ""),
        "issue": record.get("IP", ""),
        "page": whole_pages(record.get("PG", "")) or _identifier(record, "pii", short=True),
        "publisher": record.get("PB", ""),
        "ISSN": next((each.split()[0] for each in record.get("IS", ()) if each), ""),
        "DOI": _identifier(record, "doi"),
        "PMID": record["PMID"].split()[0] if record["PMID"] else "",
        "PMCID": record.get("PMC", ""),
        "language": next((language_tag(each) for each in record.get("LA", ())), ""),
    }
    return {name: value for name, value in found.items() if value}


def _kind(record: Mapping[str, Any]) -> str:
    return "chapter" if "BTI" in record else "article-journal"


def _people(record: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return the authors by their full names where they are given; groups come after people."""
    full = [person(written) for written in record.get("FAU", ())]
    short = [_by_initials(written) for written in record.get("AU", ())]
    return [*(full or short), *({"literal": group} for group in record.get("CN", ()))]


def _by_initials(written: str) -> dict[str, str]:
    family, _, initials = written.rpartition(" ")
    given = " ".join(f"{letter}." for letter in initials)
    return {"family": family, "given": given} if family else {"literal": written}


def _identifier(record: Mapping[str, Any], kind: str, *, short: bool = False) -> str:
    """Return "10.1/x" of "10.1/x [doi]"; a number that stands for pages is short."""
    for written in (*record.get("LID", ()), *record.get("AID", ())):
        value, _, given = written.rpartition(" ")
        if given == f"[{kind}]" and not (short and not re.fullmatch(r"[eE]?\d{2,9}", value)):
            return str(value)
    return ""
