"""Runs CSL's test suite and counts what passes, by category."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from .adapter import render
from .cases import Case, read_case
from .causes import cause
from .normalise import same_html
from .tables import share


@dataclass(frozen=True)
class Outcome:
    """What came of a case.

    Attributes:
        name: The name of the case.
        expected: What the suite expects.
        got: What the processor gives.
        error: The cause, where it gives nothing.
    """

    name: str
    expected: str = ""
    got: str = ""
    error: str = ""

    @property
    def category(self) -> str:
        """The part of the name that says what is tested."""
        return self.name.partition("_")[0]

    @property
    def passed(self) -> bool:
        """Whether both are the same."""
        return not self.error and self.expected == self.got


def run_suite(folder: Path, patterns: Sequence[str] = ()) -> list[Outcome]:
    """Run the cases of a folder whose name contains one of the patterns; without any, all.

    Raises:
        FileNotFoundError: The folder holds no cases.
    """
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise FileNotFoundError(f"There is no test suite in {folder}.")
    return [
        run_case(path)
        for path in paths
        if not patterns or any(pattern.lower() in path.stem.lower() for pattern in patterns)
    ]


def run_case(path: Path) -> Outcome:
    """Run one case. Whatever goes wrong in it is an outcome."""
    try:
        case = read_case(path)
        rendered = render(case)
        if case.mode == "citation":
            expected, got = _citations(case, rendered.citations)
        else:
            expected, got = case.expected, _bibliography(rendered.bibliography)
    except Exception as error:
        return Outcome(path.stem, error=_cause(error))
    return Outcome(path.stem, same_html(expected), same_html(got))


def report(outcomes: Iterable[Outcome], *, verbose: bool) -> Iterable[str]:
    """Yield the lines of a report: what failed, if that is asked for, and the counts."""
    number, passed, errors = Counter[str](), Counter[str](), Counter[str]()
    failed: list[str] = []
    for outcome in outcomes:
        number[outcome.category] += 1
        passed[outcome.category] += outcome.passed
        if outcome.error:
            errors[outcome.error] += 1
        if not outcome.passed:
            failed.append(outcome.name)
        if verbose and not outcome.passed:
            yield from _failure(outcome)
    yield from _causes(failed)
    for category in sorted(number):
        yield f"{category:16} {passed[category]:4}/{number[category]}"
    for error, times in errors.most_common(10):
        yield f"{times:4} × {error}"


def _causes(failed: Sequence[str]) -> Iterable[str]:
    """Yield the names of cases that fail below their causes."""
    for why in sorted({cause(name) for name in failed}):
        names = [name for name in failed if cause(name) == why]
        yield f"{len(names):4} × {why or 'Of unknown cause'}: {', '.join(names)}"


def total(outcomes: Sequence[Outcome]) -> str:
    """Return how many cases passed, in a line."""
    return f"CSL test suite: {share(sum(each.passed for each in outcomes), len(outcomes))}"


def _failure(outcome: Outcome) -> Iterable[str]:
    yield f"── {outcome.name}"
    if outcome.error:
        yield f"   {outcome.error}"
        return
    expected, got = _lines(outcome.expected), _lines(outcome.got)
    if len(expected) == len(got):  # then a line that is right says nothing
        pairs = [(line, other) for line, other in zip(expected, got, strict=True) if line != other]
        expected, got = [line for line, _ in pairs], [other for _, other in pairs]
    yield from (f" - {line}" for line in expected)
    yield from (f" + {line}" for line in got)


def _lines(text: str) -> list[str]:
    return text.replace('<div class="csl-entry">', '\n<div class="csl-entry">').split("\n")


def _citations(case: Case, got: list[str]) -> tuple[str, str]:
    """Return the citations that the case names, as it expects them and as they are."""
    expected = case.expected_citations()
    found = {place: got[place] if place < len(got) else "" for place in expected}
    return _listing(expected), _listing(found)


def _listing(citations: dict[int, str]) -> str:
    if len(citations) == 1:
        return "".join(citations.values())
    return "\n".join(f"[{place}] {text}" for place, text in citations.items())


def _bibliography(references: list[str]) -> str:
    entries = "".join(f'<div class="csl-entry">{reference}</div>' for reference in references)
    return f'<div class="csl-bib-body">{entries}</div>'


def _cause(error: Exception) -> str:
    """Return the error in one line, with the place it came from."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{Path(frame.tb_frame.f_code.co_filename).name}:{frame.tb_lineno}" if frame else ""
    message = " ".join(str(error).split())
    return f"{type(error).__name__}: {message[:120]} ({place})"
