"""What a page that is no summary says of its citations in its front matter."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from mkdocs.structure.pages import Page

from mkdocs_evidence.checks import check_nocite, check_style
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.project import Project
from mkdocs_evidence.reading import read_front_matter
from mkdocs_evidence.sources import read_source, shown_from

STYLE, UNCITED = "citation_style", "nocite"


@dataclass(frozen=True)
class PageOptions:
    """What a page says of its citations.

    Attributes:
        style: The name of its citation style; None for that of the site.
        uncited: The keys of works that it does not cite, and that stand in its references.
        problems: What is wrong with these.
    """

    style: str | None = None
    uncited: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def page_options(page: Page, project: Project) -> PageOptions:
    """Return what a page says of its citations; what is wrong in it is left out."""
    if page.file.abs_src_path is None or page.meta.keys().isdisjoint((STYLE, UNCITED)):
        return PageOptions()
    path = Path(page.file.abs_src_path)
    source, _ = read_source(path, shown_from(project.root, path))
    document = read_front_matter(source)
    style = str(document.fields[STYLE]) if STYLE in document.fields else None
    wrong = check_style(style, document, (STYLE,), project.root) if style else None
    uncited, problems = check_nocite(document, (UNCITED,), project.library)
    return PageOptions(None if wrong else style, uncited, [*problems, *([wrong] if wrong else [])])
