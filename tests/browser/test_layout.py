"""Where things stand: nothing moves while pictures load, and text stays in its column."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route, ViewportSize

from tests.browser.chromium import OpenPage
from tests.conftest import MakeSite
from tests.hosts.site import Files, Site, summary
from tests.pictures.making import picture

TELEPHONE: ViewportSize = {"width": 390, "height": 800}
SHIFT = """() => new Promise(resolve => {
    let sum = 0;
    const add = list => list.getEntries().forEach(entry => sum += entry.value);
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(sum), 300);
})"""
PAINTED = """() => new Promise(resolve => {
    new PerformanceObserver(list => list.getEntriesByName("first-contentful-paint").length
        && requestAnimationFrame(resolve)).observe({ type: "paint", buffered: true });
})"""
PICTURES = re.compile(r"tall\.(png|svg)$")
TALL_DRAWING = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 4'><path d='M0 0h3v4z'/></svg>"
)


@pytest.fixture
def address(make_site: MakeSite, serve_folder: Callable[[Path], str]) -> str:
    """The address of a post with a tall picture at its head and another between its texts."""
    text = "They held hands, and told how it was for them. " * 20
    files: Files = {
        "docs/summaries/hands.yaml": summary(
            image={"file": "tall.png", "alt": "A tall tree."},
            lead="![A tall drawing](tall.svg)\n\nWhat comes after it.",
            study=text,
        ),
        "docs/summaries/tall.png": picture(size=(600, 900)),
        "docs/summaries/tall.svg": TALL_DRAWING,
    }
    site = make_site(files).build()
    return f"{serve_folder(site.folder / 'site')}/summaries/hands/"


def shift(browser: Browser, address: str, change: Callable[[str], str]) -> float:
    """Return how far a page moves (Layout Instability API) when pictures come after its text."""
    context = browser.new_context(viewport=TELEPHONE)
    page = context.new_page()
    held: list[Route] = []

    def changed(route: Route) -> None:
        route.fulfill(body=change(route.fetch().text()), content_type="text/html")

    page.route(PICTURES, lambda route: held.append(route))
    page.route(address, changed)
    try:
        page.goto(address, wait_until="domcontentloaded")
        page.evaluate(PAINTED)
        assert held
        page.unroute(PICTURES)
        for route in held:
            route.continue_()
        page.wait_for_load_state("networkidle")
        return float(page.evaluate(SHIFT))
    finally:
        context.close()


def test_nothing_moves_while_pictures_load(browser: Browser, address: str) -> None:
    assert shift(browser, address, str) == 0


def test_without_their_sizes_the_page_would_move(browser: Browser, address: str) -> None:
    assert shift(browser, address, without_sizes) > 0.1


def without_sizes(html: str) -> str:
    return re.sub(r'(<img) width="\d+" height="\d+"', r"\1", html)


def test_a_tall_picture_leaves_room_for_its_post(open_page: OpenPage, address: str) -> None:
    with open_page(address, width=1280) as (page, _):
        seen = page.evaluate(
            "document.querySelector('.evidence-image img').getBoundingClientRect().height"
            " / innerHeight"
        )
    assert 0.5 < seen < 0.8


@pytest.fixture(scope="module")
def other_pages(
    tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]
) -> str:
    """The address of a site with a menu on every page and the way to it above."""
    folder = tmp_path_factory.mktemp("other-pages")
    files = {"docs/about/index.md": "# About\n", "docs/about/me.md": f"# Me\n\n{'I read. ' * 99}\n"}
    theme = {"name": "material", "font": False, "features": ["navigation.path", "toc.integrate"]}
    site = Site.create(folder, files, theme=theme).build()
    return serve_folder(site.folder / "site")


@pytest.mark.parametrize("width", [390, 800, 1180, 1280])
def test_lines_are_not_too_long_to_be_read(
    open_page: OpenPage, other_pages: str, width: int
) -> None:
    with open_page(f"{other_pages}/about/me/", width=width) as (page, _):
        box = page.locator("article p").bounding_box()
    assert box
    assert box["x"] >= 16
    assert box["x"] + box["width"] <= width - 16
    assert box["width"] < 45 * 18  # a line of 45 times the size of its letters


@pytest.mark.parametrize("width", [390, 800, 1180, 1280])
def test_the_way_to_a_page_begins_where_its_text_does(
    open_page: OpenPage, other_pages: str, width: int
) -> None:
    for url in ("/about/me/", "/summaries/hands/"):
        with open_page(other_pages + url, width=width) as (page, _):
            way, text = (page.locator(each).bounding_box() for each in (".md-path", "h1"))
            page.emulate_media(media="print")
            assert not page.locator(".md-path").is_visible()
        assert way
        assert text
        assert way["x"] == text["x"]
