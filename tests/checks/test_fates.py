"""What authors are told of works that were retracted or doubted, or that nobody knows."""

from __future__ import annotations

from pathlib import Path

from mkdocs_evidence.checks import check_fates
from mkdocs_evidence.notices import Fate, Notice, Notices
from tests.watched import BIB, BY_PUBLISHER, GOTINK, entry, library


def problems(folder: Path, fate: Fate, doi: str = GOTINK) -> list[str]:
    works = library(folder)
    return [str(each) for each in check_fates(works, Notices(works={doi: fate}), folder)]


def test_a_retracted_work_is_told_where_its_entry_stands(tmp_path: Path) -> None:
    also = Notice(kind="correction", source="publisher")
    assert problems(tmp_path, Fate(notices=[BY_PUBLISHER, also])) == [
        "all.bib:1:10: The work “gotink2015” was retracted in 2019, as its publisher says. "
        "[retracted-work]\n"
        "    @article{gotink2015,\n"
        "             ^^^^^^^^^^\n"
        "    Read the notice, https://doi.org/10.1371/journal.pone.0215608, and say in your posts "
        "that it was retracted, or do without it."
    ]


def test_doubts_and_corrections_are_told_each(tmp_path: Path) -> None:
    concern = Notice(kind="concern", date="2021-05-04", source="retraction-watch")
    correction = Notice(kind="correction", date="2020-11", notice="10.5555/notice.2")
    told = problems(tmp_path, Fate(notices=[concern, correction]))
    assert [each.splitlines()[0].partition(": ")[2] for each in told] == [
        "An expression of concern about the work “gotink2015” was published on 2021-05-04, as "
        "Retraction Watch says. [doubtful-work]",
        "The work “gotink2015” was corrected in 2020-11, as your file of notices says. "
        "[corrected-work]",
    ]
    assert told[0].splitlines()[-1].strip() == (
        "Read https://doi.org/10.1371/journal.pone.0124344, and say in your posts what is in doubt."
    )


def test_a_published_preprint_names_the_article(tmp_path: Path) -> None:
    fate = Fate(published="10.5555/article.2")
    [told] = problems(tmp_path, fate, "10.5555/preprint.1")
    assert "“exemplo2020preprint” is a preprint that has been published since." in told
    assert "Look at the article, https://doi.org/10.5555/article.2, and cite it instead." in told


def test_a_published_preprint_names_the_entry_of_the_article(tmp_path: Path) -> None:
    works = library(tmp_path, BIB + entry("exemplo2021", "10.5555/ARTICLE.2"))
    notices = Notices(works={"10.5555/preprint.1": Fate(published="10.5555/article.2")})
    [told] = check_fates(works, notices, tmp_path)
    assert told.advice == (
        "Cite the article instead, which is in your bibliography as “exemplo2021”."
    )


def test_an_unknown_doi_is_an_error_and_the_rest_are_warnings(tmp_path: Path) -> None:
    notices = Notices(
        works={
            GOTINK: Fate(notices=[BY_PUBLISHER]),
            "10.5555/none": Fate(unknown=True),
        }
    )
    found = check_fates(library(tmp_path), notices, tmp_path)
    assert [(each.rule, each.level) for each in found] == [
        ("retracted-work", "warning"),
        ("unknown-doi", "error"),
    ]


def test_a_notice_on_a_work_that_is_not_in_the_bibliography_is_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, Fate(unknown=True), "10.5555/not-cited") == []


def test_an_unknown_doi_is_shown_as_it_is_written(tmp_path: Path) -> None:
    [told] = problems(tmp_path, Fate(unknown=True))
    assert told.startswith(
        "all.bib:1:10: No registry knows the DOI of the work “gotink2015”, "
        "10.1371/JOURNAL.pone.0124344. [unknown-doi]"
    )
