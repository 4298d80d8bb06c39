"""Install the programs that the tests need from npm, of the versions in the lock file here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from filelock import FileLock

FOLDER = Path(__file__).parents[2] / ".cache/node"
NAMES = ("package.json", "package-lock.json")
BINARIES = Path(sys.executable).parent
NODE = str(BINARIES / "node")
ADVICE = (
    "The tests need programs that npm could not install. Is there a connection to npm's registry? "
    "npm says:"
)


def packages() -> Path:
    """Return the folder in which all packages of the lock file are.

    Raises:
        RuntimeError: npm cannot install them. The text says what to do.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    with FileLock(FOLDER / "installing.lock"):
        if not is_installed():
            install()
    return FOLDER / "node_modules"


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
        raise RuntimeError(f"{ADVICE}\n{outcome.stderr}")
