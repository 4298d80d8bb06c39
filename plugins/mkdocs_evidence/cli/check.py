"""``evidence check``: everything that is wrong with a site, in words for a writer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from mkdocs_evidence.checking import CheckedSite, check_site, hints_on, problems_of_fates
from mkdocs_evidence.configuration import FILES, find_configuration
from mkdocs_evidence.notices import Notices
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.project import Project

from .reports import as_github, as_json, as_text

FORMATS = ("text", "github", "json")


@click.command()
@click.argument(
    "files", metavar="[FILE...]", nargs=-1, type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How problems are told: to you, beside the lines on GitHub, or to a program.",
)
@click.option(
    "--hints",
    "with_hints",
    is_flag=True,
    help="Give advice, too, on how the summaries speak to their readers.",
)
@click.option(
    "--online",
    is_flag=True,
    help="First ask the registries whether works were retracted or corrected.",
)
def check(files: Sequence[Path], form: str, with_hints: bool, online: bool) -> None:
    """Tell everything that is wrong with the site, before it is built.

    The whole site is read, drafts too. With files or folders, only what is wrong in these and in
    the settings is told.

    With --online, what the registries say is kept in notices.yaml beside the bibliography, so that
    it is known without a network too. Where they cannot be reached, this is told, and is no error.

    \b
    Examples:
      evidence check
      evidence check docs/summaries/sleep.yaml
      evidence check --hints docs/summaries/sleep.yaml
      evidence check --online --format github

    \b
    Exit codes:
      0  Nothing is wrong, or nothing that would stop a build.
      1  There is an error.
      2  The command was not understood, or there is no site here.
    """  # noqa: D301  (the \b keeps the lines as they are)
    site = check_site(_configuration_for(files))
    found = {*site.problems}
    if site.project:
        found |= {*problems_of_fates(site.project, _notices(site.project, online=online))}
        found |= {*hints_on(site.project)} if with_hints else set()
    problems = [problem for problem in sorted(found) if _is_asked_for(problem, files, site)]
    _tell(problems, form, site)
    if any(problem.level == "error" for problem in problems):
        raise click.exceptions.Exit(1)


def _configuration_for(files: Sequence[Path]) -> Path:
    """Return the configuration file of the site to which files belong, or else the folder.

    Raises:
        click.UsageError: There is no site, or one of the files is not in it.
    """
    folders = [path if path.is_dir() else path.absolute().parent for path in files]
    start = folders[0] if folders else Path()
    path = find_configuration(start)
    if path is None:
        where = f"around “{files[0]}”" if files else "here"
        message = f"There is no {FILES[0]} {where}. Go to the folder of your site first."
        raise click.UsageError(message)
    for file in files:
        if not file.resolve().is_relative_to(path.parent.resolve()):
            raise click.UsageError(f"“{file}” is no part of the site in {path.parent}.")
    return path


def _notices(project: Project, *, online: bool) -> Notices:
    if not online:
        return project.notices
    from .online import ask_registries  # what it needs takes long to load

    return ask_registries(project)


def _is_asked_for(problem: Problem, files: Sequence[Path], site: CheckedSite) -> bool:
    """Say whether a problem is in one of the files, or in the settings, which concern all."""
    if not files or problem in site.configuration.problems:
        return True
    path = (site.configuration.root / problem.location.path).resolve()
    return any(path.is_relative_to(file.resolve()) for file in files)


def _tell(problems: Sequence[Problem], form: str, site: CheckedSite) -> None:
    if form == "json":
        click.echo(as_json(problems))
    elif form == "github":
        click.echo(as_github(problems, site.configuration.root), nl=bool(problems))
    else:
        # Colours are left out where they are not shown, and where NO_COLOR asks for it.
        colour = False if os.environ.get("NO_COLOR") else None
        click.echo(as_text(problems) if problems else _nothing_wrong(site), color=colour)


def _nothing_wrong(site: CheckedSite) -> str:
    assert site.project  # without problems the settings were read
    summaries, entries = len(site.project.files), len(site.project.library)
    counts = f"{summaries} {'summary' if summaries == 1 else 'summaries'}"
    return (
        f"Nothing is wrong: {counts} and {entries} {'entry' if entries == 1 else 'entries'} read."
    )
