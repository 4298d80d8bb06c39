"""``evidence import``: summaries of posts that were written elsewhere.

All that can fail comes before the first file is written. What is written then is whole whenever
the command ends, and a second call goes on where the first one stopped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from mkdocs_evidence.authoring.draft import FORMS, Form
from mkdocs_evidence.checking import open_project
from mkdocs_evidence.configuration import Configuration
from mkdocs_evidence.importing.pictures import PictureKeeper
from mkdocs_evidence.importing.post import OldPost
from mkdocs_evidence.importing.reading import UnreadablePostError, read_posts
from mkdocs_evidence.importing.report import Outcome, common, in_full, in_short, remark
from mkdocs_evidence.project import Project
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import shown_from

from .finding import Stopped
from .import_outcomes import outcomes
from .import_plan import Plan, plan_of
from .import_saving import Saved, new_file, save
from .site import this_site

REPORT = "import-report.txt"
"""The file of the full report on many posts, in the folder of the site."""


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--into",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help="A folder inside that of the summaries.  [default: the folder of the summaries]",
)
@click.option(
    "--to",
    "form",
    type=click.Choice(FORMS),
    default="yaml",
    show_default=True,
    help="The form of the summaries: YAML, or Markdown below a few fields.",
)
@click.option(
    "--media",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A copy of the folder in which the old site kept its pictures.",
)
def import_posts(file: Path, into: Path | None, form: Form, media: Path | None) -> None:
    """Make summaries of posts that were written elsewhere.

    FILE is a post (.docx, .html, .md, .txt) or a whole blog that WordPress exported (.xml). Each
    post becomes the draft of a summary, with its pictures beside it. Authors and topics that your
    site does not list yet are added to its lists, and works that the post names by DOI to your
    bibliography. What found no place is told, and stands as a comment in the summary; the words
    are counted, so that none is lost unseen. Without the internet it works too, and tells what is
    still to be looked up.

    A summary that is there is never overwritten. Called again, the command passes over posts that
    were imported before, and fills in their article if it was not known then.

    \b
    Examples:
      evidence import old-post.docx
      evidence import post.html --to md
      evidence import blog.xml --media ~/wp-content/uploads --into docs/summaries/old

    \b
    Exit codes:
      0  The summaries are there.
      2  The command was not understood, or a file could not be read or written.
    """  # noqa: D301  (the \b keeps the lines as they are)
    site, settings = this_site()
    folder = _folder(into, site, settings)
    posts = _posts_in(file)
    project = open_project(site, settings)
    plan = plan_of(posts, folder, form, project, site)
    keeper = PictureKeeper(folder, file, media, online=not plan.finder.stopped)
    saved = save(plan, folder, form, keeper, project)
    told = outcomes(plan, saved, project)
    general = [*getattr(posts, "notes", ()), *_remarks(plan, saved, project)]
    remarks = "\n".join(line for each in general for line in remark(each))
    if len(told) == 1:
        click.echo(in_full(told[0]))
    else:
        _tell_many(told, remarks, project)
    if remarks:
        click.echo(f"\n{remarks}")
    click.echo(f"\n{_next(told, saved)}")


def _folder(into: Path | None, site: Configuration, settings: Settings) -> Path:
    """Return the folder of the new summaries.

    Raises:
        click.UsageError: It is not inside that of all summaries.
    """
    summaries = site.pages / settings.summaries
    if into is None:
        return summaries
    if not into.resolve().is_relative_to(summaries.resolve()):
        name = shown_from(site.root, summaries)
        raise click.UsageError(
            f"“{into}” is not inside of {name}, where your site looks for summaries, so they "
            f"would not become posts. Choose {name} or a folder in it."
        )
    return summaries / into.resolve().relative_to(summaries.resolve())


def _posts_in(file: Path) -> Sequence[OldPost]:
    """Return the posts in a file.

    Raises:
        Stopped: It cannot be read.
    """
    try:
        return read_posts(file)
    except UnreadablePostError as error:
        raise Stopped(f"“{file}” cannot be read. {error}") from None
    except OSError as error:
        raise Stopped(f"“{file}” cannot be read: {error.strerror}.") from None


def _remarks(plan: Plan, saved: Saved, project: Project) -> Iterator[str]:
    """Yield what there is to say of all posts together."""
    added = plan.finder.added
    if added:
        name = shown_from(project.root, plan.bibliography)
        yield f"New in {name}: {', '.join(added)}"
    if plan.lists is not None:
        names = [*plan.names.new_topics, *plan.names.new_authors.values()]
        yield f"New in {plan.settings_file.name}: {', '.join(names)}"
    yield from plan.failures
    yield from plan.by_hand
    yield from saved.notes
    if plan.finder.stopped:
        yield (
            f"Works could not be looked up. {plan.finder.stopped} When you are online, call the "
            "same again: it adds them to your bibliography, and fills in the line “article:” where "
            "it is empty."
        )
    if saved.comments:
        name = shown_from(project.root, saved.comments)
        yield (
            f"The comments of readers are in {name}, which is not published. Once your server of "
            f"comments runs, “evidence comments import {name}” puts them there, with the file of "
            "its database behind it."
        )


def _tell_many(told: Sequence[Outcome], remarks: str, project: Project) -> None:
    """Print what a person should know of many posts, and keep the rest in a file."""
    often = common(told)
    click.echo("\n\n".join(in_short(each, often) for each in told) + "\n")
    for each, number in often.items():
        click.echo("\n".join(remark(f"In {number} of the posts: {each}")))
    if often:
        click.echo()
    new = [each for each in told if each.is_new]
    click.echo(_sum(told))
    if not new:
        return
    whole = "\n\n\n".join([*map(in_full, told), remarks])
    try:
        path = new_file(project.root / REPORT, f"{whole}\n\n{_sum(told)}\n".encode())
    except OSError as error:
        click.echo(f"The full report cannot be written: {error.strerror}.", err=True)
        return
    click.echo(f"All that was found and left out: {shown_from(project.root, path)}")


def _sum(told: Sequence[Outcome]) -> str:
    new = [each for each in told if each.is_new]
    made = f"{_counted(len(new), 'summary', 'summaries')} made"
    before = f"; {len(told) - len(new)} imported before" if len(new) < len(told) else ""
    if not new:
        return f"{made}{before}."
    words = sum(each.words for each in new)
    lost = [each.name for each in new if each.lost]
    if lost:
        return f"{made}{before}. Words are missing from: {'; '.join(lost)}"
    return (
        f"{made}{before}. All {words:,} words are in the summaries, or in what stands in them as a "
        "comment."
    )


def _next(told: Sequence[Outcome], saved: Saved) -> str:
    if not saved.summaries:
        return "Nothing new was to be made. “evidence check” says what is still missing."
    which = told[0].file if len(told) == 1 else "each summary"
    return (
        f"Next: open {which}, do what is asked above, and delete the line “draft: true” when it "
        "may be published. “evidence check” says what is still missing."
    )


def _counted(number: int, one: str, many: str) -> str:
    return f"{number} {one}" if number == 1 else f"{number} {many}"
