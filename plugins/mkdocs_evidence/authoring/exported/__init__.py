"""Works out of the files that PubMed, Zotero and publishers export.

``read_export`` reads a file by its ending: ``ris`` and ``nbib`` by the library rispy, ``csl_json``
Zotero's JSON, and .bib files by our own reader.
"""

from .reading import ENDINGS, CannotRead, read_export

__all__ = ["ENDINGS", "CannotRead", "read_export"]
