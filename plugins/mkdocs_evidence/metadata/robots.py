"""The file that tells search engines what they may read (RFC 9309), and where the sitemap is."""

from __future__ import annotations


def robots(home: str) -> str:
    """Return the file of a site of which everything may be read.

    Args:
        home: The full address of the site, with a slash at its end.
    """
    return f"User-agent: *\nAllow: /\n\nSitemap: {home}sitemap.xml\n"
