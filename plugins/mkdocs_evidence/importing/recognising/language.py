"""The language of a post, told by its small words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_evidence.importing.post import Block
from mkdocs_evidence.settings import Settings

from .phrasebook import LANGUAGES, folded, phrases

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 12
_TIMES_MORE = 3


def language_of(blocks: Sequence[Block], told: str, settings: Settings) -> str:
    """Return the language of a post where that is known and not the site's; else nothing.

    Args:
        blocks: The post.
        told: The language that the file tells, as a tag (BCP 47); empty where it tells none.
        settings: What the site sets.
    """
    language = told or _guessed(blocks)
    return language if _main(language) != _main(settings.language) else ""


def _guessed(blocks: Sequence[Block]) -> str:
    """Return the language of which there are by far the most small words, or nothing."""
    words = [word for block in blocks for word in _WORD.findall(folded(block.text))]
    counts = dict.fromkeys(LANGUAGES, 0)
    for language in LANGUAGES:
        small = {folded(word) for word in phrases(language)["common_words"]}
        counts[language] = sum(word in small for word in words)
    best, next_best, *_ = sorted(counts, key=lambda language: -counts[language])
    is_clear = counts[best] >= max(_FEWEST, _TIMES_MORE * counts[next_best])
    return best if is_clear else ""


def _main(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower()
