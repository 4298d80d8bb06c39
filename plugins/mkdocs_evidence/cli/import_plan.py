"""What an import is going to do, found out before the first file is written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path, PurePath

from platformdirs import user_cache_path

from mkdocs_evidence.authoring.draft import Form, file_name
from mkdocs_evidence.authoring.site_lists import CannotAdd, with_authors, with_topics
from mkdocs_evidence.cache import Cache
from mkdocs_evidence.configuration import Configuration
from mkdocs_evidence.importing.earlier import imported_before
from mkdocs_evidence.importing.guard import each_of
from mkdocs_evidence.importing.listed import Names, with_harmless_names
from mkdocs_evidence.importing.post import OldPost
from mkdocs_evidence.importing.recognising import Recognised, recognise
from mkdocs_evidence.importing.works import Mentioned, WorkFinder
from mkdocs_evidence.lookup import Lookup
from mkdocs_evidence.project import Project
from mkdocs_evidence.reading import SummaryFile
from mkdocs_evidence.sources import shown_from

from .bibliographies import bibliography_of, with_works

_SLUG = re.compile("[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_SLUG = 80


@dataclass(frozen=True)
class Planned:
    """One post, and what is to be made of it.

    Attributes:
        post: The post.
        recognised: What was recognised in it, with authors and topics as the site names them.
        mentioned: The works that it mentions.
        path: The file of its summary, be it there already or not.
        earlier: The summary that was made of it before, if it was.
    """

    post: OldPost
    recognised: Recognised
    mentioned: Mentioned
    path: Path
    earlier: SummaryFile | None = None


@dataclass(frozen=True)
class Plan:
    """A whole import.

    Attributes:
        posts: The posts, in their order.
        finder: The works that were found.
        bibliography: The file into which new entries come.
        entries: What is to be in it; None where it stays as it is.
        names: The authors and topics that are new to the site.
        settings_file: The file with the site's lists.
        lists: What is to be in it; None where it stays as it is.
        by_hand: What has to be added to that file by hand, each a sentence or two.
        failures: Which posts could not be brought along, each a sentence or two.
    """

    posts: Sequence[Planned]
    finder: WorkFinder
    bibliography: Path
    entries: bytes | None
    names: Names
    settings_file: Path
    lists: bytes | None
    by_hand: Sequence[str] = field(default_factory=list)
    failures: Sequence[str] = field(default_factory=list)


def plan_of(
    posts: Sequence[OldPost], folder: Path, form: Form, project: Project, site: Configuration
) -> Plan:
    """Return what is to be done with posts, and look their works up.

    Raises:
        Stopped: A file that has to be added to cannot be read.
    """
    pairs, failures = each_of(
        posts,
        lambda post: with_harmless_names(recognise(post, project.settings)),
        lambda post: post.name,
    )
    posts, recognised = [post for post, _ in pairs], [each for _, each in pairs]
    finder = _finder(project)
    mentioned = [finder.works_of(each) for each in recognised]
    earlier = _earlier(recognised, project)
    new = [each for each, file in zip(recognised, earlier, strict=True) if file is None]
    names = Names(
        project.settings,
        [name for each in new for name in each.details.authors],
        [topic for each in new for topic in each.details.topics],
    )
    paths = _paths(posts, recognised, earlier, folder, form, project)
    settings_file, lists, by_hand = _with_names(names, site)
    path = bibliography_of(project)
    return Plan(
        [
            Planned(post, _as_listed(each, names), works, file, before)
            for post, each, works, file, before in zip(
                posts, recognised, mentioned, paths, earlier, strict=True
            )
        ],
        finder,
        path,
        with_works(path, finder.added, project) if finder.added else None,
        names,
        settings_file,
        lists,
        by_hand,
        failures,
    )


def _finder(project: Project) -> WorkFinder:
    library = project.library
    items = {key: library.csl(key) for key in library}
    name = shown_from(project.root, bibliography_of(project, ask=False))
    here = {key: item for key, item in items.items() if library[key].location.path == name}
    cache = Cache(user_cache_path("mkdocs-evidence"))
    return WorkFinder(items, here, Lookup(project.settings.contact or "", cache))


def _as_listed(recognised: Recognised, names: Names) -> Recognised:
    details = recognised.details
    listed = replace(
        details, authors=names.authors(details.authors), topics=names.topics(details.topics)
    )
    return replace(recognised, details=listed)


def _earlier(recognised: Sequence[Recognised], project: Project) -> list[SummaryFile | None]:
    files = list(project.files.values())
    return [imported_before(each.details, files, _slug(each)) for each in recognised]


def _slug(recognised: Recognised) -> str:
    """Return the name of a post in its old address, if a file here can have it."""
    slug = recognised.details.slug
    return slug if _SLUG.fullmatch(slug) and len(slug) <= _LONGEST_SLUG else ""


def _paths(
    posts: Sequence[OldPost],
    recognised: Sequence[Recognised],
    earlier: Sequence[SummaryFile | None],
    folder: Path,
    form: Form,
    project: Project,
) -> Iterator[Path]:
    """Yield the file of each summary; a new one has a name that no other has."""
    taken = {PurePath(uri).stem for uri in project.files}
    taken |= {each.stem.casefold() for each in folder.iterdir()} if folder.is_dir() else set()
    for post, each, file in zip(posts, recognised, earlier, strict=True):
        if file is not None:
            yield file.path
            continue
        title = each.details.title or PurePath(post.name).stem
        base = _slug(each) or PurePath(file_name(title, form, ())).stem
        numbered = (base if number == 1 else f"{base}-{number}" for number in count(1))
        stem = next(name for name in numbered if name not in taken)
        taken.add(stem)
        yield folder / f"{stem}.{form}"


def _with_names(names: Names, site: Configuration) -> tuple[Path, bytes | None, list[str]]:
    """Return the file with the site's lists, what is to be in it, and what is left to a person."""
    path = site.root / site.options.source.path
    before = data = path.read_bytes()
    by_hand: list[str] = []
    wanted: Mapping[str, Sequence[str]] = {
        "topics": names.new_topics,
        "authors": [f"{short}: {{name: {name}}}" for short, name in names.new_authors.items()],
    }
    # What stands further down comes first, so that the place of the other stays right.
    for option in sorted(wanted, key=lambda each: -site.options.value_span((each,)).start):
        if not wanted[option]:
            continue
        try:
            if option == "topics":
                data = with_topics(data, site.options, names.new_topics)
            else:
                data = with_authors(data, site.options, names.new_authors)
        except CannotAdd:
            listed = "; ".join(wanted[option])
            by_hand.append(f"Add to the {option} in {path.name}, by hand: {listed}")
    return path, data if data != before else None, by_hand
