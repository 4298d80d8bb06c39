"""Reads what the comment of a bibliography asks for, and finds the mistakes in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from typing import NamedTuple

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.bibliography.fields import TYPES
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.reading import Document, Path, Span, read_nodes
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import Source

from .grouping import GROUPINGS
from .selection import Selection, Work, Years, bare, key_pattern

SCOPES = ("page", "site", "library")
OPTIONS = ("scope", "topic", "type", "author", "year", "key", "group_by")

_FORM = "Write options as {type: [article, book], year: 2010-2020}, and odd signs in quotes."
_YEARS = re.compile(r"(\d{1,4})|(\d{1,4})?\s*[-–]\s*(\d{1,4})?")
_YEARS_FORM = "Write a year such as 2010, or a range such as 2010-2020, 2010- or -2020."


def read_selection(
    source: Source, start: int, end: int, *, library: Library, topics: Collection[str] = ()
) -> tuple[Selection | None, list[Problem]]:
    """Read the options of a bibliography, which stand between two offsets of a file.

    Args:
        source: The file.
        start: The offset after the name in the bibliography's comment.
        end: The offset of the end of the comment.
        library: The entries of the site.
        topics: The topics of the site.

    Returns:
        What the bibliography asks for, or None where there is a mistake; and all mistakes.
    """
    written = source.text[start:end]
    if not written.strip():
        return Selection(), []
    if not written.lstrip().startswith("{"):
        return None, [_without_braces(source, start, written)]
    document = read_nodes(source, start, end)
    reader = _Reader(document, library, topics)
    selection = reader.selection()
    problems = [*map(_with_form, document.problems), *reader.problems]
    return None if problems else selection, problems


def _without_braces(source: Source, start: int, written: str) -> Problem:
    word = written.split()[0]
    place = start + written.index(word)
    message = "The options of a bibliography stand in braces."
    return source.problem(place, "missing-braces", message, _FORM, end=place + len(word))


def _with_form(problem: Problem) -> Problem:
    """Return a problem of YAML with advice for options in braces, not for fields in lines."""
    return problem if problem.rule == "duplicate-field" else replace(problem, advice=_FORM)


class _Mistake(NamedTuple):
    """What is wrong with a word."""

    rule: RuleId
    message: str
    advice: str


class _Reader:
    """Makes a selection of the options that were written, and notes what is wrong with them."""

    def __init__(self, document: Document, library: Library, topics: Collection[str]) -> None:
        self.document = document
        self.library = library
        self.topics = topics
        self.problems: list[Problem] = []

    def selection(self) -> Selection:
        for name in self.document.fields:
            if name not in OPTIONS:
                message = f"A bibliography has no option “{name}”."
                unknown = _Mistake("unknown-option", message, did_you_mean(name, OPTIONS))
                self._note(self.document.name_span((name,)), unknown)
        selection = Selection(
            scope=self._only("scope", SCOPES) or "site",
            topics=self._all("topic", self._topic_mistake),
            types=self._all("type", self._type_mistake),
            authors=self._all("author", self._author_mistake),
            years=tuple(map(_years, self._all("year", _year_mistake))),
            keys=self._all("key", self._key_mistake),
            group_by=self._only("group_by", GROUPINGS),
        )
        if selection.scope == "page":
            self._check_page(selection.group_by)
        return selection

    def _all(self, option: str, mistake_in: Callable[[str], _Mistake | None]) -> tuple[str, ...]:
        """Return the words of an option that are right."""
        right = []
        for word, span in self._words(option):
            if mistake := mistake_in(word):
                self._note(span, mistake)
            else:
                right.append(word)
        return tuple(right)

    def _only(self, option: str, choices: Collection[str]) -> str:
        """Return the word of an option that can have one only; nothing where it is wrong."""
        words = self._words(option)
        for word, span in words[1:]:
            message = f"“{option}” can be one word only."
            self._note(span, _Mistake("wrong-type", message, f"Remove “{word}”."))
        for word, span in words[:1]:
            if word in choices:
                return word
            message = f"“{word}” is not one of the words for “{option}”."
            self._note(span, _Mistake("unknown-word", message, did_you_mean(word, choices)))
        return ""

    def _words(self, option: str) -> list[tuple[str, Span]]:
        """Return what is written for an option, one word or a list of them, with their places."""
        value = self.document.fields.get(option, [])
        items: list[tuple[Path, object]] = [((option,), value)]
        if isinstance(value, list):
            items = [((option, index), item) for index, item in enumerate(value)]
        words = []
        for path, item in items:
            if isinstance(item, str) and item.strip():
                words.append((item.strip(), self.document.value_span(path)))
            elif item is None or isinstance(item, str):
                message = f"“{option}” is there, but nothing is written after it."
                empty = _Mistake("empty-field", message, "Write it, or remove the option.")
                self._note(self.document.name_span(path), empty)
            else:
                message = f"“{option}” should be a word, or a list of words."
                advice = f"Write {{{option}: one}} or {{{option}: [one, two]}}."
                self._note(self.document.value_span(path), _Mistake("wrong-type", message, advice))
        return words

    def _topic_mistake(self, word: str) -> _Mistake | None:
        if word in self.topics:
            return None
        message = f"“{word}” is not one of the site's topics."
        advice = did_you_mean(word, self.topics, "Topics are those of the posts in this site.")
        return _Mistake("unknown-topic", message, advice)

    def _type_mistake(self, word: str) -> _Mistake | None:
        known = {*TYPES, *TYPES.values(), "misc", *(work.type for work in self._works())}
        if word.casefold() in known:
            return None
        message = f"No entry can be of the type “{word}”."
        advice = did_you_mean(word, sorted(known), "Write it as in the .bib file, after the @.")
        return _Mistake("unknown-type", message, advice)

    def _author_mistake(self, word: str) -> _Mistake | None:
        wanted = bare(word)
        if any(wanted == bare(name) for work in self._works() for name in work.family_names):
            return None
        names = [name for work in self._works() for name in work.family_names]
        message = f"No work in the bibliography is by an author “{word}”."
        advice = did_you_mean(
            word, names, "Write the family name, or the name of the organisation."
        )
        return _Mistake("unknown-work", message, advice)

    def _key_mistake(self, word: str) -> _Mistake | None:
        if any(map(re.compile(key_pattern(word)).fullmatch, self.library.keys())):
            return None
        message = f"No entry in the bibliography has the key “{word}”."
        advice = did_you_mean(word, self.library.keys(), "A “*” in a key stands for any signs.")
        return _Mistake("unknown-work", message, advice)

    def _works(self) -> Iterator[Work]:
        """Return all works of the bibliography."""
        return (Work.of(self.library, key) for key in self.library)

    def _check_page(self, group_by: str) -> None:
        """Note what has no sense among the works of one page."""
        spans = []
        if "topic" in self.document.fields:
            spans.append(self.document.name_span(("topic",)))
        if group_by == "topic":
            spans.append(self.document.value_span(("group_by",)))
        for span in spans:
            message = "Works have their topics from posts, so this needs the whole site."
            advice = "Remove it, or remove “scope: page”."
            self._note(span, _Mistake("misplaced-option", message, advice))

    def _note(self, span: Span, mistake: _Mistake) -> None:
        self.problems.append(self.document.problem(span, *mistake))


def _year_mistake(word: str) -> _Mistake | None:
    found = _YEARS.fullmatch(word)
    if not found or word in "-–":
        return _Mistake("odd-year", f"“{word}” is no year and no range of years.", _YEARS_FORM)
    years = _years(word)
    if years.first is not None and years.last is not None and years.first > years.last:
        advice = f"Write {years.last}-{years.first}."
        return _Mistake("odd-year", f"The range “{word}” ends before it begins.", advice)
    return None


def _years(word: str) -> Years:
    """Return a year, or a range of years, that has no mistake."""
    ends = [end.strip() for end in re.split("[-–]", word)]
    first, last = (int(end) if end else None for end in (ends[0], ends[-1]))
    return Years(first, last)
