"""How much longer a site takes to build with citations.

Run by ``make benchmark``. The same blog is built without a plugin for citations, with ours, and
with mkdocs-bibtex. Whole processes take turns, each with nothing kept of the time before; what
counts is the median.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from typing import Any

import yaml

from benchmarks.blog import CITATIONS, make_post
from benchmarks.library import make_library
from benchmarks.processes import ProcessError, Taken, timed
from tools.conformance.styles import find_style

STYLE = "apa"
ENTRIES = 500
POSTS = 1000
ROUNDS = 3
PLAIN = "plain"
SLOW = "mkdocs-bibtex, CSL"
"""What runs pandoc once for each page, and is built in the first round only."""


def main() -> None:
    options = _options()
    print(
        f"A blog of {options.posts} posts with {CITATIONS} citations each, "
        f"from {ENTRIES} entries; the whole of “mkdocs build”:"
    )
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        _write_site(site, options.posts)
        variants = _variants()
        for name, plugins in variants.items():
            config = _CONFIG | {"plugins": ["search", "blog", *plugins]}
            (site / f"{name}.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
        taken: dict[str, list[Taken]] = {name: [] for name in variants}
        for turn in range(options.rounds):
            for name in variants:
                if name != SLOW or turn == 0:
                    taken[name].append(_build(site, name))
    _print(taken)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.builds")
    parser.add_argument("--posts", type=int, default=POSTS)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    return parser.parse_args()


_CONFIG: dict[str, Any] = {
    "site_name": "Benchmark",
    "site_url": "https://example.org/",
    "theme": {"name": "material", "font": False},
    "markdown_extensions": ["footnotes"],
}


def _variants() -> dict[str, list[object]]:
    """Return what is compared: the plugins beside search and blog, by a name."""
    theirs = {"bib_file": "refs.bib"}
    style = {"csl_file": str(find_style(STYLE).path)}
    return {
        PLAIN: [],
        "evidence": [{"evidence": {"bibliography": "refs.bib", "style": STYLE}}],
        "mkdocs-bibtex": [{"bibtex": theirs}],
        SLOW: [{"bibtex": theirs | style}],
    }


def _write_site(site: Path, posts: int) -> None:
    library = make_library(ENTRIES)
    keys = re.findall(r"^@\w+\{(\w+),", library, re.MULTILINE)
    folder = site / "docs" / "blog" / "posts"
    folder.mkdir(parents=True)
    (site / "refs.bib").write_text(library, encoding="utf-8")
    (site / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    (site / "docs" / "blog" / "index.md").write_text("# Blog\n", encoding="utf-8")
    for number in range(posts):
        (folder / f"post-{number}.md").write_text(make_post(number, keys), encoding="utf-8")


def _build(site: Path, name: str) -> Taken:
    """Build the site anew, and return how long that took."""
    for made in (".cache", "site"):
        shutil.rmtree(site / made, ignore_errors=True)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", f"{name}.yml"]
    return timed(command, site)


def _print(taken: Mapping[str, list[Taken]]) -> None:
    plain = _middle(taken[PLAIN])
    for name, rounds in taken.items():
        wall, cpu = _middle(rounds)
        spread = f"{min(each.wall for each in rounds):.1f} to {max(e.wall for e in rounds):.1f} s"
        count = "1 round" if len(rounds) == 1 else f"{len(rounds)} rounds: {spread}"
        print(
            f"  {name:18} {wall:6.1f} s, {wall / plain.wall:5.2f} of plain;"
            f"  CPU {cpu:6.1f} s, {cpu / plain.cpu:5.2f} of plain   ({count})"
        )


def _middle(rounds: list[Taken]) -> Taken:
    return Taken(median(each.wall for each in rounds), median(each.cpu for each in rounds))


if __name__ == "__main__":
    try:
        main()
    except ProcessError as error:
        sys.exit(str(error))
