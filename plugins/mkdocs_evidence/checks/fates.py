"""What became of the works of a bibliography, told where their entries stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from mkdocs_evidence.bibliography import Library, at_key, doi_address
from mkdocs_evidence.notices import Fate, Notice, NoticeKind, Notices, NoticeSource
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.rules import RuleId
from mkdocs_evidence.sources import Source, read_source

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


def check_fates(library: Library, notices: Notices, root: Path) -> list[Problem]:
    """Return what became of the works of a library, each where its entry stands.

    Args:
        library: The works.
        notices: What became of them.
        root: The folder from which the files of the library are named.

    Raises:
        OSError: A file of the library cannot be read.
    """
    keys = library.keys_by_doi()
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
