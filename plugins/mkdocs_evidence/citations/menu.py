"""What readers can do with a reference: copy it, or take it into their reference manager."""

from __future__ import annotations

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render

from .anchors import as_fragment, file_name

_WORKS = "assets/evidence/works"
"""The folder of the built site that holds works in the formats of reference managers."""

BIBTEX, RIS = ".bib", ".ris"
"""How the names of files in each format end."""


def reference_menu(key: str, words: Catalogue, root: str) -> str:
    """Return the menu of a reference, as HTML.

    Args:
        key: The key of the work.
        words: The words of the page's language.
        root: The address of the site's root as seen from the page, with a slash at its end.
    """
    files = {
        "BibTeX": f"{root}{work_file(key, BIBTEX)}",
        "RIS": f"{root}{work_file(key, RIS)}",
    }
    return render("reference_menu.html.jinja", words=words, files=files).strip()


def work_file(key: str, ending: str) -> str:
    """Return the address of a work's file from the root of the site."""
    return f"{_WORKS}/{file_name(key)}{ending}"


def work_marker(key: str) -> str:
    """Return what stands in a reference for the link to the page of the work.

    Which works have such a page is known only when all pages have been converted.
    """
    return f"<!-- evidence/work {as_fragment(key)} -->"
