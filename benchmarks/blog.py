"""The text of a blog post with citations, made up from a few words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

_WORDS = (
    "a", "about", "after", "and", "answer", "because", "better", "by", "change", "child", "couple",
    "course", "day", "does", "effect", "evening", "few", "find", "for", "friend", "from", "group",
    "help", "home", "however", "in", "is", "it", "less", "letter", "life", "many", "may", "memory",
    "more", "morning", "not", "of", "often", "or", "parent", "partner", "people", "question",
    "rest", "sample", "sleep", "small", "some", "study", "talk", "than", "that", "the", "them",
    "therapist", "they", "this", "to", "training", "trial", "walk", "was", "week", "were", "what",
    "which", "who", "with", "work", "worry", "year",
)  # fmt: skip
_FIRST_DAY = date(2020, 1, 1)
CITATIONS = 4
"""How many citations a post has."""


def make_post(number: int, keys: Sequence[str]) -> str:
    """Return the Markdown of a post of some 300 words, always the same for its number.

    Args:
        number: The number of the post.
        keys: The keys that can be cited; a post takes five of them, in the forms that
            mkdocs-bibtex knows too.
    """
    random = Random(number)
    one, two, three, four, five = random.sample(keys, 5)
    return "\n\n".join(
        [
            f"---\ndate: {_FIRST_DAY + timedelta(days=number)}\n---",
            f"# {_sentence(random, 6, '')} {number}",
            _paragraph(random, 2, f"[@{one}]"),
            "<!-- more -->",
            f"## {_sentence(random, 4, '')}",
            _paragraph(random, 4, f"[@{two}; @{three}]"),
            _paragraph(random, 5, ""),
            f"## {_sentence(random, 5, '')}",
            _paragraph(random, 4, f"[@{four}]"),
            f"@{five} says: {_paragraph(random, 4, '')}\n",
        ]
    )


def _paragraph(random: Random, sentences: int, citation: str) -> str:
    written = [_sentence(random, random.randint(8, 20), ".") for _ in range(sentences)]
    if citation:
        written[-1] = f"{written[-1].removesuffix('.')} {citation}."
    return " ".join(written)


def _sentence(random: Random, words: int, end: str) -> str:
    return " ".join(random.choice(_WORDS) for _ in range(words)).capitalize() + end
