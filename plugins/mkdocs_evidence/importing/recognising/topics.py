"""The topics and tags of a post, spelt as its site spells them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mkdocs_evidence.problems import nearest
from mkdocs_evidence.settings import Settings

from .phrasebook import folded, found

_COMMA = re.compile(r"\s*[,;/|·•]\s*")
_HASH = re.compile(r"#([^\W\d_][\w-]*)")


def topic_names(text: str, settings: Settings) -> list[str]:
    """Return the names in an enumeration, those of the site's topics as it spells them."""
    parts = [part.strip(" .#*_") for part in _COMMA.split(text.strip())]
    several = len(parts) > 1
    return [name for part in parts for name in _parted(part, several, settings) if name]


def are_all_topics(text: str, settings: Settings) -> bool:
    """Say whether a text is an enumeration of the site's topics and of nothing else."""
    names = topic_names(text, settings)
    return bool(names) and all(name in settings.topics for name in names)


def hash_words(text: str) -> list[str]:
    """Return the words of a line of which each has a number sign before it; else nothing."""
    words = text.split()
    marked = [_HASH.fullmatch(word.strip(",;")) for word in words]
    return [each[1] for each in marked if each] if all(marked) else []


def spelling_questions(names: Sequence[str], settings: Settings) -> Iterator[str]:
    """Yield a question for each name that is nearly, but not quite, a topic of the site."""
    for name in names:
        if settings.topics and name not in settings.topics:
            near = nearest(name, settings.topics)
            if near:
                yield (
                    f"The topic “{name}” is not among the topics of the site. Did you mean"
                    f" “{near}”? If so, please write that instead."
                )


def as_spelt(name: str, settings: Settings) -> str:
    """Return the site's own spelling of a topic, whatever its capitals and accents are here."""
    same = (topic for topic in settings.topics if folded(topic) == folded(name))
    return next(same, name)


def _parted(part: str, several: bool, settings: Settings) -> list[str]:
    """Return the one or two topics of a part: “A and B” are two only where nothing is named so."""
    whole = as_spelt(part, settings)
    sign = found("and", part)
    if whole in settings.topics or not sign:
        return [whole]
    two = [as_spelt(half.strip(), settings) for half in (part[: sign.start()], part[sign.end() :])]
    are_known = all(name in settings.topics for name in two)
    return (
        [name for name in two if name]
        if are_known or (several and not settings.topics)
        else [whole]
    )
