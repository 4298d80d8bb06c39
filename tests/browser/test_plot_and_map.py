"""What readers see of plot and map, and do with them, on every screen and on paper."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from mkdocs_evidence.effects.finding import WITHOUT_OTHERS
from mkdocs_evidence.vocabulary import Design
from tests.browser.chromium import OpenPage, Record, Scheme, violations_on_widths
from tests.browser.test_other_pages import PALETTE
from tests.browser.test_pages import DUPLICATE_IDS, TOO_WIDE
from tests.hosts.site import Files, Site, summary

DESIGNS = [design for design in get_args(Design) if design not in WITHOUT_OTHERS]
PHONE = 390
ASKING = "# So far\n\n<!-- evidence/map -->\n\n<!-- evidence/plot -->\n"
NOTICES = """\
works:
  10.1093/scan/nsx091:
    notices:
      - {kind: retraction, date: 2027, source: author}
"""

PLACES = """cell => {
  const middle = element => {
    const box = element.getBoundingClientRect();
    return box.x + box.width / 2;
  };
  const interval = cell.querySelector(".interval").getBoundingClientRect();
  const drawn = [".none", ".value"].map(part => middle(cell.querySelector(part)));
  const ticks = [...cell.closest("table").querySelectorAll("thead text")].map(middle);
  return [ticks, [...drawn, interval.left, interval.right]];
}"""


def study(number: int) -> str:
    """Return the summary of one of thirty studies, of which the last appeared last."""
    value = round(-1.2 + number / 20, 2)
    effect = {"type": "d", "value": value, "ci": [value - 0.3, value + 0.3], "better": "higher"}
    if number == 20:
        effect = {"type": "d", "value": 0.5, "ci": [-30, 31], "better": "higher"}
    outcomes: list[dict[str, object]] = [{"name": f"Mood {number}", "effect": effect}]
    if number == 30:
        outcomes.append({"name": "Recovery", "effect": {"type": "OR", "value": 2, "ci": [1, 4]}})
    return summary(
        title=f"Study {number}",
        date=f"2026-01-{number:02}",
        article="coan2017" if number == 29 else "bowlby1969",
        topics=["Sleep", "Grief"] if number % 2 else ["Sleep"],
        evidence={"design": DESIGNS[number % len(DESIGNS)], "outcomes": outcomes},
    )


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    """The address of a page with the map and the plot of thirty studies, one of them retracted."""
    files: Files = {
        "docs/all.md": ASKING,
        "docs/summaries/hands.yaml": None,
        "bibliography/notices.yaml": NOTICES,
        **{f"docs/summaries/{number}.yaml": study(number) for number in range(1, 31)},
    }
    site = Site.create(
        tmp_path_factory.mktemp("across"),
        files,
        evidence={"topics": {"Grief": "Loss.", "Health": "Bodies.", "Sleep": "Nights."}},
        theme={"name": "material", "font": False, "palette": PALETTE},
    )
    return f"{serve_folder(site.build().folder / 'site')}/all/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_are_accessible_folded_and_unfolded(
    url: str, open_page: OpenPage, scheme: Scheme
) -> None:
    with open_page(url, 1280, scheme) as (page, record):
        assert page.evaluate(DUPLICATE_IDS) == []
        assert violations_on_widths(page, 1280, PHONE) == []
        page.locator(".evidence-map summary").first.click()
        page.get_by_text("Results 21 to 30 of 30").click()
        assert violations_on_widths(page, 1280, PHONE) == []
        for width in (800, PHONE, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(TOO_WIDE) == 0
    assert record == Record()


@pytest.mark.parametrize("width", [1280, PHONE, 320])
def test_marks_stand_below_the_numbers_of_their_axis(
    url: str, open_page: OpenPage, width: int
) -> None:
    with open_page(url, width) as (page, _):
        recovery = page.get_by_role("row", name="Recovery").get_by_role("cell")
        ticks, drawn = recovery.evaluate(PLACES)
        # The axis has 0.5, 1, 2 and 4; the odds ratio is 2, and its interval from 1 to 4.
        assert drawn == pytest.approx([ticks[1], ticks[2], ticks[1], ticks[3]], abs=1)
        texts = page.locator(".evidence-effects thead text")
        boxes = [box for text in texts.all() if (box := text.bounding_box())]
        for left, right in pairwise(boxes):
            if left["y"] == right["y"]:
                assert left["x"] + left["width"] < right["x"], "Numbers of an axis run together."
        assert all(box["x"] >= 0 and box["x"] + box["width"] <= width for box in boxes)


def test_plot_and_map_are_tables_on_a_telephone_too(url: str, open_page: OpenPage) -> None:
    for width in (1280, PHONE):
        with open_page(url, width) as (page, _):
            plot = page.get_by_role("table", name="Standardised differences (Cohen’s d)").first
            expect(plot.get_by_role("columnheader")).to_have_count(2)
            row = plot.get_by_role("row", name="Mood 30")
            expect(row.get_by_role("rowheader")).to_have_text("Mood 30")
            figures = "d = 0.3, 95% CI [0.0, 0.6]; no clear difference"
            expect(row.get_by_role("cell")).to_have_text(figures)
            places = page.get_by_role("table", name="How many posts there are")
            line = places.get_by_role("row", name="Health nothing yet")
            expect(line.get_by_role("rowheader")).to_have_count(1)
            expect(places.get_by_role("row")).to_have_count(4 if width == 1280 else 3)


def test_the_map_leads_to_posts_with_the_keyboard(url: str, open_page: OpenPage) -> None:
    with open_page(url) as (page, record):
        # Sixteen designs take turns, so that studies 4 and 20 have the fifth, and 16 the first.
        sleep = page.get_by_role("row", name="Sleep")
        place = sleep.get_by_label("Cluster-randomised trial: 2 posts")
        place.focus()
        page.keyboard.press("Enter")
        posts = sleep.get_by_role("link")
        expect(posts).to_have_text(["Study 20", "Study 4"])
        other = sleep.get_by_label("Systematic review: 1 post")
        other.focus()
        page.keyboard.press("Enter")
        expect(posts).to_have_count(1)  # One place is open at a time.
        page.keyboard.press("Tab")
        expect(posts).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=1)).to_have_text("Study 16")
    assert record == Record()


def test_an_open_list_covers_no_place_that_the_keyboard_is_at(
    url: str, open_page: OpenPage
) -> None:
    on_top = """place => {
      const { x, y, width, height } = place.getBoundingClientRect();
      return place.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    }"""
    with open_page(url) as (page, _):
        page.locator(".evidence-map summary").first.click()
        covered = page.locator(".evidence-map summary").filter(visible=True)
        hidden = [place for place in covered.all() if not place.evaluate(on_top)]
        assert hidden, "The list lies on no other place, so there is nothing to try."
        for place in hidden:
            page.keyboard.press("Tab")  # after which the browser shows where the keyboard is
            place.focus()
            assert place.evaluate(on_top)


def test_without_javascript_all_is_there(url: str, open_page: OpenPage) -> None:
    with open_page(url) as (page, _):
        browser = page.context.browser
        assert browser
        context = browser.new_context(java_script_enabled=False)
        try:
            bare = context.new_page()
            bare.goto(url)
            bare.get_by_text("Results 21 to 30 of 30").click()
            expect(bare.get_by_role("row", name="Mood")).to_have_count(30)
            bare.locator(".evidence-map summary").first.click()
            expect(bare.locator(".evidence-map a").first).to_be_visible()
        finally:
            context.close()


SETTINGS: list[tuple[Scheme, bool]] = [("light", False), ("light", True), ("dark", False)]
"""The colours that are preferred, and whether the system has its own instead."""


def test_what_is_retracted_is_hollow_whatever_the_colours(url: str, open_page: OpenPage) -> None:
    colours = "mark => [getComputedStyle(mark).fill, getComputedStyle(mark).stroke]"
    behind = "getComputedStyle(document.body).backgroundColor"
    with open_page(url) as (page, _):
        page.get_by_text("Results 21 to 30 of 30").click()
        for scheme, are_forced in SETTINGS:
            page.emulate_media(
                color_scheme=scheme, forced_colors="active" if are_forced else "none"
            )
            hollow = page.locator(".evidence-effects .evidence-doubted .value").evaluate(colours)
            filled = page.locator("td .value").first.evaluate(colours)
            assert filled[0] == filled[1] != hollow[0]
            assert hollow[1] == filled[1]
            if not are_forced:
                assert hollow[0] == page.evaluate(behind)
        page.emulate_media(forced_colors="active")
        border = "place => getComputedStyle(place).borderTopStyle"
        assert page.locator(".evidence-map summary").first.evaluate(border) == "solid"


def test_the_axis_stays_in_sight_and_covers_no_focus(url: str, open_page: OpenPage) -> None:
    with open_page(url) as (page, _):
        page.get_by_role("row", name="Mood 14").scroll_into_view_if_needed()
        axis = page.locator(".evidence-effects thead text").first.bounding_box()
        assert axis
        assert axis["y"] < 200
        for number in (13, 12, 16, 20, 25):
            link = page.locator(".evidence-effects").get_by_role("link", name=f"Study {number}")
            link.focus()
            head, box = page.locator(".evidence-effects thead th").first, link.bounding_box()
            covered = head.bounding_box()
            assert box
            assert covered
            assert box["y"] >= covered["y"] + covered["height"] - 1


def test_on_paper_all_effects_are_unfolded(url: str, open_page: OpenPage) -> None:
    with open_page(url, scheme="dark") as (page, _):
        paper = PdfReader(BytesIO(page.pdf(format="A4")))
        text = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
        for number in range(1, 31):
            assert f"Mood {number} " in text
        assert "Retracted: do not rely on it" in text
        assert "nothing yet" in text
        assert len(paper.pages) <= 6
