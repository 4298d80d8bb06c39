"""A site in which an example of the catalogue stands, and what is found in it."""

from __future__ import annotations

from pathlib import Path

from mkdocs_evidence.checking import check_site
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.rules import Example
from tests.reading.site import BIBLIOGRAPHY, completed

FILES = {
    "mkdocs.yml": (
        "plugins:\n  - blog\n  - evidence:\n      topics: [Health, Sleep]\n      author: ana\n"
        "      authors: {ana: {name: Ana}}\n"
    ),
    "docs/index.md": "# Home\n",
    "docs/summaries/steps.yaml": completed("…"),
    "docs/summaries/chair.svg": "<svg/>",
    "bibliography/works.bib": BIBLIOGRAPHY,
}


def problems_of(
    example: Example, text: str, folder: Path, encoding: str = "utf-8"
) -> list[Problem]:
    """Return what is wrong with the site when an example says this."""
    for name, content in {**FILES, example.file: written(example, text)}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode(encoding if name == example.file else "utf-8"))
    if not text:
        (folder / example.file).unlink()
    return sorted(set(check_site(folder / "mkdocs.yml").problems))


def written(example: Example, text: str) -> str:
    """Return what an example shows with the fields of a summary that it leaves out."""
    is_part = example.file.startswith("docs/summaries/") and not example.whole
    return completed(f"{text}…") if is_part and example.file.endswith(".yaml") else text
