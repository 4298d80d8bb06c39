"""What Material writes against the HTML standard, or out of reach, and what is made of it."""

from pathlib import Path

import pytest
from lxml import html

from tests.hosts.site import HOME, Site, one, said

GUIDE = "# Guide\n\n## First\n\n## Second\n\n### Third\n"
FILES = {
    "docs/guide/index.md": GUIDE,
    "docs/guide/more.md": "# More\n",
    "docs/plain/one.md": "# <b>One</b> & two\n",
}
NAV = [
    {"Home": "index.md"},
    {"Guide": ["guide/index.md", "guide/more.md"]},
    {"Plain & simple": ["plain/one.md"]},
]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    theme = {"name": "material", "font": False, "features": ["navigation.indexes"]}
    folder = tmp_path_factory.mktemp("site")
    return Site.create(folder, FILES, theme=theme, nav=NAV).build()


@pytest.fixture(params=["", "guide/", "plain/one/", "summaries/hands/", "404.html"])
def page(site: Site, request: pytest.FixtureRequest) -> html.HtmlElement:
    return site.page(request.param)


def test_menu_and_search_have_switches_with_names(page: html.HtmlElement) -> None:
    assert one(page, "//input[@id='__drawer']").get("aria-label") == "Navigation"
    assert one(page, "//input[@id='__search']").get("aria-label") == "Search"
    assert one(page, "//*[@role='dialog']").get("aria-label") == "Search"


def test_a_switch_says_nothing_of_completing_what_is_typed(page: html.HtmlElement) -> None:
    assert not page.xpath("//input[@type='checkbox'][@autocomplete]")


def test_a_section_is_named_by_its_title(page: html.HtmlElement) -> None:
    switches = page.xpath("//input[starts-with(@id, '__nav_')]")
    names = [one(page, f"//*[@id='{each.get('aria-labelledby')}']") for each in switches]
    assert [said(name) for name in names][:2] == ["Guide", "Plain & simple"]
    assert not page.xpath("//label[@tabindex]")


def test_lists_within_a_list_are_no_landmarks(page: html.HtmlElement) -> None:
    inner = page.xpath("//nav[ancestor::nav[contains(@class, 'md-nav')]]")
    assert all(each.get("role") == "none" for each in inner if each.get("aria-label") is None)
    assert not page.xpath("//nav[@aria-expanded]")


def test_every_label_has_what_it_labels(page: html.HtmlElement) -> None:
    ids = set(page.xpath("//input/@id"))
    assert set(page.xpath("//label/@for")) <= ids


def test_every_page_has_one_link_that_skips_to_its_content(page: html.HtmlElement) -> None:
    target = one(page, "//a[@class='md-skip']").get("href")
    assert page.get_element_by_id(target.removeprefix("#")) is not None


def test_names_are_in_the_language_of_the_site(tmp_path: Path) -> None:
    theme = {"name": "material", "font": False, "language": "pt"}
    page = Site.create(tmp_path, {"docs/index.md": HOME}, theme=theme).build().page("")
    assert one(page, "//input[@id='__drawer']").get("aria-label") == "Navegação"
    assert one(page, "//input[@id='__search']").get("aria-label") == "Buscar"
