"""Fixtures of the browser tests: Chromium, the example site, a server for it, and its pages."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import OpenPage, Windows, launch
from tools.chromium import ADVICE, find
from tools.serving import served

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
def site_url(serve_folder: Callable[[Path], str], example_site: Path) -> str:
    """The address of the example site, without a slash at its end."""
    return serve_folder(example_site)


def build(site: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if outcome.returncode:
        pytest.fail(f"The example site does not build:\n{outcome.stdout}{outcome.stderr}")
