"""What the author wrote of a page."""

from __future__ import annotations

from pathlib import Path

from mkdocs.structure.pages import Page

from mkdocs_evidence.project import Project
from mkdocs_evidence.sources import Source, read_source, shown_from


def source_of(page: Page, project: Project) -> Source | None:
    """Return the author's file of a page, or None for a page that no author wrote."""
    summary = project.files.get(page.file.src_uri)
    if summary:
        return summary.source
    if page.file.abs_src_path is None:
        return None
    path = Path(page.file.abs_src_path)
    return read_source(path, shown_from(project.root, path))[0]
