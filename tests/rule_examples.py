"""A site in which nothing is wrong but for what a test writes into it, and what is found there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_evidence.checking import check_site, hints_on
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.rules import Example
from tests.reading.site import BIBLIOGRAPHY, completed

FILES = {
    "mkdocs.yml": (
        "plugins:\n  - blog\n  - evidence:\n      topics: [Health, Sleep]\n      author: ana\n"
        "      authors: {ana: {name: Ana}}\n"
    ),
    "docs/index.md": "# Home\n",
    "docs/summaries/steps.yaml": completed("redirect_from: /2019/03/small-steps/\n…"),
    "docs/summaries/chair.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "docs/summaries/hand.jpg": "This is no picture.",
    "bibliography/works.bib": BIBLIOGRAPHY,
}


def problems_of(
    example: Example, text: str, folder: Path, encoding: str = "utf-8", *, with_hints: bool = False
) -> list[Problem]:
    """Return what is wrong with the site when an example says this, with advice if wanted."""
    data = written(example, text).encode(encoding)
    return problems_with({example.file: data} if text else {}, folder, with_hints=with_hints)


def problems_with(
    files: Mapping[str, bytes], folder: Path, *, with_hints: bool = False
) -> list[Problem]:
    """Return what is wrong with the site when it has these files, sorted, each once."""
    for name, data in {**{name: text.encode() for name, text in FILES.items()}, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    site = check_site(folder / "mkdocs.yml")
    advice = hints_on(site.project) if with_hints and site.project else []
    return sorted({*site.problems, *advice})


def written(example: Example, text: str) -> str:
    """Return what an example shows with the fields of a summary that it leaves out."""
    is_part = example.file.startswith("docs/summaries/") and not example.whole
    return completed(f"{text}…") if is_part and example.file.endswith(".yaml") else text
