"""What a reader can do with the evidence table, with every means there is to do it."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.notices import Notice
from mkdocs_evidence.synthesis.covered import CoveredStudy
from mkdocs_evidence.synthesis.evidence_table import evidence_table
from tests.browser.chromium import REPLACING, OpenPage, Record, Scheme, violations_on_widths
from tests.browser.test_pages import DUPLICATE_IDS, TOO_WIDE
from tests.hosts.site import Site, summary
from tests.synthesis.test_evidence_table import covered

ASSETS = Path(__file__).parents[2] / "plugins/mkdocs_evidence/templates/material/assets/evidence"
TOPICS = ("Depression", "Sleep")
DESIGNS = ("cohort", "randomised-trial", "meta-analysis")
LEVELS = ("low", "high", None, "moderate")
FIRST_DAY = datetime.date(2026, 1, 1)
STUDIES = 40
AT_FIRST = 30
PHONE = 390


def study(number: int) -> CoveredStudy:
    """Return one of many studies, each of which has one outcome; the first is the oldest."""
    level = LEVELS[number % 4]
    evidence: dict[str, Any] = {
        "design": DESIGNS[number % 3],
        "participants": {"n": 1000 - number} if number else None,
        "outcomes": [{"name": f"Élan {number:02}"}],
        "certainty": {"level": level} if level else None,
    }
    return covered(
        evidence,
        title=f"Study {number}",
        date=FIRST_DAY + datetime.timedelta(number),
        topics=[TOPICS[number % 2]],
        notice=Notice(kind="retraction") if number == 7 else None,
    )


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    """The address of a page with a table, under the strictest policy for content there is."""
    root = tmp_path_factory.mktemp("table")
    assets = root / "assets" / "evidence"
    assets.mkdir(parents=True)
    for name in ("across.css", "across.js"):
        (assets / name).write_bytes((ASSETS / name).read_bytes())
    studies = [study(number) for number in reversed(range(STUDIES))]
    table = evidence_table(studies, TOPICS, "evidence/", catalogue("en"))
    (root / "evidence").mkdir()
    (root / "evidence" / "index.html").write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>All</title>'
        '<meta name="viewport" content="width=device-width">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
        '<link rel="icon" href="../assets/evidence/across.css">'
        '<link rel="stylesheet" href="../assets/evidence/across.css"></head>'
        '<body class="md-typeset"><div class="evidence-across evidence-across--table">'
        f"{table}</div></body></html>",
        encoding="utf-8",
    )
    return f"{serve_folder(root)}/evidence/"


def shown(page: Page) -> list[str]:
    """Return the titles of the rows that are shown, in their order."""
    return page.locator("tbody th a").all_inner_texts()


def numbers(*studies: int) -> list[str]:
    return [f"Study {number}" for number in studies]


def test_rows_are_chosen_by_words_whatever_their_case_and_accents(
    url: str, open_page: OpenPage
) -> None:
    with open_page(url) as (page, record):
        status = page.get_by_role("status")
        expect(status).to_have_text("40 of 40 rows; the first 30 are shown")
        page.get_by_label("Words").fill("  elan  RANDOMISED depréssion")
        assert shown(page) == numbers(34, 28, 22, 16, 10, 4)
        expect(status).to_have_text("6 of 40 rows")
        page.get_by_label("Words").fill("Élan 07")
        assert shown(page) == numbers(7)
        expect(status).to_have_text("1 of 40 rows")
        page.get_by_label("Words").fill("nobody")
        assert shown(page) == []
        expect(status).to_contain_text("No row has all of this.")
        page.keyboard.press("Enter")
        assert page.url == f"{url}#text=nobody"
    assert record == Record()


def test_rows_are_chosen_by_topic_design_and_certainty_together(
    url: str, open_page: OpenPage
) -> None:
    with open_page(url) as (page, record):
        page.get_by_label("Topic").select_option("Sleep")
        page.get_by_label("Kind of study").select_option("Randomised trial")
        assert shown(page) == numbers(37, 31, 25, 19, 13, 7, 1)
        page.get_by_label("How sure?").select_option("High")
        assert shown(page) == numbers(37, 25, 13, 1)
        assert page.url == f"{url}#topic=Sleep&design=randomised-trial&certainty=high"
        page.reload()
        assert shown(page) == numbers(37, 25, 13, 1)
        expect(page.get_by_label("Topic")).to_have_value("Sleep")
        page.get_by_role("button", name="Back to all rows").click()
        assert shown(page) == numbers(*range(39, 9, -1))
        assert page.url == url
    assert record == Record()


def test_retracted_studies_can_be_left_out(url: str, open_page: OpenPage) -> None:
    with open_page(f"{url}#topic=Sleep") as (page, _):
        retracted = page.get_by_role("row", name="Study 7 ")
        expect(retracted).to_contain_text("Retracted: do not rely on it")
        page.get_by_label("Leave out retracted studies").check()
        expect(retracted).to_have_count(0)
        expect(page.get_by_role("status")).to_have_text("19 of 40 rows")
        assert page.url == f"{url}#topic=Sleep&retracted=out"


def test_rows_are_sorted_with_the_keyboard(url: str, open_page: OpenPage) -> None:
    with open_page(f"{url}#topic=Depression") as (page, record):
        heading = page.get_by_role("columnheader", name="Post and date")
        expect(heading).to_have_attribute("aria-sort", "descending")
        heading.get_by_role("button").focus()
        page.keyboard.press("Enter")
        expect(heading).to_have_attribute("aria-sort", "ascending")
        assert shown(page) == numbers(*range(0, 40, 2))
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        people = page.get_by_role("columnheader", name="Who took part")
        expect(people).to_have_attribute("aria-sort", "descending")
        expect(heading).not_to_have_attribute("aria-sort", "ascending")
        assert shown(page) == numbers(*range(2, 40, 2), 0)
        page.keyboard.press("Space")
        assert shown(page) == numbers(*range(38, 1, -2), 0)  # What is not known comes last.
        expect(people.get_by_role("button")).to_be_focused()
        page.reload()
        assert shown(page) == numbers(*range(38, 1, -2), 0)
    assert record == Record()


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("Kind of study", "Meta-analysis", "Cohort study"),
        ("What was looked at", "Élan 00", "Élan 29"),
        ("How sure?", "High", "Low"),
    ],
)
def test_each_heading_sorts_by_what_stands_below_it(
    url: str, open_page: OpenPage, name: str, first: str, last: str
) -> None:
    with open_page(url) as (page, _):
        page.get_by_role("button", name=name).click()
        cells = page.locator(f"tbody td[data-label='{name}']").all_inner_texts()
        assert (cells[0], cells[-1]) == (first, last)


def test_effects_are_not_sorted(url: str, open_page: OpenPage) -> None:
    with open_page(url) as (page, _):
        heading = page.get_by_role("columnheader", name="What was found")
        expect(heading).to_have_count(1)
        expect(heading.get_by_role("button")).to_have_count(0)


def test_the_rows_that_are_not_shown_at_first_come_when_they_are_asked_for(
    url: str, open_page: OpenPage
) -> None:
    with open_page(url) as (page, _):
        assert len(shown(page)) == AT_FIRST
        page.get_by_role("button", name="Show all 40 rows").click()
        assert len(shown(page)) == STUDIES
        expect(page.get_by_role("link", name="Study 9", exact=True)).to_be_focused()
        expect(page.locator(".evidence-all")).not_to_be_visible()


def test_a_long_table_is_not_laid_out_before_its_rows_are_put_away(
    url: str, open_page: OpenPage
) -> None:
    script = '<script src="../assets/evidence/across.js"></script>'
    with open_page(url) as (page, _):
        page.route(url, lambda route: route.fulfill(body=waiting(route.fetch().text(), script)))
        page.goto(url)
        form = page.locator(".evidence-filters")
        expect(form).to_be_visible()
        expect(form).to_have_attribute("hidden", "")
        visible = "rows => rows.filter(row => row.getClientRects().length).length"
        assert page.locator("tbody tr").evaluate_all(visible) == AT_FIRST


def waiting(html: str, script: str) -> str:
    """Return a page whose script has said that it is there, and has not begun yet."""
    assert script in html
    return html.replace('class="evidence-across ', 'class="evidence-across--live ').replace(
        script, ""
    )


def test_an_address_that_asks_for_what_there_is_not_shows_all(
    url: str, open_page: OpenPage
) -> None:
    with open_page(f"{url}#topic=Love&design=%22&sort=effect&retracted") as (page, record):
        assert shown(page) == numbers(*range(39, 9, -1))
        page.evaluate("location.hash = 'certainty=high'")
        expect(page.get_by_role("status")).to_have_text("10 of 40 rows")
        page.evaluate("location.hash = 'somewhere'")
        expect(page.get_by_label("How sure?")).to_have_value("high")
    assert record == Record()


def test_without_javascript_all_rows_are_there(url: str, browser: Browser) -> None:
    for width in (1280, PHONE):
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": width, "height": 800}
        )
        try:
            page = context.new_page()
            page.goto(url)
            assert shown(page) == numbers(*range(39, -1, -1))
            expect(page.get_by_role("button")).to_have_count(0)
            expect(page.get_by_role("combobox")).to_have_count(0)
            expect(page.get_by_role("columnheader")).to_have_count(7)
        finally:
            context.close()


def test_in_a_browser_that_cannot_do_it_all_rows_are_there(url: str, open_page: OpenPage) -> None:
    with open_page(url) as (page, record):
        page.add_init_script("delete Element.prototype.replaceChildren")
        page.goto(f"{url}?old")
        visible = "rows => rows.filter(row => row.getClientRects().length).length"
        assert page.locator("tbody tr").evaluate_all(visible) == STUDIES
        expect(page.locator(".evidence-filters")).not_to_be_visible()
    assert len(record.page_errors) == 1


def test_on_a_telephone_rows_are_cards_and_still_rows(url: str, open_page: OpenPage) -> None:
    with open_page(url, PHONE) as (page, record):
        row = page.get_by_role("row", name="Study 39")
        expect(row.get_by_role("cell")).to_have_count(6)
        expect(row.get_by_role("rowheader")).to_have_count(1)
        expect(page.get_by_role("table", name="What the studies found")).to_have_count(1)
        expect(page.get_by_role("columnheader")).to_have_count(7)
        label = "cell => getComputedStyle(cell, '::before').content"
        assert '"Kind of study"' in row.get_by_role("cell").first.evaluate(label)
        page.get_by_role("button", name="How sure?").click()
        expect(page.locator("tbody tr").first).to_contain_text("High")
        for width in (PHONE, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(TOO_WIDE) == 0
    assert record == Record()


def test_on_paper_stand_all_rows_that_were_chosen(url: str, open_page: OpenPage) -> None:
    with open_page(f"{url}#sort=date") as (page, _):
        page.get_by_label("Words").fill("study")
        paper = PdfReader(BytesIO(page.pdf(format="A4")))
        text = " ".join(" ".join(sheet.extract_text() for sheet in paper.pages).split())
        assert all(f"Study {number} January" in text for number in range(31))
        assert "Choose rows" not in text
        assert text.count("Who took part") >= len(paper.pages) - 1 > 0
        assert len(shown(page)) == AT_FIRST


def test_nothing_is_kept_of_what_was_chosen(url: str, open_page: OpenPage) -> None:
    with open_page(url) as (page, _):
        page.get_by_label("Topic").select_option("Sleep")
        assert page.evaluate("localStorage.length + sessionStorage.length") == 0
        assert page.context.cookies() == []


OUTCOME = {
    "name": "Fear",
    "timepoint": "2 years",
    "effect": {"type": "d", "value": 0.4, "ci": [0.1, 0.7], "better": "lower"},
}
EVIDENCE = {
    "design": "randomised-trial",
    "participants": {"n": 110, "who": "people-who-are-described-in-one-very-long-word-indeed"},
    "comparison": {"intervention": "a hand to hold", "comparator": "no hand"},
    "outcomes": [OUTCOME],
    "certainty": {"level": "low"},
}
NOTICES = """\
works:
  10.1093/scan/nsx091:
    notices:
      - {kind: retraction, date: 2027, source: author}
"""


@pytest.fixture(scope="module")
def material_url(
    tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]
) -> str:
    """The address of a site whose pages Material replaces; a study on it was retracted."""
    folder = tmp_path_factory.mktemp("instant")
    (folder / "site").mkdir()
    url = serve_folder(folder / "site")
    files = {
        "docs/evidence.md": "# Evidence\n\n<!-- evidence/table -->\n\n<!-- evidence/table -->\n",
        "docs/start.md": "# Start\n\nSee [all of it](evidence.md).\n",
        "docs/summaries/hands.yaml": summary(evidence=EVIDENCE),
        "docs/summaries/second.yaml": summary(
            title="Attached", article="bowlby1969", date="2026-04-01", evidence=EVIDENCE
        ),
        "bibliography/notices.yaml": NOTICES,
    }
    Site.create(folder, files, theme=REPLACING, site_url=f"{url}/").build()
    return url


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_page_with_two_tables_and_a_retracted_study_is_accessible(
    material_url: str, open_page: OpenPage, scheme: Scheme
) -> None:
    with open_page(f"{material_url}/evidence/", 1280, scheme) as (page, record):
        page.get_by_text("Take this table with you").first.click()
        assert page.evaluate(DUPLICATE_IDS) == []
        assert violations_on_widths(page, 1280, PHONE) == []
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate(TOO_WIDE) == 0
    assert record == Record()


def test_the_table_goes_on_when_the_page_is_replaced(
    material_url: str, open_page: OpenPage
) -> None:
    with open_page(f"{material_url}/start/") as (page, record):
        page.evaluate("window.isTheSame = true")
        table = page.locator(".evidence-across--table").first
        for _ in range(2):
            page.get_by_role("link", name="all of it").click()
            expect(
                table.get_by_role("columnheader", name="Post").get_by_role("button")
            ).to_have_count(1)
            table.get_by_label("Leave out retracted studies").check()
            expect(table.get_by_role("link", name="Holding hands")).to_have_count(0)
            expect(table.get_by_role("link", name="Attached")).to_be_visible()
            page.go_back()
            expect(page.get_by_role("heading", name="Start")).to_be_visible()
        page.go_forward()
        expect(table.get_by_label("Leave out retracted studies")).to_be_checked()
        assert page.evaluate("window.isTheSame")
    assert record == Record()
