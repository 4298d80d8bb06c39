"""What became of each post of an import, for the report."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence

from mkdocs_evidence.authoring.findings import findings
from mkdocs_evidence.importing.pictures import Kept
from mkdocs_evidence.importing.recognising import Recognised
from mkdocs_evidence.importing.report import Outcome, in_context
from mkdocs_evidence.importing.words import lost_passages, lost_words
from mkdocs_evidence.importing.works import Mentioned
from mkdocs_evidence.importing.writing import usual_headings, without_notes
from mkdocs_evidence.project import Project
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import shown_from

from .import_plan import Plan, Planned
from .import_saving import Saved


def outcomes(plan: Plan, saved: Saved, project: Project) -> list[Outcome]:
    """Return what became of each post."""
    return [_outcome(each, plan, saved, project) for each in plan.posts]


def _outcome(planned: Planned, plan: Plan, saved: Saved, project: Project) -> Outcome:
    name, file = planned.post.name, shown_from(project.root, planned.path)
    text = saved.summaries.get(planned.path)
    if text is None:
        return Outcome(name, file, is_new=False, todo=list(_todo_again(planned, plan, saved)))
    seen = "\n\n".join([without_notes(text), *_unwritten(planned.recognised, project.settings)])
    return Outcome(
        name,
        file,
        facts=list(_facts(planned, plan, saved)),
        left_out=planned.recognised.left_out,
        todo=list(_todo(planned, plan, saved.kept[planned.path], text)),
        words=len(lost_words(planned.post.words, "")),
        lost=in_context(planned.post.words, lost_passages(planned.post.words, seen)),
    )


def _unwritten(recognised: Recognised, settings: Settings) -> Iterator[str]:
    """Yield the headings that stand in the post though not in its file: the usual ones."""
    usual = usual_headings(recognised, settings)
    for name, part in recognised.parts.items():
        if part.heading.casefold() == usual[name].casefold():
            yield usual[name]


def _facts(planned: Planned, plan: Plan, saved: Saved) -> Iterator[tuple[str, str]]:
    recognised, mentioned = planned.recognised, planned.mentioned
    details, added = recognised.details, plan.finder.added
    kept = saved.kept[planned.path]
    pictures = [each.file for each in kept.values() if each.file]
    facts: Mapping[str, str] = {
        "Title": details.title,
        "Date": details.date,
        "Updated": details.updated,
        "Authors": _listed(details.authors, plan.names.new_authors, "new in the site's list"),
        "Topics": _listed(details.topics, plan.names.new_topics, "new in the site's list"),
        "Tags": ", ".join(details.tags),
        "Language": details.language,
        "Article": _listed([mentioned.article], added, "new in the bibliography"),
        "Other works": _listed(mentioned.works, added, "new in the bibliography"),
        "Sections": ", ".join(_sections(recognised)),
        "Pictures": ", ".join(pictures),
        "Old address": ", ".join(details.addresses),
        "Comments": _comments(planned, saved),
    }
    yield from ((name, value) for name, value in facts.items() if value)


def _listed(names: Sequence[str], new: Mapping[str, object] | Sequence[str], told: str) -> str:
    return ", ".join(f"{name} ({told})" if name in new else name for name in names if name)


def _sections(recognised: Recognised) -> Iterator[str]:
    for name, part in recognised.parts.items():
        yield f"{name} (“{part.heading}”)" if part.heading else name


def _comments(planned: Planned, saved: Saved) -> str:
    number = sum(1 + len(each.replies) for each in planned.post.comments)
    return f"{number} in {saved.comments.name}" if number and saved.comments else ""


def _todo(planned: Planned, plan: Plan, kept: Mapping[str, Kept], text: str) -> Iterator[str]:
    """Yield what a person has to do about a new summary, the gravest first."""
    recognised, mentioned = planned.recognised, planned.mentioned
    yield from _article(recognised, mentioned, plan)
    yield from recognised.questions
    if not recognised.details.date and not any("“date”" in each for each in recognised.questions):
        yield "No date was found. Write the day of the post after “date:”, such as 2019-03-02."
    yield from planned.post.notes
    yield from _works(recognised, mentioned, plan)
    picture = recognised.picture
    if picture and not kept[picture.name].file:
        yield f"The picture at the head, “{picture.name}”, is not there. {_why(kept[picture.name])}"
    if picture and not picture.alt:
        yield "Write after “alt:” what the picture at the head shows, for those who cannot see it."
    for name, each in kept.items():
        if each.missing and not (picture and name == picture.name):
            yield f"The picture “{name}” is not there. {each.missing}"
    for mark in _silent(text, kept):
        yield f"Write between the square brackets of {mark} what that picture shows."


def _silent(text: str, kept: Mapping[str, Kept]) -> list[str]:
    """Return the pictures in a text, as they stand there, that do not say what they show."""
    marks = (f"![]({each.file})" for each in kept.values() if each.file)
    return list(dict.fromkeys(mark for mark in marks if mark in text))


def _why(kept: Kept) -> str:
    advice = "Put it beside the summary, and write its name after “file:”."
    return f"{kept.missing} {advice}".strip()


def _article(recognised: Recognised, mentioned: Mentioned, plan: Plan) -> Iterator[str]:
    named = mentioned.article_named
    if mentioned.article:
        return
    if named:
        told = _not_yet(f"The article, {named},", mentioned.missing[named], plan)
        then = "Once it is there, call the same again: the line “article:” is filled in then."
        yield told if plan.finder.stopped else f"{told} {then}"
    elif recognised.discussed:
        yield (
            "The post names its article without a DOI, and it was not found in the bibliography. "
            "If it is there, write its key after “article:”. If not, “evidence new” adds it, with "
            "its DOI or its title behind it."
        )


def _works(recognised: Recognised, mentioned: Mentioned, plan: Plan) -> Iterator[str]:
    for name, why in mentioned.missing.items():
        if name != mentioned.article_named:
            called = f"number {name} in PubMed" if name.isdigit() else name
            yield _not_yet(f"A work that is mentioned, {called},", why, plan)
    if recognised.references and not mentioned.has_all_references:
        yield (
            "Not every work of the post's own list of references was found, so that some will not "
            "be in the references. The list stands as a comment in the file."
        )
    today = datetime.date.today()
    for key in filter(None, [mentioned.article, *mentioned.works]):
        if work := plan.finder.added.get(key):
            yield from (f"{key}: {each}" for each in findings(work.item, work.fate, today))


def _not_yet(what: str, why: str, plan: Plan) -> str:
    """Return that a work is not there, and why, unless that is told once for all."""
    told = "" if plan.finder.stopped and why == plan.finder.stopped else f" {why}"
    return f"{what} is not in the bibliography yet.{told}"


def _todo_again(planned: Planned, plan: Plan, saved: Saved) -> Iterator[str]:
    """Yield what a person has to know of a summary from before."""
    mentioned = planned.mentioned
    if planned.path in saved.completed:
        yield f"Its line “article:” was empty, and now has the key {mentioned.article}."
    new = [key for key in mentioned.works if key in plan.finder.added]
    if new:
        yield f"New in the bibliography; add to its line “nocite:”: {', '.join(new)}"
