"""Runs the comparisons with other engines."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path
from typing import TypeVar

from . import clusters, numbers, references
from .engines import Bibliography, Engines, read_bibliography
from .oracles import Cache, CiteprocJs, OracleError, Pandoc, find_pandoc
from .styles import DEFAULT, Style, find_style

Result = TypeVar("Result")
Compare = Callable[[Bibliography, Style, Engines], Result]


def run(options: argparse.Namespace, folder: Path, summary: list[str]) -> bool:
    """Compare what the command asks for, and say whether that could be done.

    Args:
        options: The options of the command.
        folder: The folder for the full reports and for what is kept.
        summary: What the lines to end with are added to.
    """
    try:
        engines, notice = _engines(options, folder / "answers")
        files = _bibliographies(options.bibliographies)
        styles = [find_style(name) for name in options.styles or DEFAULT]
        lists: list[references.Comparison] = []
        citations: list[clusters.Comparison] = []
        if options.command != "clusters":
            lists = _compare_all(references.compare, files, styles, engines)
            _print(numbers.references_table(lists))
            _print(references.count_causes(lists))
            _write(folder / "references.txt", references.report(lists))
        if options.command != "references":
            in_text = [style for style in styles if not style.in_notes]
            citations = _compare_all(clusters.compare, files, in_text, engines)
            _print(numbers.clusters_table(citations))
            _write(folder / "clusters.txt", clusters.report(citations))
    except (OracleError, OSError) as error:
        summary.append(f"Comparison with other engines: {error}")
        return False
    summary += numbers.summary(lists, citations)
    summary += [notice] if notice else []
    return True


def _engines(options: argparse.Namespace, cache: Path) -> tuple[Engines, str]:
    """Return the programs to compare with, and a notice if it is pandoc alone."""
    answers = Cache(cache)
    pandoc = Pandoc(options.pandoc or find_pandoc(), answers)
    try:
        return Engines(pandoc, CiteprocJs(options.citeproc_js, answers)), ""
    except OracleError as error:
        return Engines(pandoc, None), f"{error} What is compared with is pandoc alone."


def _bibliographies(paths: Iterable[Path]) -> list[Bibliography]:
    """Read the .bib files given, and those in the folders given."""
    found: list[Bibliography] = []
    for path in paths:
        files = sorted(path.rglob("*.bib")) if path.is_dir() else [path]
        if not files:
            raise FileNotFoundError(f"There are no .bib files in {path}.")
        found += map(read_bibliography, files)
    return found


def _compare_all(
    compare: Compare[Result],
    files: Sequence[Bibliography],
    styles: Sequence[Style],
    engines: Engines,
) -> list[Result]:
    """Compare every file in every style, several at a time."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        tasks = [
            pool.submit(compare, file, style, engines) for style, file in product(styles, files)
        ]
        return [task.result() for task in tasks]


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)
    print()


def _write(path: Path, lines: Iterable[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"All differences are in {os.path.relpath(path)}.\n")
