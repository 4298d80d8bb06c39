"""A small bibliography, of some of whose works the registries have something to say."""

from __future__ import annotations

from pathlib import Path

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.notices import Notice

BIB = """\
@article{gotink2015,
  title = {Mindfulness},
  doi = {10.1371/JOURNAL.pone.0124344},
}

@misc{exemplo2020preprint, title = {A preprint}, doi = {10.5555/preprint.1}}
@misc{exemplo2020lost, title = {A typing mistake}, doi = {10.5555/none}}
@misc{exemplo2020other, title = {Elsewhere}, doi = {10.5555/elsewhere.1}}
@misc{exemplo2020book, title = {A book without a DOI}}
"""
GOTINK = "10.1371/journal.pone.0124344"
BY_PUBLISHER = Notice(
    kind="retraction", date="2019", notice="10.1371/journal.pone.0215608", source="publisher"
)
BY_AUTHOR = BY_PUBLISHER.model_copy(update={"source": "author"})


def library(folder: Path, text: str = BIB) -> Library:
    path = folder / "all.bib"
    path.write_text(text, "utf-8")
    found, problems = Library.load([path], root=folder)
    assert problems == []
    return found


def entry(key: str, doi: str) -> str:
    return f"@misc{{{key}, title = {{A work}}, doi = {{{doi}}}}}\n"
