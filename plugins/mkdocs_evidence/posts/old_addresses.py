"""The files by which the old addresses of posts lead to these."""

from __future__ import annotations

import unicodedata
from urllib.parse import unquote

_PAGES = (".html", ".htm")


def leading_file(address: str) -> str:
    """Return the file of the built site that answers at an old address.

    Args:
        address: The path, as `OldAddress` allows it.
    """
    path = unicodedata.normalize("NFC", unquote(address))
    name = path.strip("/")
    return name if path.lower().endswith(_PAGES) else f"{name}/index.html"
