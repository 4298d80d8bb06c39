"""How long a program takes, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter
from typing import NamedTuple


class ProcessError(Exception):
    """A program cannot be run, or fails; the message says which, and what it said."""


class Taken(NamedTuple):
    """The seconds that a process took."""

    wall: float
    cpu: float


def timed(command: Sequence[str], folder: Path | None = None) -> Taken:
    """Run a command with an empty folder for what it keeps, so that nothing is found again.

    Args:
        command: The program and its arguments.
        folder: The folder in which it runs; the present one if left out.

    Raises:
        ProcessError: The program does not run, or ends with another code than 0.
    """
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | {"XDG_CACHE_HOME": cache}
        before, start = os.times(), perf_counter()
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=environment,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        except OSError as error:
            raise ProcessError(f"{command[0]} does not run: {error}") from error
        wall, after = perf_counter() - start, os.times()
    if done.returncode:
        raise ProcessError(f"{command[0]} fails: {done.stderr.strip()}")
    user = after.children_user - before.children_user
    return Taken(wall, user + after.children_system - before.children_system)
