"""The comments in a page by which an author asks for something to be put in."""

from __future__ import annotations

import re

from mkdocs_evidence.citations import without_code
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.sources import Source

COMMENTS = ("bibliography", "introduction", "references", "topics")
"""What can be asked for, behind ``evidence/``."""

_NAME = re.compile(r"<!--[ \t]*evidence/(?P<name>[^\s{>]*)")


def check_comments(source: Source) -> list[Problem]:
    """Return the comments of a page that ask for something that there is not.

    Such a comment would be silently left as it is, and readers would see nothing.
    """
    if "evidence/" not in source.text:
        return []
    return [
        source.problem(
            found.start("name"),
            "unknown-comment",
            f"Nothing is put in for the comment “evidence/{found['name']}”.",
            did_you_mean(found["name"], COMMENTS),
            end=found.end("name"),
        )
        for found in _NAME.finditer(without_code(source.text))
        if found["name"] not in COMMENTS
    ]
