"""The pages of works, and their addresses."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.synthesis import PageMention, PostMention, WorkPage, work_page, work_slugs
from tests.hosts.site import one, parsed, said

ENGLISH = catalogue("en")
DAY = datetime.date(2026, 3, 2)


def page(**fields: object) -> WorkPage:
    usual: dict[str, object] = {
        "title": "Coan & <Co> (2017)",
        "anchor": "ref-coan",
        "reference": "Coan. <i>Hands</i>.",
        "menu": "",
        "link": "",
        "discussed": [],
        "cited": [],
    }
    return WorkPage(**(usual | fields))  # type: ignore[arg-type]  # fields of any type


def test_a_page_shows_the_work() -> None:
    found = parsed(work_page(page(link="https://doi.org/10.1/x"), ENGLISH))
    assert said(one(found, ".//h1")) == "Coan & <Co> (2017)"
    assert said(one(found, ".//li[@id='ref-coan']")) == "Coan. Hands."
    assert one(found, ".//a").get("href") == "https://doi.org/10.1/x"
    assert not found.xpath(".//h2")


def test_a_page_says_who_discusses_and_cites_the_work() -> None:
    discussed = [
        PostMention("../a/", "A & <b>", DAY, "What & <why>."),
        PostMention("../c/", "C", DAY, ""),
    ]
    cited = [
        PageMention("../d/", "D"),
        PageMention("../e/", "E", "Methods & <more>", "../e/#cite-1"),
    ]
    found = parsed(work_page(page(discussed=discussed, cited=cited), ENGLISH))
    assert [said(heading) for heading in found.xpath(".//h2")] == ["Discussed in", "Cited in"]
    assert [said(item) for item in found.xpath(".//*[@class='evidence-mentions']/li")] == [
        "A & <b> March 2, 2026 What & <why>.",
        "C March 2, 2026",
        "D",
        "E · Methods & <more>",
    ]
    assert found.xpath(".//a/@href") == ["../a/", "../c/", "../d/", "../e/", "../e/#cite-1"]
    assert found.xpath(".//time/@datetime") == ["2026-03-02", "2026-03-02"]


@pytest.mark.parametrize(
    ("key", "slug"),
    [
        ("coan2017", "coan2017"),
        ("Müller:2017/a", "muller-2017-a"),
        ("DBLP:conf/x_y.z", "dblp-conf-x-y-z"),
        ("иванов2020", "иванов2020"),
        ("../../etc", "etc"),
        ("+++", "work"),
        ("a" * 500, "a" * 80),
    ],
)
def test_an_address_is_made_of_the_key(key: str, slug: str) -> None:
    assert work_slugs([key], ()) == {key: slug}


def test_no_two_works_have_the_same_address() -> None:
    keys = ["Ek-2", "ek", "Ek", "ék", "index"]
    assert list(work_slugs(keys, {"index"}).values()) == ["ek-2", "ek", "ek-3", "ek-4", "index-2"]


@given(st.lists(st.text(min_size=1), unique=True), st.sets(st.sampled_from(["a", "b", "work"])))
def test_addresses_are_free_and_safe(keys: list[str], taken: set[str]) -> None:
    slugs = work_slugs(keys, taken)
    assert list(slugs) == keys
    assert len({*slugs.values()}) == len(keys)
    assert not taken & {*slugs.values()}
    assert all(set(slug).isdisjoint('/\\.:*?"<>|# ') and slug for slug in slugs.values())
