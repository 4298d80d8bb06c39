"""The files that readers take into their reference managers, one of each format for a work."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import BIBTEX, RIS, work_file
from mkdocs_evidence.exports import to_bibtex, to_ris


def write_downloads(keys: Iterable[str], library: Library, site: Path) -> None:
    """Write works in each format.

    Args:
        keys: The keys of the works that have a menu somewhere on the site.
        library: The entries of the site.
        site: The folder of the built site.
    """
    for key in keys:
        _write(site / work_file(key, BIBTEX), to_bibtex(library[key]))
        _write(site / work_file(key, RIS), to_ris(library.csl(key)))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")
