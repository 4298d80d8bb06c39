"""What a page that is no summary says of its citations in its front matter."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs.structure.pages import Page

from mkdocs_evidence.checks import check_nocite, check_style
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.project import Project
from mkdocs_evidence.reading import read_front_matter

from .origins import source_of

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
    named = not page.meta.keys().isdisjoint((STYLE, UNCITED))
    source = source_of(page, project) if named else None
    if source is None:
        return PageOptions()
    document = read_front_matter(source)
    style = str(document.fields[STYLE]) if STYLE in document.fields else None
    wrong = check_style(style, document, (STYLE,), project.root) if style else None
    uncited, problems = check_nocite(document, (UNCITED,), project.library)
    return PageOptions(None if wrong else style, uncited, [*problems, *([wrong] if wrong else [])])
