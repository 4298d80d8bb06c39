"""What readers can do with a reference: copy it, or take it into their reference manager."""

from __future__ import annotations

import re

from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render

from .anchors import as_fragment, file_name

_WORKS = "assets/evidence/works"
"""The folder of the built site that holds works in the formats of reference managers."""

_FILE = "{file}"
"""What stands for the name of a work's file until it is known."""

BIBTEX, RIS = ".bib", ".ris"
"""How the names of files in each format end."""


_MENU = re.compile(r"<!-- evidence/menu (\S+) -->")


def menu_marker(key: str) -> str:
    """Return what stands in a reference for its menu.

    The menu itself is no part of the text, so that searches, feeds and whatever else reads the
    content of a page need not read it.
    """
    return f"<!-- evidence/menu {file_name(key)} -->"


def with_menus(html: str, words: Catalogue, root: str) -> str:
    """Return a page with the menus of its references.

    Args:
        html: The whole page.
        words: The words of its language.
        root: The address of the site's root as seen from the page: empty, or with a slash at its
            end.
    """
    if "<!-- evidence/menu " not in html:
        return html
    template = render("reference_menu.html.jinja", words=words, file=f"{root}{_WORKS}/{_FILE}")
    return _MENU.sub(lambda marker: template.replace(_FILE, marker[1]), html)


def work_file(key: str, ending: str) -> str:
    """Return the address of a work's file from the root of the site."""
    return f"{_WORKS}/{file_name(key)}{ending}"


def work_marker(key: str) -> str:
    """Return what stands in a reference for the link to the page of the work.

    Which works have such a page is known only when all pages have been converted.
    """
    return f"<!-- evidence/work {as_fragment(key)} -->"
