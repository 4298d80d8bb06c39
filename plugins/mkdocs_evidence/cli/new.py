"""``evidence new``: the summary of an article begun, and its entry in the bibliography.

All that can fail or be asked comes before the first file is written, and the bibliography is read
once the article is known, since others may change it while a registry or an author takes time. The
entry is written first, so that a summary never names a key that is not there; called again, the
command finds the entry.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

import click

from mkdocs_evidence import saving
from mkdocs_evidence.authoring.bib import existing_key, new_key
from mkdocs_evidence.authoring.draft import FORMS, Draft, Form, draft_text, file_name
from mkdocs_evidence.authoring.exported import ENDINGS
from mkdocs_evidence.authoring.findings import findings
from mkdocs_evidence.authoring.schema import FILE as SCHEMA
from mkdocs_evidence.authoring.schema import schema_from, write_schema
from mkdocs_evidence.authoring.watch import noted
from mkdocs_evidence.checking import open_project
from mkdocs_evidence.configuration import Configuration
from mkdocs_evidence.lookup import Doi, Pmid, Unreachable, Work, identify
from mkdocs_evidence.notices import Fate, notices_file, save_notices
from mkdocs_evidence.project import Project
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import shown_from

from .asking import answered, chosen, chosen_several, is_terminal
from .bibliographies import bibliography_of, discussed, with_works
from .finding import Stopped, imported_work, looked_up
from .site import this_site


@dataclass(frozen=True)
class _Entry:
    """The article in the bibliography.

    Attributes:
        key: Its key.
        path: The .bib file that has it, or will have it.
        data: What is to be written there; None where it is there already.
    """

    key: str
    path: Path
    data: bytes | None = None


@click.command()
@click.argument("article", nargs=-1)
@click.option(
    "--from",
    "export",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=f"A file that PubMed, Zotero or a publisher exported ({', '.join(ENDINGS)}).",
)
@click.option(
    "--to",
    "form",
    type=click.Choice(FORMS),
    default="yaml",
    show_default=True,
    help="The form of the summary: YAML, or Markdown below a few fields.",
)
@click.option("--edit", is_flag=True, help="Open the summary in your editor.")
def new(article: Sequence[str], export: Path | None, form: Form, edit: bool) -> None:
    """Begin the summary of an article.

    ARTICLE is a DOI in any form, the number of an article in PubMed, or a title. The article is
    looked up and added to the bibliography, unless it is there, and a draft of its summary is
    written, with all that is known. A file that exists is never overwritten. Without ARTICLE and
    --from, questions are asked. With --from, nothing is looked up.

    \b
    Examples:
      evidence new 10.1093/scan/nsx091
      evidence new 28985422 --to md
      evidence new "Relationship status and perceived support" --edit
      evidence new --from citation.ris

    \b
    Exit codes:
      0  The summary was made.
      1  You left at a question, and nothing was written.
      2  The article was not understood, or a file could not be read or written.
    """  # noqa: D301  (the \b keeps the lines as they are)
    site, settings = this_site()
    wanted, topics = " ".join(article).strip(), list[str]()
    if wanted and export:
        raise click.UsageError("Name an article or a file, not both.")
    if not wanted and not export:
        if not is_terminal():
            raise click.UsageError(
                "Say which article: its DOI, its number in PubMed, or its title."
            )
        wanted, form, topics, edit = _asked(settings)
    found = _found(wanted, export, settings)
    project = open_project(site, settings)
    work = found or _without_network(wanted, project)
    entry = _entry(work, project) if work.item.get("title") else None
    draft = Draft(
        key=entry.key if entry else "",
        work=work,
        today=datetime.date.today(),
        wanted=wanted,
        topics=topics,
        schema=schema_from(site.pages / settings.summaries, site.root) if form == "yaml" else "",
    )
    path = _write(draft, form, entry, project, site)
    _tell(draft, entry, path, project)
    if edit:
        _open(path)


def _asked(settings: Settings) -> tuple[str, Form, list[str], bool]:
    wanted = answered("Which article? Its DOI, its number in PubMed, or its title")
    ways = ("YAML, one field a line", "Markdown, text under headings")
    form = FORMS[chosen("In which form do you want to write?", ways) - 1]
    topics = list[str]()
    if settings.topics:
        question = "Which topics? Numbers with a space between them, or nothing"
        topics = chosen_several(question, list(settings.topics))
    return wanted, form, topics, click.confirm("Open it in your editor?", default=False)


def _found(wanted: str, export: Path | None, settings: Settings) -> Work | None:
    """Return the article that is meant; None where no registry can be asked."""
    if export:
        return imported_work(export)
    try:
        return looked_up(wanted, settings.contact or "")
    except Unreachable as error:
        click.echo(f"The article could not be looked up. {error}", err=True)
    return None


def _without_network(wanted: str, project: Project) -> Work:
    """Return the article as the bibliography has it, or what little the author said of it."""
    library = project.library
    item = _identity(wanted)
    key = existing_key(item, {key: library.csl(key) for key in library}) if item else None
    return Work(dict(library.csl(key)) if key else item)


def _identity(wanted: str) -> dict[str, str]:
    match identify(wanted):
        case Doi(doi):
            return {"DOI": doi}
        case Pmid(pmid):
            return {"PMID": pmid}
    return {}


def _entry(work: Work, project: Project) -> _Entry:
    """Return the entry of a work, be it there already or still to be written.

    Raises:
        Stopped: It cannot be added to the file.
    """
    library = project.library
    items = {key: library.csl(key) for key in library}
    if key := existing_key(work.item, items):
        return _Entry(key, project.root / library[key].location.path)
    path = bibliography_of(project)
    name = shown_from(project.root, path)
    here = {key: item for key, item in items.items() if library[key].location.path == name}
    key = new_key(work.item, here or items, taken=items)
    return _Entry(key, path, with_works(path, {key: work}, project))


def _write(
    draft: Draft, form: Form, entry: _Entry | None, project: Project, site: Configuration
) -> Path:
    """Write the entry, what became of the work, and then the summary; return where that is.

    Raises:
        Stopped: A file cannot be written; what was there is as it was.
    """
    settings, fate = project.settings, draft.work.fate
    doi = str(draft.work.item.get("DOI", ""))
    folder = site.pages / settings.summaries
    path = folder
    try:
        if entry and entry.data is not None:
            path = entry.path
            path.parent.mkdir(parents=True, exist_ok=True)
            saving.save(path, entry.data)
        if entry and doi and fate != Fate() and not project.notices_problems:
            path = project.notices_file or notices_file(entry.path)
            save_notices(path, noted(project.notices, doi, fate))
        if draft.schema and not (site.root / SCHEMA).exists():
            path = site.root / SCHEMA
            write_schema(path, settings)
        path = folder
        folder.mkdir(parents=True, exist_ok=True)
        path = folder / file_name(draft.title, form, [each.name for each in folder.iterdir()])
        saving.create(path, draft_text(draft, form, settings, path.stem).encode())
    except OSError as error:
        name = shown_from(site.root, path)
        raise Stopped(
            f"{name} cannot be written: {error.strerror}. Put that right, and call again."
        ) from None
    return path


def _tell(draft: Draft, entry: _Entry | None, path: Path, project: Project) -> None:
    """Print what was made, what to know of the article, and what comes next."""
    root, item = project.root, draft.work.item
    name = shown_from(root, path)
    if entry:
        where = shown_from(root, entry.path)
        added = "is in it already" if entry.data is None else "is new in it"
        click.echo(f"Bibliography:  {where}; the key {entry.key} {added}.")
    click.echo(f"Summary:       {name}")
    others = [file for key, file in discussed(project) if entry and key == entry.key]
    told = [f"{file} discusses this article already." for file in others]
    if entry:
        told += findings(item, draft.work.fate, draft.today)
    click.echo("".join(f"\n* {each}" for each in told), nl=bool(told))
    if entry is None:
        click.echo(
            "\nThe article is not in the bibliography yet, so the line “article:” is empty.\n"
            f"Next: when you are online, call “evidence new {quote(draft.wanted)}” again, and "
            "delete the summary that you do not need; or add the article yourself and write its "
            "key there."
        )
        return
    click.echo(
        f"\nNext: open {name}, write, and delete the line “draft: true” when it may be published. "
        "“make serve” shows it."
    )


def _open(path: Path) -> None:
    try:
        click.edit(filename=str(path))
    except click.ClickException as error:
        click.echo(f"The editor cannot be opened. {error.message}", err=True)
