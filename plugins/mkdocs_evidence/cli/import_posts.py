"""``evidence import``: summaries of posts that were written elsewhere."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_evidence import saving
from mkdocs_evidence.authoring.draft import FORMS, Form, file_name
from mkdocs_evidence.importing.reading import UnreadablePostError, read_posts
from mkdocs_evidence.importing.recognising import recognise
from mkdocs_evidence.importing.words import lost_words
from mkdocs_evidence.importing.writing import Found, summary_text

from .finding import Stopped
from .site import this_site


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--to", "form", type=click.Choice(FORMS), default="yaml", show_default=True)
def import_posts(file: Path, form: Form) -> None:
    """Make summaries of posts that were written elsewhere."""
    site, settings = this_site()
    folder = site.pages / settings.summaries
    try:
        posts = read_posts(file)
    except UnreadablePostError as error:
        raise Stopped(f"“{file}” cannot be read. {error}") from None
    for post in posts:
        recognised = recognise(post, settings)
        text = summary_text(recognised, Found(), form, settings)
        taken = [each.name for each in folder.iterdir()]
        path = folder / file_name(recognised.details.title, form, taken)
        saving.create(path, text.encode())
        click.echo(f"{path.name}: {len(lost_words(post.words, text))} words lost")
