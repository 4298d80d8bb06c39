"""Let Lighthouse look at a post as a telephone gets it from a static host. See ``make lighthouse``.

The example site is built for the address at which it is served, and served as static hosts do it:
over HTTP/1.1, compressed.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from statistics import median

from tools.chromium import ADVICE, find
from tools.node import NODE, packages
from tools.serving import QuietHandler, served

ROOT = Path(__file__).parents[1]
POST = "summaries/small-steps-against-depression/"
ROUNDS = 3
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
MEASURED = (
    "first-contentful-paint",
    "largest-contentful-paint",
    "total-blocking-time",
    "cumulative-layout-shift",
)
COMPRESSED = ("text/", "application/j", "image/svg", "application/xml")
BUILD = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config("mkdocs.yml", site_url=sys.argv[1], site_dir=sys.argv[2]))
"""


def main() -> None:
    chromium = find() or sys.exit(ADVICE)
    with tempfile.TemporaryDirectory() as folder, example_site(Path(folder)) as home:
        reports = [look_at(home + POST, chromium, CATEGORIES) for _ in range(ROUNDS)]
    print(f"Lighthouse, mobile, {POST}, the median of {ROUNDS}:")
    for name in CATEGORIES:
        points = median(100 * report["categories"][name]["score"] for report in reports)
        print(f"{points:6.0f}  {name}")
    for name in MEASURED:
        value = median(report["audits"][name]["numericValue"] for report in reports)
        print(f"{value:6.0f}  {name}{'' if name.endswith('shift') else ', ms'}")


@contextmanager
def example_site(folder: Path) -> Iterator[str]:
    """Build the example site into a folder, and serve it until the `with` block ends.

    Yields:
        The address of its home page.
    """
    with served(folder, StaticHost) as address:
        home = f"{address}/"
        command = [sys.executable, "-c", BUILD, home, str(folder)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        yield home


def scores(url: str, chromium: str, categories: Sequence[str]) -> dict[str, float]:
    """Return how many of 100 points a page gets in each of these categories of Lighthouse."""
    report = look_at(url, chromium, categories)
    return {name: 100 * report["categories"][name]["score"] for name in categories}


def look_at(
    url: str, chromium: str, categories: Sequence[str]
) -> dict[str, dict[str, dict[str, float]]]:
    """Return what Lighthouse says of a page, of which only numbers are typed."""
    command = [
        NODE,
        str(packages() / "lighthouse/cli/index.js"),
        url,
        "--quiet",
        "--output=json",
        "--no-enable-error-reporting",
        f"--only-categories={','.join(categories)}",
        # Chromium refuses its sandbox to root, and containers run as root.
        "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    ]
    environment = os.environ | {"CHROME_PATH": chromium}
    outcome = subprocess.run(command, env=environment, capture_output=True, check=True)
    report: dict[str, dict[str, dict[str, float]]] = json.loads(outcome.stdout)
    return report


class StaticHost(QuietHandler):
    """Serves files as static hosts do."""

    protocol_version = "HTTP/1.1"

    def send_head(self) -> BytesIO | None:
        """Send the head of an answer and return its body, compressed where that helps."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return None
        body, kind = path.read_bytes(), self.guess_type(path)
        self.send_response(200)
        if kind.startswith(COMPRESSED):
            body = gzip.compress(body, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)


if __name__ == "__main__":
    main()
