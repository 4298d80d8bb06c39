"""What is told of an import, in plain words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from .clean import clean
from .post import LeftOut

_WIDTH = 100
_AROUND = 40
"""How many characters before and behind a lost word are shown."""
_MANY = 4
"""In how many posts the same has to be done for it to be said once."""
_MOST_SHOWN = 12
"""How many places with lost words are shown."""


@dataclass(frozen=True)
class Outcome:
    """What became of a post.

    Attributes:
        name: What the post is called.
        file: The file of its summary, as the author knows it.
        is_new: Whether this file was made now.
        facts: What was found of it, each with its name.
        left_out: What has no place in the summary.
        todo: What a person has to do or to look at, each a sentence or two.
        words: How many words the post has.
        lost: Which of them are lost, each with the words around it.
    """

    name: str
    file: str
    is_new: bool = True
    facts: Sequence[tuple[str, str]] = ()
    left_out: Sequence[LeftOut] = ()
    todo: Sequence[str] = ()
    words: int = 0
    lost: Sequence[str] = ()


def in_full(outcome: Outcome) -> str:
    """Return all that there is to say of a post."""
    return "\n".join(_in_full(outcome))


def _in_full(outcome: Outcome) -> Iterator[str]:
    if not outcome.is_new:
        yield f"{outcome.name} was imported before, as {outcome.file}, which stays as it is."
        yield from _todo(outcome)
        return
    yield f"{outcome.name} → {outcome.file}"
    yield ""
    width = max((len(name) for name, _ in outcome.facts), default=0)
    for name, value in outcome.facts:
        yield from _hanging(value, f"  {name:<{width}}  ")
    if outcome.left_out:
        yield ""
        yield "  Left out of the text. It stands as a comment in the file:"
        for each in outcome.left_out:
            yield f"  - {each.reason}:"
            yield from (f"      {line}".rstrip() for line in clean(each.text).split("\n"))
    yield from _todo(outcome)
    yield ""
    for line in of_words(outcome):
        yield from _hanging(line, "  ")


def _todo(outcome: Outcome) -> Iterator[str]:
    if outcome.todo:
        yield ""
        yield "  For you to do:"
        for each in outcome.todo:
            yield from remark(each, "  ")


def of_words(outcome: Outcome) -> Iterator[str]:
    """Yield whether words of a post are lost, and which."""
    if not outcome.words:
        yield f"There are no words in {outcome.name}."
        return
    if not outcome.lost:
        yield (
            f"All {outcome.words:,} words of {outcome.name} are in the summary or in the list "
            "above."
            if outcome.left_out
            else f"All {outcome.words:,} words of {outcome.name} are in the summary."
        )
        return
    yield f"Of the {outcome.words:,} words of {outcome.name}, these were not found again:"
    yield from (f"- {each}" for each in outcome.lost[:_MOST_SHOWN])
    if len(outcome.lost) > _MOST_SHOWN:
        yield f"- and at {len(outcome.lost) - _MOST_SHOWN:,} more places"
    yield "Look for them in the summary, and copy them from the post where they are missing."


def common(outcomes: Sequence[Outcome]) -> dict[str, int]:
    """Return what is to be done in so many posts that once is enough to say it, and in how many."""
    counts = Counter(each for outcome in outcomes for each in outcome.todo)
    return {each: count for each, count in counts.items() if count >= _MANY}


def in_short(outcome: Outcome, told: Collection[str] = ()) -> str:
    """Return what a person should know of one of many posts.

    Args:
        outcome: What became of it.
        told: What is said elsewhere for all posts.
    """
    if not outcome.is_new:
        lines = [f"{outcome.name}: was imported before, as {outcome.file}"]
    else:
        lines = [f"{outcome.name} → {outcome.file}"]
    todo = [each for each in outcome.todo if each not in told]
    for each in [*todo, *(of_words(outcome) if outcome.lost else [])]:
        lines += remark(each, "  ")
    return "\n".join(lines)


def remark(text: str, indent: str = "") -> list[str]:
    """Return a sentence or two as an item of a list."""
    return _hanging(text, f"{indent}* ")


def _hanging(text: str, start: str) -> list[str]:
    """Return a text as lines that begin below each other behind a start."""
    return wrap(
        text,
        _WIDTH,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_long_words=False,
        break_on_hyphens=False,
    )


def in_context(text: str, lost: Sequence[str]) -> list[str]:
    """Return the passages of a text that are lost, each with the words around it.

    Args:
        text: The text of the post.
        lost: The passages, in the order of the text.
    """
    line, after, shown = " ".join(text.split()), 0, []
    for passage in lost:
        start = line.find(passage, after)
        after = max(start, 0) + len(passage)
        shown.append(_shown(line, start, after) if start >= 0 else passage)
    return shown


def _shown(line: str, start: int, end: int) -> str:
    before = line[max(0, start - _AROUND) : start].partition(" ")[2] if start else ""
    behind = line[end : end + _AROUND].rpartition(" ")[0]
    return f"… {before}>>{line[start:end]}<<{behind} …"
