"""The author's .bib files: read entry by entry, and mapped to CSL-JSON items.

``reader`` turns one file's text into entries that know their line and into problems in plain
words; ``library`` holds the entries of all files of a site; ``mapping`` turns an entry into the
item a citation processor works on, with ``fields`` (the tables), ``names``, ``dates`` and
``latex`` beside it.
"""

from .entry import Entry, Person
from .library import Library
from .mapping import csl_json
from .reader import read_bibliography

__all__ = ["Entry", "Library", "Person", "csl_json", "read_bibliography"]
