"""Watching what became of the works of a bibliography."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.lookup import Lookup, UnknownWork, Unreachable
from mkdocs_evidence.notices import Fate, Notice, Notices, told_once

Progress = Callable[[int, int], None]
"""Told how many works have been looked up, and how many there are."""


@dataclass(frozen=True)
class Answers:
    """What the registries say of the works of a library.

    Attributes:
        fates: What became of the works that could be looked up, by their DOIs.
        told: The notices that stand in the library itself, by the DOIs of the works that they are
            about.
        unreached: The DOIs of the works that could not be looked up.
        reasons: Why, each reason once.
    """

    fates: Mapping[str, Fate]
    told: Mapping[str, Sequence[Notice]]
    unreached: Sequence[str]
    reasons: Sequence[str]


def ask(library: Library, lookup: Lookup, progress: Progress) -> Answers:
    """Ask the registries what became of the works of a library.

    Args:
        library: The works; those without a DOI are passed over.
        lookup: What asks the registries.
        progress: What is told how far the work has come.
    """
    fates: dict[str, Fate] = {}
    told: dict[str, list[Notice]] = {}
    reasons: dict[str, None] = {}
    dois = sorted(library.keys_by_doi())
    for number, doi in enumerate(dois, 1):
        try:
            work = lookup.by_doi(doi)
            fates[doi] = work.fate
            for about, notices in work.notices.items():
                told.setdefault(about, []).extend(notices)
        except UnknownWork as unknown:
            fates[doi] = Fate(unknown=not unknown.resolves)
        except Unreachable as failed:
            reasons[str(failed)] = None
        progress(number, len(dois))
    return Answers(fates, told, [doi for doi in dois if doi not in fates], list(reasons))


def with_answers(known: Notices, answers: Answers, today: date) -> Notices:
    """Return what is known of the works of a library after the registries were asked.

    An author's notices stay, whatever the registries say, and a notice that stands in the library
    itself tells of the work that it is about. The day of the last look moves on as soon as one
    work was reached.

    Args:
        known: What was known of them.
        answers: What the registries say.
        today: The day.
    """
    fates = {
        doi: _merged(answers.fates.get(doi), known.of(doi), answers.told.get(doi, ()))
        for doi in (*answers.fates, *answers.unreached)
    }
    fates |= {doi: _of_author(fate) for doi, fate in known.works.items() if doi not in fates}
    works = {doi: fate for doi, fate in fates.items() if fate != Fate()}
    return Notices(checked=today if answers.fates else known.checked, works=works)


def noted(known: Notices, doi: str, answer: Fate) -> Notices:
    """Return what is known of works after what a registry said of one of them.

    Args:
        known: What was known.
        doi: The DOI of the work.
        answer: What became of it, as the registry says.
    """
    works = known.works | {doi.lower(): _merged(answer, known.of(doi), [])}
    return known.model_copy(update={"works": works})


def _merged(answer: Fate | None, known: Fate, told: Iterable[Notice]) -> Fate:
    """Return what is known of a work after an answer, or without one if it was not reached.

    A registry that does not know the work takes nothing back of what one has said of it.
    """
    kept = known if answer is None or answer.unknown else _of_author(known)
    answer = answer or Fate(unknown=known.unknown)
    return Fate(
        notices=told_once([*kept.notices, *answer.notices, *told]),
        published=answer.published or known.published,
        unknown=answer.unknown,
    )


def _of_author(fate: Fate) -> Fate:
    """Return what the author wrote of a work."""
    return Fate(notices=[notice for notice in fate.notices if notice.source == "author"])
