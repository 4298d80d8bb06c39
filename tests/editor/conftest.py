"""Fixtures of the tests of an editor: the YAML language server, installed once and running."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock

from tests.editor.language_server import LanguageServer, running

ROOT = Path(__file__).parents[2]
BINARIES = Path(sys.executable).parent
FOLDER = ROOT / ".cache/editor"
NAMES = ("package.json", "package-lock.json")
ADVICE = (
    "The tests of the help while typing need the YAML language server, which npm could not "
    "install. Is there a connection to npm's registry? npm says:"
)


@pytest.fixture(scope="session")
def server_command() -> list[str]:
    """The command of the language server, of the version in the lock file."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with FileLock(FOLDER / "installing.lock"):
        if not is_installed():
            install()
    program = FOLDER / "node_modules/yaml-language-server/bin/yaml-language-server"
    return [str(BINARIES / "node"), str(program), "--stdio"]


@pytest.fixture(scope="session")
def editor_settings() -> dict[str, object]:
    """The settings that this project has for VS Code."""
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))
    assert isinstance(settings, dict)
    return settings


@pytest.fixture(scope="session")
def server(
    server_command: list[str], editor_settings: dict[str, object]
) -> Iterator[LanguageServer]:
    """The server of an editor in which the example site is open."""
    with running(server_command, editor_settings, ROOT) as server:
        yield server


def is_installed() -> bool:
    """Say whether all that the lock file names is there; npm ends by writing the list of it."""
    copies = [FOLDER / name for name in (*NAMES, "node_modules/.package-lock.json")]
    sources = [Path(__file__).parent / name for name in NAMES]
    return all(path.is_file() for path in copies) and all(
        source.read_bytes() == copy.read_bytes()
        for source, copy in zip(sources, copies, strict=False)
    )


def install() -> None:
    for name in NAMES:
        shutil.copy(Path(__file__).parent / name, FOLDER)
    command = [str(BINARIES / "npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    environment = os.environ | {"PATH": f"{BINARIES}{os.pathsep}{os.environ['PATH']}"}
    outcome = subprocess.run(
        command, cwd=FOLDER, env=environment, capture_output=True, text=True, check=False
    )
    if outcome.returncode:
        pytest.fail(f"{ADVICE}\n{outcome.stderr}")
