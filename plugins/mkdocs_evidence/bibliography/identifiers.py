"""DOI, address and the numbers of archives: where a work is found."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote

from .latex import plain_text, verbatim

_DOI = re.compile(
    r"(?:.*?\bdoi\.org/|.*?\bdoi\s*(?:[:=]\s*)?|.*?\bdoi/)?"
    r"(10\.\d{4,9}(?:\.\d+)*/(?:[^\s;]|;(?=\S))+)",
    re.IGNORECASE | re.S,
)
_RESOLVED = re.compile(r"https?://(?:dx\.)?doi\.org/(10\.\d{4,9}/\S+)", re.IGNORECASE)
_URL = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#][^\s<>\"]*)?", re.IGNORECASE)
_ARXIV = re.compile(
    r"(?:https?://arxiv\.org/abs/|arxiv:)?(\d{4}\.\d{4,5}(?:v\d+)?|[a-z-]+(?:\.[a-z]{2})?/\d{7}\S*)",
    re.IGNORECASE,
)
_ARCHIVES = {
    "arxiv": "https://arxiv.org/abs/",
    "googlebooks": "https://books.google.com?id=",
    "jstor": "https://www.jstor.org/stable/",
    "hdl": "https://hdl.handle.net/",
    "pmc": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
    "pubmed": "https://www.ncbi.nlm.nih.gov/pubmed/",
}
"""Where the numbers of an ``eprinttype`` lead (biblatex manual, section 3.14.7)."""

_ARCHIVE_NAMES = {"arxiv": "arXiv", "psyarxiv": "PsyArXiv", "biorxiv": "bioRxiv",
                  "medrxiv": "medRxiv", "osf": "OSF", "ssrn": "SSRN"}  # fmt: skip


def identifiers(fields: Mapping[str, str]) -> dict[str, str]:
    """Return DOI and URL; an address that only leads to the DOI is not given twice."""
    found: dict[str, str] = {}
    url = web_address(fields.get("url", "")) or _written_elsewhere(fields)
    doi = bare_doi(fields.get("doi", ""))
    resolved = _RESOLVED.fullmatch(url)
    if resolved and (not doi or bare_doi(url).casefold() == doi.casefold()):
        doi, url = doi or bare_doi(url), ""
    if doi:
        found["DOI"] = doi
    if url or (url := "" if doi else _eprint(fields)):
        found["URL"] = url
    return found


def bare_doi(value: str) -> str:
    """Return the bare DOI (ISO 26324) of any way to write it in a field, or nothing."""
    return doi_in(verbatim(value))


def doi_in(text: str) -> str:
    """Return the bare DOI of any way to write it in plain text, or nothing."""
    while "%2f" in text.casefold():  # so that a DOI that was found is found in itself
        text = unquote(text)
    found = _DOI.match(text)
    doi = found[1].rstrip(".,;") if found else ""
    return "" if doi.endswith("/") else doi


def web_address(value: str) -> str:
    """Return the first address of the web in a field, or nothing."""
    written = verbatim(value)
    if found := _URL.search(written):
        return found[0].rstrip(",;")
    return f"https://{written}" if _HOST.fullmatch(written) else ""


def holds_address(value: str) -> bool:
    """Say whether a field that should name a publisher gives an address."""
    return _URL.search(verbatim(value)) is not None


def archive_name(fields: Mapping[str, str]) -> str:
    """Return what the archive of a preprint is called, or nothing."""
    archive = plain_text(fields.get("eprinttype", fields.get("archiveprefix", "")))
    return _ARCHIVE_NAMES.get(archive.casefold(), "") if "eprint" in fields else ""


def _written_elsewhere(fields: Mapping[str, str]) -> str:
    found = _URL.search(verbatim(fields.get("howpublished", "")))
    return found[0].rstrip(",;") if found else ""


def _eprint(fields: Mapping[str, str]) -> str:
    number = verbatim(fields.get("eprint", ""))
    archive = plain_text(fields.get("eprinttype", fields.get("archiveprefix", ""))).casefold()
    arxiv = _ARXIV.fullmatch(number)
    if arxiv and archive in ("", "arxiv"):
        return f"{_ARCHIVES['arxiv']}{arxiv[1]}"
    return f"{_ARCHIVES[archive]}{number}" if number and archive in _ARCHIVES else ""


def doi_address(doi: str) -> str:
    """Return the web address of a DOI."""
    return f"https://doi.org/{quote(doi, safe='/:;().,-_~')}"
