"""What readers take home of a work: its record as BibTeX and as RIS.

``bibtex`` writes the author's entry without what is only the author's own. ``latex`` keeps its
texts valid. ``ris`` writes the CSL-JSON item by the tables of that format.
"""

from .bibtex import bibtex_names, to_bibtex
from .ris import to_ris

__all__ = ["bibtex_names", "to_bibtex", "to_ris"]
