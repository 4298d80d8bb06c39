"""What no other check would notice: lock files, commands that the documents name, `make site`."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ["requirements/conformance.txt", "requirements/dev.txt", "requirements/site.txt"]
REGISTRY_HOST = re.compile(rb"(pypi|pythonhosted|npmjs)\.(org|com)")


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def requirements(lock: str) -> list[str]:
    return read(lock).replace("\\\n", "").splitlines()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_requirement_is_a_version_with_hashes(lock: str) -> None:
    form = re.compile(r"[a-z0-9._-]+==\S+( ; .+?)?( +--hash=sha256:[0-9a-f]{64})+")
    assert [line for line in requirements(lock) if not form.fullmatch(line.strip())] == []


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    groups = project["dependency-groups"]
    runtime = project["project"]["dependencies"] + groups["build"]
    everything = runtime + [entry for entry in groups["dev"] if isinstance(entry, str)]
    for lock, wanted in zip(LOCKS, [groups["conformance"], everything, runtime], strict=True):
        locked = {line.partition("==")[0] for line in requirements(lock)}
        assert {canonicalize_name(Requirement(entry).name) for entry in wanted} <= locked


@pytest.mark.parametrize(
    "document", ["README.md", "CONTRIBUTING.md", ".ci/run", ".github/workflows/pages.yml"]
)
def test_every_make_command_named_exists(document: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"^(?:.*run: |exec |`?)make ([a-z]+)", read(document), re.MULTILINE))
    assert named
    assert named <= targets


def test_no_file_names_a_registry() -> None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    files = [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]
    assert [path for path in files if REGISTRY_HOST.search(path.read_bytes())] == []


MakeSite = Callable[[str], "subprocess.CompletedProcess[str]"]


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """A function that runs `make site` for one page in a folder of its own, without set-up."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    (tmp_path / "mkdocs.yml").write_text("site_name: Toy\ntheme: material\n", encoding="utf-8")
    (tmp_path / "docs").mkdir()
    binaries = Path(sys.executable).parent
    command = ["make", "site", f"BIN={binaries}", "--old-file=.venv/.site"]
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1700000000"}

    def run(text: str) -> "subprocess.CompletedProcess[str]":
        (tmp_path / "docs/index.md").write_text(text, encoding="utf-8")
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )

    return run


def test_a_failed_build_leaves_the_last_good_site(make_site: MakeSite, tmp_path: Path) -> None:
    good = make_site("# Good")
    assert good.returncode == 0, good.stderr
    assert "warning" not in (good.stdout + good.stderr).lower()
    assert make_site("# Bad\n\n[nowhere](nowhere.md)").returncode != 0
    assert "Good" in (tmp_path / "site/index.html").read_text(encoding="utf-8")
