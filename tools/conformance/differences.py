"""Where two texts differ, and what kind of difference it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

LETTER_CASE = "letter case"
KEPT_CAPITAL = "a capital kept as the file has it (APA 7, 6.17)"

_TOKEN = re.compile(r"https?://\S+|10\.\d{4,}/\S+|\w+|[^\w\s]")
_NAME_WORDS = frozenset(("et", "al", "and", "&", "others", "ed", "eds", "…"))
_NAMES = (
    "author", "editor", "translator", "container-author", "collection-editor", "editorial-director",
    "director", "interviewer", "compiler", "chair", "organizer", "contributor",
)  # fmt: skip
_FIELDS = {
    "title": ("title", "title-short"),
    "container": ("container-title", "container-title-short", "collection-title", "event-title"),
    "publisher": ("publisher", "publisher-place", "event-place", "archive"),
    "volume, issue, edition or number": (
        "volume", "issue", "number", "edition", "collection-number", "number-of-volumes", "version",
    ),
    "pages": ("page", "number-of-pages"),
    "note, genre or medium": ("note", "genre", "medium", "annote", "status", "source"),
}  # fmt: skip
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*")


def marked(ours: str, other: str) -> str:
    """Return our text with what differs from another one: ``{other→ours}``."""
    pieces = [
        mine if mine == theirs else f"{{{theirs}→{mine}}}" for mine, theirs in _pieces(ours, other)
    ]
    return "".join(pieces)


def moved(ours: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the keys of our list that stand in another place in another list."""
    matcher = SequenceMatcher(None, ours, others, autojunk=False)
    stays = {
        key for place in matcher.get_matching_blocks() for key in ours[place.a :][: place.size]
    }
    return [key for key in ours if key not in stays]


def causes(ours: str, other: str, item: Mapping[str, Any], written: str = "") -> list[str]:
    """Return the kinds of difference between two texts about an item, each once.

    Args:
        ours: Our text.
        other: The text of another engine.
        item: The CSL-JSON item.
        written: The entry as the .bib file has it, where the other engine read it from there.
    """
    if ours.casefold() == other.casefold():
        kept = all(
            word != word.lower() and word in written
            for words, _ in _token_changes(ours, other)
            for word in words
        )
        return [KEPT_CAPITAL if kept and written else LETTER_CASE]
    if _letters(ours) == _letters(other):
        return [_punctuation(ours, other)]
    found = [_cause(mine, theirs, item) for mine, theirs in _token_changes(ours, other)]
    return sorted(set(found) - {""}) or [_punctuation(ours, other)]


def _punctuation(ours: str, other: str) -> str:
    """Return what differs between texts of the same words."""
    signs = {sign for pair in _pieces(ours, other) if pair[0] != pair[1] for sign in "".join(pair)}
    if signs == {" "}:
        return "a space"
    if signs <= set("-–—"):
        return "a hyphen or dash"
    if ours.rstrip(".") == other.rstrip("."):
        return "the period at the end"
    shown = " ".join(sorted(sign for sign in signs if not sign.isalnum() and sign != " "))
    return f"punctuation {shown}"


def _cause(mine: list[str], theirs: list[str], item: Mapping[str, Any]) -> str:
    """Return what the words that differ in one place are about; empty for mere punctuation."""
    words = [word.casefold() for word in mine + theirs if re.search(r"\w|&|…", word)]
    if not words:
        return ""
    if any(re.match(r"https?://|10\.\d{4,}/", word) for word in words):
        return "DOI or URL"
    if [word.casefold() for word in mine] == [word.casefold() for word in theirs]:
        return LETTER_CASE
    if "others" in words and set(words) <= _NAME_WORDS:
        return "“and others” in the file"
    if set(words) <= {"et", "al", "…"}:
        return "et al."
    if all(_MONTH.fullmatch(word) or word in _dates(item) for word in words):
        return "date"
    if all(re.fullmatch(r"[^\W\d]", word) for word in words):
        return "initials"
    if all(word in _NAME_WORDS or _is_in_names(word, item) for word in words):
        return "names"
    for cause, fields in _FIELDS.items():
        known = {word for field in fields for word in _words(str(item.get(field, "")))}
        if all(word in known for word in words):
            return cause
    return "words of the style or other"


def _is_in_names(word: str, item: Mapping[str, Any]) -> bool:
    parts = {
        part
        for field in _NAMES
        for name in item.get(field, ())
        for value in name.values()
        for part in _words(str(value))
    }
    return word in parts or (len(word) <= 2 and any(part.startswith(word[0]) for part in parts))


def _dates(item: Mapping[str, Any]) -> set[str]:
    values = [item[field] for field in ("issued", "accessed", "event-date") if field in item]
    return {word for value in values for word in _words(str(value))} | {"n", "d"}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _TOKEN.findall(re.sub("<[^<>]*>", "", text))]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def _token_changes(ours: str, other: str) -> Iterator[tuple[list[str], list[str]]]:
    mine, theirs = _TOKEN.findall(ours), _TOKEN.findall(other)
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for tag, start, end, other_start, other_end in matcher.get_opcodes():
        if tag != "equal":
            yield mine[start:end], theirs[other_start:other_end]


def _pieces(ours: str, other: str) -> Iterator[tuple[str, str]]:
    mine, theirs = re.findall(r"\w+|\s|[^\w\s]", ours), re.findall(r"\w+|\s|[^\w\s]", other)
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for _, start, end, other_start, other_end in matcher.get_opcodes():
        yield "".join(mine[start:end]), "".join(theirs[other_start:other_end])
