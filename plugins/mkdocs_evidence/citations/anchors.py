"""The names of places in a page: of references, and of the cites that lead to them."""

from __future__ import annotations

import re
from hashlib import sha256

_LONGEST = 100
"""How many signs of a key stand in the name of its file; systems allow some 250 bytes."""

_PORTS = (f"{port}{number}" for port in ("com", "lpt") for number in range(10))
_RESERVED = frozenset(("aux", "con", "nul", "prn", *_PORTS))
"""What no file can be called on Windows, whatever its ending
(https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""


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
    name = as_fragment(key).replace(":", ".3A.")
    if len(name) > _LONGEST:
        name = f"{name[:_LONGEST]}.{sha256(key.encode()).hexdigest()[:16]}"
    base, dot, rest = name.partition(".")
    if base.casefold() in _RESERVED:
        name = f"{base[:-1]}.{ord(base[-1]):X}.{dot}{rest}"
    return name
