"""Everything that is wrong with a site, found without the program that builds it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_evidence.checks import (
    blog_missing,
    check_blog,
    check_citations,
    check_fates,
    check_markdown,
    check_named_pages,
    check_page,
)
from mkdocs_evidence.configuration import Configuration, read_configuration
from mkdocs_evidence.notices import Notices
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.project import (
    Found,
    Project,
    is_stranger,
    is_summary,
    names_in,
    without_consequences,
)
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import read_source, shown_from


@dataclass(frozen=True)
class CheckedSite:
    """A site and what is wrong with it.

    Attributes:
        configuration: What its configuration file says.
        problems: What is wrong, in any order.
        project: Its summaries and bibliography; None where the settings are too wrong to read them.
    """

    configuration: Configuration
    problems: list[Problem] = field(default_factory=list)
    project: Project | None = None


def check_site(path: Path) -> CheckedSite:
    """Read a whole site, drafts too, and find what a build would find, and what stops a build.

    Args:
        path: The site's configuration file.

    Raises:
        OSError: A file cannot be opened.
    """
    configuration = read_configuration(path)
    settings = configuration.settings
    if settings is None or not configuration.pages.is_dir():
        return CheckedSite(configuration, configuration.problems)
    project = open_project(configuration, settings)
    names = project.names
    problems = [
        *configuration.problems,
        *project.problems,
        *_problems_of_blog(configuration, settings, project),
        *check_named_pages(settings, configuration.options, names),
        *_problems_of_citations(project),
        *_problems_of_pages(configuration, project, names),
        *_problems_of_standing_texts(configuration, settings, project),
        *project.published.telling_places(),
    ]
    return CheckedSite(configuration, without_consequences(problems), project)


def problems_of_fates(project: Project, notices: Notices) -> list[Problem]:
    """Return what became of the works of a site since they were published."""
    return check_fates(project.library, notices, project.root) if notices.works else []


def hints_on(project: Project) -> list[Problem]:
    """Return advice on the summaries, as far as they can be understood, and on the pictures."""
    from mkdocs_evidence.checks.hints import hints  # its words are wanted on request only

    on_summaries = [
        hint
        for file in project.files.values()
        if file.understood
        for hint in hints(file, file.understood, project.settings)
    ]
    return [*on_summaries, *project.published.heavy()]


def open_project(site: Configuration, settings: Settings, *, with_drafts: bool = True) -> Project:
    """Read the bibliography and the summaries of a site, drafts too if they are wanted.

    Raises:
        OSError: A file cannot be opened.
    """
    names = set(site.excluded.match_files(names_in(site.pages), negate=True))
    inside = [name for name in names if name.startswith(f"{settings.summaries}/")]
    return Project(
        settings,
        site.options,
        site.root,
        [Found(site.pages / name, name) for name in inside if is_summary(name)],
        folder=site.pages,
        strangers=[
            shown_from(site.root, site.pages / name) for name in inside if is_stranger(name)
        ],
        with_drafts=with_drafts,
        names=names,
        complete=site.complete,
    )


def _problems_of_blog(site: Configuration, settings: Settings, project: Project) -> list[Problem]:
    if site.posts is None:
        return [blog_missing(site.options, site.theme)] if project.files else []
    is_of_posts = settings.speaks_of_posts or (site.pages / settings.summaries).is_dir()
    return check_blog(site.posts, settings, site.options) if is_of_posts else []


def _problems_of_citations(project: Project) -> list[Problem]:
    """Return the unknown citations of the summaries in which nothing else is wrong.

    Those of the others are among their problems already.
    """
    for uri in project.posts:
        file = project.files[uri]
        if file.understood:
            check_citations(file, file.understood, project.library)
    return [problem for uri in project.posts for problem in project.files[uri].problems]


def _problems_of_pages(
    site: Configuration, project: Project, names: Collection[str]
) -> list[Problem]:
    topics = _topics(project)
    problems = []
    for name in sorted(set(names) - project.files.keys()):
        if name.endswith(".md"):
            path = site.pages / name
            source, misread = read_source(path, shown_from(site.root, path))
            found = check_page(source, site.options.source, project.library, topics, site.root)
            problems += [*misread, *found]
    return problems


def _problems_of_standing_texts(
    site: Configuration, settings: Settings, project: Project
) -> list[Problem]:
    """Return what is wrong in the texts of the settings, which stand on many pages."""
    options, topics = site.options.source, _topics(project)
    texts = [*settings.introduction.values(), *settings.notice.values()]
    return [
        problem
        for text in texts
        for problem in check_markdown(text, options, options, project.library, topics)
    ]


def _topics(project: Project) -> list[str]:
    """Return the topics of the site, and those that its posts have besides."""
    used = sorted({topic for post in project.posts.values() for topic in post.summary.topics})
    return list(dict.fromkeys([*project.settings.topics, *used]))
