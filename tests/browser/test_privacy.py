"""No page of the example site asks another host for anything, or stores anything unasked."""

from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.browser.chromium import OpenPage, Record, origin

SHARES = 4
"""How many tests share the pages, so that processes can."""

ALIKE = "guide/reference/problems/"
"""The folder of more than a hundred pages made from one template, of which a few stand for all."""

STORED = """async () => [
  ...Object.keys(localStorage),
  ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(each => each.name),
  ...await caches.keys(),
  ...(await navigator.serviceWorker.getRegistrations()).map(each => each.scope),
  ...document.cookie ? [document.cookie] : [],
]"""


@pytest.mark.parametrize("share", range(SHARES))
def test_a_page_stays_at_home_and_stores_nothing(
    site_url: str, example_site: Path, browser: Browser, share: int
) -> None:
    names = sorted(
        each.relative_to(example_site).as_posix() for each in example_site.rglob("*.html")
    )
    alike = [name for name in names if name.startswith(ALIKE)]
    visited = [*(name for name in names if name not in alike), *alike[::10]]
    assert len(visited) > 50
    asked: list[str] = []
    context = browser.new_context()

    def note(request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")) and origin(request.url) != origin(
            site_url
        ):
            asked.append(f"{page.url} asks for {request.url}")

    try:
        context.on("request", note)
        page = context.new_page()
        for name in visited[share::SHARES]:
            page.goto(f"{site_url}/{quote(name)}")
            assert (page.url, page.evaluate(STORED)) == (page.url, [])
        assert context.cookies() == []
    finally:
        context.close()
    assert asked == []


def search(page: Page) -> None:
    page.get_by_role("textbox", name="Search").press_sequentially("Guarulhos")
    expect(page.locator(".md-search-result mark").first).to_be_visible()
    page.keyboard.press("Escape")


def use_the_menu(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.get_by_role("button", name="Navigation").click()
    page.keyboard.press("Escape")


def test_what_is_used_stores_only_the_colours_that_were_chosen(
    whole_site_url: str, open_page: OpenPage
) -> None:
    with open_page(f"{whole_site_url}/") as (page, record):
        search(page)
        use_the_menu(page)
        assert page.evaluate(STORED) == []
        page.locator("label[title='Switch to dark colours']").click()
        assert page.evaluate(STORED) == ["/.__palette"]
        page.goto(f"{whole_site_url}/about/")
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert page.evaluate(STORED) == ["/.__palette"]
        assert page.context.cookies() == []
    assert record == Record()


def test_the_colours_follow_the_system_until_the_reader_chooses(
    site_url: str, open_page: OpenPage
) -> None:
    body = "data-md-color-scheme"
    with open_page(f"{site_url}/") as (page, _):
        expect(page.locator("body")).to_have_attribute(body, "default")
        page.emulate_media(color_scheme="dark")
        page.reload()
        expect(page.locator("body")).to_have_attribute(body, "slate")


def test_storing_that_is_forbidden_breaks_nothing(site_url: str, open_page: OpenPage) -> None:
    with open_page(f"{site_url}/") as (page, record):
        page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full') }")
        page.reload()
        page.locator("label[title='Switch to dark colours']").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    assert record == Record()
