"""Problems as text for a terminal, as annotations of GitHub, and as JSON for other programs."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import click

from mkdocs_evidence.problems import Problem
from mkdocs_evidence.rules import Level, RuleId, find_rule

VERSION = 1
"""The version of the JSON; it changes when something is taken out or gets another meaning."""

PAGES = "guide/reference/problems"
"""The folder of the pages on the kinds of problems, from the folder of the pages."""

LEVELS: dict[Level, str] = {
    "error": "Errors",
    "warning": "Warnings, which stop no build",
    "hint": "Hints, which are advice and nothing more",
}
_COLOURS: dict[Level, str] = {"error": "red", "warning": "yellow", "hint": "cyan"}
_COMMANDS: dict[Level, str] = {"error": "error", "warning": "warning", "hint": "notice"}


def as_text(problems: Sequence[Problem]) -> str:
    """Return problems for a terminal, the gravest first, with why each kind matters.

    Args:
        problems: The problems, sorted, each once.
    """
    explained: set[RuleId] = set()
    parts = []
    only_errors = all(problem.level == "error" for problem in problems)
    for level, title in LEVELS.items():
        own = [problem for problem in problems if problem.level == level]
        if own and not only_errors:
            parts.append(click.style(f"{title}:", bold=True))
        for problem in own:
            parts.append(_coloured(problem))
            if problem.rule not in explained:
                parts[-1] += f"\n    Why it matters: {find_rule(problem.rule).why}"
            explained.add(problem.rule)
    first = problems[0].rule
    return "\n\n".join([*parts, f"{counted(problems)}. More on each: evidence explain {first}"])


def _coloured(problem: Problem) -> str:
    first, *rest = str(problem).split("\n")
    colour = _COLOURS[problem.level]
    marked = [click.style(line, fg=colour) if _is_caret(line) else line for line in rest]
    return "\n".join([click.style(first, bold=True), *marked])


def _is_caret(line: str) -> bool:
    return line.strip(" \t") != "" and not line.strip(" \t^")


def counted(problems: Iterable[Problem]) -> str:
    """Return how many problems of each level there are, in words."""
    levels = [problem.level for problem in problems]
    numbers = {level: levels.count(level) for level in LEVELS if level in levels}
    parts = [f"{number} {level}{'s' * (number != 1)}" for level, number in numbers.items()]
    return ", ".join(parts)


def as_github(problems: Iterable[Problem], root: Path) -> str:
    """Return problems as workflow commands, by which GitHub shows them beside the lines.

    They are described under "Workflow commands for GitHub Actions"; what has to be escaped is said
    by the toolkit of GitHub Actions (packages/core/src/command.ts).

    Args:
        problems: The problems.
        root: The folder of the site, which need not be that of the repository.
    """
    return "\n".join(_command(problem, _from_repository(root)) for problem in problems)


def _from_repository(root: Path) -> Path:
    """Return the way to a folder from the root of the repository that GitHub works in."""
    repository = Path(os.environ.get("GITHUB_WORKSPACE") or root).resolve()
    root = root.resolve()
    return root.relative_to(repository) if root.is_relative_to(repository) else Path()


def _command(problem: Problem, folder: Path) -> str:
    place = problem.location
    properties = {
        "file": (folder / place.path).as_posix(),
        "line": place.line,
        "col": place.column,
        "endColumn": place.column + problem.width,
        "title": find_rule(problem.rule).title,
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    text = f"{problem.message} [{problem.rule}]\n{problem.advice}".rstrip()
    return f"::{_COMMANDS[problem.level]} {written}::{_data(text)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_json(problems: Iterable[Problem]) -> str:
    """Return problems as one object, which the guide describes."""
    return json.dumps(
        {"version": VERSION, "problems": [_object(problem) for problem in problems]},
        ensure_ascii=False,
        indent=2,
    )


def _object(problem: Problem) -> dict[str, str | int]:
    return {
        "path": problem.location.path,
        "line": problem.location.line,
        "column": problem.location.column,
        "width": problem.width,
        "rule": problem.rule,
        "level": problem.level,
        "message": problem.message,
        "advice": problem.advice,
        "why": find_rule(problem.rule).why,
        "page": f"{PAGES}/{problem.rule}.md",
    }
