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

_NAME = re.compile(r"<!--[ \t]*evidence/(?P<name>[^\s{>]*)")
_ALONE = re.compile(
    rf"^(?:[ \t>]*<!--[ \t]*evidence/(?:references|{'|'.join(PARTS)})[ \t]*-->"
    r"|<!-- evidence/(?:introduction|topics) -->)[ \t]*$",
    re.MULTILINE,
)


def check_comments(source: Source) -> list[Problem]:
    """Return the comments of a page for which nothing is put in, as nobody would know.

    They ask for something that there is not, or stand where they are not looked for. Where a
    bibliography may stand is checked with what it holds.
    """
    if "evidence/" not in source.text:
        return []
    text = without_code(source.text)
    alone = {found.end() for found in _ALONE.finditer(text)}
    problems = []
    for found in _NAME.finditer(text):
        name = found["name"]
        line_end = text.find("\n", found.end())
        if name not in COMMENTS:
            message = f"Nothing is put in for the comment “evidence/{name}”."
            advice = did_you_mean(name, COMMENTS)
            rule: RuleId = "unknown-comment"
        elif name != "bibliography" and (len(text) if line_end < 0 else line_end) not in alone:
            message = f"The comment “evidence/{name}” is not looked for in this place."
            advice = f"Write <!-- evidence/{name} --> on a line of its own."
            rule = "misplaced-comment"
        else:
            continue
        place = found.start("name")
        problems.append(source.problem(place, rule, message, advice, end=found.end("name")))
    return problems
