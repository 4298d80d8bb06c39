"""Fixtures of the browser tests: Chromium, the example site, a server for it, and its pages."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import OpenPage, Windows, launch
from tools.chromium import ADVICE, find
from tools.serving import QuietHandler, served

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The path of Chromium; without one the tests fail, for a skipped test tells nothing."""
    return find() or pytest.fail(ADVICE)


@pytest.fixture(scope="session")
def browser(chromium_path: str) -> Iterator[Browser]:
    with sync_playwright() as playwright, launch(playwright, chromium_path) as browser:
        yield browser


@pytest.fixture(scope="session")
def open_page(browser: Browser) -> OpenPage:
    return Windows(browser).visit


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[[Path], str]]:
    """A function that serves a folder until the session ends and returns its address."""
    with ExitStack() as servers:
        yield lambda folder: servers.enter_context(served(folder))


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the built example site, shared by all processes of one test run."""
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    site, built = base / "example-site", base / "example-site.built"
    with FileLock(base / "example-site.lock"):
        if not built.exists():
            build(site)
            built.touch()
    return site


@pytest.fixture(scope="session")
def whole_site_url(serve_folder: Callable[[Path], str], example_site: Path) -> str:
    """The address of the example site, without a slash at its end."""
    return serve_folder(example_site)


@pytest.fixture(scope="session")
def site_url(example_site: Path) -> Iterator[str]:
    """The address of the example site as tests see it that do not search.

    All is there but the index of the search, which has one entry: to read the whole of it takes
    Chromium a third of its time for a page.
    """
    with served(example_site, LittleToFind) as url:
        yield url


class LittleToFind(QuietHandler):
    """Serves files, and for the search the first entry of its index alone."""

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Send the head of an answer and return its body."""
        if not self.path.endswith("/search_index.json"):
            return super().send_head()
        index = json.loads(Path(self.translate_path(self.path)).read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        return BytesIO(json.dumps(index | {"docs": index["docs"][:1]}).encode())


def build(site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if outcome.returncode:
        pytest.fail(f"The example site does not build:\n{outcome.stdout}{outcome.stderr}")
