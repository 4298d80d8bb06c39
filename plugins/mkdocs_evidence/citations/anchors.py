"""The names of places in a page: of references, and of the cites that lead to them."""

from __future__ import annotations

import re


def reference_anchor(key: str) -> str:
    """Return the id of a work's reference, the same on every page."""
    return f"ref-{as_fragment(key)}"


def cite_anchor(key: str, number: int) -> str:
    """Return the id of a cite on a page, where the cites of each work are counted from 1."""
    return f"cite-{as_fragment(key)}-{number}"


def as_fragment(key: str) -> str:
    """Return a key as a part of an id that needs no escape in an address."""
    return re.sub(r"[^A-Za-z0-9_:-]", lambda sign: f".{ord(sign[0]):X}.", key)


def file_name(key: str) -> str:
    """Return a key as the name of a file on any system, different for different keys.

    Systems that make no difference between small letters and capitals have one file for keys
    that differ in these only.
    """
    return as_fragment(key).replace(":", ".3A.")
