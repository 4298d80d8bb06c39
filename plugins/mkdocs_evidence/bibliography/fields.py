"""Which type and which field of BibTeX and biblatex is which type and variable of CSL.

The types and fields are those of the BibTeX documentation ("BibTeXing", 1988) and of the biblatex
manual, sections 2.1 and 2.2; the CSL side is CSL 1.0.2, appendices III and IV.
"""

from __future__ import annotations

from collections.abc import Mapping

TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "commentary": "book",
    "conference": "paper-conference",
    "data": "dataset",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legal": "treaty",
    "legislation": "legislation",
    "letter": "personal_communication",
    "letters": "personal_communication",
    "manual": "book",
    "mastersthesis": "thesis",
    "movie": "motion_picture",
    "music": "song",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "newsarticle": "article-newspaper",
    "online": "webpage",
    "patent": "patent",
    "performance": "speech",
    "periodical": "article-journal",
    "phdthesis": "thesis",
    "presentation": "speech",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
    "standard": "legislation",
    "suppbook": "chapter",
    "suppcollection": "chapter",
    "suppperiodical": "article-journal",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "url": "webpage",
    "video": "motion_picture",
    "webpage": "webpage",
    "www": "webpage",
}
"""CSL type by entry type."""

UNTYPED = ""
"""The type of ``misc`` and of entry types that are not known.

CSL's ``document`` would be for items that fit no other type; but an author's ``misc`` may be
anything, and the styles have a form for what they do not expect.
"""

SUBTYPED = frozenset(("article", "periodical", "suppperiodical"))
ENTRY_SUBTYPES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
"""What ``entrysubtype`` makes of the types above."""

PARTS = frozenset(
    (
        "bookinbook", "conference", "inbook", "incollection", "inproceedings", "inreference",
        "suppbook", "suppcollection",
    )
)  # fmt: skip
"""The entry types for parts of a book, whose ``booktitle`` names that book."""

NUMBERED_IN_SERIES = PARTS | {
    "book", "collection", "mvbook", "mvcollection", "mvproceedings", "mvreference", "proceedings",
    "reference",
}  # fmt: skip
"""The entry types whose ``number`` counts within their series (biblatex manual 2.3.10)."""

NUMBERED_AS_ISSUE = frozenset(("article", "periodical", "review", "suppperiodical"))
"""The entry types whose ``number`` is an issue."""

GENRES = {
    "mastersthesis": "Master’s thesis",
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "technical report",
    "resreport": "research report",
    "software": "computer software",
    "datacd": "CD-ROM",
    "audiocd": "audio CD",
    "patentde": "German patent",
    "patenteu": "European patent",
    "patentfr": "French patent",
    "patentuk": "British patent",
    "patentus": "U.S. patent",
    "patreqde": "German patent request",
    "patreqeu": "European patent request",
    "patreqfr": "French patent request",
    "patrequk": "British patent request",
    "patrequs": "U.S. patent request",
}
"""What biblatex's words for the ``type`` field stand for (manual, section 4.9.2.13)."""

COUNTRIES = {
    "countryde": "Germany",
    "countryeu": "European Union",
    "countryep": "European Union",
    "countryfr": "France",
    "countryuk": "United Kingdom",
    "countryus": "United States of America",
}
"""What biblatex's words for the ``location`` of a patent stand for."""

REPEATED_TYPES = frozenset(
    ("book", "book section", "edited book", "electronic article", "journal article", "web page")
)
"""What EndNote writes into the ``type`` field: the type of the entry again, in its own words."""

GENRES_BY_TYPE = {kind: GENRES[kind] for kind in ("mastersthesis", "phdthesis")}

STATES = {
    "inpreparation": "in preparation",
    "submitted": "submitted",
    "forthcoming": "forthcoming",
    "inpress": "in press",
    "prepublished": "pre-published",
}
"""What biblatex's words for the ``pubstate`` field stand for (manual, section 4.9.2.11)."""

RICH: Mapping[str, tuple[str, ...]] = {
    "container-title-short": ("shortjournal",),
    "collection-title": ("series",),
    "event": ("eventtitle",),  # by its name in CSL 1.0.1, which styles for 1.0.2 know too
    "original-title": ("origtitle",),
}
"""CSL variables that may hold markup, and the fields that fill them, the first one given first."""

PLAIN: Mapping[str, tuple[str, ...]] = {
    "publisher-place": ("address", "location"),
    "original-publisher": ("origpublisher",),
    "original-publisher-place": ("origlocation",),
    "event-place": ("venue",),
    "version": ("version",),
    "number-of-volumes": ("volumes",),
    "number-of-pages": ("pagetotal",),
    "chapter-number": ("chapter",),
    "PMID": ("pmid",),
    "PMCID": ("pmcid",),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "call-number": ("library",),
    "annote": ("annotation", "annote"),
}

PUBLISHERS = ("school", "institution", "organization", "howpublished", "publisher")
"""Who published a work. biblatex reads these as lists, but "Taylor and Francis" is one name."""

PRINTED = frozenset(
    (
        "address", "author", "booktitle", "chapter", "crossref", "date", "editor", "edition",
        "eprint", "howpublished", "institution", "issue", "journal", "journaltitle", "location",
        "month", "number", "organization", "pages", "publisher", "school", "series", "subtitle",
        "title", "translator", "urldate", "volume", "year",
    )
)  # fmt: skip
"""Fields whose name is worth spelling right: what stands in them would be missed."""
