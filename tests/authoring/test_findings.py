"""What an author is told of a work before writing about it."""

from __future__ import annotations

import datetime

import pytest

from mkdocs_evidence.authoring.findings import findings
from mkdocs_evidence.bibliography.mapping import CslItem
from mkdocs_evidence.notices import Fate, Notice

TODAY = datetime.date(2026, 2, 10)
WHOLE: CslItem = {
    "type": "article-journal",
    "title": "Dreams of sleep",
    "author": [{"family": "Day", "given": "Ana"}],
    "container-title": "Sleep",
    "issued": {"date-parts": [[2020, 1]]},
    "page": "1-9",
    "DOI": "10.5555/one",
}


def test_of_a_whole_work_nothing_is_told() -> None:
    assert findings(WHOLE, Fate(), TODAY) == []


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("author", "It has no authors."),
        ("issued", "It has no year."),
        ("DOI", "It has no DOI, so what became of it cannot be checked."),
        ("container-title", "The name of the journal is missing."),
        ("page", "It has no page numbers, nor a number instead; they may not be known yet."),
    ],
)
def test_what_is_missing(name: str, told: str) -> None:
    assert findings({k: v for k, v in WHOLE.items() if k != name}, Fate(), TODAY) == [told]


def test_a_book_needs_no_journal_and_no_pages() -> None:
    book = {"type": "book"} | {k: WHOLE[k] for k in ("title", "author", "issued", "DOI")}
    assert findings(book, Fate(), TODAY) == []


def test_a_number_stands_for_pages() -> None:
    item = {k: v for k, v in WHOLE.items() if k != "page"} | {"number": "e123"}
    assert findings(item, Fate(), TODAY) == []


def test_a_title_all_in_capitals() -> None:
    (told,) = findings(WHOLE | {"title": "DREAMS OF <i>SLEEP</i>"}, Fate(), TODAY)
    assert told.startswith("The title is all in capitals.")
    assert told.endswith("such as: Dreams of sleep")
    assert findings(WHOLE | {"title": "COVID-19"}, Fate(), TODAY) == []


def test_a_title_in_capitals_may_have_a_subtitle() -> None:
    (told,) = findings(WHOLE | {"title": "DREAMS OF SLEEP: A trial in Brazil"}, Fate(), TODAY)
    assert told.endswith("such as: Dreams of sleep: A trial in Brazil")
    assert findings(WHOLE | {"title": "CBT: A trial"}, Fate(), TODAY) == []


def test_a_year_that_has_not_come() -> None:
    item = WHOLE | {"issued": {"date-parts": [[2027]]}}
    assert findings(item, Fate(), TODAY) == [
        "The year 2027 has not come yet. Look whether it is right."
    ]


@pytest.mark.parametrize(
    ("notice", "told"),
    [
        (Notice(kind="retraction", date="2019-04-17", notice="10.5555/r"),
         "It was retracted (2019-04-17): its publisher no longer stands by it. Say so, or choose "
         "another article. See https://doi.org/10.5555/r"),
        (Notice(kind="concern"),
         "Its publisher has expressed concern about it. Read why before you rely on it."),
        (Notice(kind="correction", date="2020"),
         "It was corrected (2020). Look whether that changes what you write."),
    ],
)  # fmt: skip
def test_what_became_of_it_comes_first(notice: Notice, told: str) -> None:
    item = {k: v for k, v in WHOLE.items() if k != "page"}
    assert findings(item, Fate(notices=[notice]), TODAY)[0] == told


def test_a_preprint_that_was_published() -> None:
    (told,) = findings(WHOLE, Fate(published="10.5555/article"), TODAY)
    assert told.endswith("evidence new 10.5555/article")


def test_what_is_to_be_called_means_nothing_else_to_a_shell() -> None:
    (told,) = findings(WHOLE, Fate(published="10.5555/a(20)00$(b)"), TODAY)
    assert told.endswith("evidence new '10.5555/a(20)00$(b)'")


def test_the_address_of_a_notice_is_whole() -> None:
    told = findings(WHOLE, Fate(notices=[Notice(kind="concern", notice="10.5555/<a>")]), TODAY)
    assert told[0].endswith(" See https://doi.org/10.5555/%3Ca%3E")
