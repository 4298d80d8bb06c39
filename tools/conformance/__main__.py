"""The commands: ``python -m tools.conformance suite …``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from .suite import report, run_suite

SHARED = Path(__file__).parents[3] / "shared"


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tools.conformance")
    commands = parser.add_subparsers(required=True, metavar="command")
    suite = commands.add_parser("suite", help="run CSL's test suite")
    suite.add_argument("patterns", nargs="*", metavar="PATTERN", help="a part of a case's name")
    suite.add_argument("--folder", type=Path, default=SHARED / "csl-test-suite")
    suite.add_argument("-v", "--verbose", action="store_true", help="show what fails")
    suite.set_defaults(run=run_the_suite)
    options = parser.parse_args()
    sys.exit(options.run(options))


def run_the_suite(options: argparse.Namespace) -> int:
    outcomes = run_suite(options.folder, options.patterns)
    for line in report(outcomes, verbose=options.verbose):
        print(line)
    return 0


main()
