"""A summary as the site sees it."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property

from mkdocs_evidence.comments import Commented
from mkdocs_evidence.languages import Catalogue, catalogue
from mkdocs_evidence.settings import Author, Settings, in_language
from mkdocs_evidence.summary import Section, Summary

from .text import as_plain_text, as_slug, minutes_to_read, shortened

DESCRIPTION_LENGTH = 155
"""How many characters of a description search engines show."""

ENOUGH = 2000
"""How many characters of Markdown are looked at for a description."""


@dataclass(frozen=True)
class Post:
    """A summary with what the site adds to it.

    Attributes:
        summary: What the author wrote.
        uri: The author's file, named from the folder of the pages.
        settings: What the site sets.
    """

    summary: Summary
    uri: str
    settings: Settings

    @cached_property
    def slug(self) -> str:
        """The last part of the post's address: its own, or made from the file's name."""
        name = posixpath.splitext(posixpath.basename(self.uri))[0].lower()
        return self.summary.slug or as_slug(name) or name

    @property
    def id(self) -> str:
        """The name that stays the same for ever."""
        return self.summary.id or self.slug

    def commented(self, url: str) -> Commented:
        """Return the post, which has this address, as its readers comment on it."""
        return Commented(self.summary.title, url, self.slug, self.id, self.summary.thread)

    @property
    def language(self) -> str:
        """The language of the summary."""
        return self.summary.language or self.settings.language

    @property
    def words(self) -> Catalogue:
        """The words of the summary's language."""
        return catalogue(self.language)

    @property
    def authors(self) -> list[Author]:
        """Who signs the summary."""
        names = self.summary.authors or ([self.settings.author] if self.settings.author else [])
        return [self.settings.author_named(name) for name in names]

    @property
    def sections(self) -> list[tuple[str, str, Section]]:
        """The sections with their names and the headings that readers see."""
        return [
            (name, section.heading or heading(name, self.settings, self.language), section)
            for name, section in self.summary.sections.items()
        ]

    @property
    def conclusion_heading(self) -> str:
        """The heading of the conclusion."""
        part = self.summary.conclusion
        return (part and part.heading) or heading("conclusion", self.settings, self.language)

    @cached_property
    def minutes(self) -> int:
        """How many minutes it takes to read."""
        return minutes_to_read(self.summary.texts)

    @cached_property
    def description(self) -> str:
        """One plain sentence about the post; empty where nothing is written yet."""
        first = self.summary.lead or next((part.text for _, _, part in self.sections), "")
        return self.summary.description or shortened(
            as_plain_text(first[:ENOUGH]), DESCRIPTION_LENGTH
        )


def heading(part: str, settings: Settings, language: str) -> str:
    """Return the usual heading of a section: the site's own, or else the language's.

    Args:
        part: The id of the section, or ``conclusion``.
        settings: What the site sets.
        language: The language of the post.
    """
    own = next((s.heading for s in settings.sections if s.id == part), {})
    words = catalogue(language)
    if own:
        return in_language(own, language)
    name = part if part == "conclusion" else f"section_{part}"
    return words.text(name) if words.has(name) else part.replace("_", " ").capitalize()
