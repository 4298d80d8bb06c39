"""Links and pictures in a summary's texts that lead nowhere on the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection
from urllib.parse import unquote

from mkdocs_evidence.pictures import MEDIA_TYPES, is_picture
from mkdocs_evidence.problems import did_you_mean
from mkdocs_evidence.reading import SUFFIXES, SummaryFile
from mkdocs_evidence.summary import Summary

from .texts import found_in_texts

BESIDE = (*MEDIA_TYPES, ".pdf", ".csv", ".mp3", ".m4a", ".ogg", ".mp4", ".webm", ".vtt")
"""The endings of files that may be published beside the summaries."""

_TARGET = re.compile(
    r"\]\([ \t]*<?(?P<inline>[^\s()<>]+)|^ {0,3}\[[^\]^]+\]:[ \t]+<?(?P<below>\S+)", re.M
)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/#?]", re.IGNORECASE)
"""How what leads to another site, to a place of this page or to the root of the site begins."""


def check_links(
    file: SummaryFile, summary: Summary, uri: str, names: Collection[str], *, complete: bool
) -> None:
    """Note the links and pictures in a summary for which the site has no page or file.

    Args:
        file: The file of the summary.
        summary: What of it can be understood.
        uri: The name of the file from the folder of the pages.
        names: The names of all files of the site, from there.
        complete: Whether no other program adds files. Otherwise only those beside the summary
            are looked for, since these are the author's own.
    """
    folder = posixpath.dirname(uri)
    for found in found_in_texts(file, summary, _TARGET):
        group = "inline" if found["inline"] else "below"
        target = re.split("[#?]", found[group])[0]
        if _ELSEWHERE.match(found[group]) or not target.lower().endswith((*SUFFIXES, *BESIDE)):
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(target)))
        if name in names or not (complete or posixpath.dirname(name) == folder):
            continue
        start = found.start(group)
        file.problems.append(
            file.source.problem(
                start,
                "dead-link",
                f"There is no {_kind(target)} “{target}”, seen from the folder of this summary.",
                did_you_mean(target, _choices(target, uri, names), "Correct its name, or add it."),
                end=start + len(target),
            )
        )


def _kind(target: str) -> str:
    if is_picture(target):
        return "picture"
    return "page" if target.lower().endswith(SUFFIXES) else "file"


def _choices(target: str, uri: str, names: Collection[str]) -> list[str]:
    """Return the other files of the same kind, as a link in a summary would write them."""
    alike = [name for name in sorted(names) if _kind(name) == _kind(target) and name != uri]
    return [posixpath.relpath(name, posixpath.dirname(uri)) for name in alike]
