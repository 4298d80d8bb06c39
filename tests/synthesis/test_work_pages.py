"""Which works have a page of their own, what it says, and the links to it."""

import datetime

import pytest

from mkdocs_evidence.csl import Processor
from mkdocs_evidence.synthesis import Mentions, SitePage, WorkLinks, WorkPages
from tests.hosts.site import one, parsed, said
from tests.synthesis.making import LIBRARY, page, processor_for

LATER = datetime.date(2026, 4, 2)
ABOUT = page("about/", "# About\n\n@bowlby1969\n\n## More on *it*\n\n@coan2017, @ek:2017, @ek-2017")
OTHER = page("sub/other/", "@bowlby1969 and [@ek:2017; @ek-2017]")
HANDS = page("hands/", "Nothing.", article="coan2017")
FEET = page("feet/", "@coan2017, twice: @coan2017.", article="coan2017", day=LATER)
PAGES = [ABOUT, OTHER, HANDS, FEET]


def works_of(pages: list[SitePage], site_style: str = "apa") -> WorkPages:
    def in_style(language: str, style: str | None = None) -> Processor:
        return processor_for(language, style or site_style)

    return WorkPages(LIBRARY, Mentions(pages, ()), "en", in_style)


def test_works_that_several_pages_mention_have_a_page() -> None:
    assert works_of(PAGES).slugs({"index"}) == {
        "coan2017": "coan2017",
        "bowlby1969": "bowlby1969",
        "ek:2017": "ek-2017",
        "ek-2017": "ek-2017-2",
    }
    assert works_of([ABOUT]).slugs(()) == {}
    assert works_of([FEET]).slugs(()) == {}


def test_an_address_does_not_depend_on_which_works_have_a_page() -> None:
    pages = [page("a/", "@ek-2017"), page("b/", "@ek-2017")]
    assert works_of(pages).slugs(()) == {"ek-2017": "ek-2017-2"}


def test_a_page_names_its_work_and_its_parts() -> None:
    finished = works_of(PAGES).page("coan2017", "works/coan2017/")
    assert finished.title == "Coan and Beckes (2017)"
    assert finished.description == "What this site wrote about: Coan and Beckes (2017)"
    assert [(each.title, each.id, each.level) for each in finished.contents] == [
        ("Coan and Beckes (2017)", "work", 1),
        ("Discussed in", "discussed", 2),
        ("Cited in", "cited", 2),
    ]
    ids = {*parsed(finished.html).xpath(".//@id")}
    assert {each.id for each in finished.contents} <= ids


def test_a_page_has_the_posts_with_the_newest_first_and_other_pages_with_the_section() -> None:
    found = parsed(works_of(PAGES).page("coan2017", "works/coan2017/").html)
    assert [said(item) for item in found.xpath(".//*[@class='evidence-mentions']/li")] == [
        "Page <feet/> April 2, 2026 On coan2017.",
        "Page <hands/> March 2, 2026 On coan2017.",
        "Page <about/> · More on it",
    ]
    assert found.xpath(".//*[@class='evidence-mentions']//a/@href") == [
        "../../feet/",
        "../../hands/",
        "../../about/",
        "../../about/#cite-coan2017-1",
    ]


def test_works_of_the_same_author_and_year_are_told_apart() -> None:
    works = works_of(PAGES)
    assert works.page("ek:2017", "a/").title == "Ek (2017a)"
    assert works.page("ek-2017", "b/").title == "Ek (2017b)"


@pytest.mark.parametrize("style", ["ieee", "chicago-notes-bibliography"])
def test_where_a_style_has_no_short_form_apa_names_the_work(style: str) -> None:
    finished = works_of(PAGES, style).page("coan2017", "works/coan2017/")
    assert finished.title == "Coan and Beckes (2017)"
    reference = one(parsed(finished.html), ".//*[@class='reference-text']")
    assert "Coan" in said(reference)
    assert "(2017)" not in said(reference)


def test_references_link_to_pages_of_works_in_the_language_of_their_page() -> None:
    portuguese = page("sub/pt/", "@coan2017 e @ek:2017", language="pt")
    links = WorkLinks({"coan2017": "works/coan2017/"})
    found = parsed(f"<div>{links.put_into(portuguese.html, portuguese)}</div>")
    work = one(found, ".//a[@class='reference-work']")
    assert work.get("href") == "../../works/coan2017/"
    assert said(work) == "O que este site escreveu sobre esta obra"
    assert "evidence/work" not in links.put_into(portuguese.html, portuguese)
    assert links.link("ek:2017", portuguese) == ""
