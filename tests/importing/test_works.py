"""The works that a post mentions."""

from __future__ import annotations

import pytest

from mkdocs_evidence.importing.recognising import Part, Recognised
from mkdocs_evidence.importing.works import Mentioned, WorkFinder, mentions
from mkdocs_evidence.lookup import Doi, Limits, Lookup, Pmid, Unreachable, Work
from tests.lookup.server import Registries

COAN = "10.1093/scan/nsx091"
ITEMS = {
    "fox2019night": {
        "title": "A <i>night</i> of quiet sleep",
        "issued": {"date-parts": [[2019]]},
        "DOI": "10.5555/night",
    },
    "day2001": {"title": "Dreams", "issued": {"date-parts": [[2001]]}, "PMID": "77"},
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://doi.org/10.1093/scan/nsx091.", [Doi(COAN)]),
        ("([10.1093/scan/nsx091](https://doi.org/10.1093/SCAN/nsx091))", [Doi(COAN)]),
        ("doi:10.1016/S0140-6736(16)31140-0).", [Doi("10.1016/S0140-6736(16)31140-0")]),
        ("**10.1000/abc\\_def**, and", [Doi("10.1000/abc_def")]),
        ("<https://doi.org/10.1000/abc>", [Doi("10.1000/abc")]),
        ("https://www.tandfonline.com/doi/full/10.1080/1234.5?x=1", [Doi("10.1080/1234.5")]),
        ("[here](https://pubmed.ncbi.nlm.nih.gov/28985422/).", [Pmid("28985422")]),
        ("(PMID: 28985422; 3 pages)", [Pmid("28985422")]),
        ("Version 10.2 of 2019/20, call 28985422, https://example.org/a", []),
    ],
)
def test_works_are_found_however_they_are_named(text: str, found: list[Doi | Pmid]) -> None:
    assert mentions(text) == found


def finder(lookup: Lookup | None = None) -> WorkFinder:
    return WorkFinder(ITEMS, ITEMS, lookup)


def test_works_in_the_bibliography_are_found_without_asking() -> None:
    post = Recognised(
        discussed="Discussion of Fox (2019), *A night of quiet sleep*",
        lead="See PMID 77 and doi:10.5555/NIGHT.",
        references=["Fox (2019). A night of quiet sleep.", "Day. Dreams. PMID 77"],
    )
    assert finder().works_of(post) == Mentioned("fox2019night", ["day2001"], {}, "", True)


@pytest.mark.parametrize(
    "line", ["Discussion of A night of quiet sleep", "Discussion of Fox (2019)", "Dreams (2001)"]
)
def test_a_line_that_could_mean_another_work_names_none(line: str) -> None:
    assert finder().works_of(Recognised(discussed=line)).article == ""


def test_a_work_is_looked_up_once_and_gets_a_key(registries: Registries) -> None:
    found = finder(Lookup())
    post = Recognised(discussed=f"Discussion of doi:{COAN}", sections={"study": Part(COAN)})
    mentioned = found.works_of(post)
    asked = len(registries.asked)
    assert found.works_of(post) == mentioned
    assert mentioned == Mentioned("coan2017relationship", [], {}, COAN)
    assert found.added["coan2017relationship"].item["DOI"] == COAN
    assert len(registries.asked) == asked


def test_an_unknown_work_is_told_and_the_next_one_found(registries: Registries) -> None:
    found = finder(Lookup())
    mentioned = found.works_of(Recognised(lead=f"10.5555/nowhere and {COAN}"))
    assert registries.asked
    assert mentioned.works == ["coan2017relationship"]
    assert mentioned.missing == {"10.5555/nowhere": "No registry knows the DOI 10.5555/nowhere."}
    assert found.stopped == ""


class Shaky(Lookup):
    """Asks the registries, which cannot be reached for some works."""

    def by_doi(self, doi: str) -> Work:
        if "down" in doi:
            raise Unreachable("Nobody answers.")
        return super().by_doi(doi)


@pytest.mark.usefixtures("registries")
def test_once_registries_have_answered_they_are_asked_until_the_third_failure_in_a_row() -> None:
    found = finder(Shaky())
    found.works_of(Recognised(lead=f"{COAN} 10.5555/down1 10.5555/down2 10.5555/nowhere"))
    found.works_of(Recognised(lead="10.5555/down3 and 10.5555/down4"))
    assert found.stopped == ""
    found.works_of(Recognised(lead="10.5555/down5"))
    assert found.stopped == "Nobody answers."


def test_without_the_network_nothing_more_is_asked(
    registries: Registries, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVIDENCE_CROSSREF", "http://127.0.0.1:9")
    found = finder(Lookup(limits=Limits(connect=1, tries=0)))
    mentioned = found.works_of(Recognised(lead=f"{COAN} and 10.5555/other"))
    assert list(mentioned.missing) == [COAN, "10.5555/other"]
    assert len(set(mentioned.missing.values())) == 1
    assert "internet" in found.stopped
    assert registries.asked == []
