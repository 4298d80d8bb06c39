"""What is wrong in the author's input, where it stands, and what to write instead.

A *problem* is in the input; it is collected, never raised, so that one mistake does not hide
the next. An *error* is in the program, and is an exception like any other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from mkdocs_evidence.rules import Level, RuleId, find_rule, visible

CLOSE_ENOUGH = 70.0
"""How alike, from 0 to 100, a word must be to a known one to be offered instead of it."""


FEWEST_LETTERS = 4
"""How many letters a word must have for a longer one that begins so to be offered."""

LINE_SHOWN = 100
"""How many characters of a line are shown with a problem."""


@dataclass(frozen=True, order=True)
class Location:
    """A place in a file. Lines and columns count from 1, as editors do."""

    path: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One thing that is wrong in the author's input.

    Attributes:
        location: Where it stands.
        rule: The name of the kind of problem, such as ``unknown-topic``.
        message: What is wrong, as a sentence in plain words.
        advice: What to write instead, as a sentence; may be empty.
        line: The line of the file as it stands, to show with a caret; may be empty.
        width: How many characters of that line are meant.
    """

    location: Location
    rule: RuleId
    message: str
    advice: str = ""
    line: str = field(default="", compare=False)
    width: int = field(default=1, compare=False)

    @property
    def level(self) -> Level:
        """How grave it is."""
        return find_rule(self.rule).level

    def __str__(self) -> str:
        parts = [f"{self.location}: {self.message} [{self.rule}]"]
        if self.line.strip():
            parts += [f"    {part}" for part in self.marked_line()]
        if self.advice:
            parts.append(f"    {self.advice}")
        return visible("\n".join(parts))

    def marked_line(self) -> tuple[str, str]:
        """Return the line, or the part of a long one that matters, and a caret to go under it.

        Tabs before the place are kept in the second line, so that the caret stays in its column.
        """
        place = self.location.column - 1
        start = 0 if place < LINE_SHOWN else place - LINE_SHOWN // 2
        shown = self.line[start : start + LINE_SHOWN]
        before = "".join("\t" if c == "\t" else " " for c in shown[: place - start])
        return shown, before + "^" * max(1, min(self.width, len(shown) - len(before)))


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word most like this one, or None where none is like it."""
    found = process.extractOne(
        word, list(known), scorer=fuzz.ratio, processor=str.casefold, score_cutoff=CLOSE_ENOUGH
    )
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return advice that names the nearest known word; else lists them, if there are few.

    Nearest is also the only one that begins with the word, as a key does with the author's name.
    """
    choices = list(known)
    if match := nearest(word, choices) or _completed(word, choices):
        return f"Did you mean “{match}”?"
    if choices and len(choices) <= 20:
        return "You can write: " + ", ".join(choices) + "."
    return otherwise


def _completed(word: str, known: Iterable[str]) -> str | None:
    longer = [each for each in known if each.casefold().startswith(word.casefold())]
    return longer[0] if len(longer) == 1 and len(word) >= FEWEST_LETTERS else None


def report(problems: Iterable[Problem]) -> str:
    """Return all problems as text for a terminal: sorted, each once, with their number."""
    unique = sorted(set(problems))
    count = "1 problem" if len(unique) == 1 else f"{len(unique)} problems"
    return "\n\n".join([*map(str, unique), f"{count} found."])
