"""What each kind of problem means, as it stands in the YAML files beside this module."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from .ids import RuleId

Level = Literal["error", "warning", "hint"]
"""How grave a problem is."""

LEVELS: Mapping[Level, str] = {
    "error": "An error keeps the site from being built.",
    "warning": "A warning is told and stops no build.",
    "hint": "A hint is advice and nothing more, and is given on request only.",
}
"""What each level means, the gravest first."""

_PICTURES = {number: 0x2400 + number for number in range(32) if chr(number) not in "\t\n"}
_VISIBLE = _PICTURES | dict.fromkeys(range(0x7F, 0xA0), 0xFFFD)

FILES = (
    "form",
    "fields",
    "evidence",
    "texts",
    "pictures",
    "bibliography",
    "pages",
    "settings",
    "works",
    "hints",
)
"""The chapters, in the order in which an author meets them."""


@dataclass(frozen=True)
class Example:
    """Something wrong that an author could write, and the same set right.

    Attributes:
        wrong: What is wrong.
        right: What is right instead; empty where the file must go.
        message: What is said of what is wrong.
        file: The file in which it stands.
        whole: Whether it is a whole summary; of others, the fields needed besides are left out.
        encoding: How the wrong file is saved.
    """

    wrong: str
    right: str
    message: str
    file: str = "docs/summaries/sleep.yaml"
    whole: bool = False
    encoding: str = "utf-8"


@dataclass(frozen=True)
class Rule:
    """A kind of problem.

    Attributes:
        id: Its name, as it stands behind a message.
        title: What it is, in a few words.
        why: Why it matters, to the reader or to the author.
        mend: How it is mended.
        level: How grave it is.
        example: An example.
        source: What a hint rests on, as a published reference.
    """

    id: RuleId
    title: str
    why: str
    mend: str
    level: Level = "error"
    example: Example | None = None
    source: str = ""


@dataclass(frozen=True)
class Chapter:
    """Rules that belong together.

    Attributes:
        title: What they are about.
        rules: The rules, in their order.
    """

    title: str
    rules: Sequence[Rule]


@cache
def chapters() -> Sequence[Chapter]:
    """Return all rules, chapter by chapter."""
    return [_chapter(Path(__file__).with_name(f"{name}.yaml")) for name in FILES]


def find_rule(name: RuleId) -> Rule:
    """Return what an id means."""
    return _by_id()[name]


@cache
def _by_id() -> Mapping[RuleId, Rule]:
    return {rule.id: rule for chapter in chapters() for rule in chapter.rules}


def visible(text: str) -> str:
    """Return a text with pictures of the signs that nobody can see, which a terminal may obey."""
    return text.translate(_VISIBLE)


def _chapter(path: Path) -> Chapter:
    written: dict[str, Any] = yaml.load(path.read_bytes(), yaml.CSafeLoader)
    rules = [_rule(name, fields) for name, fields in written["rules"].items()]
    return Chapter(written["title"], rules)


def _rule(name: RuleId, fields: dict[str, Any]) -> Rule:
    example = fields.pop("example", None)
    return Rule(id=name, example=Example(**example) if example else None, **fields)
