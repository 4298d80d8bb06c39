"""``evidence schema``: the JSON Schema of the site's summaries, for the help of an editor."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_evidence.authoring.schema import FILE, schema_text, summary_schema, write_schema
from mkdocs_evidence.project import Project

from .site import this_site


@click.command()
@click.option("--keys", is_flag=True, help="Let only keys of the bibliography be the article.")
@click.option(
    "--output",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"The file to write, usually {FILE} beside mkdocs.yml.  [default: print it]",
)
def schema(keys: bool, output: Path | None) -> None:
    """Tell an editor what can be written in a summary.

    The JSON Schema is made of what the site sets: its sections, topics and authors. Write it again
    when you have changed these; with --keys, also when the bibliography has changed.

    \b
    Examples:
      evidence schema --output summary.schema.json
      evidence schema --keys --output summary.schema.json
    """  # noqa: D301  (the \b keeps the lines as they are)
    site, settings = this_site()
    library = None
    if keys:
        options = site.options
        project = Project(settings, options, site.root, (), folder=site.pages, with_drafts=True)
        library = project.library
    if output is None:
        click.echo(schema_text(summary_schema(settings, library)), nl=False)
        return
    try:
        written = write_schema(output, settings, library)
    except OSError as error:
        raise click.UsageError(f"“{output}” cannot be written: {error.strerror}.") from None
    click.echo(f"{output} {'is written' if written else 'is up to date'}.")
