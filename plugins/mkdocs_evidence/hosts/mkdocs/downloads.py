"""The files that readers take into their reference managers, one of each format for a work.

A post is a work too.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import BIBTEX, RIS, work_file
from mkdocs_evidence.exports import post_entry, to_bibtex, to_ris


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


def post_key(slug: str) -> str:
    """Return what a post is called among works; a comma stands in no key of a bibliography."""
    return f"post,{slug}"


def write_post(slug: str, item: Mapping[str, Any], site: Path) -> None:
    """Write a post in each format.

    Args:
        slug: The last part of its address.
        item: The post as an item of CSL-JSON.
        site: The folder of the built site.
    """
    _write(site / work_file(post_key(slug), BIBTEX), to_bibtex(post_entry(item, slug)))
    _write(site / work_file(post_key(slug), RIS), to_ris(item))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8", newline="")
