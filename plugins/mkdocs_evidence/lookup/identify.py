"""What an author means by a line of text: a DOI, a number of PubMed, or a title."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote


@dataclass(frozen=True)
class Doi:
    """A DOI (ISO 26324), without anything before or after it."""

    value: str


@dataclass(frozen=True)
class Pmid:
    """The number of an article in PubMed."""

    value: str


@dataclass(frozen=True)
class Title:
    """A title, or whatever else may be found in one."""

    value: str


_DOI = re.compile(r"(?<![\w.])10\.\d{4,9}(?:\.\d+)*/\S+")
_PMID = re.compile(
    r"(?:pmid\s*:?\s*"
    r"|(?:https?://)?(?:pubmed\.ncbi\.nlm\.nih\.gov|(?:www\.)?ncbi\.nlm\.nih\.gov/pubmed)/)?"
    r"0*([1-9]\d{0,7})/?(?:[?#]\S*)?\.?",
    re.IGNORECASE | re.ASCII,
)
_PUBLISHER = re.compile(r"(?:://|\bwww\.)(?!(?:dx\.|www\.)?doi\.org/)\S*$", re.IGNORECASE)
"""The beginning of an address that has a DOI in it and does not lead through the DOI system."""

_BEHIND_DOI = re.compile(
    r"[?#&].*|/(?:abstract|epdf|epub|full|fulltext|full-text|html|meta|pdf|summary|tables)\b.*"
    r"|(?:v\d+)?(?:\.full(?:-text)?|\.abstract)?(?:\.pdf|\.html?)?$",
    re.IGNORECASE,
)
"""What publishers write behind the DOI in the addresses of their pages."""

_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}
_PUNCTUATION = ".,;:!?'\"’”»/"


def identify(text: str) -> Doi | Pmid | Title:
    """Return what is meant by a text: a DOI or a PMID, however it is written, or else a title."""
    text = " ".join(text.split())
    if pmid := _PMID.fullmatch(text):
        return Pmid(pmid[1])
    decoded = unquote(text) if "%2f" in text.lower() else text
    if found := _DOI.search(decoded):
        doi = found[0]
        if _PUBLISHER.search(decoded[: found.start()]):
            prefix, _, suffix = doi.partition("/")
            doi = f"{prefix}/{_BEHIND_DOI.sub('', suffix)}"
        if (doi := _without_closing(doi)).count("/"):
            return Doi(doi)
    return Title(text)


def _without_closing(doi: str) -> str:
    """Take off the punctuation and the closing brackets that belong to the text around a DOI."""
    while doi:
        last = doi[-1]
        opening = _BRACKETS.get(last, "")
        unopened = opening and doi.count(last) > doi.count(opening)
        if last not in _PUNCTUATION and not unopened:
            return doi
        doi = doi[:-1]
    return doi
