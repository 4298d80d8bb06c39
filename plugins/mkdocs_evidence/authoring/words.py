"""Words of a title or a name: as clean text, and in plain letters for keys and names of files."""

from __future__ import annotations

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th",
        "ı": "i", "ħ": "h", "ŋ": "n",
    }
)  # fmt: skip
"""Letters that Unicode does not take apart."""

_TAG = re.compile(r"</?(?:i|b|sup|sub|sc|span)\b[^<>]*>")
_UNSEEN = ("Cc", "Cs", "Cn")
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    (
        "a", "an", "and", "are", "as", "at", "but", "by", "can", "do", "does", "for", "from",
        "how", "in", "into", "is", "it", "its", "of", "on", "or", "s", "that", "the", "their",
        "this", "to", "was", "what", "when", "who", "why", "with",
        "das", "de", "der", "die", "do", "dos", "e", "ein", "eine", "el", "em", "en", "et", "het",
        "la", "las", "le", "les", "los", "na", "o", "os", "para", "por", "que", "um", "uma", "un",
        "una", "und", "van", "von", "y",
    )
)  # fmt: skip
"""Words that say nothing of what a title is about, in the languages that are met most."""


def plain_letters(text: str) -> str:
    """Return a text in small letters without accents; other scripts stay as they are."""
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(sign for sign in bare if not unicodedata.combining(sign))


def words_of(text: str) -> list[str]:
    """Return the words of a text that can stand in a key or in the name of a file."""
    return _WORD.findall(re.sub("['’]", "", plain_letters(without_tags(text))))


def telling_words(text: str) -> list[str]:
    """Return the words that say what a title is about; all of them if none does."""
    words = words_of(text)
    return [word for word in words if word not in _SMALL and not word.isdigit()] or words


def without_tags(title: str) -> str:
    """Return a title as clean text, without the markup of CSL-JSON."""
    return one_line(_TAG.sub("", title))


def in_capitals(title: str) -> bool:
    """Say whether a title of several words is all in capitals, whatever its subtitle is in."""
    main = without_tags(title).partition(": ")[0]
    return main.isupper() and len(main.split()) > 2


def one_line(text: str) -> str:
    """Return text of one line, without signs that nobody can see and files cannot hold."""
    line = " ".join(text.split())
    shown = (sign for sign in line if unicodedata.category(sign) not in _UNSEEN)
    return unicodedata.normalize("NFC", "".join(shown)).strip()
