"""The words of a post and of its summary, compared."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"\w+(?:['’]\w+)*")


def lost_words(before: str, after: str) -> list[str]:
    """Return the words of a text that another does not have as often, in the first one's order.

    Args:
        before: What was there.
        after: What is there now.
    """
    left = Counter(_WORD.findall(after.casefold()))
    lost = []
    for word in _WORD.findall(before):
        if left[word.casefold()]:
            left[word.casefold()] -= 1
        else:
            lost.append(word)
    return lost
