"""The files of an import, written in such an order that a run that was ended can be called again.

What a summary names is there before the summary is: its works, its authors, its comments, its
pictures. Each file is written whole, and no file is replaced but by itself with more in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

from mkdocs_evidence import saving
from mkdocs_evidence.authoring.draft import Form
from mkdocs_evidence.authoring.schema import FILE as SCHEMA
from mkdocs_evidence.authoring.schema import schema_from, write_schema
from mkdocs_evidence.authoring.watch import noted
from mkdocs_evidence.comment_server import as_json
from mkdocs_evidence.comments import provider_of
from mkdocs_evidence.importing.comments import threads_of
from mkdocs_evidence.importing.earlier import with_article
from mkdocs_evidence.importing.pictures import Kept, PictureKeeper, with_kept
from mkdocs_evidence.importing.post import Picture
from mkdocs_evidence.importing.recognising import Part, Recognised
from mkdocs_evidence.importing.writing import Found, summary_text
from mkdocs_evidence.notices import Fate, notices_file, save_notices
from mkdocs_evidence.project import Project
from mkdocs_evidence.sources import shown_from

from .finding import Stopped
from .import_plan import Plan, Planned

COMMENTS = "imported-comments.json"
"""The file of the comments, in the folder of the site, where it is not published."""


@dataclass
class Saved:
    """What was written.

    Attributes:
        summaries: The texts of the new summaries, by their files.
        completed: The summaries from before whose line “article:” was filled in.
        kept: What became of the pictures of each post, by the file of its summary.
        comments: The file of the comments; None where there are none.
        notes: What there is to say of all pictures at once.
    """

    summaries: dict[Path, str] = field(default_factory=dict)
    completed: list[Path] = field(default_factory=list)
    kept: dict[Path, dict[str, Kept]] = field(default_factory=dict)
    comments: Path | None = None
    notes: list[str] = field(default_factory=list)


def save(plan: Plan, folder: Path, form: Form, keeper: PictureKeeper, project: Project) -> Saved:
    """Write all files of an import.

    Args:
        plan: What is to be done.
        folder: The folder of the new summaries.
        form: Their form.
        keeper: What saves the pictures.
        project: The site.

    Raises:
        Stopped: A file cannot be written. All that was written is whole.
    """
    saved, path = Saved(), plan.bibliography
    try:
        _save_works(plan, project)
        path = plan.settings_file
        if plan.lists is not None:
            saving.save(path, plan.lists)
        new = [each for each in plan.posts if each.earlier is None]
        path = project.root / SCHEMA
        if new and form == "yaml" and not path.exists():
            write_schema(path, project.settings)
        path = project.root / COMMENTS
        saved.comments = _save_comments(new, project)
        path = folder
        folder.mkdir(parents=True, exist_ok=True)
        for each in plan.posts:
            path = each.path
            if each.earlier is None:
                _save_summary(each, form, keeper, project, saved)
            else:
                _complete(each, saved)
    except OSError as error:
        name = shown_from(project.root, path)
        raise Stopped(
            f"{name} cannot be written: {error.strerror}. Put that right, and call again: what is "
            "there already is not made twice."
        ) from None
    saved.notes = list(keeper.notes)
    return saved


def _save_works(plan: Plan, project: Project) -> None:
    """Write the new entries, and what became of their works since they were published."""
    if plan.entries is None:
        return
    plan.bibliography.parent.mkdir(parents=True, exist_ok=True)
    saving.save(plan.bibliography, plan.entries)
    notices = project.notices
    for work in plan.finder.added.values():
        if (doi := str(work.item.get("DOI", ""))) and work.fate != Fate():
            notices = noted(notices, doi, work.fate)
    if notices != project.notices and not project.notices_problems:
        save_notices(project.notices_file or notices_file(plan.bibliography), notices)


def _save_comments(new: list[Planned], project: Project) -> Path | None:
    """Write the comments on new posts into a file that no other has, and that is not published."""
    threads = threads_of({each.path.stem: each.post for each in new})
    if not threads:
        return None
    data = as_json(threads)
    for path in _numbered(project.root / COMMENTS):
        if path.exists() and path.read_bytes() == data:
            return path
        if not path.exists():
            saving.create(path, data, private=True)
            return path
    raise AssertionError("there is always another name")


def _numbered(path: Path) -> Iterator[Path]:
    yield path
    yield from (path.with_stem(f"{path.stem}-{number}") for number in count(2))


def new_file(path: Path, data: bytes) -> Path:
    """Write a file under a name that no other has, and return it.

    Raises:
        OSError: It cannot be written.
    """
    for each in _numbered(path):
        try:
            saving.create(each, data)
        except FileExistsError:
            continue
        return each
    raise AssertionError("there is always another name")


def _save_summary(
    planned: Planned, form: Form, keeper: PictureKeeper, project: Project, saved: Saved
) -> None:
    kept = _keep_pictures(planned, keeper)
    recognised, settings = _with_pictures(planned.recognised, kept), project.settings
    has_id = planned.post.comments or provider_of(settings.comments).keeps_threads
    picture = recognised.picture
    found = Found(
        planned.mentioned.article,
        planned.mentioned.works,
        recognised.details.authors,
        kept[picture.name].file if picture else "",
        planned.path.stem if has_id else "",
        schema_from(planned.path.parent, project.root) if form == "yaml" else "",
    )
    text = summary_text(recognised, found, form, settings)
    saving.create(planned.path, text.encode())
    saved.summaries[planned.path] = text
    saved.kept[planned.path] = kept


def _keep_pictures(planned: Planned, keeper: PictureKeeper) -> dict[str, Kept]:
    pictures = [picture for block in planned.post.blocks for picture in block.pictures]
    head = planned.recognised.picture
    each_once: dict[str, Picture] = {
        picture.name: picture for picture in [*pictures, *([head] if head else [])]
    }
    return {name: keeper.keep(picture, planned.path.stem) for name, picture in each_once.items()}


def _with_pictures(recognised: Recognised, kept: Mapping[str, Kept]) -> Recognised:
    """Return a post whose texts show the pictures that were saved."""

    def shown(part: Part) -> Part:
        return replace(part, text=with_kept(part.text, kept))

    return replace(
        recognised,
        lead=with_kept(recognised.lead, kept),
        sections={name: shown(part) for name, part in recognised.sections.items()},
        conclusion=shown(recognised.conclusion) if recognised.conclusion else None,
    )


def _complete(planned: Planned, saved: Saved) -> None:
    """Fill in the article of a summary from before, if it was not known then."""
    key = planned.mentioned.article
    data = with_article(planned.path.read_bytes(), key) if key else None
    if data is not None:
        saving.save(planned.path, data)
        saved.completed.append(planned.path)
