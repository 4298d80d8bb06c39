"""What a page shows of the studies across posts, in the place of its comments."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from mkdocs_evidence.exports.dataset import DATA_FOLDER, FILES
from mkdocs_evidence.languages import Catalogue
from mkdocs_evidence.templates import render

from .addresses import relative_url
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

Each is given the studies, of which there is at least one, the topics of the site in their order,
the address of the page and the words of its language. It returns HTML without ids, as a page may
have it twice; what stands around it is the same for all.
"""

_COMMENT = re.compile(rf"^<!--\s*evidence/({'|'.join(PARTS)})\s*-->$", re.MULTILINE)
"""A comment on a line of its own, which is where Python-Markdown leaves it."""


class Across:
    """Puts tables, plots and maps of the studies of a site into its pages.

    Posts have none: each is about one study, and is read in feeds and on paper, too.

    Args:
        studies: The studies, those of the newest post first.
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
        if page.discussion:
            return html
        return _COMMENT.sub(lambda comment: self._framed(comment[1], page), html)

    def _framed(self, name: str, page: SitePage) -> str:
        """Return a part with what it is above it and with what can be taken home of it below."""
        words = page.citations.words
        if not self._studies:
            return render("across_none.html.jinja", words=words)
        self.pages.add(page.url)
        return render(
            "across.html.jinja",
            name=name,
            part=PARTS[name](self._studies, self._topics, page.url, words),
            count=len(self._studies),
            newest=self._studies[0].date,
            downloads={
                form: relative_url(f"{DATA_FOLDER}/{file}", page.url)
                for form, file in FILES.items()
            },
            words=words,
        )
