"""Watching what became of the works of a bibliography, and telling the author of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs_evidence.bibliography import Library, at_key, doi_address
from mkdocs_evidence.lookup import Lookup, UnknownWork, Unreachable
from mkdocs_evidence.notices import Fate, Notice, NoticeKind, Notices, NoticeSource, told_once
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import Source, read_source

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
    dois = sorted(_keys(library))
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


def _keys(library: Library) -> Mapping[str, list[str]]:
    """Return the keys of the entries with each DOI, in small letters."""
    found: dict[str, list[str]] = {}
    for key in library:
        if doi := str(library.csl(key).get("DOI", "")):
            found.setdefault(doi.lower(), []).append(key)
    return found


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


_RULES: Mapping[NoticeKind, RuleId] = {
    "retraction": "retracted-work",
    "concern": "doubtful-work",
    "correction": "corrected-work",
}
_MESSAGES: Mapping[NoticeKind, str] = {
    "retraction": "The work “{key}” was retracted{day}, as {teller}.",
    "concern": "An expression of concern about the work “{key}” was published{day}, as {teller}.",
    "correction": "The work “{key}” was corrected{day}, as {teller}.",
}
_ADVICE: Mapping[NoticeKind, str] = {
    "retraction": "and say in your posts that it was retracted, or do without it.",
    "concern": "and say in your posts what is in doubt.",
    "correction": "and see whether it changes what you wrote.",
}
_TELLERS: Mapping[NoticeSource, str] = {
    "publisher": "its publisher says",
    "retraction-watch": "Retraction Watch says",
    "author": "your file of notices says",
}


def fate_problems(library: Library, notices: Notices, root: Path) -> list[Problem]:
    """Return what became of the works of a library, each where its entry stands.

    Args:
        library: The works.
        notices: What became of them.
        root: The folder from which the files of the library are named.

    Raises:
        OSError: A file of the library cannot be read.
    """
    keys = _keys(library)
    sources: dict[str, Source] = {}
    problems: list[Problem] = []
    for doi, fate in notices.works.items():
        for key in keys.get(doi, []):
            path = library[key].location.path
            if path not in sources:
                sources[path], _ = read_source(root / path, path)
            told = [
                *_of_notices(fate, key, doi),
                *_of_preprint(fate, key, keys),
                *_unknown(fate, key, library),
            ]
            problems += [at_key(sources[path], library[key], *each) for each in told]
    return problems


Told = tuple[RuleId, str, str]
"""A rule, what is said by it, and what to do."""


def _of_notices(fate: Fate, key: str, doi: str) -> Iterator[Told]:
    """Tell of the notices; what else there is of a retracted work does not matter any more."""
    for notice in [fate.retraction] if fate.retraction else fate.notices:
        teller = _TELLERS[notice.source]
        message = _MESSAGES[notice.kind].format(key=key, day=_when(notice), teller=teller)
        where = f"the notice, {doi_address(notice.notice)}" if notice.notice else doi_address(doi)
        yield _RULES[notice.kind], message, f"Read {where}, {_ADVICE[notice.kind]}"


def _of_preprint(fate: Fate, key: str, keys: Mapping[str, Sequence[str]]) -> Iterator[Told]:
    if fate.published:
        advice = f"Look at the article, {doi_address(fate.published)}, and cite it instead."
        if held := keys.get(fate.published):
            advice = f"Cite the article instead, which is in your bibliography as “{held[0]}”."
        message = f"The work “{key}” is a preprint that has been published since."
        yield "published-preprint", message, advice


def _unknown(fate: Fate, key: str, library: Library) -> Iterator[Told]:
    if fate.unknown:
        message = f"No registry knows the DOI of the work “{key}”, {library.csl(key)['DOI']}."
        yield "unknown-doi", message, "Copy it anew from the page of the article."


def _when(notice: Notice) -> str:
    """Return when a notice was published, as it stands in a sentence."""
    if not notice.date:
        return ""
    return f" on {notice.date}" if len(notice.date) == len("2019-04-17") else f" in {notice.date}"
