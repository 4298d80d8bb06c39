"""The providers of comments that other packages bring."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mkdocs_evidence.comments import providers, unloadable
from tests.comments.guestbook import install, package
from tests.hosts.site import Site

ROOT = Path(__file__).parents[2]

PROVIDER = """\
from pathlib import Path
from typing import ClassVar, Literal
from mkdocs_evidence.comments import Invitation, Provider, ProviderSettings

class Settings(ProviderSettings):
    provider: Literal["{word}"]

class Given(Provider[Settings]):
    settings = Settings
    script: ClassVar = {script}

    def invitation(self, settings, commented, words):
        return Invitation("<a href='#'>Anyone?</a>")
"""

BROKEN = {
    "nothing": ("", "nothing:Given", "AttributeError: module 'nothing' has no attribute 'Given'"),
    "missing": ("", "gone:Given", "ModuleNotFoundError: No module named 'gone'"),
    "raising": ("1 / 0", "raising:Given", "ZeroDivisionError: division by zero"),
    "alien": ("Given = dict", "alien:Given", "alien:Given is no provider"),
    "another": (
        PROVIDER.format(word="one", script="None"),
        "another:Given",
        'its settings need the line provider: Literal["another"]',
    ),
    "scripted": (
        PROVIDER.format(word="scripted", script="Path('/request.js')"),
        "scripted:Given",
        "its script must be called scripted.js",
    ),
    "form": (
        PROVIDER.format(word="form", script="Path('/form.js')"),
        "form:Given",
        "form.js is a script of ours, so it needs another name",
    ),
    "lost": (
        PROVIDER.format(word="lost", script="Path('/lost.js')"),
        "lost:Given",
        "its script lost.js is missing",
    ),
}
"""Modules of packages that do not work, what their entry points name, and what is told of each."""


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of an installation with the guestbook, and with packages that do not work."""
    folder = tmp_path_factory.mktemp("packages")
    for name, (module, value, _) in BROKEN.items():
        package(folder, {f"{name}.py": module}, name, value)
    # It would like to read the mail.
    package(
        folder, {"mine.py": PROVIDER.format(word="email", script="None")}, "email", "mine:Given"
    )
    return install(folder)


def with_packages(packages: str, code: str) -> Any:
    """Return what an expression gives where these packages are installed."""
    imports = (
        "import json; from mkdocs_evidence.comments import unloadable;"
        "from tests.test_settings import told"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", f"{imports}; print(json.dumps({code}))"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": packages},
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(outcome.stdout)


def test_our_own_providers_can_all_be_loaded() -> None:
    assert unloadable() == {}
    assert {"email", "isso", "link", "none"} <= {*providers()}


def test_packages_that_do_not_work_harm_no_site_that_does_without_them(
    packages: str, tmp_path: Path
) -> None:
    site = Site.create(
        tmp_path, evidence={"comments": {"provider": "email", "address": "ana@example.org"}}
    )
    outcome = site.run("--strict", PYTHONPATH=packages)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    assert "Write a comment by e-mail" in site.text("summaries/hands/index.html")
    assert "Anyone?" not in site.text("summaries/hands/index.html")


def test_our_names_stay_ours_when_another_package_is_found_later(packages: str) -> None:
    code = (
        f"import sys; sys.path.append({packages!r});"
        "from mkdocs_evidence.comments import providers;"
        "print(type(providers()['email']).__name__, 'guestbook' in providers())"
    )
    command = [sys.executable, "-c", code]
    outcome = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert outcome.stdout == "EmailProvider True\n"


def test_it_is_known_why_a_provider_cannot_be_loaded(packages: str) -> None:
    reasons = {name: reason for name, (_, _, reason) in BROKEN.items()}
    assert with_packages(packages, "unloadable()") == reasons


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (
            "comments: {provider: raising}",
            "1:22 The provider “raising” cannot be loaded: ZeroDivisionError: division by zero. "
            "Install another version of the package that brings it, or choose another provider.",
        ),
        (
            "comments: raising",
            "1:11 The provider “raising” cannot be loaded: ZeroDivisionError: division by zero. "
            "Install another version of the package that brings it, or choose another provider.",
        ),
        (
            "comments: {provider: guestbok}",
            "1:22 “guestbok” is not one of the words for “provider”. Did you mean “guestbook”?",
        ),
        (
            "comments: {provider: guestbook, server: guestbook.example.org}",
            "1:41 “server” should be a web address, not “guestbook.example.org”. Begin it with "
            "https://.",
        ),
    ],
)
def test_a_mistake_in_choosing_a_provider_is_told(
    packages: str, options: str, problem: str
) -> None:
    assert with_packages(packages, f"told({options!r})") == [problem]


def test_an_installation_that_knows_of_no_provider_says_what_to_do() -> None:
    program = (
        "from importlib import metadata\n"
        "metadata.entry_points = lambda **_: ()\n"
        "import mkdocs_evidence.settings\n"
    )
    outcome = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert outcome.stderr.splitlines()[-1].startswith("ImportError: mkdocs-evidence has changed")
