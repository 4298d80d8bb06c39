"""Compares citations in the text: one document for each .bib file, with citations of all kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .differences import marked
from .engines import OURS, Bibliography, Engines
from .planning import Planned, plan
from .styles import Style


@dataclass(frozen=True)
class Cluster:
    """One citation in all engines.

    Attributes:
        planned: The citation.
        ours: Our text.
        others: The texts of the engines that format such a citation, by their name.
    """

    planned: Planned
    ours: str
    others: Mapping[str, str]

    @property
    def agrees(self) -> bool:
        """Whether one of the other engines has the same."""
        return any(map(self.agrees_with, self.others))

    def agrees_with(self, engine: str) -> bool:
        """Say whether an engine has the same."""
        return self.ours == self.others.get(engine)


@dataclass(frozen=True)
class Comparison:
    """The citations of one document in one style."""

    style: str
    bibliography: str
    clusters: Sequence[Cluster]

    @property
    def agreed(self) -> int:
        """How many citations are the same in at least one other engine."""
        return sum(cluster.agrees for cluster in self.clusters)

    def agreeing(self, engine: str) -> tuple[int, int]:
        """Return how many citations are the same in another engine, and how many it has."""
        has = [cluster for cluster in self.clusters if engine in cluster.others]
        return sum(cluster.agrees_with(engine) for cluster in has), len(has)


def compare(bibliography: Bibliography, style: Style, engines: Engines) -> Comparison:
    """Compare the citations of a document that cites everything in a file.

    Raises:
        OracleError: A program to compare with fails.
    """
    planned = plan(bibliography.items)
    answers = engines.ask(bibliography, style, [each.citation for each in planned])
    ours = answers.pop(OURS).clusters
    clusters = [
        Cluster(
            each,
            ours[place],
            {name: _comparable(answer.clusters[place], each) for name, answer in answers.items()},
        )
        for place, each in enumerate(planned)
    ]
    return Comparison(style.name, bibliography.name, clusters)


def report(comparisons: Iterable[Comparison]) -> Iterator[str]:
    """Yield the lines of the full report: the citations that agree with no other engine."""
    for comparison in comparisons:
        yield f"# {comparison.style}, {comparison.bibliography}"
        for cluster in comparison.clusters:
            if not cluster.agrees:
                yield f"  {cluster.planned.kind}: {_source(cluster)}"
                yield f"    {OURS:22} {cluster.ours}"
                for name, text in cluster.others.items():
                    yield f"    {name:22} {text}"
                    yield f"    {'':22} {marked(cluster.ours, text)}"
        yield ""


def by_kind(comparisons: Iterable[Comparison]) -> dict[str, tuple[int, int]]:
    """Return how many citations of each kind agree with an engine, and how many there are."""
    counts: dict[str, tuple[int, int]] = {}
    for comparison in comparisons:
        for cluster in comparison.clusters:
            agreed, total = counts.get(cluster.planned.kind, (0, 0))
            counts[cluster.planned.kind] = (agreed + cluster.agrees, total + 1)
    return counts


def _source(cluster: Cluster) -> str:
    return ", ".join(cite.key for cite in cluster.planned.citation.cites)


def _comparable(text: str, planned: Planned) -> str:
    """Return another engine's text; a narrative citation with "and" among its authors.

    APA 7, section 8.17, wants it there. Pandoc takes the authors from the form in parentheses,
    where they are joined by "&".
    """
    if not planned.citation.narrative:
        return text
    authors, bracket, rest = text.rpartition(" (")
    return authors.replace("&", "and") + bracket + rest
