"""What YAML's own complaints mean, in words for somebody who has never heard of YAML.

The complaints are libyaml's (src/scanner.c and src/parser.c).
"""

from __future__ import annotations

import re

import yaml

from mkdocs_evidence.problems import Problem, Source

_TABS = (
    "yaml-tab",
    "There is a tab here; only spaces can move a line to the right.",
    "Replace the tab with two spaces.",
)
_BLOCK = (
    "Keep the lines that belong together at the same distance from the margin; a longer text "
    "goes below its field's name and a “|”, two spaces to the right."
)

_EXPLANATIONS = {
    "mapping values are not allowed": (
        "unquoted-colon",
        "A colon followed by a space begins a new field, so this text is cut in two.",
        'Put the whole text in quotes: title: "One thing: another"',
    ),
    "found character that cannot start any token": (
        "unquoted-sign",
        "A text cannot begin with this sign.",
        "Put the whole text in quotes.",
    ),
    "found a tab character": _TABS,
    "could not find expected ':'": (
        "missing-colon",
        "This line belongs to no field: a field is its name, a colon, a space and its value.",
        _BLOCK,
    ),
    "found unexpected end of stream": (
        "open-quote",
        "A quote is opened here and never closed.",
        "Close it where the text ends; use “|” for a text of several lines.",
    ),
    "found unexpected document indicator": (
        "open-quote",
        "A quote is opened here and never closed.",
        "Close it where the text ends.",
    ),
    "did not find expected ',' or ']'": (
        "open-bracket",
        "A list is opened with “[” here and not closed properly.",
        "Write it as [one, two, three], with text that has commas or brackets in quotes.",
    ),
    "did not find expected ',' or '}'": (
        "open-bracket",
        "A group of fields is opened with “{” here and not closed properly.",
        "Write it as {name: value, other: value}, with text that has commas in quotes.",
    ),
    "did not find expected key": (
        "yaml-syntax",
        "This line does not fit to those above it: it begins at another distance from the "
        "margin, or the text before it ended at a quote.",
        _BLOCK,
    ),
    "did not find expected '-' indicator": (
        "yaml-syntax",
        "This line stands among the items of a list but has no hyphen.",
        "Begin each item with “- ”, all at the same distance from the margin.",
    ),
    "found unknown escape character": (
        "unknown-escape",
        'Inside "double quotes" a backslash means something special.',
        "Use 'single quotes' instead, or write the backslash twice.",
    ),
}
_COMMENT_AFTER_TEXT = re.compile(r"[ \t]*[^\s#\"'|>][^\n\"']*?[ \t]#")
_AT_CONTEXT = {"open-quote", "open-bracket"}


def explain(error: yaml.MarkedYAMLError, source: Source, base: int) -> Problem:
    """Return the problem behind a YAML error.

    Args:
        error: What the YAML reader says.
        source: The file.
        base: The offset in the file at which the YAML begins.
    """
    words = error.problem or ""
    rule, message, advice = next(
        (explanation for key, explanation in _EXPLANATIONS.items() if words.startswith(key)),
        ("yaml-syntax", "This place cannot be read as a list of fields.", _BLOCK),
    )
    mark = error.problem_mark or error.context_mark
    if rule in _AT_CONTEXT and error.context_mark:
        mark = error.context_mark
    offset = min(base + (mark.index if mark else 0), max(0, len(source.text) - 1))
    if source.text[offset : offset + 1] == "\t":
        rule, message, advice = _TABS
    elif sign := _sign_before(source.text[:offset]):
        return cut_short(source, sign)
    return source.problem(offset, rule, message, advice)


def _sign_before(text: str) -> int | None:
    """Return where a number sign ends the text of the line above the place, if one does."""
    above = text.rstrip(" \t").rstrip("\n")
    start = above.rfind("\n") + 1
    found = _COMMENT_AFTER_TEXT.match(above, start)
    return found.end() - 1 if found and len(above) < len(text) else None


def cut_short(source: Source, sign: int) -> Problem:
    """Return the problem of a text that ends at the number sign at this offset."""
    return source.problem(
        sign,
        "cut-short",
        "A number sign after a space begins a comment, so the text ends before it.",
        'Put the whole text in quotes: title: "Room #1"',
    )
