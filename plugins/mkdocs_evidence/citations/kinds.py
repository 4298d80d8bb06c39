"""The kinds of works by which a bibliography can be grouped, in the order in which they stand."""

from __future__ import annotations

KINDS = {
    "articles": ("article-journal", "review"),
    "books": ("book",),
    "chapters": ("chapter", "entry-encyclopedia"),
    "conferences": ("paper-conference", "speech"),
    "theses": ("thesis",),
    "reports": ("report", "pamphlet"),
    "press": ("article-magazine", "article-newspaper"),
    "web": ("webpage",),
    "data": ("dataset", "software"),
    "media": ("graphic", "motion_picture", "song"),
    "law": ("legal_case", "legislation", "patent", "treaty"),
    "papers": ("manuscript", "personal_communication"),
}
"""The types of CSL (1.0.2, appendix III) that entries become, by the kind they belong to."""

OTHER = "other"
"""The kind of what has no type, such as an entry ``misc``."""

_KIND_OF = {kind: name for name, kinds in KINDS.items() for kind in kinds}


def kind_of(csl_type: str) -> str:
    """Return the kind to which works of a CSL type belong."""
    return _KIND_OF.get(csl_type, OTHER)
