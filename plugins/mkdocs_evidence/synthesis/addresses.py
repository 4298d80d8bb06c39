"""The addresses of pages as seen from each other."""

from __future__ import annotations

import posixpath


def relative_url(url: str, base: str) -> str:
    """Return the address of a page as a link on another page has it.

    Args:
        url: The address of the page, from the root of the site, such as ``works/coan2017/``; that
            of the root is empty.
        base: The address of the other page, from the root too. A link starts from its last slash
            (RFC 3986, section 5.2.3).
    """
    path = posixpath.relpath(f"/{url}", f"/{posixpath.dirname(base)}")
    return f"{path}/" if url.endswith("/") else path
