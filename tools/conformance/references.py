"""Compares reference lists: every entry of every .bib file, in every style."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .differences import causes, marked, moved
from .engines import FILE, OURS, Bibliography, Engines
from .oracles import Answer
from .styles import Style


@dataclass(frozen=True)
class Entry:
    """One reference in all engines.

    Attributes:
        key: The key of the item.
        ours: Our text.
        others: The texts of the other engines by their name; empty where one has none.
        causes: Why ours is another one, by the name of the engine that it differs from.
    """

    key: str
    ours: str
    others: Mapping[str, str]
    causes: Mapping[str, Sequence[str]]

    @property
    def agrees(self) -> bool:
        """Whether one of the other engines has the same."""
        return len(self.causes) < len(self.others)

    @property
    def cause(self) -> str:
        """The causes by the engine that comes nearest."""
        return min(map(" + ".join, self.causes.values()), key=lambda text: (text.count("+"), text))


@dataclass(frozen=True)
class Comparison:
    """A reference list in one style.

    Attributes:
        style: The name of the style.
        bibliography: The name of the file.
        entries: The references.
        moved: The keys that stand in another place, by the name of the engine.
    """

    style: str
    bibliography: str
    entries: Sequence[Entry]
    moved: Mapping[str, Sequence[str]]

    def agreeing(self, engine: str) -> tuple[int, int]:
        """Return how many references are the same in another engine, and how many it has."""
        has = [entry for entry in self.entries if engine in entry.others]
        return sum(engine not in entry.causes for entry in has), len(has)

    @property
    def agreed(self) -> int:
        """How many references are the same in at least one other engine."""
        return sum(entry.agrees for entry in self.entries)


def compare(bibliography: Bibliography, style: Style, engines: Engines) -> Comparison:
    """Compare the reference list of a whole file.

    Raises:
        OracleError: A program to compare with fails.
    """
    answers = engines.ask(bibliography, style)
    ours = answers.pop(OURS)
    return Comparison(
        style=style.name,
        bibliography=bibliography.name,
        entries=[_entry(key, ours, answers, bibliography) for key in bibliography.items],
        moved={
            name: moved(list(ours.references), list(answer.references))
            for name, answer in answers.items()
        },
    )


def _entry(
    key: str, ours: Answer, others: Mapping[str, Answer], bibliography: Bibliography
) -> Entry:
    text = ours.references.get(key, "")
    texts = {name: answer.references.get(key, "") for name, answer in others.items()}
    item = bibliography.items[key]
    found = {
        name: causes(text, other, item, bibliography.written[key] if name == FILE else "")
        for name, other in texts.items()
        if other != text
    }
    return Entry(key, text, texts, found)


def report(comparisons: Iterable[Comparison]) -> Iterator[str]:
    """Yield the lines of the full report: what agrees with none, and what the reading changes."""
    for comparison in comparisons:
        yield f"# {comparison.style}, {comparison.bibliography}"
        for name, keys in comparison.moved.items():
            yield f"## In another place in {name} ({len(keys)}): {', '.join(keys[:10])}"
        alone = [entry for entry in comparison.entries if not entry.agrees]
        read = [entry for entry in comparison.entries if entry.agrees and FILE in entry.causes]
        yield from _grouped("Agrees with no engine", [(entry.cause, entry) for entry in alone])
        by_reading = [(" + ".join(entry.causes[FILE]), entry) for entry in read]
        yield from _grouped("Differs from pandoc on the .bib file alone", by_reading)
        yield ""


def _grouped(title: str, entries: Iterable[tuple[str, Entry]]) -> Iterator[str]:
    groups: dict[str, list[Entry]] = defaultdict(list)
    for cause, entry in entries:
        groups[cause].append(entry)
    for cause, members in sorted(groups.items(), key=lambda group: -len(group[1])):
        yield f"## {title}: {cause} ({len(members)})"
        for entry in members:
            yield from _shown(entry)


def _shown(entry: Entry) -> Iterator[str]:
    yield f"  [{entry.key}]"
    yield f"    {OURS:22} {entry.ours}"
    for name in entry.causes:
        yield f"    {name:22} {entry.others[name] or '(nothing)'}"
        yield f"    {'':22} {marked(entry.ours, entry.others[name])}"


def count_causes(comparisons: Iterable[Comparison]) -> Iterator[str]:
    """Yield how often each cause is found among what agrees with no engine, and in the reading."""
    alone, read = Counter[str](), Counter[str]()
    for comparison in comparisons:
        for entry in comparison.entries:
            if not entry.agrees:
                alone[entry.cause] += 1
            elif FILE in entry.causes:
                read[" + ".join(entry.causes[FILE])] += 1
    for title, counted in [("agrees with no engine", alone), ("differs in the reading", read)]:
        for cause, number in counted.most_common(12):
            yield f"{number:5}  {title}: {cause}"
