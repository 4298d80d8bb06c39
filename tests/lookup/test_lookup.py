"""Looking works up at registries that behave well."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Self
from urllib.parse import parse_qs, urlsplit

import pytest

from mkdocs_evidence.cache import Cache
from mkdocs_evidence.lookup import Lookup, UnknownWork
from mkdocs_evidence.notices import Fate, Notice
from tests.lookup.server import Registries
from tests.lookup.works import article, update

pytestmark = pytest.mark.usefixtures("registries")


def kinds(fate: Fate) -> list[tuple[str, str | None, str | None]]:
    return [(each.kind, each.notice, each.date) for each in fate.notices]


def test_a_doi_gives_the_work(registries: Registries) -> None:
    work = Lookup().by_doi("10.1093/scan/nsx091")
    assert work.item == {
        "type": "article-journal",
        "title": "Relationship status and perceived support in the social regulation of neural "
        "responses to threat",
        "author": [
            {"family": "Coan", "given": "James A"},
            {"family": "Beckes", "given": "Lane"},
            {"family": "Gonzalez", "given": "Marlen Z"},
            {"family": "Maresh", "given": "Erin L"},
            {"family": "Brown", "given": "Casey L"},
            {"family": "Hasselmo", "given": "Karen"},
        ],
        "issued": {"date-parts": [[2017, 10, 1]]},
        "container-title": "Social Cognitive and Affective Neuroscience",
        "volume": "12",
        "issue": "10",
        "page": "1574-1583",
        "publisher": "Oxford University Press (OUP)",
        "DOI": "10.1093/scan/nsx091",
    }
    assert work.fate == Fate()
    assert registries.asked == ["/crossref/works/10.1093/scan/nsx091"]


def test_licence_funders_and_registration_come_along() -> None:
    work = Lookup().by_doi("10.5555/trial.1")
    assert work.item["title"] == "AN INVENTED TRIAL OF <i>WALKING</i> & TALKING: Twelve weeks"
    assert (work.item["page"], work.item["number"]) == ("e12", "e12")
    assert work.licence == "CC BY 4.0"
    assert work.funders == ["The Invented Fund"]
    assert work.registrations == ["ISRCTN00000000"]


def test_what_crossref_does_not_know_is_asked_of_datacite() -> None:
    work = Lookup().by_doi("10.5555/data.1")
    assert work.item == {
        "type": "dataset",
        "title": "Invented answers: Wave 2",
        "author": [{"family": "Exemplo", "given": "Ana"}, {"literal": "The Invented Group"}],
        "issued": {"date-parts": [[2022, 2, 3]]},
        "publisher": "Invented Archive",
        "DOI": "10.5555/data.1",
        "language": "en",
    }
    assert (work.licence, work.funders) == ("CC0 1.0", ["The Invented Fund"])


def test_a_doi_that_nobody_knows_is_unknown(registries: Registries) -> None:
    with pytest.raises(UnknownWork, match=r"^No registry knows the DOI 10\.5555/none\.$") as failed:
        Lookup().by_doi("10.5555/none")
    assert not failed.value.resolves
    assert [path.split("/")[1] for path in registries.asked] == ["crossref", "datacite", "doi"]


def test_a_doi_of_another_agency_exists() -> None:
    with pytest.raises(UnknownWork, match="exists, but neither Crossref nor DataCite") as failed:
        Lookup().by_doi("10.5555/elsewhere.1")
    assert failed.value.resolves


@pytest.mark.parametrize(
    ("pmid", "doi"), [("28985422", "10.1093/scan/nsx091"), ("30000001", "10.5555/trial.1")]
)
def test_a_number_of_pubmed_gives_the_work(pmid: str, doi: str) -> None:
    item = Lookup().by_pmid(pmid).item
    assert (item["DOI"], item["PMID"]) == (doi, pmid)


@pytest.mark.parametrize(
    ("pmid", "message"),
    [
        ("39999999", "PubMed has no article with the number 39999999."),
        ("30000002", "PubMed gives no DOI for the article with the number 30000002."),
    ],
)
def test_a_number_that_leads_to_no_doi_is_unknown(pmid: str, message: str) -> None:
    with pytest.raises(UnknownWork) as failed:
        Lookup().by_pmid(pmid)
    assert str(failed.value) == message


def test_a_title_gives_five_works_at_most_the_likeliest_first() -> None:
    works = Lookup().by_title("relationship status and perceived support")
    assert works[0].item["DOI"] == "10.1093/scan/nsx091"
    assert len(works) == 5


def test_a_retracted_work_has_one_notice_though_two_tell_of_it() -> None:
    fate = Lookup().by_doi("10.1371/journal.pone.0124344").fate
    [notice] = fate.notices
    assert notice == Notice(
        kind="retraction",
        date="2019",
        notice="10.1371/journal.pone.0215608",
        source="publisher",
    )


def test_a_notice_says_what_it_is_about() -> None:
    work = Lookup().by_doi("10.1371/journal.pone.0215608")
    assert work.item["author"] == [{"literal": "The PLOS ONE Editors"}]
    assert {doi: kinds(Fate(notices=list(each))) for doi, each in work.notices.items()} == {
        "10.1371/journal.pone.0124344": [("retraction", "10.1371/journal.pone.0215608", "2019")]
    }


def test_the_gravest_notice_comes_first() -> None:
    assert kinds(Lookup().by_doi("10.5555/concern.1").fate) == [
        ("concern", "10.5555/notice.1", "2021-05-04"),
        ("correction", "10.5555/notice.2", "2020-11-30"),
    ]


@pytest.mark.parametrize("doi", ["10.5555/preprint.1", "10.5556/preprint.2"])
def test_a_preprint_says_what_came_of_it(doi: str) -> None:
    work = Lookup().by_doi(doi)
    assert work.fate.published == "10.5555/article.2"
    assert (work.item["type"], work.item["genre"]) == ("article", "Preprint")


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("withdrawal", "retraction"),
        ("removal", "retraction"),
        ("partial_retraction", "retraction"),
        ("Expression of concern", "concern"),
        ("corrigendum", "correction"),
        ("erratum", "correction"),
        ("addendum", "correction"),
        ("clarification", "correction"),
    ],
)
def test_each_type_of_update_is_of_a_kind(registries: Registries, kind: str, told: str) -> None:
    record = update(kind, "10.5555/notice.1", "publisher", 2020)
    registries.crossref["10.5555/a"] = article("10.5555/a", "A", **{"updated-by": [record]})
    assert kinds(Lookup().by_doi("10.5555/a").fate) == [(told, "10.5555/notice.1", "2020")]


@pytest.mark.parametrize("kind", ["new_version", "new_edition", "unheard-of"])
def test_a_new_version_is_no_notice(registries: Registries, kind: str) -> None:
    record = update(kind, "10.5555/b", "publisher", 2020)
    registries.crossref["10.5555/a"] = article("10.5555/a", "A", **{"updated-by": [record]})
    assert Lookup().by_doi("10.5555/a").fate == Fate()


@pytest.mark.parametrize(("year", "left"), [(2022, []), (2020, ["retraction"])])
def test_a_later_reinstatement_takes_a_retraction_back(
    registries: Registries, year: int, left: list[str]
) -> None:
    records = [
        update("retraction", "10.5555/notice.1", "retraction-watch", 2021, 3, 1),
        update("reinstatement", "10.5555/notice.3", "retraction-watch", year, 3, 1),
    ]
    registries.crossref["10.5555/a"] = article("10.5555/a", "A", **{"updated-by": records})
    fate = Lookup().by_doi("10.5555/a").fate
    assert [notice.kind for notice in fate.notices] == left


def test_a_work_that_is_its_own_notice_names_no_other(registries: Registries) -> None:
    record = update("correction", "10.5555/A", "publisher", 2020)
    registries.crossref["10.5555/a"] = article("10.5555/a", "A", **{"updated-by": [record]})
    assert kinds(Lookup().by_doi("10.5555/a").fate) == [("correction", None, "2020")]


def test_registries_are_told_whom_they_can_write_to(registries: Registries) -> None:
    Lookup("ana@example.org").by_pmid("30000001")
    converter, summary, work = (parse_qs(urlsplit(each).query) for each in registries.asked)
    assert converter["email"] == summary["email"] == work["mailto"] == ["ana@example.org"]
    assert converter["tool"] == summary["tool"] == ["mkdocs-evidence"]
    assert all(
        agent.startswith("mkdocs-evidence/") and "(mailto:ana@example.org)" in agent
        for agent in registries.agents
    )


@pytest.mark.parametrize("contact", ["", "nobody", "a@b\r\nX-Evil: 1", "ü@example.org"])
def test_what_is_no_address_is_not_told(registries: Registries, contact: str) -> None:
    Lookup(contact).by_doi("10.1093/scan/nsx091")
    assert "mailto" not in registries.asked[0]
    assert "mailto" not in registries.agents[0]


def test_passwords_of_this_computer_stay_here(
    registries: Registries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("default login ana password secret\n", "utf-8")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    Lookup().by_doi("10.1093/scan/nsx091")
    assert registries.passwords == [None]


def test_signs_in_a_doi_are_written_so_that_they_arrive(registries: Registries) -> None:
    doi = "10.1002/(sici)1097-4679(199806)54:4<389::aid-x>3.0.co;2-#"
    registries.crossref[doi] = article(doi, "An old article")
    assert Lookup().by_doi(doi).item["DOI"] == doi


def test_an_answer_is_kept_for_the_day(registries: Registries, tmp_path: Path) -> None:
    first = Lookup(cache=Cache(tmp_path)).by_doi("10.5555/data.1")
    asked = list(registries.asked)
    assert Lookup(cache=Cache(tmp_path)).by_doi("10.5555/data.1") == first
    assert registries.asked == asked


def test_the_answer_of_another_day_makes_way(
    registries: Registries, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Yesterday(date):
        @classmethod
        def today(cls) -> Self:
            return cls.fromordinal(date.today().toordinal() - 1)

    with monkeypatch.context() as earlier:
        earlier.setattr("mkdocs_evidence.lookup.client.date", Yesterday)
        Lookup(cache=Cache(tmp_path)).by_doi("10.5555/data.1")
    asked, kept = list(registries.asked), sorted(tmp_path.rglob("*.json"))
    Lookup(cache=Cache(tmp_path)).by_doi("10.5555/data.1")
    assert registries.asked == [*asked, *asked]
    assert sorted(tmp_path.rglob("*.json")) == kept
