"""``evidence export``: the studies of the site as data, as its pages offer them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

import click

from mkdocs_evidence import saving
from mkdocs_evidence.checking import open_project
from mkdocs_evidence.configuration import Configuration
from mkdocs_evidence.exports.dataset import FILES
from mkdocs_evidence.posts import Post, dataset_files
from mkdocs_evidence.problems import report
from mkdocs_evidence.project import Project, without_consequences
from mkdocs_evidence.sources import shown_from

from .site import this_site

FOLDER = "evidence-data"
"""The folder beside ``mkdocs.yml`` into which the files are written where no other is named."""


@click.command()
@click.option(
    "--into",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Where to write the files.  [default: {FOLDER} beside mkdocs.yml]",
)
def export(into: Path | None) -> None:
    """Write the studies of the site as data.

    These are the files that a page with the evidence table offers for download: the studies as CSV
    and JSON with a dictionary, and their articles as BibTeX, RIS and CSL-JSON. Drafts are left out.
    Nothing is written while a summary or the bibliography has an error, since the data would lack a
    study, and nobody would see that. Files of the folder that are no earlier export stay as they
    are.

    \b
    Examples:
      evidence export
      evidence export --into ~/data

    \b
    Exit codes:
      0  The files are written.
      1  There is an error, so nothing is written.
      2  The command was not understood, there is no site here, or the folder cannot be used.
    """  # noqa: D301  (the \b keeps the lines as they are)
    site, settings = this_site()
    project = open_project(site, settings, with_drafts=False)
    _stop_at_errors(project)
    posts = _shown(project.posts.values(), site)
    files = dataset_files(posts, project.library, project.fates)
    folder = into or site.root / FOLDER
    _spare_other_files(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            saving.save(folder / name, data)
    except OSError as error:
        raise click.UsageError(f"“{folder}” cannot be written: {error.strerror}.") from None
    for name in files:
        click.echo(f"{shown_from(Path.cwd(), folder / name)} is written.")


def _stop_at_errors(project: Project) -> None:
    """Tell the errors of a project, if there are any.

    Raises:
        click.exceptions.Exit: There are.
    """
    problems = without_consequences(project.problems)
    if errors := [problem for problem in problems if problem.level == "error"]:
        click.echo(report(errors), err=True)
        click.echo("\nNothing is written: a study would be missing from the data.", err=True)
        raise click.exceptions.Exit(1)


def _spare_other_files(folder: Path) -> None:
    """Make sure that no file is replaced but those of an earlier export, which has a dictionary.

    Raises:
        click.UsageError: One would be, such as an author's own articles.bib.
    """
    there = [folder / name for name in FILES.values() if (folder / name).is_file()]
    if there and folder / FILES["dictionary"] not in there:
        raise click.UsageError(
            f"“{there[0]}” is there already, and is no earlier export. Name another folder."
        )


def _shown(posts: Iterable[Post], site: Configuration) -> list[Post]:
    """Return the posts that a build would show today."""
    today = datetime.date.today()
    return [post for post in posts if not site.later or post.summary.date <= today]
