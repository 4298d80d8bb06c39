"""The page “Your first summary”, followed to the letter in a fresh clone.

Only the preview, which does not end, is left to tests of its own.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html

from tests.hosts.site import one, said
from tests.lookup.server import Registries
from tests.lookup.works import article

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs/guide/first-summary.md").read_text("utf-8").partition("## The two forms")[0]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SUMMARY = re.compile(r"docs/summaries/[\w-]+\.yaml")
AUTHORS = (
    ("John H.", "Lurquin"),
    ("Laura E.", "Michaelson"),
    ("Jane E.", "Barker"),
    ("Daniel E.", "Gustavson"),
    ("Claudia C.", "von Bastian"),
    ("Nicholas P.", "Carruth"),
    ("Akira", "Miyake"),
)
ARTICLE = article(
    "10.1371/journal.pone.0147770",
    "No Evidence of the Ego-Depletion Effect across Task Characteristics and Individual "
    "Differences: A Pre-Registered Study",
    author=[{"given": given, "family": family} for given, family in AUTHORS],
    volume="11",
    issue="2",
    page="e0147770",
    issued={"date-parts": [[2016]]},
    **{"container-title": ["PLoS ONE"]},
)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What a new user has: the last commit, with the files of this folder that it does not have."""
    folder = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)
    for name in changed():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((ROOT / name).read_bytes())
    return folder


def changed() -> Iterator[str]:
    """Yield the files that differ from the last commit, so that the test is of what is here."""
    listing = ["git", "ls-files", "--modified", "--others", "--exclude-standard"]
    names = subprocess.run(listing, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    yield from (name for name in names.splitlines() if (ROOT / name).is_file())


def test_a_new_user_gets_from_a_doi_to_a_post(clone: Path) -> None:
    steps: list[tuple[str, str]] = FENCE.findall(PAGE)
    assert [kind for kind, _ in steps] == ["sh", "text", "yaml", "sh", "text", "sh"]
    name = SUMMARY.search(steps[1][1])
    assert name
    with Registries() as registries:
        registries.crossref["10.1371/journal.pone.0147770"] = ARTICLE
        printed = ""
        for kind, text in steps:
            if kind == "sh":
                printed = run(text, clone, registries)
            elif kind == "text":
                assert printed.endswith(text)
            else:
                (clone / name[0]).write_text(text, "utf-8")
    page = clone / "site/summaries" / Path(name[0]).stem / "index.html"
    post = html.document_fromstring(page.read_bytes())
    assert said(one(post, "//article//h1")).startswith("Does willpower run out?")
    assert "Lurquin, J. H." in said(one(post, "//li[@id='ref-lurquin2016no']"))


def run(command: str, folder: Path, registries: Registries) -> str:
    """Run a command as it stands on the page, and return what it prints."""
    unset = ("MAKEFLAGS", "MAKELEVEL", "SOURCE_DATE_EPOCH", "VIRTUAL_ENV")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    outcome = subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment | registries.environment | {"XDG_CACHE_HOME": str(folder / ".cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, f"{command}{outcome.stdout}{outcome.stderr}"
    return outcome.stdout
