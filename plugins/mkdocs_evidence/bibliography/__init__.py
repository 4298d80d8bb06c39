"""The author's .bib files: read entry by entry, and mapped to CSL-JSON items.

``reader`` turns one file's text into entries that know their line, with ``record``, ``values`` and
``names``, and into problems in plain words, with ``checks``. ``library`` holds the entries of all
files of a site, after they have taken over from each other (``inheritance``). ``mapping`` turns an
entry into the item a citation processor works on, with ``fields`` (the tables), ``titles``,
``casing``, ``dates``, ``identifiers`` and ``languages``; all of them read LaTeX through ``latex``
and ``symbols``.
"""

from .entry import Entry, Person
from .identifiers import doi_address
from .library import Library, at_key
from .mapping import csl_json
from .reader import read_bibliography

__all__ = [
    "Entry",
    "Library",
    "Person",
    "at_key",
    "csl_json",
    "doi_address",
    "read_bibliography",
]
