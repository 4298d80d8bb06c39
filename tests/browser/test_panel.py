"""The panel of a post: what is folded opens for everybody, and people are seen on every ground."""

import json
from io import BytesIO
from math import pi
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from mkdocs_evidence.languages import catalogue
from tests.browser.chromium import OpenPage, Scheme, violations_on_widths
from tests.browser.test_pages import TOO_WIDE
from tests.browser.test_print import words

DRAWN = "summaries/mensagens-depois-dos-sessenta/"
FOLDED = "summaries/company-and-length-of-life/"

ACROSS, WHITE = 0.8, 0.5
"""How wide a circle is, and what is left white in a ring, where circles are 1 apart."""

LIKE_INK = [0] * 50 + [255] * 206
"""Which tones are taken for ink, out of 256."""

OPEN_ALL = "all => all.forEach(each => { each.open = true; })"


def folds(page: Page) -> dict[str, bool]:
    """Return for each disclosure of the panel whether it is open."""
    found: dict[str, bool] = page.locator(".evidence-panel details").evaluate_all(
        "all => Object.fromEntries(all.map(each => [each.firstElementChild.innerText, each.open]))"
    )
    return found


def test_what_is_folded_opens_by_keyboard(site_url: str, open_page: OpenPage) -> None:
    with open_page(f"{site_url}/{FOLDED}", 390) as (page, _):
        assert folds(page) == {
            "Meta-analysis": False,
            "2 more outcomes": False,
            "How to read this": False,
        }
        second = page.get_by_text("Survival, broad measures of social integration")
        expect(second).not_to_be_visible()
        page.locator(".evidence-panel summary").first.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert list(folds(page).values()) == [True, True, False]
        expect(second).to_be_visible()
        page.keyboard.press("Space")
        expect(second).not_to_be_visible()


def test_what_is_folded_opens_by_touch_and_without_javascript(
    site_url: str, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False, has_touch=True)
    try:
        page = context.new_page()
        page.goto(f"{site_url}/{DRAWN}")
        words = catalogue("pt")
        explanation = page.get_by_text(words.text("design_about_randomised-trial"))
        expect(explanation).not_to_be_visible()
        page.get_by_text(words.text("design_randomised-trial"), exact=True).tap()
        expect(explanation).to_be_visible()
    finally:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [DRAWN, FOLDED])
def test_an_open_panel_is_accessible_and_fits_the_narrowest_screen(
    site_url: str, open_page: OpenPage, path: str, scheme: Scheme
) -> None:
    with open_page(f"{site_url}/{path}", 1280, scheme) as (page, _):
        page.locator(".evidence-panel details").evaluate_all(OPEN_ALL)
        assert violations_on_widths(page, 1280, 390) == []
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate(TOO_WIDE) == 0


def inked(page: Page) -> list[tuple[float, float]]:
    """Return of each drawing which part of a square around the first and last person is inked."""
    shares = []
    for drawing in page.locator(".evidence-people svg").all():
        picture = Image.open(BytesIO(drawing.screenshot())).convert("L")
        paper = Image.new("L", picture.size, picture.getpixel((0, 0)))
        ink = ImageChops.difference(picture, paper)
        strongest = ImageStat.Stat(ink).extrema[0][1]
        assert strongest > 100
        box = ink.point(LIKE_INK).getbbox()
        assert box
        left, top, right, bottom = box
        circle = round((right - left) * ACROSS / (9 + ACROSS))
        squares = (
            (left, top, left + circle, top + circle),
            (right - circle, bottom - circle, right, bottom),
        )
        first, last = (ImageStat.Stat(ink.crop(square)).mean[0] / strongest for square in squares)
        shares.append((first, last))
    return shares


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["screen", "forced", "print"])
def test_people_who_are_counted_are_full_circles_and_others_rings(
    site_url: str, browser: Browser, kind: str, scheme: Scheme
) -> None:
    with browser.new_context(
        viewport={"width": 700, "height": 900}, color_scheme=scheme, device_scale_factor=3
    ) as context:
        page = context.new_page()
        page.goto(f"{site_url}/{DRAWN}")
        page.emulate_media(
            media="print" if kind == "print" else "screen",
            color_scheme=scheme,
            forced_colors="active" if kind == "forced" else "none",
        )
        for full, ring in inked(page):
            assert full == pytest.approx(pi / 4, abs=0.08)
            assert ring == pytest.approx(pi / 4 * (1 - (WHITE / ACROSS) ** 2), abs=0.08)
        boxes = page.locator(".evidence-people svg").evaluate_all(
            "all => all.map(each => [each.clientWidth, each.getBoundingClientRect().top])"
        )
        assert boxes[0] == boxes[1]


def test_paper_has_what_was_found_and_no_explanations(site_url: str, open_page: OpenPage) -> None:
    with open_page(f"{site_url}/{FOLDED}") as (page, _):
        pdf = PdfReader(BytesIO(page.pdf(format="A4")))
        explained = page.locator(".evidence-explained p").first.text_content() or ""
    first = words(pdf.pages[0].extract_text())
    for part in ("Kind of study", "Meta-analysis", "2 more outcomes", "OR = 1.91, 95% CI"):
        assert words(part) in first
    about = catalogue("en").text("design_about_meta-analysis")
    for part in (about, explained, "How to read this"):
        assert part
        assert words(part) not in first


def test_the_search_finds_the_panel_once_and_no_explanation(example_site: Path) -> None:
    index = json.loads((example_site / "search/search_index.json").read_text("utf-8"))
    told = catalogue("pt")
    texts = [each["text"] for each in index["docs"] if each["location"].startswith(DRAWN)]
    assert sum("pessoas de 60 anos ou mais com 10 pontos" in text for text in texts) == 1
    assert not any(told.text("design_about_randomised-trial") in text for text in texts)
    listed = [
        each["text"] for each in index["docs"] if not each["location"].startswith("summaries")
    ]
    assert not any("pessoas de 60 anos ou mais com 10 pontos" in text for text in listed)
