"""The .bib file of a site into which new entries come, and what is in it then."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from mkdocs_evidence.authoring.bib import NotUtf8, with_entry
from mkdocs_evidence.lookup import Work
from mkdocs_evidence.project import Project
from mkdocs_evidence.sources import shown_from

from .asking import chosen, is_terminal
from .finding import Stopped

NEW_BIBLIOGRAPHY = "references.bib"
"""What a .bib file is called where there is none yet."""


def bibliography_of(project: Project, *, ask: bool = True) -> Path:
    """Return the .bib file for a new entry: that of most articles, if there are several.

    Args:
        project: The site.
        ask: Whether to ask which one, if there are several and somebody is there to answer.
    """
    paths = project.bibliography_files
    if not paths:
        named = project.root / next(iter(project.settings.bibliography), NEW_BIBLIOGRAPHY)
        return named if named.suffix == ".bib" else named / NEW_BIBLIOGRAPHY
    names = [shown_from(project.root, path) for path in paths]
    used = Counter(project.library[key].location.path for key, _ in discussed(project))
    likeliest = max(range(len(names)), key=lambda index: used[names[index]])
    if ask and len(paths) > 1 and is_terminal():
        likeliest = chosen("Which bibliography is it for?", names, likeliest + 1) - 1
    return paths[likeliest]


def with_works(path: Path, works: Mapping[str, Work], project: Project) -> bytes:
    """Return what is in a .bib file once works are added to it, by their keys.

    Raises:
        Stopped: Nothing can be added to it.
    """
    name = shown_from(project.root, path)
    try:
        data = path.read_bytes() if path.exists() else b""
        for key, work in works.items():
            data = with_entry(data, work.item, key)
    except NotUtf8:
        raise Stopped(
            f"Nothing can be added to {name}, since it is not saved as UTF-8. Open it in the "
            "program that you write it with, and choose “Save with encoding”, and there “UTF-8”."
        ) from None
    except OSError as error:
        raise Stopped(f"{name} cannot be read: {error.strerror}.") from None
    return data


def discussed(project: Project) -> Iterator[tuple[str, str]]:
    """Yield the articles that summaries discuss, with the names of these."""
    for file in project.files.values():
        article = file.understood.article if file.understood else None
        if article and article.key in project.library:
            yield article.key, file.source.path
