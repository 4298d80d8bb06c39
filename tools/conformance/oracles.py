"""The programs that we compare with: pandoc and citeproc-js. Their answers are kept.

Both are for development only. They format what they are given as whole documents, and what they
gave once is read from a cache that knows it by the content of everything that went in.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .styles import Style

SCRIPT = Path(__file__).with_name("citeproc.js")
NOTHING = "[NO_PRINTED_FORM]"
"""What citeproc-js writes where it prints nothing."""


class OracleError(Exception):
    """A program to compare with is missing or fails."""


@dataclass(frozen=True)
class Answer:
    """What a program makes of a document, as HTML.

    Attributes:
        references: The entries of the reference list by key, in its order.
        clusters: The citations by their place in the document.
    """

    references: dict[str, str]
    clusters: list[str]


class Cache:
    """Answers in a folder.

    Args:
        folder: The folder, which is made when it is needed.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, parts: Sequence[bytes], make: Callable[[], str]) -> str:
        """Return the answer to what went in, which is made if it is new."""
        digest = hashlib.sha256()
        for part in parts:
            digest.update(len(part).to_bytes(8, "big") + part)
        path = self._folder / digest.hexdigest()
        if not path.exists():
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished = path.with_suffix(".new")
            unfinished.write_text(make(), encoding="utf-8")
            unfinished.replace(path)
        return path.read_text(encoding="utf-8")


class Pandoc:
    """Pandoc with its own citation processor.

    Args:
        program: The program.
        cache: Where answers are kept.

    Raises:
        OracleError: It does not run.
    """

    def __init__(self, program: Path, cache: Cache) -> None:
        self._program = program
        self._cache = cache
        self._version = _run([str(program), "--version"])

    def html(self, document: str, bibliography: bytes, suffix: str, style: Style) -> str:
        """Return a Markdown document with its citations and its reference list as HTML.

        Args:
            document: The document.
            bibliography: The bytes of the bibliography.
            suffix: The ending that says what it is: ``.bib`` or ``.json``.
            style: The style.

        Raises:
            OracleError: It fails.
        """
        parts = [self._version.encode(), document.encode(), bibliography, suffix.encode()]

        def make() -> str:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, f"bibliography{suffix}")
                path.write_bytes(bibliography)
                options = [f"--bibliography={path}", f"--csl={style.path}", "--citeproc"]
                formats = ["--from=markdown", "--to=html", "--wrap=none", "--quiet"]
                return _run([str(self._program), *formats, *options], document)

        return self._cache.get([*parts, style.xml], make)

    def run(self, options: Sequence[str], text: str, *, style: bytes = b"") -> str:
        """Return what it makes of a text.

        Args:
            options: The options of the command.
            text: The text.
            style: The XML of a style; with one, citations are formatted.

        Raises:
            OracleError: It fails.
        """
        parts = [self._version.encode(), *(each.encode() for each in options), text.encode()]

        def make() -> str:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, "style.csl")
                path.write_bytes(style)
                formatting = ["--citeproc", f"--csl={path}"] if style else []
                return _run([str(self._program), *options, *formatting, "--quiet"], text)

        return self._cache.get([*parts, style], make)


class CiteprocJs:
    """The JavaScript processor that Zotero uses.

    Args:
        package: The folder of the npm package.
        cache: Where answers are kept.

    Raises:
        OracleError: There is no Node.js or no package.
    """

    def __init__(self, package: Path, cache: Cache) -> None:
        if not (package / "package.json").is_file():
            raise OracleError(f"There is no citeproc-js in {package}.")
        self._package = package
        self._cache = cache
        self._version = _run([_node(), "--version"]) + (package / "package.json").read_text("utf-8")

    @cached_property
    def _known(self) -> list[bytes]:
        return [self._version.encode(), SCRIPT.read_bytes()]

    def answer(
        self,
        items: Mapping[str, Mapping[str, Any]],
        clusters: Sequence[Mapping[str, Any]],
        style: Style,
    ) -> Answer:
        """Return what it makes of items and citations of them.

        Args:
            items: The CSL-JSON items by key.
            clusters: The citations: their ``cites``, which are its own citation items, and
                whether they are ``narrative``.
            style: The style.

        Raises:
            OracleError: It fails.
        """
        given = json.dumps(
            {
                "style": style.xml.decode(),
                "locale": style.locale.decode(),
                "items": items,
                "keys": list(items),
                "clusters": clusters,
            }
        )
        command = [_node(), str(SCRIPT), str(self._package)]
        text = self._cache.get([*self._known, given.encode()], lambda: _run(command, given))
        found = json.loads(text)
        printed = [text.replace(NOTHING, "") for text in found["clusters"]]
        return Answer(dict(found["references"]), printed)


def find_pandoc() -> Path:
    """Return the pandoc that the package pypandoc_binary brings.

    Raises:
        OracleError: It is not installed.
    """
    package = importlib.util.find_spec("pypandoc")
    folder = Path(package.origin).parent / "files" if package and package.origin else None
    program = shutil.which("pandoc", path=folder) if folder else None
    if program is None:
        raise OracleError("There is no pandoc; `make conformance` installs it.")
    return Path(program)


def _node() -> str:
    program = shutil.which("node")
    if program is None:
        raise OracleError("There is no Node.js.")
    return program


def _run(command: Sequence[str], text: str = "") -> str:
    try:
        done = subprocess.run(
            command, input=text, capture_output=True, encoding="utf-8", check=False, timeout=600
        )
    except OSError as error:
        raise OracleError(f"{command[0]} does not run: {error}") from error
    except subprocess.TimeoutExpired as error:
        raise OracleError(f"{command[0]} takes too long.") from error
    if done.returncode:
        lines = done.stderr.strip().split("\n")
        raise OracleError(f"{Path(command[0]).name} fails: {' / '.join(lines[-5:])}")
    return done.stdout
