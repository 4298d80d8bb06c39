"""Every kind of page of the example site: quiet, private, accessible, on narrow screens too."""

import pytest

from tests.browser.chromium import OpenPage, Record, Scheme, violations_on_widths

PAGES = {
    "home": "/",
    "post": "/summaries/small-steps-against-depression/",
    "post-on-a-retracted-article": "/summaries/a-retracted-mindfulness-study/",
    "post-in-portuguese": "/summaries/mensagens-depois-dos-sessenta/",
    "evidence": "/evidence/",
    "bibliography": "/bibliography/",
    "work": "/works/holtlunstad2010social/",
    "topics": "/topics/",
    "topic": "/category/depression/",
    "archive": "/archive/2026/",
    "tags": "/tags/",
    "about": "/about/",
    "legal": "/legal/",
    "guide": "/guide/",
    "guide-with-code": "/guide/first-summary/",
    "guide-with-tables": "/guide/mistakes/",
    "not-found": "/404.html",
}

DUPLICATE_IDS = """() => {
  const ids = [...document.querySelectorAll("[id]")].map(element => element.id);
  return ids.filter((id, place) => ids.indexOf(id) !== place);
}"""

TOO_WIDE = """() => {
  const root = document.documentElement;
  return root.scrollWidth > root.clientWidth ? root.scrollWidth : 0;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_a_page_is_quiet_private_and_accessible(
    site_url: str, open_page: OpenPage, path: str, scheme: Scheme
) -> None:
    with open_page(site_url + path, 1280, scheme) as (page, record):
        assert page.evaluate(DUPLICATE_IDS) == []
        # What is narrow differs from what is wide in its places, and not in its colours.
        assert violations_on_widths(page, *((1280, 390) if scheme == "light" else (1280,))) == []
        for width in (390, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(TOO_WIDE) == 0
        assert page.context.cookies() == []
    assert record == Record()


@pytest.mark.parametrize("path", ["/", PAGES["post"], PAGES["guide-with-code"]])
def test_the_colours_are_those_that_the_reader_prefers(
    site_url: str, open_page: OpenPage, path: str
) -> None:
    background = "getComputedStyle(document.body).backgroundColor"
    with (
        open_page(site_url + path, scheme="light") as (light, _),
        open_page(site_url + path, scheme="dark") as (dark, _),
    ):
        assert light.evaluate(background) == "rgb(251, 247, 241)"
        assert dark.evaluate(background) == "rgb(33, 30, 27)"
