"""The package is what its map says. The rules for imports are checked by import-linter."""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

import pytest

import mkdocs_evidence

NAMES = [
    "mkdocs_evidence",
    *(m.name for m in pkgutil.walk_packages(mkdocs_evidence.__path__, "mkdocs_evidence.")),
]


@pytest.fixture(params=NAMES)
def module(request: pytest.FixtureRequest) -> ModuleType:
    return importlib.import_module(str(request.param))


def test_every_module_says_what_it_is(module: ModuleType) -> None:
    assert (module.__doc__ or "").strip()


def test_every_name_that_is_given_out_exists(module: ModuleType) -> None:
    for name in getattr(module, "__all__", ()):
        assert hasattr(module, name)


def test_the_map_names_every_part() -> None:
    text = mkdocs_evidence.__doc__ or ""
    parts = {name.split(".")[1] for name in NAMES if "." in name}
    assert {part for part in parts if f"``{part}``" not in text} == set()
