"""How long a reference list takes, and the citations of a page.

Run by ``make benchmark``. Whole processes take turns on one file, ours and pandoc's, so that a
busy machine is slow for both; what counts is the median.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from benchmarks.library import make_library
from benchmarks.processes import ProcessError, timed
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.csl import Citation, Cite, Processor, load_style
from tools.conformance.oracles import OracleError, find_pandoc
from tools.conformance.styles import LOCALE, find_style

STYLE = "apa"
SIZE = 1000
ROUNDS = 5
CLUSTERS = 10
EVIDENCE = Path(sys.executable).with_name("evidence")


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        path = options.bibliography or Path(folder, "library.bib")
        if options.bibliography is None:
            path.write_text(make_library(SIZE), encoding="utf-8")
        library, _ = Library.load([path], root=path.parent)
        items = {key: library.csl(key) for key in list(library.keys())}
        print(f"{len(items)} entries, from the .bib file to the list, in a new process:")
        _compare(_commands(path, options.pandoc, Path(folder)), options.rounds)
        _page(items, options.rounds)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.references")
    parser.add_argument("bibliography", nargs="?", type=Path, help="a .bib file of your own")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--pandoc", type=Path, help="the program, if it is another one")
    return parser.parse_args()


def _commands(path: Path, pandoc: Path | None, folder: Path) -> dict[str, Sequence[str]]:
    """Return what is run for the list of a file, by the name of the program."""
    document = folder / "everything.md"
    document.write_text(f"---\nlang: {LOCALE}\nnocite: '@*'\n---\n", encoding="utf-8")
    ours = [str(EVIDENCE), "references", str(path), "--style", STYLE, "--format", "text"]
    style = f"--csl={find_style(STYLE).path}"
    theirs = [str(pandoc or find_pandoc()), "--citeproc", f"--bibliography={path}", style]
    return {"evidence": ours, "pandoc": [*theirs, "--to=plain", "--quiet", str(document)]}


def _compare(commands: Mapping[str, Sequence[str]], rounds: int) -> None:
    """Let the programs take turns, and print the median of each and their ratio."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            times[name].append(timed(command).wall)
    medians = {name: median(taken) for name, taken in times.items()}
    for name, taken in times.items():
        spread = f"{min(taken):.2f} to {max(taken):.2f}"
        print(f"  {name:10} {medians[name]:6.2f} s   ({spread}, {rounds} rounds)")
    first, second = medians
    print(f"  {first} takes {medians[first] / medians[second]:.2f} of the time of {second}.")


def _page(items: Mapping[str, Mapping[str, Any]], rounds: int) -> None:
    """Print how long the citations and references of a page take once the style is loaded."""
    citations = _citations(list(items))
    style = load_style(STYLE)

    def format_page() -> None:
        Processor(style, LOCALE, items.__getitem__).document(citations)

    format_page()
    taken = [_seconds(format_page) for _ in range(4 * rounds)]
    print(f"A page with {len(citations)} citations: {1000 * median(taken):.1f} ms")


def _citations(keys: Sequence[str]) -> list[Citation]:
    """Return the citations of a page: of one to three entries from all over the library."""
    chosen = iter(keys[:: max(1, len(keys) // (2 * CLUSTERS))])
    citations = []
    for place in range(CLUSTERS):
        cites = tuple(Cite(key) for _, key in zip(range(place % 3 + 1), chosen, strict=False))
        citations.append(Citation(cites, narrative=len(cites) == 1))
    return [citation for citation in citations if citation.cites]


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    try:
        main()
    except (OracleError, ProcessError) as error:
        sys.exit(str(error))
