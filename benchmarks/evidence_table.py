"""What an evidence table of a thousand studies costs: to build, to load and to filter.

Run by ``make benchmark``. The same site is built without and with a page that has the table; then
Chromium filters and sorts it. Bytes are counted compressed, as they travel: the page, and what it
loads of ours.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from urllib.parse import urljoin

import yaml
from playwright.sync_api import Page, sync_playwright

from benchmarks.library import make_library
from benchmarks.processes import ProcessError, timed
from benchmarks.summaries import TOPICS, make_summary
from tools.chromium import ADVICE, find
from tools.serving import served

SUMMARIES = 1000
ENTRIES = 500
ROUNDS = 9
PARTS = ("table", "map", "plot")

_ACTIONS = {
    "a letter in the search": ("text", "w"),
    "a word in the search": ("text", "recovery"),
    "a topic": ("topic", "Depression"),
    "a kind of study": ("design", "randomised-trial"),
    "a certainty": ("certainty", "low"),
    "all rows again": ("topic", ""),
}
"""What is filtered by: a name for it, the field and its value."""

_FILTER = """([name, value]) => {
  const field = document.querySelector(`.evidence-filters [name=${name}]`);
  document.querySelector(".evidence-filters button").click();
  document.body.offsetHeight;
  field.value = value;
  const start = performance.now();
  field.dispatchEvent(new Event("input", { bubbles: true }));
  document.body.offsetHeight;
  return performance.now() - start;
}"""
"""The time from the event to the end of layout, beginning with all rows."""

_SORT = """heading => {
  const start = performance.now();
  heading.querySelector("button").click();
  document.body.offsetHeight;
  return performance.now() - start;
}"""


def main() -> None:
    options = _options()
    chromium = find() or sys.exit(ADVICE)
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write_site(site, options.summaries)
        print(f"{options.summaries} summaries; the whole of “mkdocs build”:")
        _build(site, ())
        for parts in [PARTS[:1], PARTS]:
            _build(site, parts)
            _weigh(site / "site")
        _build(site, PARTS[:1])
        with (
            served(site / "site") as address,
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"]) as browser,
        ):
            for width in (1280, 390):
                page = browser.new_page(viewport={"width": width, "height": 800})
                page.goto(f"{address}/evidence/", wait_until="networkidle")
                print(f"In Chromium, {width} pixels wide, from the event to the end of layout:")
                _measure(page)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evidence_table")
    parser.add_argument("--summaries", type=int, default=SUMMARIES)
    return parser.parse_args()


def write_site(site: Path, summaries: int) -> None:
    """Write a site with so many summaries, and with no page across them yet."""
    library = make_library(ENTRIES)
    keys = re.findall(r"^@\w+\{(\w+),", library, re.MULTILINE)
    folder = site / "docs" / "summaries"
    folder.mkdir(parents=True)
    (site / "refs.bib").write_text(library, encoding="utf-8")
    (site / "docs" / "index.md").write_text("# Home\n", encoding="utf-8")
    (site / "mkdocs.yml").write_text(yaml.safe_dump(_CONFIG), encoding="utf-8")
    for number in range(summaries):
        text = make_summary(number, keys[number % len(keys)])
        (folder / f"study-{number}.yaml").write_text(text, encoding="utf-8")


_CONFIG = {
    "site_name": "Benchmark",
    "site_url": "https://example.org/",
    "theme": {"name": "material", "font": False},
    "plugins": ["search", "blog", {"evidence": {"bibliography": "refs.bib", "topics": [*TOPICS]}}],
}


def _build(site: Path, parts: Sequence[str]) -> None:
    """Build the site anew with a page that has these parts, and print how long that takes."""
    for made in (".cache", "site"):
        shutil.rmtree(site / made, ignore_errors=True)
    comments = "\n\n".join(f"<!-- evidence/{part} -->" for part in parts)
    (site / "docs" / "evidence.md").write_text(f"# Evidence\n\n{comments}\n", encoding="utf-8")
    taken = timed([sys.executable, "-m", "mkdocs", "build", "--quiet"], site)
    shown = ", ".join(parts) or "nothing across posts"
    print(f"  with {shown:20}  {taken.wall:5.1f} s, CPU {taken.cpu:5.1f} s")


def _weigh(site: Path) -> None:
    html = (site / "evidence" / "index.html").read_bytes()
    files = re.findall(r'(?:href|src)="([^"]*assets/evidence/[^"]*\.(?:css|js))"', html.decode())
    ours = [site / urljoin("evidence/", file) for file in files]
    loaded = sum(_compressed(path.read_bytes()) for path in ours)
    page = _compressed(html)
    print(f"  {(page + loaded) / 1000:.0f} kB compressed: {page / 1000:.0f} the page, ", end="")
    print(f"{loaded / 1000:.0f} our styles and scripts; {len(html) / 1e6:.1f} MB unpacked")


def _compressed(content: bytes) -> int:
    return len(gzip.compress(content, compresslevel=6, mtime=0))


def _measure(page: Page) -> None:
    for name, action in _ACTIONS.items():
        _print(name, [page.evaluate(_FILTER, action) for _ in range(ROUNDS)])
    for heading in page.locator("[data-sort]").all():
        name = f"sorted by “{heading.inner_text()}”"
        _print(name, [heading.evaluate(_SORT) for _ in range(ROUNDS)])


def _print(name: str, times: Sequence[float]) -> None:
    print(f"  {name:32} {median(times):5.1f} ms, at most {max(times):5.1f}")


if __name__ == "__main__":
    try:
        main()
    except ProcessError as error:
        sys.exit(str(error))
