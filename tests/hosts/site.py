"""A tiny site in a folder of its own, and what MkDocs makes of it."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, cast

import yaml
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from lxml import html
from mkdocs.__main__ import cli
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.config_options import Plugins
from mkdocs.config.defaults import MkDocsConfig

Files = Mapping[str, str | bytes | None]

BIBLIOGRAPHY = """\
@article{coan2017,
  author = {Coan, James A. and Beckes, Lane},
  title = {Relationship status and perceived support},
  journal = {Social Cognitive and Affective Neuroscience},
  year = {2017}, volume = {12}, number = {10}, pages = {1574--1583},
  doi = {10.1093/scan/nsx091}
}
@book{bowlby1969,
  author = {Bowlby, John}, title = {Attachment}, publisher = {Basic Books}, year = {1969}
}
"""

SUMMARY = """\
title: Holding hands
date: 2026-03-02
article: coan2017
topics: [Health]
lead: Does a hand help? They tried it [@coan2017].
study: They held hands.
implications: A hand may help.
limitations: The study was small.
"""

HOME = "# Home\n\n<!-- evidence/introduction -->\n"

DOT = b"<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'><path d='M0 0h4v4H0z'/></svg>"


class Compiled(BytecodeCache):
    """Templates that were compiled for a site, for the next site that has the same ones."""

    def __init__(self) -> None:
        self.templates: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template, if it has been compiled; Jinja sees to it that it is still the same."""
        if bucket.key in self.templates:
            bucket.bytecode_from_string(self.templates[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self.templates[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()


def remembering(make: Callable[[], Environment]) -> Environment:
    """Make the environment of a theme whose templates are compiled once, or builds take twice."""
    environment = make()
    environment.bytecode_cache = COMPILED
    return environment


FORKING = get_context("forkserver")
FORKING.set_forkserver_preload(["mkdocs.__main__", "mkdocs_evidence.hosts.mkdocs.plugin"])


def forked(command: list[str], folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run MkDocs in a folder, in a process that is forked from one that has loaded it."""
    with TemporaryDirectory() as kept:
        paths = Path(kept) / "out", Path(kept) / "err"
        process = FORKING.Process(
            target=run_mkdocs, args=(command[3:], folder, dict(os.environ), *paths)
        )
        process.start()
        process.join()
        assert process.exitcode is not None
        printed = [path.read_text("utf-8") for path in paths]
    return subprocess.CompletedProcess(command, process.exitcode, *printed)


def run_mkdocs(
    arguments: list[str], folder: Path, environment: dict[str, str], *printed: Path
) -> None:
    """Run MkDocs in this process, which ends with it, and print to files."""
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(folder)
    for number, path in enumerate(printed, start=1):
        with path.open("wb") as file:
            os.dup2(file.fileno(), number)
    cli(arguments, prog_name="mkdocs")


def summary(*without: str, **fields: object) -> str:
    """Return a summary in YAML: the usual one with these fields, and without those."""
    values = yaml.load(SUMMARY, yaml.BaseLoader) | fields
    return as_yaml({name: value for name, value in values.items() if name not in without})


def as_yaml(value: object) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)


@dataclass(frozen=True)
class Site:
    """The folder of a site, with `mkdocs.yml`, `docs/` and a bibliography.

    Attributes:
        folder: Where it is. The built site is in `site/`.
    """

    folder: Path

    @classmethod
    def create(
        cls,
        folder: Path,
        files: Files | None = None,
        *,
        plugins: list[object] | None = None,
        evidence: Mapping[str, object] | None = None,
        **config: object,
    ) -> "Site":
        """Write a site with the usual parts, a summary among them.

        Args:
            folder: Where to write it.
            files: What differs from the usual files, by names from the folder of the site.
            plugins: All plugins, where they differ from the usual ones.
            evidence: This plugin's options.
            config: What else `mkdocs.yml` says.
        """
        usual: Files = {
            "docs/index.md": HOME,
            "docs/summaries/hands.yaml": SUMMARY,
            "bibliography/all.bib": BIBLIOGRAPHY,
        }
        options: dict[str, object] = {
            "site_name": "Toy",
            "site_url": "https://example.org/",
            "theme": {"name": "material", "font": False},
            "plugins": plugins or ["search", "tags", "blog", {"evidence": dict(evidence or {})}],
            "markdown_extensions": ["footnotes"],
        }
        site = cls(folder)
        site.write({"mkdocs.yml": as_yaml(options | config), **usual, **(files or {})})
        return site

    def write(self, files: Files) -> None:
        """Write files, by their names from the folder of the site; None removes one."""
        for name, content in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink(missing_ok=True)
            else:
                path.write_bytes(content.encode() if isinstance(content, str) else content)

    def build(self, command: Literal["build", "serve"] = "build") -> "Site":
        """Build the site in this process, strictly, or as it is built while serving.

        Raises:
            SystemExit: MkDocs ends the build.
        """
        # MkDocs keeps plugins for the next build of the same process, which is another site's here.
        cast(Plugins, MkDocsConfig.plugins).plugin_cache.clear()
        strict = command == "build"
        config = load_config(str(self.folder / "mkdocs.yml"), strict=strict)
        # MkDocs makes the environment itself, and takes no cache from outside.
        config.theme.get_env = partial(remembering, config.theme.get_env)  # type: ignore[method-assign]
        config.plugins.on_startup(command=command, dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        return self

    def run(self, *arguments: str, **environment: str) -> "subprocess.CompletedProcess[str]":
        """Run `mkdocs build` as authors do, with what it prints and its exit code.

        Where Python itself need not find another environment, the process is forked from one that
        has loaded MkDocs, since loading takes ten times as long as most of these builds.
        """
        command = [sys.executable, "-m", "mkdocs", "build", *arguments]
        if not environment:
            return forked(command, self.folder)
        return subprocess.run(
            command,
            cwd=self.folder,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def text(self, name: str) -> str:
        """Return a file of the built site."""
        return (self.folder / "site" / name).read_text(encoding="utf-8")

    def page(self, url: str) -> html.HtmlElement:
        """Return a page of the built site by its address, such as `summaries/hands/`."""
        name = url if url.endswith(".html") else f"{url}index.html"
        return html.document_fromstring(self.text(name).encode())

    def files(self) -> set[str]:
        """Return the names of all files of the built site."""
        root = self.folder / "site"
        return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def parsed(text: str) -> html.HtmlElement:
    """Return a fragment of HTML as an element."""
    return html.fragment_fromstring(text, create_parent="div")


def said(element: html.HtmlElement) -> str:
    """Return what an element says, as one line."""
    return " ".join(element.text_content().split())


def one(page: html.HtmlElement, path: str) -> html.HtmlElement:
    """Return the only element that an XPath finds."""
    (element,) = page.xpath(path)
    return element
