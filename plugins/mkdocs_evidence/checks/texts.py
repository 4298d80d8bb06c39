"""What Markdown would show raw, leave out or stumble over in the texts of a summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import (
    EVERY_WORK,
    read_nocite,
    unknown_key_problem,
    unknown_keys,
    without_code,
)
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.reading import Document, Span, SummaryFile
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.summary import Summary

from .comments import COMMENTS

_FOOTNOTE = re.compile(r"^ {0,3}\[\^([^\]]+)\]:", re.MULTILINE)
_FOOTNOTE_MARK = re.compile(r"\[\^([^\]\s]+)\](?!:)")


def check_texts(file: SummaryFile, summary: Summary, library: Library) -> None:
    """Note what Markdown would show raw, leave out, or could not read at all."""
    _check_footnotes(file, without_code("\n\n".join(summary.texts)))
    for pattern, explain in _SLIPS.items():
        for found in found_in_texts(file, summary, pattern):
            if problem := explain(found, library):
                rule, message, advice = problem
                _add_text_problem(file, *found.span(), rule, message, advice)


_without_code = lru_cache(maxsize=1)(without_code)
"""The same, which each pattern asks of one file after another."""


def found_in_texts(
    file: SummaryFile, summary: Summary, pattern: re.Pattern[str]
) -> Iterator[re.Match[str]]:
    """Yield where a pattern is found in the texts of a summary's file, not counting code."""
    uncoded = _without_code(file.source.text)
    written = {"lead": summary.lead, **summary.sections, "conclusion": summary.conclusion}
    for part in (name for name, text in written.items() if text):
        yield from pattern.finditer(uncoded, *file.document.value_span((part, "text")))


def _check_footnotes(file: SummaryFile, text: str) -> None:
    labels = _FOOTNOTE.findall(text)
    for label in dict.fromkeys(label for label in labels if labels.count(label) > 1):
        message = f"There are two footnotes with the name “{label}”, and only one can be shown."
        advice = f"Give this one another name, such as [^{label}a], here and in the text."
        start = file.source.text.rfind(f"[^{label}]:")
        _add_text_problem(
            file, start, start + len(label) + 4, "duplicate-footnote", message, advice
        )
    used = dict.fromkeys(_FOOTNOTE_MARK.findall(text))
    for label in (label for label in used if label not in labels):
        message = f"There is no footnote with the name “{label}”."
        advice = f"Write its text on a line that begins with “[^{label}]: ”, below an empty line."
        start = file.source.text.find(f"[^{label}]")
        _add_text_problem(file, start, start + len(label) + 3, "unknown-footnote", message, advice)


def _add_text_problem(
    file: SummaryFile, start: int, end: int, rule: RuleId, message: str, advice: str
) -> None:
    problem = file.source.problem(start, rule, message, advice, end=end)
    file.problems.append(problem)


Explanation = tuple[RuleId, str, str]
"""The rule, the message and the advice of a problem."""


def _broken_address(found: re.Match[str], library: Library) -> Explanation | None:
    del library
    try:
        urlsplit(found[0])
    except ValueError:
        message = "This web address cannot be right."
        advice = "Copy it anew from the address line of your browser."
        return "broken-address", message, advice
    return None


def _forgotten_at(found: re.Match[str], library: Library) -> Explanation | None:
    if found[1] not in library:
        return None
    message = f"“{found[1]}” is in the bibliography, but without an @ this is no citation."
    return "missing-at", message, f"Write: [@{found[1]}]"


def _picture_without_alt(found: re.Match[str], library: Library) -> Explanation:
    del found, library
    message = "This picture says nothing to those who cannot see it."
    return "missing-alt", message, "Write what it shows between the square brackets."


def _comment_for_pages(found: re.Match[str], library: Library) -> Explanation | None:
    del library
    name = found[1]
    if name in _COMMENTS_OF_POSTS:
        return None
    if name not in COMMENTS:
        message = f"Nothing is put in for the comment “evidence/{name}”."
        return "unknown-comment", message, did_you_mean(name, _COMMENTS_OF_POSTS)
    message = f"The comment “evidence/{name}” is for pages, and this is a summary."
    return "comment-in-summary", message, "Put it into a page, and link to that page from here."


_COMMENTS_OF_POSTS = ("bibliography", "references")
"""What can be asked for in a summary, too."""

_SLIPS = {
    re.compile(r"https?://[^\s)>\"'`]*"): _broken_address,
    re.compile(r"(?<![\w\]!])\[([\w:.+/-]+)\](?![\[(:])"): _forgotten_at,
    re.compile(r"!\[[ ]*\](?=\()"): _picture_without_alt,
    re.compile(r"<!--\s*evidence/([^\s{>]*)[^>]*>"): _comment_for_pages,
}


def check_citations(file: SummaryFile, summary: Summary, library: Library) -> None:
    """Note the unknown citations of a summary that will not be rendered, which would find them."""
    text = "\n\n".join(summary.texts)
    file.problems += [
        unknown_key_problem(file.source, key, library) for key in unknown_keys(text, library)
    ]


def check_nocite(words: Sequence[str], document: Document, library: Library) -> list[Problem]:
    """Return a problem for each key in the field ``nocite`` that the library does not have.

    Args:
        words: What the field says.
        document: The fields among which it stands.
        library: The entries of the site.
    """
    problems: list[Problem] = []
    for key in read_nocite(words):
        if key != EVERY_WORK and key not in library:
            span = document.value_span(("nocite",))
            start = max(document.source.text.find(key, span.start), span.start)
            message = f"There is no entry “{key}” in the bibliography."
            advice = did_you_mean(key, library.keys(), f"Add an entry with the key “{key}” to it.")
            place = Span(start, start + len(key))
            problems.append(document.problem(place, "unknown-citation", message, advice))
    return problems
