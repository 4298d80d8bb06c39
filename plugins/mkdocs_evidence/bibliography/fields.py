"""Which type and which field of BibTeX and biblatex is which type and variable of CSL.

The types and fields are those of the BibTeX documentation ("BibTeXing", 1988) and of the biblatex
manual, sections 2.1 and 2.2; the CSL side is CSL 1.0.2, appendices III and IV.
"""

from __future__ import annotations

TYPES = {
    "article": "article-journal",
    "artwork": "graphic",
    "audio": "song",
    "book": "book",
    "bookinbook": "chapter",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "image": "graphic",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "letter": "personal_communication",
    "manual": "report",
    "mastersthesis": "thesis",
    "movie": "motion_picture",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "music": "song",
    "online": "webpage",
    "patent": "patent",
    "performance": "speech",
    "periodical": "periodical",
    "phdthesis": "thesis",
    "proceedings": "book",
    "reference": "book",
    "report": "report",
    "review": "review",
    "software": "software",
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
"""CSL type by entry type; any other is a ``document``."""

ENTRY_SUBTYPES = {"magazine": "article-magazine", "newspaper": "article-newspaper"}

GENRES = {
    "mastersthesis": "Master’s thesis",
    "phdthesis": "Doctoral dissertation",
    "mathesis": "Master’s thesis",
    "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "datacd": "Data CD",
    "audiocd": "Audio CD",
    "software": "Computer software",
}
"""What the kind of a thesis or report is called, by entry type or by the ``type`` field."""

RICH = {
    "title": ("title",),
    "title-short": ("shorttitle",),
    "container-title-short": ("shortjournal",),
    "collection-title": ("series",),
    "event-title": ("eventtitle",),
}
"""CSL variables that may hold markup, and the fields that fill them, the first one given first."""

PLAIN = {
    "volume": ("volume",),
    "page": ("pages",),
    "edition": ("edition",),
    "publisher-place": ("location", "address"),
    "event-place": ("venue",),
    "version": ("version",),
    "number-of-volumes": ("volumes",),
    "number-of-pages": ("pagetotal",),
    "chapter-number": ("chapter",),
    "status": ("pubstate",),
    "PMID": ("pmid",),
    "PMCID": ("pmcid", "pmc"),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "language": ("langid", "language"),
    "original-title": ("origtitle",),
}

PUBLISHERS = ("publisher", "institution", "school", "organization", "howpublished")

ISSUE_TYPES = frozenset(
    ("article-journal", "article-magazine", "article-newspaper", "periodical", "review")
)
"""The types whose ``number`` is an issue."""

SERIES_TYPES = frozenset(("book", "chapter", "paper-conference", "entry-encyclopedia"))
"""The types whose ``number`` counts within their series."""
