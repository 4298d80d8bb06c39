"""The files that readers take home.

For their reference managers there is one of each format for a work, and a post is a work too. For
colleagues there are the studies as data.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import BIBTEX, RIS, work_file
from mkdocs_evidence.exports import post_entry, to_bibtex, to_ris
from mkdocs_evidence.exports.dataset import DATA_FOLDER


def write_downloads(keys: Iterable[str], library: Library, site: Path) -> None:
    """Write works in each format.

    Args:
        keys: The keys of the works that have a menu somewhere on the site.
        library: The entries of the site.
        site: The folder of the built site.
    """
    for key in keys:
        _write(site / work_file(key, BIBTEX), to_bibtex(library[key]).encode())
        _write(site / work_file(key, RIS), to_ris(library.csl(key)).encode())


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
    _write(site / work_file(post_key(slug), BIBTEX), to_bibtex(post_entry(item, slug)).encode())
    _write(site / work_file(post_key(slug), RIS), to_ris(item).encode())


def write_dataset(files: Mapping[str, bytes], site: Path) -> None:
    """Write the studies as data.

    Args:
        files: The files by their names.
        site: The folder of the built site.
    """
    for name, data in files.items():
        _write(site / DATA_FOLDER / name, data)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
