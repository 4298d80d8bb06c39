"""Pages in use, and as readers ask for them: open menus, large letters, colours of the system."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import OpenPage, Scheme, violations
from tests.browser.test_pages import TOO_WIDE

POST = "/summaries/small-steps-against-depression/"
PATHS = ["/", POST, "/guide/first-summary/", "/bibliography/", "/topics/"]

SPACED = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""
"""The distances that WCAG 1.4.12 asks a page to bear."""

TWICE = "html { font-size: 250% !important; }"
"""Letters of twice the size; Material's own are 125 %."""

CUT_OFF = """() => [...document.querySelectorAll(".md-content *, .md-footer *")].filter(element => {
  const style = getComputedStyle(element);
  return style.overflowX === "hidden" && element.scrollWidth > element.clientWidth + 1
    && element.clientWidth > 1;
}).map(element => element.outerHTML.slice(0, 200))"""


def menu(page: Page) -> None:
    page.get_by_role("button", name="Navigation").click()
    expect(page.locator(".md-sidebar--primary")).to_be_in_viewport(ratio=1)


def section_of_menu(page: Page) -> None:
    menu(page)
    page.locator("label.md-nav__link[for=__nav_2]").click()
    expect(page.locator(".md-sidebar--primary").get_by_role("link", name="Tags")).to_be_visible()


def search(page: Page) -> None:
    if page.viewport_size and page.viewport_size["width"] < 960:
        page.get_by_role("button", name="Search").click()
    page.get_by_role("textbox", name="Search").press_sequentially("behavioural activation")
    expect(page.locator(".md-search-result mark").first).to_be_visible()


def menu_of_reference(page: Page) -> None:
    page.get_by_text("Copy citation").first.click()
    expect(page.get_by_role("link", name="BibTeX").first).to_be_visible()


def preview(page: Page) -> None:
    page.locator("a.cite").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#cite-preview")).to_be_visible()


def way_back_to_top(page: Page) -> None:
    page.evaluate("scrollTo(0, 3000)")
    page.wait_for_timeout(100)
    page.evaluate("scrollTo(0, 2500)")
    expect(page.get_by_role("button", name="Back to top")).to_be_visible()


def skip_link(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()


STATES: list[tuple[Callable[[Page], None], int]] = [
    (menu, 390),
    (section_of_menu, 390),
    (search, 390),
    (search, 1280),
    (menu_of_reference, 390),
    (menu_of_reference, 1280),
    (preview, 390),
    (preview, 1280),
    (way_back_to_top, 390),
    (skip_link, 1280),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("bring_about", "width"), STATES, ids=[f"{state.__name__}-{width}" for state, width in STATES]
)
def test_a_page_in_use_is_accessible(
    site_url: str,
    whole_site_url: str,
    open_page: OpenPage,
    bring_about: Callable[[Page], None],
    width: int,
    scheme: Scheme,
) -> None:
    url = whole_site_url if bring_about is search else site_url
    with open_page(url + POST, width, scheme) as (page, _):
        page.emulate_media(reduced_motion="reduce", color_scheme=scheme)
        bring_about(page)
        assert [(found["id"], found["nodes"]) for found in violations(page)] == []


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_lost_with_other_type(site_url: str, open_page: OpenPage, path: str) -> None:
    with open_page(site_url + path, 390) as (page, _):
        for style in (SPACED, TWICE):
            tag = page.add_style_tag(content=style)
            assert page.evaluate(TOO_WIDE) == 0, style
            assert page.evaluate(CUT_OFF) == [], style
            tag.evaluate("tag => tag.remove()")


def test_pages_are_complete_in_the_colours_of_the_system(
    site_url: str, open_page: OpenPage
) -> None:
    with open_page(site_url + POST, 390) as (page, _):
        page.emulate_media(forced_colors="active", reduced_motion="reduce")
        menu(page)
        # The arrow of a section is cut out of its background, which the system would take away.
        arrow = page.locator("label[for=__nav_2] .md-nav__icon").first
        colours = arrow.evaluate(
            "e => [getComputedStyle(e, '::after'), getComputedStyle(document.body)]"
            ".map(style => style.backgroundColor)"
        )
        assert colours[0] != colours[1]
        assert [(found["id"], found["nodes"]) for found in violations(page)] == []


def test_nothing_moves_for_those_who_ask_for_it(site_url: str, open_page: OpenPage) -> None:
    with open_page(site_url + POST, 390) as (page, _):
        moving = "() => document.getAnimations().length"
        page.get_by_role("button", name="Navigation").click()
        assert page.evaluate(moving) > 0
        page.emulate_media(reduced_motion="reduce")
        page.keyboard.press("Escape")
        assert page.evaluate(moving) == 0
        page.evaluate("location.hash = 'references'")
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
