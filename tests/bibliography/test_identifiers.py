"""DOI, address, and the numbers of archives."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_evidence.bibliography.identifiers import doi_in
from tests.bibliography.items import item


@pytest.mark.parametrize(
    "doi",
    [
        "10.1000/x.1", "https://doi.org/10.1000/x.1", "http://dx.doi.org/10.1000/x.1",
        "doi:10.1000/x.1", "DOI: 10.1000/x.1", "doi.org/10.1000/x.1", r"10.1000/x{.}1",
        "https://doi.org/10.1000%2Fx.1",
    ],
)  # fmt: skip
def test_any_spelling_of_a_doi(doi: str) -> None:
    assert item(f"doi = {{{doi}}}")["DOI"] == "10.1000/x.1"


@pytest.mark.parametrize(
    "doi",
    [
        "10.1002/(SICI)1097-4679(199806)54:4<389::AID-X>3.0.CO;2-#",
        "10.1000.10/123",
    ],
)
def test_a_doi_with_unusual_signs_is_whole(doi: str) -> None:
    assert item(f"doi = {{{doi}}}")["DOI"] == doi
    assert item(f"doi = {{{doi}; accessed later}}")["DOI"] == doi


@given(st.lists(st.sampled_from(["10.1000/", "doi:", "doi", "%", "2f", "25", "20", " ", ";", "x"])))
@example(["%2f", "x", "%", "25", "2f", "%", "25", "20"])
def test_there_is_a_doi_in_every_doi(parts: list[str]) -> None:
    doi = doi_in("10.1000/" + "".join(parts))
    assert bool(doi) == bool(doi_in(doi))


def test_blanks_behind_the_word_doi_take_no_time() -> None:
    assert doi_in(f"doi{' ' * 1_000_000}none") == ""


def test_a_doi_given_as_the_address_is_the_doi() -> None:
    found = item(r"url = {https://doi.org/10.1000/a\_b}")
    assert (found["DOI"], "URL" in found) == ("10.1000/a_b", False)
    found = item("doi = {10.1000/A}, url = {http://dx.doi.org/10.1000/a}")
    assert (found["DOI"], "URL" in found) == ("10.1000/A", False)
    found = item("doi = {10.1000/a}, url = {https://example.org}")
    assert (found["DOI"], found["URL"]) == ("10.1000/a", "https://example.org")


def test_what_is_no_doi_is_left_out() -> None:
    assert "DOI" not in item("doi = {none}")


def test_an_address_that_is_not_of_the_web_is_left_out() -> None:
    assert "URL" not in item("url = {javascript:alert(1)}")
    assert item("url = {https://example.org/~a_b?c=1}")["URL"] == "https://example.org/~a_b?c=1"
    assert item("url = {www.example.org/a}")["URL"] == "https://www.example.org/a"
    assert item(r"url = {https://a.example/\~{}b}")["URL"] == "https://a.example/~b"


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ("eprint = {arXiv:2002.07764v2}", "https://arxiv.org/abs/2002.07764v2"),
        ("eprint = {123}, eprinttype = {pubmed}", "https://www.ncbi.nlm.nih.gov/pubmed/123"),
        ("eprint = {123}, eprinttype = {jstor}", "https://www.jstor.org/stable/123"),
        ("eprint = {123}, eprinttype = {unknown}", None),
        ("eprint = {2002.07764}, doi = {10.1000/a}", None),
    ],
)
def test_the_number_in_an_archive_becomes_an_address(fields: str, url: str | None) -> None:
    assert item(fields, "misc").get("URL") == url
