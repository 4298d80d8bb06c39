"""The keyboard alone, on every width: each stop is seen, named and marked, and none is a trap."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TypedDict

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import OpenPage, Scheme

POST = "/summaries/small-steps-against-depression/"
GUIDE = "/guide/first-summary/"

STOP = """() => {
  const element = document.activeElement;
  if (element === document.body) return null;
  // A switch is not seen itself; its label shows where the keyboard is, or all that it opened.
  const places = element.matches(".md-toggle, .md-option, [data-switches]")
    ? [...document.querySelectorAll("label, .md-sidebar--primary"), element] : [element];
  const shown = place => {
    const box = place.getBoundingClientRect(), style = getComputedStyle(place);
    return box.width > 2 && box.bottom > 0 && box.top < innerHeight && box.right > 0
      && box.left < innerWidth && style.visibility === "visible" && style.opacity > 0;
  };
  const marked = place => ["", "::after"].some(part => {
    const style = getComputedStyle(place, part);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
      && style.content !== "none";
  });
  return {
    inMenu: !!element.closest(".md-sidebar--primary"),
    seen: places.some(place => shown(place) && marked(place)),
  };
}"""

NAMED = re.compile(r"- '?\w+( \"[^\"]|: \S)")
"""A role, and behind it the name or the text, as Playwright writes them."""

MENU = '- button "Navigation"'

RING = """() => {
  const element = document.activeElement;
  const place = element.matches(".md-option") ? element.nextElementSibling : element;
  const parts = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => parts(colour).slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, which) => sum + part * [0.2126, 0.7152, 0.0722][which], 0);
  let ground = place.parentElement;
  while (parts(getComputedStyle(ground).backgroundColor)[3] === 0) ground = ground.parentElement;
  const [ring, paper] = [getComputedStyle(place).outlineColor,
    getComputedStyle(ground).backgroundColor].map(light);
  return (Math.max(ring, paper) + 0.05) / (Math.min(ring, paper) + 0.05);
}"""
"""The contrast of the ring at the place of the keyboard with what is around it (WCAG 1.4.11)."""


class Stop(TypedDict):
    """Where the keyboard is.

    Attributes:
            inMenu: Whether it stands in the menu.
        seen: Whether a ring that can be seen marks the place.
        name: Role and name, as they are told to those who do not see it.
    """

    inMenu: bool
    seen: bool
    name: str


@contextmanager
def still(open_page: OpenPage, url: str, width: int) -> Iterator[Page]:
    """Open a page for a reader who wants nothing to move, so that no test waits for it."""
    with open_page(url, width) as (page, _):
        page.emulate_media(reduced_motion="reduce")
        yield page


def press(page: Page, key: str) -> Stop:
    """Press a key and return where the keyboard is then."""
    return press_on(page, key) or pytest.fail(f"{key} leaves the page.")


def press_on(page: Page, key: str) -> Stop | None:
    """Press a key and return where the keyboard is then, or None where it has left the page."""
    page.keyboard.press(key)
    stop: Stop | None = page.evaluate(STOP)
    if stop:
        stop["name"] = page.locator("*:focus").aria_snapshot().splitlines()[0].removesuffix(":")
    return stop


def go_to(page: Page, name: str) -> None:
    """Go on to the stop of this role and name."""
    while press(page, "Tab")["name"] != name:
        pass


def stops(page: Page) -> list[Stop]:
    """Go on until the keyboard leaves the page, and return where it has been."""
    found = []
    while stop := press_on(page, "Tab"):
        found.append(stop)
        assert len(found) < 200, f"The keyboard cannot leave {stop}."
    return found


@pytest.mark.parametrize("path", ["/", POST, GUIDE, "/404.html"])
def test_each_stop_is_seen_and_named(site_url: str, open_page: OpenPage, path: str) -> None:
    with still(open_page, site_url + path, 1280) as page:
        for width in (1280, 390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            found = stops(page)
            assert [stop for stop in found if not stop["seen"]] == []
            assert [stop for stop in found if not NAMED.match(stop["name"])] == []
            names = [stop["name"] for stop in found]
            assert names[0] == '- link "Skip to content"'
            assert (MENU in names) == (width < 1220)
            assert not any(stop["inMenu"] for stop in found) or width > 1220


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_stands_out_from_its_ground(
    site_url: str, open_page: OpenPage, scheme: Scheme
) -> None:
    with open_page(site_url + POST, 1280, scheme) as (page, _):
        page.emulate_media(reduced_motion="reduce", color_scheme=scheme)
        contrasts = []
        while stop := press_on(page, "Tab"):
            contrasts.append((page.evaluate(RING), stop["name"]))
        assert len(contrasts) > 30
        assert min(contrasts) >= (3, "")


@pytest.mark.parametrize("width", [390, 320])
def test_the_menu_opens_and_closes_by_keyboard(
    site_url: str, open_page: OpenPage, width: int
) -> None:
    with still(open_page, site_url + POST, width) as page:
        go_to(page, MENU)
        assert press(page, "Enter")["name"] == '- button "Navigation" [expanded]'
        found = stops(page)
        assert all(stop["inMenu"] and stop["seen"] for stop in found), found
        assert [stop["name"] for stop in found][1:5] == [
            '- link "Home"',
            '- checkbox "Topics"',
            '- link "Evidence"',
            '- link "Bibliography"',
        ]
        stop = press(page, "Escape")
        assert (stop["name"], stop["seen"]) == (MENU, True)
        expect(page.get_by_role("link", name="Bibliography")).not_to_be_visible()


def test_sections_of_the_menu_open_and_close_by_keyboard(
    site_url: str, open_page: OpenPage
) -> None:
    with still(open_page, site_url + GUIDE, 390) as page:
        go_to(page, MENU)
        press(page, "Space")
        # The section of this page is open; the list that it covers has no stops.
        found = stops(page)
        names = [stop["name"] for stop in found]
        assert names[0] == '- checkbox "For authors" [checked]'
        assert names[1] == '- checkbox "On this page"'
        about = page.locator(".md-sidebar--primary").get_by_role("link", name="About")
        expect(about).not_to_be_visible()
        page.locator("#__nav_6").focus()
        press(page, "Space")
        expect(about).to_be_visible()
        page.locator("#__nav_2").focus()
        press(page, "Space")
        found = stops(page)
        assert all(stop["inMenu"] and stop["seen"] for stop in found), found
        assert [stop["name"] for stop in found] == ['- link "Topics"', '- link "Tags"']


def test_the_contents_of_a_page_are_reached_in_the_menu(site_url: str, open_page: OpenPage) -> None:
    with still(open_page, site_url + GUIDE, 390) as page:
        go_to(page, MENU)
        press(page, "Space")
        page.locator("#__toc").focus()
        press(page, "Space")
        stop = press(page, "Tab")
        assert stop["seen"]
        page.keyboard.press("Enter")
        expect(page.locator("#__drawer")).not_to_be_checked()
        assert "#" in page.url


def test_the_search_opens_and_closes_by_keyboard(whole_site_url: str, open_page: OpenPage) -> None:
    with still(open_page, f"{whole_site_url}/", 390) as page:
        go_to(page, '- button "Search"')
        stop = press(page, "Space")
        assert (stop["name"], stop["seen"]) == ('- textbox "Search"', True)
        page.keyboard.type("Guarulhos")
        # The results are written anew with every letter.
        result = page.locator("a.md-search-result__link").first
        expect(result).to_have_attribute("href", re.compile("h=guarulhos$", re.IGNORECASE))
        stop = press(page, "ArrowDown")
        assert stop["seen"]
        expect(page.locator("*:focus")).to_contain_text("Depressão depois dos 60")
        stop = press(page, "ArrowDown")
        assert stop["seen"]
        stop = press(page, "Escape")
        assert stop["name"] == '- button "Search"'
        expect(page.locator("a.md-search-result__link").first).not_to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_key_opens_the_search(whole_site_url: str, open_page: OpenPage, width: int) -> None:
    with still(open_page, f"{whole_site_url}/", width) as page:
        page.keyboard.press("/")
        field = page.get_by_role("textbox", name="Search")
        expect(field).to_be_focused()
        page.keyboard.type("n")
        expect(field).to_have_value("n")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_colours_change_by_keyboard(site_url: str, open_page: OpenPage, width: int) -> None:
    with still(open_page, f"{site_url}/", width) as page:
        go_to(page, '- radio "Switch to dark colours"')
        for key, scheme in (("Enter", "slate"), ("Space", "default"), ("ArrowRight", "slate")):
            stop = press(page, key)
            assert stop["seen"]
            expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


def test_the_way_back_to_the_top_is_a_stop_only_while_it_is_seen(
    site_url: str, open_page: OpenPage
) -> None:
    with still(open_page, site_url + POST, 390) as page:
        button = page.get_by_role("button", name="Back to top")
        expect(button).to_have_count(0)
        page.evaluate("scrollTo(0, 3000)")
        page.wait_for_timeout(100)
        page.evaluate("scrollTo(0, 2500)")
        expect(button).to_be_visible()
        button.focus()
        page.keyboard.press("Enter")
        page.wait_for_function("scrollY === 0")


@pytest.mark.parametrize("path", ["/", POST, GUIDE])
def test_without_javascript_the_menu_works_and_nothing_is_offered_in_vain(
    site_url: str, browser: Browser, path: str
) -> None:
    context = browser.new_context(
        java_script_enabled=False,
        viewport={"width": 390, "height": 800},
        reduced_motion="reduce",
    )
    try:
        page = context.new_page()
        page.goto(site_url + path)
        page.keyboard.press("Tab")
        assert page.locator("#__drawer").is_visible()
        page.keyboard.press("Space")
        menu = page.locator(".md-sidebar--primary")
        expect(menu).to_be_in_viewport()
        assert menu.get_by_role("link").count() > 1
        assert page.get_by_role("textbox", name="Search").count() == 0
        assert page.get_by_role("radio").count() == 0
        assert not page.locator("#__search").is_visible()
    finally:
        context.close()
