"""The scripts of the form, running in Node.js, for a site with its summaries."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs_evidence.authoring import forms
from tools.node import NODE

SCRIPTS = Path(forms.__file__).parent / "scripts"
DRIVER = Path(__file__).parent / "forms_driver.mjs"
Values = dict[str, Any]


class FormError(Exception):
    """The scripts refuse what they are given; the text says why."""


class Program:
    """The scripts, called for one site.

    Args:
        process: The running driver of the scripts.
        configuration: What the form has to know of the site.
    """

    def __init__(self, process: subprocess.Popen[str], configuration: dict[str, Any]) -> None:
        self.process = process
        self.configuration = configuration

    def call(self, name: str, *given: object) -> Any:
        """Return what a function of the scripts returns.

        Raises:
            FormError: The function refuses what it is given.
        """
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{json.dumps([name, *given])}\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        if "error" in answer:
            raise FormError(answer["error"]) from FormError(answer["stack"])
        return answer.get("value")

    def opened(self, text: str, form: str = "yaml") -> Values:
        """Return what the form shows of a file."""
        values: Values = self.call(f"{form}_from", text, self.configuration)
        return values

    def saved(self, values: Values, form: str = "yaml") -> str:
        """Return the file that is saved for what stands in the form."""
        text: str = self.call(f"{form}_to", values, self.configuration)
        return text


@contextmanager
def running(folder: Path, packages: Path, configuration: dict[str, Any]) -> Iterator[Program]:
    """Run the scripts until the `with` block ends.

    Args:
        folder: An empty folder for them.
        packages: The folder ``node_modules`` with what they import.
        configuration: What the form has to know of the site.
    """
    shutil.copytree(SCRIPTS, folder / "scripts")
    shutil.copy(DRIVER, folder)
    (folder / "node_modules").symlink_to(packages)
    command = [NODE, str(folder / DRIVER.name)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, encoding="utf-8") as process:
        yield Program(process, configuration)
        assert process.stdin
        process.stdin.close()
