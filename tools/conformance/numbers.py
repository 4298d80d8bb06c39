"""The numbers of the comparisons, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from . import clusters, references
from .engines import FILE, ITEMS, SCRIPT
from .tables import share, table

ENGINES = (FILE, ITEMS, SCRIPT)


def references_table(compared: Sequence[references.Comparison]) -> Iterator[str]:
    """Yield a row for every style and file."""
    rows = [
        (f"{each.style}, {each.bibliography}", *_reference_numbers([each])) for each in compared
    ]
    yield from table(("References", "agree with any", *ENGINES), rows)


def clusters_table(compared: Sequence[clusters.Comparison]) -> Iterator[str]:
    """Yield a row for every style and file, and one for every kind of citation."""
    rows = [(f"{each.style}, {each.bibliography}", *_cluster_numbers([each])) for each in compared]
    yield from table(("Citations in the text", "agree with any", *ENGINES), rows)
    kinds = [(kind, share(*counts)) for kind, counts in clusters.by_kind(compared).items()]
    yield from table(("Citations by kind", "agree with any"), kinds)


def summary(
    lists: Sequence[references.Comparison], citations: Sequence[clusters.Comparison]
) -> Iterator[str]:
    """Yield the numbers of each style in all files, and of all styles."""
    rows = []
    for style in dict.fromkeys(each.style for each in lists):
        chosen = [each for each in lists if each.style == style]
        rows.append((f"references, {style}", *_reference_numbers(chosen)))
    if lists:
        rows.append(("references, all styles", *_reference_numbers(lists)))
    for style in dict.fromkeys(each.style for each in citations):
        quoted = [each for each in citations if each.style == style]
        rows.append((f"citations, {style}", *_cluster_numbers(quoted)))
    if rows:
        yield from table(("", "agree with any", *ENGINES), rows)
    for name in ENGINES:
        has = [each for each in lists if name in each.moved]
        total = sum(len(each.entries) for each in has)
        moved = sum(len(each.moved[name]) for each in has)
        if has:
            yield f"in the same place of the list: {share(total - moved, total)} ({name})"


def _reference_numbers(compared: Sequence[references.Comparison]) -> list[str]:
    total = sum(len(each.entries) for each in compared)
    agreed = share(sum(each.agreed for each in compared), total)
    return [agreed, *(_share([each.agreeing(name) for each in compared]) for name in ENGINES)]


def _cluster_numbers(compared: Sequence[clusters.Comparison]) -> list[str]:
    total = sum(len(each.clusters) for each in compared)
    agreed = share(sum(each.agreed for each in compared), total)
    return [agreed, *(_share([each.agreeing(name) for each in compared]) for name in ENGINES)]


def _share(counts: Iterable[tuple[int, int]]) -> str:
    """Return the share of what agrees with an engine in what the engine has."""
    agreeing, has = map(sum, zip(*counts, strict=True))
    return share(agreeing, has) if has else "–"
