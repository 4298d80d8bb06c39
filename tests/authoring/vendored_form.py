"""What the form is made of, fetched from npm once for all tests."""

import os
from pathlib import Path

from filelock import FileLock

from mkdocs_evidence.authoring.forms.editor import packages
from tools.node import BINARIES, FOLDER

CACHE = FOLDER.parent


def path_to_node() -> str:
    """Return the variable PATH with which Node.js and npm are found."""
    return f"{BINARIES}{os.pathsep}{os.environ['PATH']}"


def npm_cache() -> Path:
    """Return the folder in which what comes from npm is kept, which may be given as ``cache``.

    The variable PATH has to have been set to `path_to_node`.

    Raises:
        EditorError: npm cannot fetch it.
    """
    CACHE.mkdir(parents=True, exist_ok=True)
    with FileLock(CACHE / "forms.lock"):
        packages(CACHE)
    return CACHE


def node_modules() -> Path:
    """Return the folder of the packages, for scripts that import them."""
    return packages(npm_cache()) / "node_modules"
