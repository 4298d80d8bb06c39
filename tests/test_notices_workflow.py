"""The weekly workflow: that it asks the registries, and proposes what is new.

GitHub's program is played.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOW = ROOT / ".github/workflows/notices.yml"
NOTICES = "bibliography/notices.yaml"

GH = """\
#!/bin/sh
# Keeps a list of pull requests that are open in a file.
echo "$1 $2" >> "$LOG"
case "$1 $2" in
  "pr list") grep -c create "$LOG" || true ;;
esac
"""
BEFORE = "checked: 2026-03-02\nworks:\n"
RETRACTED = f"{BEFORE}  10.5555/a:\n    notices:\n      - kind: retraction\n"


def commands() -> list[str]:
    """Return what the steps of the workflow run."""
    steps = yaml.safe_load(WORKFLOW.read_text("utf-8"))["jobs"]["look"]["steps"]
    return [step["run"] for step in steps if "run" in step]


class Repository:
    """A clone on a runner, and the repository that it was cloned from."""

    def __init__(self, folder: Path, notices: str | None) -> None:
        self.origin = folder / "origin.git"
        self.clone = folder / "clone"
        self.log = folder / "log"
        programs = folder / "bin"
        programs.mkdir()
        (programs / "gh").write_text(GH, "utf-8")
        (programs / "gh").chmod(0o755)
        self.environment = os.environ | {
            "PATH": f"{programs}:{os.environ['PATH']}",
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GITHUB_REF_NAME": "main",
            "NOTICES": NOTICES,
            "LOG": str(self.log),
        }
        self.git("init", "--quiet", "--bare", "--initial-branch=main", str(self.origin))
        self.git("clone", "--quiet", str(self.origin), str(self.clone))
        (self.clone / "bibliography").mkdir()
        (self.clone / "bibliography/all.bib").write_text("", "utf-8")
        if notices is not None:
            (self.clone / NOTICES).write_text(notices, "utf-8")
        person = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
        self.git("-C", str(self.clone), "add", ".")
        self.git("-C", str(self.clone), *person, "commit", "--quiet", "--message=Begin")
        self.git("-C", str(self.clone), "push", "--quiet", "origin", "HEAD:main")

    def git(self, *arguments: str) -> str:
        command = ["git", *arguments]
        return subprocess.run(
            command, env=self.environment, capture_output=True, text=True, check=True
        ).stdout

    def propose(self, notices: str | None) -> str:
        """Run the step in a clone of its own day, and return what it says."""
        self.git("-C", str(self.clone), "reset", "--quiet", "--hard", "origin/main")
        if notices is not None:
            (self.clone / NOTICES).write_text(notices, "utf-8")
        command = ["bash", "-e", "-c", commands()[-1]]
        done = subprocess.run(
            command,
            cwd=self.clone,
            env=self.environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout.strip()

    @property
    def calls(self) -> list[str]:
        """What GitHub's program was asked to do."""
        return self.log.read_text("utf-8").splitlines() if self.log.exists() else []

    def proposed(self) -> str:
        return self.git("-C", str(self.origin), "show", f"notices:{NOTICES}")


def test_the_registries_are_asked() -> None:
    make, *arguments = commands()[0].split()
    command = [make, "--dry-run", "--no-print-directory", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("evidence check --online")


@pytest.mark.parametrize("before", [BEFORE, None])
def test_what_is_new_is_proposed(tmp_path: Path, before: str | None) -> None:
    repository = Repository(tmp_path, before)
    repository.propose(RETRACTED)
    assert repository.proposed() == RETRACTED
    assert repository.calls == ["auth setup-git", "pr list", "pr create"]


@pytest.mark.parametrize(
    ("now", "said"),
    [
        (BEFORE, "Nothing is new."),
        (BEFORE.replace("03-02", "03-09"), "Nothing is new."),
        (None, "There are no notices."),
    ],
)
def test_without_news_nothing_is_proposed(tmp_path: Path, now: str | None, said: str) -> None:
    repository = Repository(tmp_path, BEFORE if now else None)
    assert repository.propose(now) == said
    assert repository.calls == []


def test_next_week_the_same_proposal_is_brought_up_to_date(tmp_path: Path) -> None:
    repository = Repository(tmp_path, BEFORE)
    repository.propose(RETRACTED)
    later = RETRACTED.replace("03-02", "03-09").replace("retraction", "concern")
    repository.propose(later)
    assert repository.proposed() == later
    assert repository.calls.count("pr create") == 1
    count = repository.git("-C", str(repository.origin), "rev-list", "--count", "main..notices")
    assert count.strip() == "1"
