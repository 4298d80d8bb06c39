"""Watching what became of the works of a bibliography."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from mkdocs_evidence.authoring.watch import Answers, ask, with_answers
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.lookup import Limits, Lookup
from mkdocs_evidence.notices import Fate, Notice, Notices
from tests.lookup.server import Registries, silent, status
from tests.watched import BIB, BY_AUTHOR, BY_PUBLISHER, GOTINK, entry, library

TODAY = date(2026, 3, 2)
AT_ONCE = Limits(tries=0)
IMPATIENT = Limits(read=0.1, tries=0)


def asked(works: Library, limits: Limits = AT_ONCE) -> Answers:
    return ask(works, Lookup(limits=limits), lambda _done, _all: None)


def refreshed(works: Library, known: Notices | None = None) -> Notices:
    return with_answers(known or Notices(), asked(works), TODAY)


@pytest.mark.usefixtures("registries")
def test_what_there_is_to_say_of_works_is_noted(tmp_path: Path) -> None:
    assert refreshed(library(tmp_path)) == Notices(
        checked=TODAY,
        works={
            GOTINK: Fate(notices=[BY_PUBLISHER]),
            "10.5555/none": Fate(unknown=True),
            "10.5555/preprint.1": Fate(published="10.5555/article.2"),
        },
    )


@pytest.mark.usefixtures("registries")
def test_asking_again_changes_nothing_but_the_day(tmp_path: Path) -> None:
    first = refreshed(library(tmp_path))
    earlier = first.model_copy(update={"checked": date(2025, 1, 1)})
    assert refreshed(library(tmp_path), earlier) == first


@pytest.mark.usefixtures("registries")
def test_progress_is_told_work_by_work(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    works = library(tmp_path)
    ask(works, Lookup(), lambda done, all_: told.append((done, all_)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


@pytest.mark.usefixtures("registries")
def test_a_notice_in_the_bibliography_tells_of_its_work_in_any_letters(
    tmp_path: Path, registries: Registries
) -> None:
    del registries.crossref[GOTINK]["updated-by"]
    notice = registries.crossref["10.1371/journal.pone.0215608"]
    notice["update-to"][0]["DOI"] = GOTINK.upper()
    text = BIB + entry("plos2019", "10.1371/journal.pone.0215608")
    fate = refreshed(library(tmp_path, text)).of(GOTINK)
    assert fate.retraction == BY_PUBLISHER


@pytest.mark.usefixtures("registries")
def test_a_notice_about_a_work_that_is_not_cited_is_no_matter(tmp_path: Path) -> None:
    text = entry("plos2019", "10.1371/journal.pone.0215608")
    assert refreshed(library(tmp_path, text)).works == {}


@pytest.mark.usefixtures("registries")
def test_what_the_author_wrote_stays_as_it_is(tmp_path: Path) -> None:
    own = Notice(kind="correction", date="2016", notice="10.5555/own")
    known = Notices(
        works={
            GOTINK: Fate(notices=[BY_AUTHOR, own]),
            "10.5555/not-cited": Fate(notices=[own]),
            "10.5555/preprint.1": Fate(published="10.5555/by-hand"),
        }
    )
    notices = refreshed(library(tmp_path), known)
    assert notices.of(GOTINK).notices == [BY_AUTHOR, own]
    assert notices.of("10.5555/not-cited").notices == [own]


@pytest.mark.usefixtures("registries")
def test_what_registries_take_back_goes(tmp_path: Path) -> None:
    gone = Notice(kind="concern", notice="10.5555/gone", source="retraction-watch")
    known = Notices(works={GOTINK: Fate(notices=[gone], unknown=True)})
    assert refreshed(library(tmp_path), known).of(GOTINK) == Fate(notices=[BY_PUBLISHER])


@pytest.mark.usefixtures("registries")
def test_what_is_known_of_works_that_are_gone_from_the_bibliography_goes(tmp_path: Path) -> None:
    known = Notices(works={"10.5555/old": Fate(notices=[BY_PUBLISHER], unknown=True)})
    assert "10.5555/old" not in refreshed(library(tmp_path), known).works


@pytest.mark.usefixtures("registries")
def test_a_registry_that_knows_no_work_takes_nothing_back(tmp_path: Path) -> None:
    known = Notices(works={"10.5555/none": Fate(notices=[BY_PUBLISHER])})
    assert refreshed(library(tmp_path), known).of("10.5555/none") == Fate(
        notices=[BY_PUBLISHER], unknown=True
    )


def test_a_work_that_is_not_reached_keeps_what_was_known(
    tmp_path: Path, registries: Registries
) -> None:
    registries.coming = [status(503)]
    known = Notices(works={GOTINK: Fate(notices=[BY_PUBLISHER])})
    answers = asked(library(tmp_path))
    assert answers.unreached == [GOTINK]
    assert answers.reasons == ["127.0.0.1 answers with an error (503)."]
    notices = with_answers(known, answers, TODAY)
    assert notices.of(GOTINK) == known.of(GOTINK)
    assert notices.checked == TODAY


def test_without_a_network_it_ends_soon_and_changes_nothing(
    tmp_path: Path, registries: Registries
) -> None:
    registries.answer = silent
    known = Notices(checked=date(2026, 1, 1), works={GOTINK: Fate(notices=[BY_PUBLISHER])})
    text = "".join(entry(f"work{number}", f"10.5555/{number}") for number in range(50))
    answers = asked(library(tmp_path, BIB + text), IMPATIENT)
    assert with_answers(known, answers, TODAY) == known
    assert len(answers.unreached) == 54
    assert len(registries.asked) <= 6
    assert answers.reasons == [
        "127.0.0.1 does not answer in time.",
        "127.0.0.1 is not asked any more; it has failed too often.",
    ]
