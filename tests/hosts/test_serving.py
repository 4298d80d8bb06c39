"""The preview, for real: whatever the author saves, it goes on and shows what is wrong."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import MakeSite
from tests.hosts.site import BIBLIOGRAPHY, SUMMARY, Site, summary

PATIENCE = 30.0
"""After how many seconds a page that has not come will not come any more."""


@dataclass
class Preview:
    """A running `mkdocs serve`."""

    url: str
    log: Path
    process: "subprocess.Popen[bytes]"

    def shows(self, page: str, wanted: Callable[[str], bool]) -> str:
        """Wait until a page is as wanted, and return it."""
        text, end = "", time.monotonic() + PATIENCE
        while time.monotonic() < end:
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            try:
                with urlopen(self.url + page, timeout=PATIENCE) as answer:
                    text = answer.read().decode()
            except (URLError, ConnectionError) as error:
                text = str(error)
            if wanted(text):
                return text
            time.sleep(0.1)
        pytest.fail(f"{self.log.read_text(encoding='utf-8')}\n{page} is\n{text}")

    def prints(self, wanted: str, times: int = 1) -> None:
        """Wait until something has been printed so many times."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.log.read_text(encoding="utf-8").count(wanted) >= times:
                return
            time.sleep(0.1)
        pytest.fail(self.log.read_text(encoding="utf-8"))


@contextmanager
def preview(site: Site) -> Iterator[Preview]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address]
    log = site.folder / "serve.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=site.folder,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
            stdout=output,
            stderr=output,
        )
    try:
        yield Preview(f"http://{address}/", log, process)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def test_the_preview_survives_mistakes_and_shows_them(make_site: MakeSite) -> None:
    options = {"comments": {"provider": "email", "address": "ana@example.org"}}
    site = make_site({"docs/summaries/new.yaml": "title: [\n"}, evidence=options, site_url="")
    with preview(site) as running:
        running.shows("summaries/new/", lambda page: "This summary has a mistake" in page)
        running.shows("summaries/hands/", lambda page: "They held hands." in page)
        running.shows("", lambda page: "Holding hands" in page)

        good = summary(title="New", study="Now it is right, says @coan2017.")
        site.write({"docs/summaries/new.yaml": good})
        running.shows("summaries/new/", lambda page: "Now it is right" in page)

        site.write({"docs/summaries/new.yaml": SUMMARY.replace("coan2017", "coan2071")})
        text = running.shows("summaries/new/", lambda page: "This summary has a mistake" in page)
        assert "Did you mean" in text

        site.write({"docs/summaries/new.yaml": good})
        running.shows("summaries/new/", lambda page: "Now it is right" in page)

        site.write({"bibliography/all.bib": BIBLIOGRAPHY.replace("Coan, James", "Koan, James")})
        running.shows("summaries/new/", lambda page: "Koan and Beckes" in page)

        config = (site.folder / "mkdocs.yml").read_text(encoding="utf-8")
        site.write({"mkdocs.yml": config.replace("address:", "adress:")})
        running.prints("mkdocs.yml:")
        site.write({"docs/summaries/new.yaml": good.replace("right", "better")})
        running.shows("summaries/new/", lambda page: "Now it is better" in page)

        site.write({"mkdocs.yml": config.replace("ana@", "bo@")})
        running.shows("summaries/new/", lambda page: "mailto:bo@example.org" in unescape(page))
        assert "Traceback" not in running.log.read_text(encoding="utf-8")


def test_the_preview_starts_when_everything_is_wrong_but_the_options(make_site: MakeSite) -> None:
    files = {"docs/summaries/hands.yaml": "title: [\n", "bibliography/all.bib": "@article{half,\n"}
    with preview(make_site(files, evidence={"introduction": "[@nobody2000]"})) as running:
        running.shows("summaries/hands/", lambda page: "This summary has a mistake" in page)
        running.prints("3 problems found.")


def test_notices_beside_a_bibliography_of_one_file_are_watched(make_site: MakeSite) -> None:
    notices = "works:\n  10.1093/scan/nsx091:\n    notices:\n      - kind: {}\n"
    files = {"bibliography/notices.yaml": notices.format("correction")}
    site = make_site(files, evidence={"bibliography": "bibliography/all.bib"})
    with preview(site) as running:
        running.shows("summaries/hands/", lambda page: "They held hands." in page)
        site.write({"bibliography/notices.yaml": notices.format("retraction")})
        running.shows("summaries/hands/", lambda page: "has been retracted" in page)


def test_wrong_options_at_the_start_are_explained(make_site: MakeSite) -> None:
    with preview(make_site(evidence={"tpoics": ["Health"]})) as running:
        assert running.process.wait(timeout=PATIENCE) == 1
        log = running.log.read_text(encoding="utf-8")
        assert "tpoics" in log
        assert "Traceback" not in log
