"""Addresses in posts: which are safe, and where they lead."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urljoin, urlsplit

_SAFE_SCHEMES = {"http", "https", "mailto", "tel", "ftp"}
_SCHEME = re.compile(r"[^/?#]*?:")
_INVISIBLE = re.compile(r"[\x00-\x20\x7f]+")
"""What browsers leave out of an address, so that ``java\\nscript:`` would run."""


def without_spaces(address: str) -> str:
    """Return an address without the signs that browsers leave out of one."""
    return _INVISIBLE.sub("", address)


def is_safe(address: str) -> bool:
    """Say whether an address may be linked to: it runs nothing in the browser."""
    scheme = _SCHEME.match(without_spaces(address))
    return scheme is None or scheme[0][:-1].lower() in _SAFE_SCHEMES


def is_on_the_web(address: str) -> bool:
    """Say whether an address is a whole one of the web."""
    parts = parts_of(address)
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def parts_of(address: str) -> SplitResult:
    """Return the parts of an address; one that is broken has none."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")


def joined(base: str, address: str) -> str:
    """Return an address as seen from another one; the same where that is not known."""
    try:
        return urljoin(base, address) if base else address
    except ValueError:
        return address
