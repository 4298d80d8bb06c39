"""Citations such as ``[@coan2017, p. 3]`` in the author's Markdown.

``syntax`` reads them, as Pandoc's manual describes them: ``keys`` finds their keys, ``brackets``
parts what stands in brackets, ``locators`` reads places such as ``p. 3``. ``extension`` puts a
placeholder into the tree of Python-Markdown for each, with what ``affixes`` makes of the words
around a key. ``rendering`` fills these when the whole document is known: ``places`` says where they
stand and in which order they are read, ``writing`` writes them into the text and ``notes`` into
footnotes, ``lists`` adds the references, ``marking`` their languages, ``fates`` what became of the
works, and ``menu`` what readers can do with one. ``anchors`` names
places in a page, and ``tree`` puts formatted text into the tree. ``page`` is what a host and the
citations of a page tell each other, and ``nocite`` reads which works are listed without being
cited. ``finding`` only looks for citations, and ``locate`` finds where a key stands in a file.

Bibliographies are asked for by comments, which ``placeholders`` finds and ``selection_reader``
reads. ``selection`` chooses works, and ``grouping`` puts them together, with ``kinds`` of works.
"""

from .anchors import reference_anchor
from .extension import CitationExtension
from .finding import cited_keys, unknown_keys
from .locate import find_key, unknown_key_problem, without_code
from .marking import in_own_language
from .menu import BIBTEX, RIS, menu_marker, with_menus, work_file, work_marker
from .nocite import EVERY_WORK, read_nocite, uncited_keys
from .page import PageCitations
from .syntax import find_citations

__all__ = [
    "BIBTEX",
    "EVERY_WORK",
    "RIS",
    "CitationExtension",
    "PageCitations",
    "cited_keys",
    "find_citations",
    "find_key",
    "in_own_language",
    "menu_marker",
    "read_nocite",
    "reference_anchor",
    "uncited_keys",
    "unknown_key_problem",
    "unknown_keys",
    "with_menus",
    "without_code",
    "work_file",
    "work_marker",
]
