"""The comments in a page by which an author asks for something to be put in."""

from __future__ import annotations

import re

from mkdocs_evidence.citations import without_code
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import Source
from mkdocs_evidence.synthesis import PARTS

COMMENTS = tuple(sorted(("bibliography", "introduction", "references", "topics", *PARTS)))
"""What can be asked for, behind ``evidence/``."""

_NAME = re.compile(r"<!--\s*evidence/(?P<name>(?:(?!-->)[^\s{>])*)")
_LOOKALIKE = re.compile(
    r"<!--\s*(?!evidence/)(?P<word>evidence\s*/\s*(?P<name>\w+))", re.IGNORECASE
)
"""A comment with a capital or a blank too many."""
_OPTIONS = re.compile(r"\s*(?P<options>(?!-->)\S[^>]*?)\s*-->")
_ALONE = re.compile(
    rf"^(?:[ \t>]*(?P<any><!--\s*evidence/(?:references|{'|'.join(PARTS)})\s*-->)"
    r"|(?P<exact><!-- evidence/(?:introduction|topics) -->))[ \t]*$",
    re.MULTILINE,
)


def check_comments(source: Source) -> list[Problem]:
    """Return the comments of a page for which nothing is put in, as nobody would know.

    They ask for something that there is not, or stand where they are not looked for. Where a
    bibliography may stand is checked with what it holds.
    """
    if "<!--" not in source.text:
        return []
    text = without_code(source.text)
    alone = {found.start(str(found.lastgroup)) for found in _ALONE.finditer(text)}
    problems = _lookalikes(source, text)
    for found in _NAME.finditer(text):
        name, start, end = found["name"], found.start("name"), found.end("name")
        options = _OPTIONS.match(text, end)
        rule: RuleId
        if name not in COMMENTS:
            rule = "unknown-comment"
            message = f"Nothing is put in for the comment “evidence/{name}”."
            advice = did_you_mean(name, COMMENTS)
        elif name != "bibliography" and options:
            rule = "comment-option"
            message = f"The comment “evidence/{name}” has no options."
            advice = f"Write <!-- evidence/{name} --> on a line of its own."
            start, end = options.span("options")
        elif name != "bibliography" and found.start() not in alone:
            rule = "misplaced-comment"
            message = f"The comment “evidence/{name}” is not looked for in this place."
            advice = f"Write <!-- evidence/{name} --> on a line of its own."
        else:
            continue
        problems.append(source.problem(start, rule, message, advice, end=end))
    return problems


def _lookalikes(source: Source, text: str) -> list[Problem]:
    """Return the comments whose name is right but for capitals and blanks."""
    return [
        source.problem(
            found.start("word"),
            "unknown-comment",
            f"Nothing is put in for the comment “{' '.join(found['word'].split())}”.",
            f"Write <!-- evidence/{found['name'].lower()} -->, in small letters and without blanks"
            " around the slash.",
            end=found.end("word"),
        )
        for found in _LOOKALIKE.finditer(text)
        if found["name"].lower() in COMMENTS
    ]
