"""Asking the registries what became of the works of a site."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click
from platformdirs import user_cache_path

from mkdocs_evidence.authoring.watch import Answers, ask, with_answers
from mkdocs_evidence.cache import Cache
from mkdocs_evidence.lookup import Lookup
from mkdocs_evidence.notices import FILE, Notices, read_notices, save_notices
from mkdocs_evidence.project import Project


def ask_registries(project: Project) -> Notices:
    """Return what the registries know of a site's works, which is kept in the file of notices.

    Where they cannot be asked, or the file cannot be written, this is told, and what is known
    already counts.
    """
    if project.notices_file is None:
        return project.notices
    if project.notices_problems:
        _tell(f"The registries are not asked, since {FILE} has to be mended first.")
        return project.notices
    contact = project.settings.contact or ""
    lookup = Lookup(contact, Cache(user_cache_path("mkdocs-evidence")))
    answers = ask(project.library, lookup, _show_progress)
    _tell_unreached(answers)
    # It is read again, since that took long and its author may have written in it.
    known, problems = read_notices(project.notices_file, FILE)
    if problems:
        _tell(f"What they say is not kept, since {FILE} has to be mended first.")
        return project.notices
    notices = with_answers(known, answers, date.today())
    if notices != known:
        _save(project.notices_file, notices)
    return notices


def _save(path: Path, notices: Notices) -> None:
    try:
        save_notices(path, notices)
    except OSError as error:
        _tell(f"{path} cannot be written: {error.strerror}.")


def _tell_unreached(answers: Answers) -> None:
    number = len(answers.unreached)
    if number:
        works = "1 work" if number == 1 else f"{number} works"
        reasons = " ".join(answers.reasons)
        _tell(f"{works} could not be looked up; of these, what was known before counts. {reasons}")


def _tell(message: str) -> None:
    click.echo(message, err=True)


def _show_progress(done: int, total: int) -> None:
    """Show how many works were looked up, in one line that is taken away at the end."""
    if sys.stderr.isatty():
        line = f"Looking up work {done} of {total} …"
        click.echo(f"\r{line}" if done < total else f"\r{' ' * len(line)}\r", nl=False, err=True)
