"""Fixtures for all tests: tiny sites, each in a folder of its own."""

import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

import hypothesis
import pytest

from tests.hosts.site import Files, Site
from tests.lookup.server import Registries

# How long an example takes says nothing about a slow machine's correctness.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")

# Silence the notice that Material prints about the future of MkDocs.
os.environ["NO_MKDOCS_2_WARNING"] = "1"


class MakeSite(Protocol):
    """The type of the fixture `make_site`."""

    def __call__(
        self,
        files: Files | None = None,
        *,
        plugins: list[object] | None = None,
        evidence: Mapping[str, object] | None = None,
        **config: object,
    ) -> Site:
        """Write a site as `Site.create` does, in a fresh folder."""


@pytest.fixture
def make_site(tmp_path: Path) -> MakeSite:
    """A function that writes a tiny site."""
    return partial(Site.create, tmp_path / "toy")


@pytest.fixture
def registries(monkeypatch: pytest.MonkeyPatch) -> Iterator[Registries]:
    """A server on this computer that is asked instead of the registries of works."""
    with Registries() as server:
        for name, address in server.environment.items():
            monkeypatch.setenv(name, address)
        yield server
