"""A small site, on which summaries are read as in a real one."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs_evidence.project import Found, Project, is_summary
from mkdocs_evidence.reading import Document
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import Source

BIBLIOGRAPHY = """
@article{richards2016, author = {Richards, David}, title = {Steps}, year = {2016}}
@article{coan2017, author = {Coan, James}, title = {Hands}, year = {2017}}
"""
REST = {
    "title": "Small steps",
    "date": "2026-02-10",
    "article": "richards2016",
    "study": "They asked.",
    "implications": "It may mean much.",
    "limitations": "It cannot tell all.",
}
"""What a summary needs."""


class Site:
    """A site in a folder, with two topics, one author, two articles and one image."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "docs" / "summaries"
        self.folder.mkdir(parents=True)
        (self.folder / "chair.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
        (root / "bibliography").mkdir()
        (root / "bibliography" / "works.bib").write_text(BIBLIOGRAPHY)
        self.settings = Settings.model_validate(
            {"topics": ["Health", "Sleep"], "authors": {"ana": {"name": "Ana"}}, "author": "ana"}
        )

    def write(self, name: str, text: str | bytes) -> None:
        """Put a summary's file into its folder."""
        data = text.encode() if isinstance(text, str) else text
        (self.folder / name).write_bytes(data)

    def project(self, *, with_drafts: bool = True) -> Project:
        """Read the whole site."""
        found = [
            Found(path, f"summaries/{path.name}")
            for path in self.folder.iterdir()
            if is_summary(path.name)
        ]
        options = Document(Source("mkdocs.yml", ""))
        return Project(
            self.settings,
            options,
            self.root,
            found,
            folder=self.root / "docs",
            with_drafts=with_drafts,
        )

    def problems(self, *, with_drafts: bool = True) -> str:
        """Return all problems of the site as text, by the names of the files alone."""
        problems = sorted(set(self.project(with_drafts=with_drafts).problems))
        return "\n\n".join(map(str, problems)).replace("docs/summaries/", "")


def completed(text: str, *, as_markdown: bool = False) -> str:
    """Replace a last line “…” by the required fields, or sections, that the text does not name."""
    if not text.endswith("…"):
        return text
    text = text.removesuffix("…")
    if as_markdown:
        named = {name for name in list(REST)[3:] if name in text.lower()}
        rest = [f"## {name}\n\n{REST[name]}\n" for name in list(REST)[3:] if name not in named]
    else:
        named = set(re.findall(r"""^["']?(\w+)["']?\s*:""", text, re.MULTILINE))
        rest = [f"{name}: {value}" for name, value in REST.items() if name not in named]
    return text + "\n".join(rest)
