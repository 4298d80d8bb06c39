"""Pandoc's citation syntax: https://pandoc.org/MANUAL.html#citation-syntax.

The functions know nothing of a library, of code or of links.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from mkdocs_evidence.csl import Citation, Cite

from .brackets import closing_bracket, parts
from .keys import WrittenKey, find_keys, key_at
from .locators import ENGLISH, Locators, locators_for

BEGINNING = re.compile(r"\[|(?<!-)-@|@")
"""What a citation can begin with."""

_OPENING = re.compile(r"[ \t]*(?:\n[ \t]*)?\[(?!\^)")
_SPACES = re.compile(r"[ \t\n]+")
_ESCAPED = re.compile(r"\\([;,])")
"""What has a meaning only here, so that Markdown does not know that it can be escaped."""


def as_written(text: str) -> str:
    """Return a text as it is."""
    return text


def read_citation(
    text: str,
    start: int = 0,
    locators: Locators | None = None,
    *,
    rich: Callable[[str], str] = as_written,
    plain: Callable[[str], str] = as_written,
) -> tuple[Citation, int] | None:
    """Read the citation that begins at an offset.

    Args:
        text: The text.
        start: The offset of what a citation can begin with.
        locators: Reads locators in the language of the text; else it is English.
        rich: Makes rich text of what the author wrote before or after a key.
        plain: Makes plain text of a key.

    Returns:
        The citation and the offset after it, or None where there is none.
    """
    reader = _Reader(locators or locators_for(ENGLISH), rich, plain)
    if text.startswith("[", start):
        return reader.group(text, start)
    return reader.in_text(text, start)


def find_citations(text: str) -> Iterator[tuple[Citation, int, int]]:
    """Yield the citations of a text that is not code, each with its offset and the one after it."""
    after = 0
    for mark in BEGINNING.finditer(text):
        read = read_citation(text, mark.start()) if mark.start() >= after else None
        if read is not None:
            citation, after = read
            yield citation, mark.start(), after


@dataclass(frozen=True)
class _Reader:
    locators: Locators
    rich: Callable[[str], str]
    plain: Callable[[str], str]

    def group(self, text: str, start: int) -> tuple[Citation, int] | None:
        """Read a citation in brackets."""
        is_escaped = text[max(0, start - 1) : start] == "\\"
        end = None if is_escaped else closing_bracket(text, start)
        if end is None or text.startswith("(", end + 1):
            return None
        cites = self._cites(parts(text[start + 1 : end]))
        return (Citation(cites), end + 1) if cites else None

    def in_text(self, text: str, start: int) -> tuple[Citation, int] | None:
        """Read a key in the text, with what may stand in brackets after it."""
        written = key_at(text, start)
        if written is None:
            return None
        cites, end = self._with_brackets(written, text)
        return Citation(cites, narrative=not written.suppresses), end

    def _with_brackets(self, written: WrittenKey, text: str) -> tuple[tuple[Cite, ...], int]:
        """Return the cite of a key and those in the brackets after it, and the offset after all.

        The brackets hold further cites, or the locator and the suffix of the key and then further
        cites; else they are none of the citation's.
        """
        alone = self._cite(written)
        opening = _OPENING.match(text, written.end)
        end = closing_bracket(text, opening.end() - 1) if opening else None
        if opening is None or end is None or text.startswith(("(", "["), end + 1):
            return (alone,), written.end
        inside = parts(text[opening.end() : end])
        if cites := self._cites(inside):
            return (alone, *cites), end + 1
        (suffix, _), *others = inside
        cites = self._cites(others)
        if len(cites) < len(others) or any(find_keys(suffix)):
            return (alone,), written.end
        return (self._cite(written, suffix=suffix), *cites), end + 1

    def _cites(self, inside: list[tuple[str, str]]) -> tuple[Cite, ...]:
        """Return the cites of which brackets are made; none where a part is no cite."""
        cites = [self._part(*part) for part in inside if "@" in part[1]]
        found = tuple(cite for cite in cites if cite is not None)
        return found if len(found) == len(inside) else ()

    def _part(self, part: str, outer: str) -> Cite | None:
        """Return the cite of a part; None where it has not exactly one key."""
        keys = [*find_keys(outer)]
        if len(keys) != 1 or len([*find_keys(part)]) != 1:
            return None
        return self._cite(keys[0], part[: keys[0].start], part[keys[0].end :])

    def _cite(self, written: WrittenKey, prefix: str = "", suffix: str = "") -> Cite:
        read = self.locators.read(self._rich(suffix).rstrip())
        return Cite(
            self.plain(written.key),
            prefix=self._rich(prefix).strip(),
            suffix=read.rest if read.is_there else _with_comma(read.rest),
            locator=read.locator,
            label=read.label,
            suppress_author=written.suppresses,
        )

    def _rich(self, affix: str) -> str:
        return self.rich(_ESCAPED.sub(r"\1", _SPACES.sub(" ", affix))) if affix else ""


def _with_comma(suffix: str) -> str:
    """Return a suffix with a comma where it begins as a word, so that it does not run into others.

    So Pandoc prints ``@key [my emphasis]``.
    """
    begins_as_word = suffix != "" and suffix[0] != " " and unicodedata.category(suffix[0])[0] != "P"
    return f", {suffix}" if begins_as_word else suffix
