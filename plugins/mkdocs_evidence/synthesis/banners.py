"""What readers of a post are told of retracted works that it cites."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_evidence.citations import reference_anchor
from mkdocs_evidence.citations.fates import Fates, notice_day
from mkdocs_evidence.templates import render

from .names import ProcessorFor, naming_processor, short_names
from .pages import SitePage

BANNER = "<!-- evidence/banner -->"
"""What stands in a post for its banner until it is known which works the post cites."""


@dataclass(frozen=True)
class WarnedWork:
    """A cited work of which readers are warned.

    Attributes:
        name: Its short name, such as “Coan et al. (2017)”.
        href: The address of its reference on the page.
        said: What became of it, in a word or two.
        day: When, as far as known; may be empty.
    """

    name: str
    href: str
    said: str
    day: str


class Banners:
    """The banners of posts that cite works of which readers are warned.

    Args:
        fates: What became of works.
        processor_for: Gives the processor for a language and a style.
    """

    def __init__(self, fates: Fates, processor_for: ProcessorFor) -> None:
        self._fates = fates
        self._processor_for = processor_for

    def put_into(self, html: str, page: SitePage) -> str:
        """Return the HTML of a page with its banner in the place of the marker, if it has one.

        The work that a post discusses has a banner of its own.
        """
        if BANNER not in html:
            return html
        return html.replace(BANNER, self._banner(page), 1)

    def _banner(self, page: SitePage) -> str:
        discussed = page.discussion.article if page.discussion else None
        cited = (key for key in page.citations.cited if key != discussed)
        warnings = {key: notice for key in cited if (notice := self._fates.warning(key))}
        if not warnings:
            return ""
        words = page.citations.words
        names, _ = short_names([*warnings], naming_processor(words.language, self._processor_for))
        works = [
            WarnedWork(
                names[key],
                f"#{reference_anchor(key)}",
                words.text(f"notice_{notice.kind}"),
                notice_day(notice, words),
            )
            for key, notice in warnings.items()
        ]
        return render("cited_banner.html.jinja", works=works, words=words)
