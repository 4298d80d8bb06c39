"""The program that shows the form: Sveltia CMS and our scripts, brought together by esbuild.

It comes from npm when somebody asks for the form, in the versions of the lock file in the folder
``npm``, and is kept in the user's cache, so that npm is asked once.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from hashlib import blake2b
from pathlib import Path

from platformdirs import user_cache_path

_HERE = Path(__file__).parent
_NPM = _HERE / "npm"
_LISTS = ("package.json", "package-lock.json")
_ENTRIES = ("scripts/main.js", "form.css")
_ASSETS = "@sveltia/cms/npm/assets"
"""The fonts, and what opens pictures of rarer kinds, which scripts ask for by name."""

_INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier")
_BUNDLE = (
    *("--bundle", "--format=esm", "--splitting", "--minify", "--entry-names=[name]"),
    *("--outdir=admin", "--metafile=parts.json", "--log-level=error", "--legal-comments=eof"),
    # Maps and the colouring of program code are fetched from elsewhere, and no field needs them.
    *("--external:@shikijs/*", "--external:leaflet*", "--external:terra-draw*"),
)
_LONGEST = 10
"""How many lines of another program's complaint are repeated."""


class EditorError(Exception):
    """The form cannot be made; the text says why, and what to do."""


def write_editor(folder: Path, cache: Path | None = None) -> None:
    """Write the program of the form, with the licences of all that is in it.

    Args:
        folder: The folder that it becomes, which is not there yet.
        cache: Where what comes from npm is kept; the user's cache if left out.

    Raises:
        EditorError: Node.js is missing or npm cannot be reached.
        OSError: Something cannot be written.
    """
    fetched = packages(cache or user_cache_path("mkdocs-evidence"))
    with tempfile.TemporaryDirectory(dir=fetched) as name:
        work = Path(name)
        shutil.copytree(_HERE / "scripts", work / "scripts")
        shutil.copy(_HERE / "form.css", work)
        esbuild = fetched / "node_modules/esbuild/bin/esbuild"
        _run(
            "The form cannot be put together.", [_found("node"), esbuild, *_ENTRIES, *_BUNDLE], work
        )
        made = work / "admin"
        modules = fetched / "node_modules"
        shutil.copytree(modules / _ASSETS, made / "assets", ignore=shutil.ignore_patterns("*.map"))
        parts = json.loads((work / "parts.json").read_bytes())["inputs"]
        (made / "licences.txt").write_bytes(_licences(modules, parts).encode())
        shutil.move(made, folder)


def is_fetched(cache: Path | None = None) -> bool:
    """Say whether all that the form is made of has come from npm before."""
    return _folder(cache or user_cache_path("mkdocs-evidence")).is_dir()


def _folder(cache: Path) -> Path:
    """Return where all packages are; another list of them has another place."""
    digest = blake2b(digest_size=16)
    for name in _LISTS:
        digest.update((_NPM / name).read_bytes())
    return cache / "forms" / digest.hexdigest()


def packages(cache: Path) -> Path:
    """Return the folder in which npm has put all packages, which has its name once they are there.

    Args:
        cache: As for `write_editor`.

    Raises:
        EditorError: npm is missing or fails.
    """
    folder = _folder(cache)
    if folder.is_dir():
        return folder
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent) as name:
        begun = Path(name) / "packages"
        begun.mkdir()
        for each in _LISTS:
            shutil.copy(_NPM / each, begun)
        advice = "npm cannot fetch what the form is made of. Is there a connection to the internet?"
        _run(advice, [_found("npm"), *_INSTALL], begun)
        try:
            begun.rename(folder)
        except OSError:
            if not folder.is_dir():  # or else the same command has been quicker elsewhere
                raise
    return folder


def _found(program: str) -> str:
    """Return where a program is.

    Raises:
        EditorError: It is not there.
    """
    path = shutil.which(program)
    if path is None:
        raise EditorError(
            f"The form needs “{program}”, which is not on this computer. It comes with Node.js: "
            "install that from https://nodejs.org/, open a new terminal, and try again."
        )
    return path


def _run(complaint: str, command: Sequence[str | Path], folder: Path) -> None:
    """Run a program in a folder.

    Raises:
        EditorError: It fails; its own words are repeated.
    """
    outcome = subprocess.run(
        command, cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False
    )
    if outcome.returncode:
        said = "\n".join((outcome.stderr or outcome.stdout).splitlines()[-_LONGEST:])
        raise EditorError(f"{complaint} It says:\n\n{said}")


def _licences(modules: Path, parts: Iterable[str]) -> str:
    """Return the licences of all packages of which a part is in the program.

    Args:
        modules: The folder of packages.
        parts: The files of which the program is made, as esbuild names them.
    """
    inside = (part.partition("node_modules/")[2].split("/") for part in parts)
    names = {"/".join(steps[: 2 if steps[0].startswith("@") else 1]) for steps in inside} - {""}
    texts = [f"{name}\n\n{_licence(modules / name)}" for name in sorted(names)]
    line = f"\n{'-' * 80}\n\n"
    return line.join([_ABOUT_LICENCES, *texts])


_ABOUT_LICENCES = """\
The form in this folder is made of the packages below, each under its own licence. What Sveltia CMS
brings along is named in the scripts, and the fonts have their licences in the folder “assets”.
"""


def _licence(package: Path) -> str:
    files = sorted(package.glob("LICEN[CS]E*"))
    return "".join(file.read_text("utf-8") for file in files) or "(no licence in the package)\n"
