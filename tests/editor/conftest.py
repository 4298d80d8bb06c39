"""Fixtures of the tests of an editor: the YAML language server, installed once and running."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.editor.language_server import LanguageServer, running
from tools.node import NODE, packages

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def server_command() -> list[str]:
    """The command of the language server, of the version in the lock file."""
    program = packages() / "yaml-language-server/bin/yaml-language-server"
    return [NODE, str(program), "--stdio"]


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
