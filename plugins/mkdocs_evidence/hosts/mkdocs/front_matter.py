"""What a page that is no summary says of its citations in its front matter."""

from __future__ import annotations

from dataclasses import dataclass, field

from mkdocs.structure.pages import Page

from mkdocs_evidence.checks import page_settings
from mkdocs_evidence.citations import uncited_keys
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.project import Project
from mkdocs_evidence.reading import read_front_matter
from mkdocs_evidence.settings import PageSettings

from .origins import source_of


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
    """Return what a page says of its citations; what is wrong in it is left out.

    What another plugin adds to the fields of the page counts as well.
    """
    names = page.meta.keys() & PageSettings.model_fields.keys()
    source = source_of(page, project) if names else None
    if source is None:
        return PageOptions()
    document = read_front_matter(source)
    document.fields = {name: document.fields.get(name, page.meta[name]) for name in names}
    settings, problems = page_settings(document, project.library, project.root)
    uncited = uncited_keys(settings.nocite, project.library)
    return PageOptions(settings.citation_style, uncited, problems)
