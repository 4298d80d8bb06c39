"""The whole flow for one site: find the author's files, read them, check them.

A host makes a `Project` for each build, renders its posts, and reports its problems.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.cache import Cache
from mkdocs_evidence.checks import (
    BESIDE,
    PublishedPictures,
    check_addresses,
    check_citations,
    check_evidence,
    check_ids,
    check_links,
    check_old_addresses,
    check_picture,
    check_summary,
)
from mkdocs_evidence.citations.fates import Fates
from mkdocs_evidence.csl import Style, find_style
from mkdocs_evidence.notices import Notices, notices_file, read_notices
from mkdocs_evidence.pictures import PictureFiles
from mkdocs_evidence.posts import Post
from mkdocs_evidence.problems import Location, Problem, did_you_mean
from mkdocs_evidence.reading import (
    SUFFIXES,
    Document,
    SummaryFile,
    SummaryReader,
    section_names,
)
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import shown_from

CACHE = Path(".cache") / "evidence-results"
"""Where results are kept that can be made anew, from the root of the site."""


@dataclass(frozen=True)
class Found:
    """A summary's file as the host found it.

    Attributes:
        path: Where it is.
        uri: Its name from the folder of the pages, such as ``summaries/one.yaml``.
    """

    path: Path
    uri: str


class Project:
    """A site's bibliography and summaries, read and checked.

    Args:
        settings: What the site sets.
        options: The same settings as they stand in the site's configuration file, for their
            places.
        root: The folder of the site, from which the bibliography is named.
        found: The files of the summaries.
        folder: The folder of the pages, in which that of the summaries is.
        strangers: The files in the summaries' folder that are neither summaries nor may stand
            beside them, as the author knows them.
        with_drafts: Whether drafts are part of the site; their problems count only then.
        names: The names of all files of the site, from the folder of the pages; those that are
            there if left out.
        complete: Whether no other program adds files to these.

    Attributes:
        cache: What was read and formatted before.
        pictures: The files of pictures.
        style: The citation style.
        library: All entries of the bibliography.
        names: The names of all files of the site.
        notices_file: The file that says what became of these works; None without a bibliography.
        notices: What it says.
        notices_problems: What is wrong with it.
        fates: What became of the works.
        files: The summaries, by their names.
        published: All pictures of the site.
        posts: Those that can be shown, by the names of their files.
    """

    def __init__(
        self,
        settings: Settings,
        options: Document,
        root: Path,
        found: Iterable[Found],
        *,
        folder: Path,
        strangers: Iterable[str] = (),
        with_drafts: bool,
        names: Collection[str] | None = None,
        complete: bool = True,
    ) -> None:
        self.settings = settings
        self.root = root
        self.names = names_in(folder) if names is None else names
        self._is_complete = complete
        self._problems = _check_folder(settings, options, folder)
        self._problems += [_stranger(name) for name in sorted(strangers)]
        self.cache = Cache(root / CACHE)
        self.pictures = PictureFiles(self.cache)
        self._styles: dict[str, Style] = {}
        self.style = self.style_named(settings.style)
        self.library = self._load_library(options)
        self.notices_file = self._notices_file()
        self.notices, self.notices_problems = self._read_notices()
        self._problems += self.notices_problems
        self.fates = Fates(self.library, self.notices)
        self.files = self._read(found, with_drafts=with_drafts)
        self.published = PublishedPictures(self.names, folder, root, self.files, self.pictures)
        self.posts: dict[str, Post] = {}
        self._check()

    def style_named(self, name: str) -> Style:
        """Return the style of a name, or of a .csl file named from the root of the site.

        Raises:
            StyleError: There is no such style, or it cannot be used.
        """
        if name not in self._styles:
            self._styles[name] = find_style(name, self.root)
        return self._styles[name]

    @property
    def problems(self) -> list[Problem]:
        """All problems of the bibliography and of the summaries."""
        return [*self._problems, *(p for file in self.files.values() for p in file.problems)]

    @cached_property
    def bibliography_paths(self) -> list[Path]:
        """The files and folders of the bibliography that exist."""
        paths = [self.root / name for name in self.settings.bibliography]
        return [path for path in paths if path.exists()]

    @cached_property
    def bibliography_files(self) -> list[Path]:
        """The .bib files of the bibliography."""
        return _bib_files(self.bibliography_paths)

    def _load_library(self, options: Document) -> Library:
        for index, name in enumerate(self.settings.bibliography):
            if (self.root / name).exists() or "bibliography" not in options.fields:
                continue
            self._problems.append(
                options.problem(
                    options.value_span(("bibliography", index)),
                    "missing-bibliography",
                    f"There is no bibliography “{name}”.",
                    did_you_mean(name, self._bib_files(), "Correct its name, or put it there."),
                )
            )
        files = self.bibliography_files
        library, problems = Library.load(files, root=self.root, cache=self.cache)
        self._problems += problems
        return library

    def _notices_file(self) -> Path | None:
        """Return where notices are kept; nowhere without a bibliography."""
        return notices_file(self.bibliography_paths[0]) if self.bibliography_paths else None

    def _read_notices(self) -> tuple[Notices, list[Problem]]:
        if self.notices_file is None:
            return Notices(), []
        return read_notices(self.notices_file, shown_from(self.root, self.notices_file))

    def _bib_files(self) -> list[str]:
        """Return the names of the .bib files near the site's root, and of their folders."""
        files = [*self.root.glob("*.bib"), *self.root.glob("*/*.bib")]
        folders = {file.parent for file in files} - {self.root}
        return sorted(path.relative_to(self.root).as_posix() for path in (*files, *folders))

    def _read(self, found: Iterable[Found], *, with_drafts: bool) -> dict[str, SummaryFile]:
        reader = SummaryReader(self.settings.section_ids, section_names(self.settings))
        files: dict[str, SummaryFile] = {}
        for each in sorted(found, key=lambda each: each.uri):
            file = reader.read(each.path, shown_from(self.root, each.path))
            if with_drafts or not file.is_draft:
                files[each.uri] = file
        return files

    def _check(self) -> None:
        readable: list[tuple[SummaryFile, Post]] = []
        for uri, file in self.files.items():
            if file.understood:
                check_summary(file, file.understood, self.settings, self.library, self.root)
                check_links(file, file.understood, uri, self.names, complete=self._is_complete)
                check_picture(file, file.understood, uri, self.pictures)
                check_evidence(file, file.understood)
            if file.summary:
                readable.append((file, Post(file.summary, uri, self.settings)))
        check_addresses(readable)
        check_ids(readable, self.settings.comments)
        check_old_addresses(readable)
        for file in self.files.values():
            if file.has_errors and file.understood:
                check_citations(file, file.understood, self.library)
        self.posts = {post.uri: post for file, post in readable if not file.has_errors}


UNKNOWN_WORKS = ("unknown-article", "unknown-citation", "unknown-work")


def without_consequences(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems without those that are there only because of another.

    What is cited is unknown where the bibliography is missing.
    """
    found = list(problems)
    if any(problem.rule == "missing-bibliography" for problem in found):
        return [problem for problem in found if problem.rule not in UNKNOWN_WORKS]
    return found


def _check_folder(settings: Settings, options: Document, folder: Path) -> list[Problem]:
    """Return the problem of a folder of summaries that is named and not there."""
    name = settings.summaries
    if (folder / name).is_dir() or "summaries" not in options.fields:
        return []
    span = options.value_span(("summaries",))
    beside = sorted(path.name for path in folder.glob("*/"))
    message = f"There is no folder “{name}” in the folder of the pages."
    advice = did_you_mean(name, beside, "Correct its name, or make the folder.")
    return [options.problem(span, "missing-folder", message, advice)]


def _stranger(name: str) -> Problem:
    return Problem(
        Location(name),
        "no-summary",
        "This file stands among the summaries and is none, so it is not published.",
        "If it is a summary, let its name end in .yaml or .md; otherwise move it elsewhere.",
    )


LEFT_BEHIND = ("~", ".bak", ".orig", ".swp", ".tmp", "Thumbs.db", "desktop.ini")
"""How the names of the files end that editors and Windows make beside those of the author."""


def may_stand_beside(name: str) -> bool:
    """Say whether a file that is no summary may be published from the summaries' folder."""
    return name.lower().endswith(BESIDE)


def is_stranger(name: str) -> bool:
    """Say whether a file of the summaries' folder is there by mistake of its author.

    What programs leave behind is no mistake, and is not published either.
    """
    return not (is_summary(name) or may_stand_beside(name) or name.endswith(LEFT_BEHIND))


def names_in(folder: Path) -> set[str]:
    """Return the names of all files in a folder and below it, but for hidden ones."""
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return {file.as_posix() for file in files if not any(p.startswith(".") for p in file.parts)}


def is_summary(name: str) -> bool:
    """Say whether a file of the summaries' folder is a summary, by its ending."""
    return name.lower().endswith(SUFFIXES)


def _bib_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files among the paths and in their folders, each once."""
    found: dict[Path, Path] = {}
    for path in paths:
        inside = sorted(path.rglob("*.[bB][iI][bB]")) if path.is_dir() else [path]
        found |= {file.resolve(): file for file in inside if file.is_file()}
    return list(found.values())
