"""The authors and topics of old posts, under the names that the site has for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from mkdocs_evidence.authoring.site_lists import short_names
from mkdocs_evidence.authoring.words import one_line, plain_letters
from mkdocs_evidence.settings import Settings

from .reading.rendered import harmless_name
from .recognising import Recognised


class Names:
    """The names of authors and topics that posts have, and those that a site lists.

    Args:
        settings: What the site sets. A site that lists no authors, or no topics, takes any.
        authors: All authors of the posts.
        topics: All topics of the posts.

    Attributes:
        new_authors: The authors that the site does not list, by short names made for them.
        new_topics: The topics that it does not list.
    """

    def __init__(self, settings: Settings, authors: Iterable[str], topics: Iterable[str]) -> None:
        self._authors = {_same(each.name): short for short, each in settings.authors.items()}
        self._authors |= {_same(short): short for short in settings.authors}
        self._topics = {_same(topic): topic for topic in settings.topics}
        self.new_authors: Mapping[str, str] = {}
        self.new_topics: Sequence[str] = ()
        if settings.authors:
            unknown = [each for each in _each_once(authors) if _same(each) not in self._authors]
            self.new_authors = {
                short: name for name, short in short_names(unknown, settings.authors).items()
            }
            self._authors |= {_same(name): short for short, name in self.new_authors.items()}
        if settings.topics:
            self.new_topics = [e for e in _each_once(topics) if _same(e) not in self._topics]
            self._topics |= {_same(topic): topic for topic in self.new_topics}

    def authors(self, names: Iterable[str]) -> list[str]:
        """Return authors as a summary names them."""
        return [self._authors.get(_same(name), one_line(name)) for name in names]

    def topics(self, names: Iterable[str]) -> list[str]:
        """Return topics as the site writes them."""
        return [self._topics.get(_same(name), one_line(name)) for name in names]


def with_harmless_names(recognised: Recognised) -> Recognised:
    """Return a post whose authors, topics and tags do nothing on the pages that the theme makes."""
    details = replace(
        recognised.details,
        authors=[harmless_name(name) for name in recognised.details.authors],
        topics=[harmless_name(name) for name in recognised.details.topics],
        tags=[harmless_name(name) for name in recognised.details.tags],
    )
    return replace(recognised, details=details)


def _same(name: str) -> str:
    """Return what two ways to write a name have in common."""
    return plain_letters(one_line(name))


def _each_once(names: Iterable[str]) -> list[str]:
    first: dict[str, str] = {}
    for name in filter(None, map(one_line, names)):
        first.setdefault(_same(name), name)
    return list(first.values())
