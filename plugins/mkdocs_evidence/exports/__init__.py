"""What readers take home of a work or of a post: its record as BibTeX and as RIS.

``bibtex`` writes the author's entry without what is only the author's own, and ``posts`` makes an
entry of a post. ``latex`` keeps texts valid. ``ris`` writes the CSL-JSON item by the tables of that
format.
"""

from .bibtex import as_person, bibtex_names, to_bibtex
from .latex import as_latex
from .posts import post_entry
from .ris import to_ris

__all__ = ["as_latex", "as_person", "bibtex_names", "post_entry", "to_bibtex", "to_ris"]
