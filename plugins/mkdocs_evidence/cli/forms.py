"""``evidence forms``: a form in the browser in which summaries are written."""

from __future__ import annotations

import errno
import webbrowser
from contextlib import nullcontext
from http.server import HTTPServer
from pathlib import Path

import click

from mkdocs_evidence.authoring.forms import (
    FOLDER,
    EditorError,
    form_configuration,
    is_fetched,
    write_form,
)
from mkdocs_evidence.authoring.forms.serving import HOST, server
from mkdocs_evidence.checking import open_project
from mkdocs_evidence.configuration import PLUGIN, Configuration, find_configuration
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.site_file import read_site_file
from mkdocs_evidence.sources import shown_from

from .site import this_site


class CannotMakeForm(click.ClickException):
    """The form cannot be made or shown."""

    exit_code = 2


@click.command()
@click.option("--serve", is_flag=True, help="Show the form in the browser, until you press Ctrl-C.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8001,
    show_default=True,
    help="The number of the address at which it is shown, if another program has this one.",
)
def forms(serve: bool, port: int) -> None:
    """Add a form to the built site, in which summaries are written in the browser.

    The form is made of the settings and the bibliography of the site, and stands in the folder
    “admin” of the built site. It works in Chromium, Chrome and Edge, on the folder of your site;
    and from anywhere on a repository on GitHub, if the option “forms” names one. What the form is
    made of comes from npm the first time, which needs Node.js and a connection to the internet.

    Build the site before: each build leaves the form out.

    \b
    Examples:
      evidence forms --serve
      evidence forms
    """  # noqa: D301  (the \b keeps the lines as they are)
    site, settings = this_site()
    built = _built_site(site)
    with _server(built, port) if serve else nullcontext() as serving:
        _write(built, site, settings)
        if serving:
            _serve(serving)


def _write(built: Path, site: Configuration, settings: Settings) -> None:
    """Write the form into the built site.

    Raises:
        CannotMakeForm: The form cannot be made, or not stand there.
    """
    configuration = _configuration(site, settings)
    if not is_fetched():
        click.echo("Fetching what the form is made of from npm. This is done once.", err=True)
    try:
        folder = write_form(built, configuration, settings.forms)
    except EditorError as error:
        raise CannotMakeForm(str(error)) from None
    except FileExistsError as error:
        raise CannotMakeForm(
            f"“{shown_from(Path.cwd(), Path(str(error)))}” is a folder of your own site, so the "
            f"form cannot stand there. Give the page another name than “{FOLDER}”."
        ) from None
    click.echo(f"The form is in {shown_from(Path.cwd(), folder)}/.")


def _built_site(site: Configuration) -> Path:
    """Return the folder of the built site.

    Raises:
        CannotMakeForm: It has not been built.
    """
    built = site.root / (_said(site, "site_dir") or "site")
    if not (built / "index.html").is_file():
        raise CannotMakeForm(
            f"Build the site first: there is no built site in {shown_from(Path.cwd(), built)}/."
        )
    return built


def _configuration(site: Configuration, settings: Settings) -> dict[str, object]:
    """Return what the form has to know of the site.

    Raises:
        CannotMakeForm: The pages are outside the folder that the form opens.
    """
    opened = _repository(site.root) if settings.forms.repository else site.root
    summaries = site.pages.resolve() / settings.summaries
    if not summaries.is_relative_to(opened.resolve()):
        raise CannotMakeForm(
            f"The summaries are in “{summaries}”, outside the folder of the site, where the form "
            "cannot reach them."
        )
    project = open_project(site, settings)
    endings = {Path(name).suffix.lower().removeprefix(".") for name in project.files}
    folder = summaries.relative_to(opened.resolve()).as_posix()
    title = _said(site, "site_name")
    return form_configuration(
        settings, project.library, folder, endings, name=site.root.name, title=title
    )


def _said(site: Configuration, name: str) -> str:
    """Return what the site's file says of itself under a name; empty where it says nothing."""
    file = find_configuration(site.root)
    assert file is not None
    return str(read_site_file(file, PLUGIN).fields.get(name) or "")


def _repository(root: Path) -> Path:
    """Return the folder of the repository to which a site belongs, by which GitHub names files."""
    return next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), root)


def _server(built: Path, port: int) -> HTTPServer:
    """Return a server of the built site.

    Raises:
        CannotMakeForm: Another program has the port.
    """
    try:
        return server(built, port)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise CannotMakeForm(
            f"Another program is at port {port}. Choose another, as in: --port {port + 1}"
        ) from None


def _serve(serving: HTTPServer) -> None:
    """Show the form until somebody presses Ctrl-C."""
    address = f"http://{HOST}:{serving.server_port}/{FOLDER}/"
    click.echo(f"Write at {address} and press Ctrl-C here when you are done.")
    webbrowser.open(address)
    try:
        serving.serve_forever()
    except KeyboardInterrupt:
        click.echo()
