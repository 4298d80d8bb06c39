"""The links from references to the pages of works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape

from mkdocs_evidence.citations import work_marker

from .addresses import relative_url
from .pages import SitePage

_MARKER = "<!-- evidence/work "
_MARKERS = re.compile(rf"{_MARKER}\S+ -->")


class WorkLinks:
    """The links to the pages of works.

    Args:
        addresses: The addresses of these pages from the root of the site, by the keys of the works.
    """

    def __init__(self, addresses: Mapping[str, str]) -> None:
        self._addresses = addresses
        self._by_marker = {work_marker(key): url for key, url in addresses.items()}

    def link(self, key: str, page: SitePage) -> str:
        """Return the link from a page to that of a work, as HTML; nothing if there is none."""
        return _link(self._addresses[key], page) if key in self._addresses else ""

    def put_into(self, html: str, page: SitePage) -> str:
        """Return the HTML of a page with links for markers; those without a page go."""
        if _MARKER not in html:
            return html

        def linked(marker: re.Match[str]) -> str:
            url = self._by_marker.get(marker[0])
            return "" if url is None else _link(url, page)

        return _MARKERS.sub(linked, html)


def _link(url: str, page: SitePage) -> str:
    label = escape(page.citations.words.text("work_page"))
    href = escape(relative_url(url, page.url))
    return f'<a class="reference-work" href="{href}">{label}</a>'
