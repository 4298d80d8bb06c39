"""What a page shows of the studies across posts, in the place of its comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from mkdocs_evidence.languages import Catalogue

from .covered import CoveredStudy
from .effect_plot import effect_plot
from .evidence_map import evidence_map
from .evidence_table import evidence_table
from .pages import SitePage

Part = Callable[[Sequence[CoveredStudy], Sequence[str], str, Catalogue], str]

PARTS: Mapping[str, Part] = {
    "map": evidence_map,
    "plot": effect_plot,
    "table": evidence_table,
}
"""What can be asked for, behind ``evidence/``.

Each is given the studies, the topics of the site in their order, the address of the page and the
words of its language, and returns HTML.
"""

_COMMENT = re.compile(rf"<!--\s*evidence/({'|'.join(PARTS)})\s*-->")


class Across:
    """Puts tables, plots and maps of the studies of a site into its pages.

    Args:
        studies: The studies.
        topics: The topics of the site, in their order.

    Attributes:
        pages: The addresses of the pages that have one of these.
    """

    def __init__(self, studies: Sequence[CoveredStudy], topics: Sequence[str]) -> None:
        self._studies = studies
        self._topics = topics
        self.pages: set[str] = set()

    def put_into(self, html: str, page: SitePage) -> str:
        """Return the HTML of a page with what its comments ask for."""

        def part(comment: re.Match[str]) -> str:
            self.pages.add(page.url)
            return PARTS[comment[1]](self._studies, self._topics, page.url, page.citations.words)

        return _COMMENT.sub(part, html)
