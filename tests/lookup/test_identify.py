"""What an author means: a DOI, a number of PubMed, or a title."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.lookup import Doi, Pmid, Title, identify

COBRA = "10.1016/S0140-6736(16)31140-0"
GOTINK = "10.1371/journal.pone.0124344"


@pytest.mark.parametrize(
    ("written", "doi"),
    [
        ("10.1093/scan/nsx091", "10.1093/scan/nsx091"),
        ("  DOI:10.1093/SCAN/nsx091.  ", "10.1093/SCAN/nsx091"),
        ("doi: 10.1093/scan/nsx091", "10.1093/scan/nsx091"),
        ("https://doi.org/10.1093/scan/nsx091", "10.1093/scan/nsx091"),
        ("http://dx.doi.org/10.1093/scan/nsx091/", "10.1093/scan/nsx091"),
        ("https://doi.org/10.1037%2F0022-006X.75.6.842", "10.1037/0022-006X.75.6.842"),
        (f"<https://doi.org/{COBRA}>,", COBRA),
        (f"({COBRA})", COBRA),
        (f"Richards et al. (2016), doi:{COBRA}; see also the protocol", COBRA),
        (f"“{GOTINK}”", GOTINK),
        (f"https://journals.plos.org/plosone/article?id={GOTINK}", GOTINK),
        (
            f"https://journals.plos.org/plosone/article/file?id={GOTINK}&type=printable",
            GOTINK,
        ),
        ("https://onlinelibrary.wiley.com/doi/full/10.1002/a.b3/full?x=1#y", "10.1002/a.b3"),
        ("https://journals.sagepub.com/doi/abs/10.1177/174569161", "10.1177/174569161"),
        ("www.frontiersin.org/articles/10.3389/fpsyg.2014.00001/full", "10.3389/fpsyg.2014.00001"),
        ("https://link.springer.com/content/pdf/10.1007/s11126-008-9068-0.pdf",
         "10.1007/s11126-008-9068-0"),
        ("https://www.medrxiv.org/content/10.1101/2023.11.20.23298686v1.full-text",
         "10.1101/2023.11.20.23298686"),
        ("https://www.medrxiv.org/content/10.1101/2023.11.20.23298686v2",
         "10.1101/2023.11.20.23298686"),
        ("10.1002/(SICI)1097-4679(199806)54:4<389::AID-X>3.0.CO;2-#",
         "10.1002/(SICI)1097-4679(199806)54:4<389::AID-X>3.0.CO;2-#"),
        ("10.1000.10/123", "10.1000.10/123"),
    ],
)  # fmt: skip
def test_a_doi_is_known_in_any_form(written: str, doi: str) -> None:
    assert identify(written) == Doi(doi)


@pytest.mark.parametrize(
    "written",
    [
        "28985422",
        "PMID: 28985422",
        "pmid 28985422.",
        "https://pubmed.ncbi.nlm.nih.gov/28985422/",
        "https://www.ncbi.nlm.nih.gov/pubmed/28985422?dopt=Abstract",
        "pubmed.ncbi.nlm.nih.gov/28985422",
        "0028985422",
    ],
)
def test_a_number_of_pubmed_is_known_in_any_form(written: str) -> None:
    assert identify(written) == Pmid("28985422")


@pytest.mark.parametrize(
    "written",
    [
        "Lending a hand",
        "123456789",
        "0",
        "10.1/x",
        "10.1000/",
        "2810.1093/x",
        "https://example.org/28985422",
        "²³",
        "",
    ],
)
def test_all_else_is_a_title(written: str) -> None:
    assert identify(written) == Title(written)


def test_blanks_in_a_title_are_made_one() -> None:
    assert identify(" Lending\n a   hand ") == Title("Lending a hand")


SUFFIX = st.from_regex(r"[A-Za-z0-9._()/:;<>\-]{0,20}[A-Za-z0-9]", fullmatch=True)
DOIS = st.builds("10.{}/{}".format, st.integers(1000, 999_999_999), SUFFIX)


@given(
    DOIS.filter(lambda doi: "%2f" not in doi.lower()),
    st.sampled_from(["{}", "doi:{}", "DOI {}", "https://doi.org/{}", "http://dx.doi.org/{}."]),
)
def test_every_doi_is_found_in_every_form(doi: str, form: str) -> None:
    assert identify(form.format(doi)) == Doi(doi)
    assert identify(f"https://doi.org/{quote(doi, safe='')}") == Doi(doi)


@given(st.text())
def test_any_text_means_something(text: str) -> None:
    meant = identify(text)
    assert identify(meant.value) == meant
