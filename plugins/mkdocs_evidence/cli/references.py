"""``evidence references``: the entries of .bib files as a reference list.

Problems of the author's files are told and do not fail the command.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

import click
from platformdirs import user_cache_path

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.cache import Cache
from mkdocs_evidence.csl import Processor, Style, StyleError, find_style, locale_for, style_names
from mkdocs_evidence.problems import did_you_mean, report

FORMATS = ("text", "html", "markdown", "csljson")


def _style(_: click.Context, __: click.Parameter, name: str) -> Style:
    try:
        return find_style(name, Path())
    except StyleError as error:
        otherwise = "Write a name as Zotero has it, such as apa, or the name of a .csl file."
        advice = "" if name.endswith(".csl") else did_you_mean(name, style_names(), otherwise)
        raise click.BadParameter(f"{error} {advice}".rstrip()) from None


def _locale(_: click.Context, __: click.Parameter, language: str | None) -> str:
    main_language = re.split("[-_]", (language or "").lower())[0]
    if language and locale_for(language).split("-")[0] != main_language:
        raise click.BadParameter(f"No language has the short name “{language}”.")
    return language or ""


@click.command()
@click.argument(
    "files",
    metavar="FILE.bib...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--style",
    default="apa",
    show_default=True,
    metavar="NAME|FILE",
    callback=_style,
    help="A citation style by its name, or a .csl file.",
)
@click.option(
    "--locale",
    metavar="LANGUAGE",
    callback=_locale,
    help="The language of the references, such as en, pt-BR or nl.  [default: the style's own]",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How they are written; csljson gives the entries as data instead.",
)
@click.option("--keys", is_flag=True, help="Begin each line with the entry's key and a tab.")
def references(files: Sequence[Path], style: Style, locale: str, form: str, keys: bool) -> None:
    """Print the entries of .bib files as a reference list, one a line.

    What is wrong in the files is told on standard error.

    \b
    Examples:
      evidence references refs.bib
      evidence references refs.bib --style harvard-cite-them-right --keys
      evidence references a.bib b.bib --locale pt-BR --format html
    """  # noqa: D301  (the \b keeps the lines as they are)
    cache = Cache(user_cache_path("mkdocs-evidence"))
    library, problems = Library.load(files, root=Path(), cache=cache)
    if problems:
        click.echo(report(problems), err=True)
    if form == "csljson":
        items = [library.csl(key) for key in library]
        click.echo(json.dumps(items, ensure_ascii=False, indent=2))
        return
    printed = Processor(style, locale, library.csl, cache).references(library.keys())
    for reference in printed:
        text = {"html": reference.html, "markdown": reference.markdown}.get(form, reference.text)
        click.echo(f"{reference.key}\t{text}" if keys else text)
    for key in sorted(library.keys() - {reference.key for reference in printed}):
        click.echo(f"The style prints nothing for the entry “{key}”.", err=True)
