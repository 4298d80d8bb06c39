"""The commands of the tool.

::

    python -m tools.conformance                            everything, with a summary at the end
    python -m tools.conformance suite -v date_ label       cases of CSL's test suite, by name
    python -m tools.conformance references --styles ieee   reference lists
    python -m tools.conformance clusters                   citations in the text
    python -m tools.conformance citations                  how citations are read
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import citations, oracles, suite

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
CACHE = ROOT / ".cache/conformance"


def main() -> int:
    options = _options()
    complete = True
    summary: list[str] = []
    if options.command in ("all", "suite"):
        complete &= _suite(options, summary)
    if options.command in ("all", "references", "clusters"):
        # Imported here, so that the suite runs also while the reader of .bib files is broken.
        from .comparing import run

        complete &= run(options, CACHE, summary)
    if options.command in ("all", "citations"):
        complete &= _citations(options, summary)
    print("\n".join(summary))
    return 0 if complete else 1


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.conformance")
    commands = ("all", "suite", "references", "clusters", "citations")
    parser.add_argument("command", nargs="?", choices=commands, default="all")
    parser.add_argument("patterns", nargs="*", metavar="PATTERN", help="parts of names of cases")
    parser.add_argument("-v", "--verbose", action="store_true", help="show the cases that fail")
    parser.add_argument("--suite", type=Path, default=SHARED / "csl-test-suite", metavar="FOLDER")
    parser.add_argument(
        "--bibliographies", nargs="+", type=Path, default=[SHARED / "bibliographies"]
    )
    parser.add_argument("--styles", nargs="+", metavar="STYLE")
    parser.add_argument("--pandoc", type=Path, help="the program, if it is another one")
    parser.add_argument("--citeproc-js", type=Path, default=CACHE / "node_modules/citeproc")
    return parser.parse_intermixed_args()


def _suite(options: argparse.Namespace, summary: list[str]) -> bool:
    """Run the test suite, add its total to the summary, and say whether it could be run."""
    try:
        outcomes = suite.run_suite(options.suite, options.patterns)
    except FileNotFoundError as error:
        summary.append(f"CSL test suite: {error}")
        return False
    for line in suite.report(outcomes, verbose=options.verbose):
        print(line)
    summary.append(suite.total(outcomes))
    return True


def _citations(options: argparse.Namespace, summary: list[str]) -> bool:
    """Compare how citations are read, and say whether that could be done."""
    try:
        program = options.pandoc or oracles.find_pandoc()
        readings = citations.compare(oracles.Pandoc(program, oracles.Cache(CACHE / "answers")))
    except oracles.OracleError as error:
        summary.append(f"Reading of citations: {error}")
        return False
    print("\n".join(citations.report(readings)))
    summary.append(citations.total(readings))
    return True


if __name__ == "__main__":
    sys.exit(main())
