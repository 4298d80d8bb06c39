"""``evidence comments``: a server of comments of one's own, and what it keeps."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_evidence import saving
from mkdocs_evidence.comment_server import (
    PRIVATE,
    NoThreadsError,
    Server,
    Thread,
    UnusableDatabaseError,
    add_threads,
    as_json,
    check_addresses,
    from_json,
    new_secrets,
    read_threads,
    secrets_in,
    server_files,
)
from mkdocs_evidence.comments.isso import IssoComments
from mkdocs_evidence.configuration import (
    PLUGIN,
    Configuration,
    find_configuration,
    read_configuration,
)
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.site_file import read_site_file
from mkdocs_evidence.sources import shown_from

from . import NamedCommands
from .site import this_site

FOLDER = "comments-server"
"""The folder beside ``mkdocs.yml`` for the files of the server where no other is named."""

FILE = "comments.json"

_file = click.Path(dir_okay=False, path_type=Path)


@click.group(cls=NamedCommands)
def comments() -> None:
    """Set up a server of comments of your own, and save what it keeps.

    The server is Isso, which a site uses whose “comments” have the provider isso.

    \b
    Examples:
      evidence comments server
      evidence comments export /var/lib/isso/comments.db
      evidence comments import comments.json /var/lib/isso/comments.db

    \b
    Exit codes:
      0  The work was done.
      2  The command was not understood, or could not be done.
    """  # noqa: D301  (the \b keeps the lines as they are)


@comments.command()
@click.option(
    "--into",
    metavar="FOLDER",
    type=click.Path(file_okay=False, path_type=Path),
    help=f"Where to write the files.  [default: {FOLDER} beside mkdocs.yml]",
)
def server(into: Path | None) -> None:
    """Write the files with which the server of comments starts.

    They have the addresses of this site and of its server, settings that keep readers safe, and a
    password made at random, which is shown once. The page “Running the Isso server” of the guide
    says what to do with them. Where the server is on this computer, such as http://localhost:8080,
    the files are for trying it out. Files that are there already stay as they are.

    \b
    Examples:
      evidence comments server
      evidence comments server --into ~/comments-server

    \b
    Exit codes:
      0  The files are there.
      2  The command was not understood, there is no site here, its settings do not allow a server,
         or the folder cannot be used.
    """  # noqa: D301  (the \b keeps the lines as they are)
    site, settings = this_site()
    folder = into or site.root / FOLDER
    _refuse_published(folder)
    wanted = _server(site, settings, folder)
    old = _old_settings(folder / PRIVATE)
    own = new_secrets() if old is None else secrets_in(old)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in server_files(wanted, own).items():
            click.echo(f"{shown_from(Path.cwd(), folder / name)} {_written(folder / name, data)}")
    except OSError as error:
        raise click.UsageError(f"“{folder}” cannot be written: {error.strerror}.") from None
    if old is None:
        page = f"{wanted.url.rstrip('/')}/admin/"
        click.echo(
            f"\nThe password of the page where you approve comments, {page}\n\n"
            f"    {own.password}\n\n"
            "It is shown this once. Keep it where you keep your passwords; of the files, only\n"
            f"{PRIVATE} has it. What to do with the files is said in the guide, on the page\n"
            "“Running the Isso server”."
        )


@comments.command("export")
@click.argument("database", type=_file)
@click.option(
    "--into",
    metavar="FILE",
    type=_file,
    default=FILE,
    show_default=True,
    help="The file to write, which only you can read.",
)
def export_comments(database: Path, into: Path) -> None:
    """Write all comments of a server into one file, while the server runs.

    DATABASE is the file in which Isso keeps the comments. The addresses of readers are left out. An
    earlier export is replaced, and no other file.

    \b
    Examples:
      evidence comments export /var/lib/isso/comments.db
      evidence comments export comments.db --into ~/backup/comments.json

    \b
    Exit codes:
      0  The file is written.
      2  The command was not understood, this is no database of Isso, or the file cannot be written.
    """  # noqa: D301  (the \b keeps the lines as they are)
    _refuse_published(into)
    if into.exists():
        _threads_in(into, "Name another file: this one would be lost.")
    try:
        threads = read_threads(database)
        saving.save(into, as_json(threads), private=True)
    except UnusableDatabaseError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(f"“{into}” cannot be written: {error.strerror}.") from None
    number = sum(1 + len(comment.replies) for thread in threads for comment in thread.comments)
    counted = f"{_counted(number, 'comment')} on {_counted(len(threads), 'post')}"
    click.echo(f"{shown_from(Path.cwd(), into)} is written: {counted}.")


@comments.command("import")
@click.argument("file", type=_file)
@click.argument("database", type=_file)
def import_comments(file: Path, database: Path) -> None:
    """Put the comments of an export into the database of a server.

    Either all of them come in, or none. Those that are there already stay as they are, so that it
    does no harm to do it again.

    \b
    Examples:
      evidence comments import comments.json /var/lib/isso/comments.db

    \b
    Exit codes:
      0  The comments are in the database.
      2  The command was not understood, the file is no export, or the database cannot be used.
    """  # noqa: D301  (the \b keeps the lines as they are)
    threads = _threads_in(file)
    try:
        done = add_threads(database, threads)
    except UnusableDatabaseError as error:
        raise click.UsageError(str(error)) from None
    except OSError as error:
        raise click.UsageError(f"“{database}” cannot be written: {error.strerror}.") from None
    click.echo(f"{_counted(done.added, 'comment')} added; {done.left} were there already.")


def _server(site: Configuration, settings: Settings, folder: Path) -> Server:
    """Return the server of a site, and tell what there is to say about the addresses.

    Raises:
        click.UsageError: The site has no server of its own, or their addresses are wrong.
    """
    chosen = settings.comments
    provider = ("comments", "provider")
    if not isinstance(chosen, IssoComments):
        place = site.options.source.location(site.options.value_span(provider).start)
        raise click.UsageError(
            f"{place}: The comments of this site have the provider “{chosen.provider}”, which needs"
            " no server. Write provider: isso, and the address of your server, such as"
            " server: https://comments.example.org."
        )
    path = find_configuration(site.root)
    assert path  # the site was read from it
    file = read_site_file(path, PLUGIN)
    address = str(file.fields.get("site_url") or "")
    places = {
        "server": site.options.source.location(
            site.options.value_span(("comments", "server")).start
        ),
        "site_url": file.source.location(file.value_span(("site_url",)).start),
    }
    for remark in check_addresses(chosen.server, address):
        told = f"{places[remark.option]}: {remark.message}"
        if remark.stops:
            raise click.UsageError(told)
        click.echo(told + "\n", err=True)
    return Server(chosen.server, address, chosen.address, folder)


def _refuse_published(path: Path) -> None:
    """Make sure that nothing private lands among the pages of a site.

    Raises:
        click.UsageError: It would.
    """
    around = find_configuration(path.parent)
    if around:
        pages = read_configuration(around).pages
        if path.resolve().is_relative_to(pages.resolve()):
            raise click.UsageError(
                f"“{path}” is among the pages of your site, so it would be published. Choose a "
                f"place outside of the folder “{pages.name}”."
            )


def _old_settings(path: Path) -> str | None:
    """Return the settings of a server that are there already; None where there are none."""
    return path.read_text("utf-8", errors="replace") if path.is_file() else None


def _written(path: Path, data: bytes) -> str:
    """Write a file unless one is there, and return what became of it, in words."""
    try:
        saving.create(path, data, private=path.name == PRIVATE)
    except FileExistsError:
        if path.read_bytes() == data:
            return "is there already, as it would be written now."
        return (
            "is there already, and is left as it is. It differs from what would be written now: you"
            " changed it, or the settings of your site. Move it away to have it written anew."
        )
    return "is written."


def _threads_in(path: Path, advice: str = "") -> tuple[Thread, ...]:
    """Return the threads of an export.

    Raises:
        click.UsageError: The file is none, or cannot be opened.
    """
    try:
        return from_json(path.read_bytes())
    except NoThreadsError as error:
        raise click.UsageError(f"{path}: {error} {advice}".rstrip()) from None
    except OSError as error:
        raise click.UsageError(f"“{path}” cannot be opened: {error.strerror}.") from None


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
