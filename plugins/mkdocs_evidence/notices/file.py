"""The file in which notices are kept: read, and written with the author's comments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import yaml

from mkdocs_evidence.bibliography.identifiers import doi_in
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.reading import Document, Span, read_nodes, validate
from mkdocs_evidence.saving import save
from mkdocs_evidence.sources import Source, read_source

from .fate import Fate, Notices

FILE = "notices.yaml"
"""The name of the file, in the folder of the bibliography."""

_HEAD = """\
# What became of the works in this bibliography: retracted, doubted, corrected, published after a
# preprint. “evidence check --online” asks the registries and writes this file; building the site
# reads it. You can add a notice by hand, with “source: author”: it is kept, and so are comments.
"""
_HEAD_LINES = frozenset(_HEAD.splitlines())


def notices_file(bibliography: Path) -> Path:
    """Return where the notices are kept of a bibliography, which is a .bib file or a folder."""
    return (bibliography if bibliography.is_dir() else bibliography.parent) / FILE


def read_notices(path: Path, shown_as: str) -> tuple[Notices, list[Problem]]:
    """Read the file of notices.

    Args:
        path: The file; where there is none, there are no notices.
        shown_as: The path under which the author knows it.

    Returns:
        The notices, none where the file is wrong, and what is wrong with it.

    Raises:
        OSError: The file cannot be opened.
    """
    if not path.exists():
        return Notices(), []
    source, problems = read_source(path, shown_as)
    document = read_nodes(source)
    notices, wrong = validate(Notices, document)
    problems += [*document.problems, *wrong, *_written_twice(document)]
    return Notices() if problems or not notices else notices, problems


def _written_twice(document: Document) -> Iterator[Problem]:
    """Find works that are written in different letters, or once as an address."""
    first: dict[str, Span] = {}
    for doi, span in _works(document):
        line = document.source.location(first.setdefault(doi, span).start).line
        if first[doi] != span:
            message = f"The work “{doi}” is already written in line {line}."
            yield document.problem(span, "duplicate-work", message, "Put both below one of them.")


def _works(document: Document) -> Iterator[tuple[str, Span]]:
    """Yield the DOI of each work with its place."""
    for path, span in document.names.items():
        if len(path) == 2 and path[0] == "works" and (doi := doi_in(str(path[1]))):
            yield doi.lower(), span


def save_notices(path: Path, notices: Notices) -> None:
    """Write the file of notices, with the comments that stand in it now.

    Raises:
        OSError: The file cannot be read or written; what was there is still there.
    """
    before = read_source(path, path.name)[0].text if path.exists() else ""
    save(path, written(notices, before).encode())


def written(notices: Notices, before: str = "") -> str:
    """Return the text of the file of notices, the works in the order of their DOIs.

    Args:
        notices: The notices.
        before: The text of the file until now, whose comments are kept, each above the work at
            which it stands.
    """
    comments = _comments(before)
    checked = [f"checked: {notices.checked}\n"] if notices.checked else []
    works = {doi: fields for doi, fate in notices.works.items() if (fields := _fields(fate))}
    parts = [_HEAD, *comments.pop(_TOP, []), *checked, *(["works:\n"] if works else [])]
    at_the_end = comments.pop(_END, [])
    for doi, fields in sorted(works.items()):
        parts += [indent(line, "  ") for line in comments.pop(doi, [])]
        parts.append(indent(_yaml({doi: fields}), "  "))
    orphaned = [line for lines in comments.values() for line in lines]
    return "".join([*parts, *orphaned, *at_the_end])


def _fields(fate: Fate) -> dict[str, object]:
    fields: dict[str, object] = {}
    if fate.notices:
        fields["notices"] = [
            {name: value for name, value in notice.model_dump().items() if value}
            for notice in fate.notices
        ]
    if fate.published:
        fields["published"] = fate.published
    return fields | ({"unknown": "true"} if fate.unknown else {})


class _Dumper(yaml.SafeDumper):
    """Writes all text without quotes where possible, as `read_nodes` reads all as text."""

    yaml_implicit_resolvers = {}

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  (it is what is not wanted)
        """Set the items of a list to the right of its name."""
        super().increase_indent(flow, indentless=False)


def _yaml(value: object) -> str:
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=float("inf")
    )
    return text


_TOP, _END = "top", "end"
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
"""A comment. No value of this file can hold a number sign after a blank."""


def _comments(text: str) -> dict[str, list[str]]:
    """Return the author's comments in the file, by the DOI of the work at which each stands.

    Above a work is at this work, and so is inside of what is written of it.
    """
    source = Source(FILE, text)
    works = {source.location(span.start).line: doi for doi, span in _works(read_nodes(source))}
    found: dict[str, list[str]] = {}
    place, waiting = _TOP, list[str]()
    for number, line in enumerate(text.split("\n"), 1):
        comment = _COMMENT.search(line)
        own = [] if comment is None or comment[0] in _HEAD_LINES else [f"{comment[0]}\n"]
        if not line[: comment.start() if comment else None].strip():
            waiting += own
            continue
        place = works.get(number, place)
        found.setdefault(place, []).extend([*waiting, *own])
        waiting.clear()
    return found | {_END: waiting}
