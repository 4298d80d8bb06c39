"""The addresses of pages as seen from each other."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.synthesis.addresses import relative_url

SITE = "https://example.org/site/"
NAMES = st.lists(st.sampled_from(["a", "works", "b.c", "été", "x%20y"]), max_size=4).map("/".join)
URLS = st.one_of(
    NAMES.map(lambda name: name and f"{name}/"), NAMES.map(lambda name: f"{name}.html")
)


@pytest.mark.parametrize(
    ("url", "base", "relative"),
    [
        ("works/ek/", "about/", "../works/ek/"),
        ("works/ek.html", "about.html", "works/ek.html"),
        ("works/ek/", "", "works/ek/"),
        ("", "works/ek/", "../.."),
        ("about/", "about/", "./"),
        ("a/c/", "a/b/", "../c/"),
    ],
)
def test_an_address_is_as_short_as_can_be(url: str, base: str, relative: str) -> None:
    assert relative_url(url, base) == relative


@given(URLS, URLS)
def test_a_link_leads_to_its_page(url: str, base: str) -> None:
    found = urljoin(SITE + base, relative_url(url, base))
    assert found.rstrip("/") == (SITE + url).rstrip("/")
