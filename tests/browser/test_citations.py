"""What a reader can do with a citation and a reference, with every means there is to do it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.chromium import REPLACING, OpenPage, Record, Scheme, violations
from tests.hosts.site import Site

POST = "/summaries/small-steps-against-depression/"
ASSETS = Path(__file__).parents[2] / "plugins/mkdocs_evidence/templates/material/assets/evidence"

LIBRARY = """\
@article{coan2017,
  author = {Coan, James A. and Beckes, Lane},
  title = {Relationship status and perceived support in the social regulation of neural responses},
  journal = {Social Cognitive and Affective Neuroscience},
  year = {2017}, volume = {12}, pages = {1574--1583},
  doi = {10.1093/scan/nsx091}
}
@book{bowlby1969,
  author = {Bowlby, John}, title = {Attachment}, publisher = {Basic Books}, year = {1969}
}
"""

PAGES = {
    "docs/index.md": """# Hands

A hand helps [@coan2017], and who holds it counts [@bowlby1969].

{space}

| What helps   | Who says so                        |
| ------------ | ---------------------------------- |
| to have a hand that one can hold | one and another [@bowlby1969; @coan2017] |

{space}

Here, at last, the end of the page is near, and of the line: [@coan2017; @bowlby1969].

The end of another page.<sup class="citation-note">
<a class="footnote-ref" href="notes/#fn:citation-1">1</a></sup>
""".format(space="A line that takes some room on the page.\n\n" * 20),
    "docs/notes.md": """---
citation_style: chicago-notes-bibliography
---
# In notes

A hand helps.[@coan2017] An author's own footnote.[^own]

[^own]: My own, with @bowlby1969.
""",
}

BOX = "#cite-preview"
COAN = "Coan, J. A., & Beckes, L. (2017)."
DOI = "https://doi.org/10.1093/scan/nsx091"

INSIDE = """box => {
  const {left, top, right, bottom} = box.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}"""


@pytest.fixture(scope="session")
def plain_url(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]) -> str:
    """The address of a site of plain Material with this plugin and without summaries.

    Material replaces pages only of a site that knows its own address, so that is found first.
    """
    folder = tmp_path_factory.mktemp("plain")
    (folder / "site").mkdir()
    url = serve_folder(folder / "site")
    site = Site.create(
        folder,
        {**PAGES, "bibliography/all.bib": LIBRARY, "docs/summaries/hands.yaml": None},
        plugins=["search", "evidence"],
        site_url=f"{url}/",
        theme=REPLACING,
        markdown_extensions=["footnotes", "tables"],
    )
    (folder / "docs/summaries").rmdir()
    site.build()
    return url


@contextmanager
def context(browser: Browser, url: str, **options: object) -> Iterator[Page]:
    """Open a page in a context of another kind than `open_page` has."""
    opened: BrowserContext = browser.new_context(**options)  # type: ignore[arg-type]  # of any type
    try:
        page = opened.new_page()
        page.goto(url)
        yield page
    finally:
        opened.close()


def cite(page: Page, number: int = 0) -> Locator:
    return page.locator("article a.cite").nth(number)


def open_menu(page: Page, number: int = 0) -> Locator:
    menu = page.locator("details.reference-menu").nth(number)
    menu.locator("summary").click()
    return menu


def test_hovering_a_cite_shows_its_reference_as_long_as_one_stays(
    plain_url: str, open_page: OpenPage
) -> None:
    with open_page(f"{plain_url}/") as (page, record):
        cite(page).hover()
        box = page.get_by_role("note")
        expect(box).to_contain_text(COAN)
        expect(cite(page)).to_have_attribute("aria-describedby", "cite-preview")
        box.get_by_role("link", name=DOI).hover()
        page.wait_for_timeout(500)
        expect(box).to_be_visible()
        page.get_by_role("heading", name="Hands").hover()
        expect(box).to_have_count(0)
        expect(cite(page)).not_to_have_attribute("aria-describedby", "cite-preview")
    assert record == Record()


def test_the_keyboard_goes_into_the_preview_and_back(plain_url: str, open_page: OpenPage) -> None:
    with open_page(f"{plain_url}/") as (page, _):
        page.keyboard.press("Tab")
        cite(page).focus()
        box = page.locator(BOX)
        expect(box).to_contain_text(COAN)
        page.mouse.move(600, 10)  # The mouse is elsewhere, and it stays.
        page.wait_for_timeout(500)
        page.keyboard.press("Tab")
        expect(box.get_by_role("link", name=DOI)).to_be_focused()
        page.keyboard.press("Escape")
        expect(box).to_have_count(0)
        expect(cite(page)).to_be_focused()
        page.keyboard.press("Tab")
        expect(cite(page, 1)).to_be_focused()
        expect(box).to_contain_text("Bowlby, J. (1969).")
        page.keyboard.press("Tab")  # There is no link in this one.
        expect(cite(page, 2)).to_be_focused()


def test_escape_dismisses_what_the_mouse_has_shown(
    make_page: Callable[[str], str], open_page: OpenPage
) -> None:
    with open_page(make_page("A reference.")) as (page, _):
        cite(page).hover(position={"x": 3, "y": 3})
        box = page.locator(BOX)
        expect(box).to_be_visible()
        page.keyboard.press("Escape")
        cite(page).locator("i").hover()
        page.wait_for_timeout(400)
        expect(box).to_have_count(0)
        page.locator("summary").hover()
        cite(page).hover()
        expect(box).to_be_visible()


@pytest.mark.parametrize("width", [320, 390])
def test_a_preview_is_never_off_the_screen(plain_url: str, open_page: OpenPage, width: int) -> None:
    with open_page(f"{plain_url}/", width=width) as (page, _):
        page.set_viewport_size({"width": width, "height": 500})
        page.keyboard.press("Tab")
        for number in range(6):
            cite(page, number).evaluate("cite => cite.scrollIntoView({block: 'end'})")
            cite(page, number).evaluate("cite => cite.focus({preventScroll: true})")
            expect(cite(page, number)).to_have_attribute("aria-describedby", "cite-preview")
            assert page.locator(BOX).evaluate(INSIDE)
            assert page.locator(f"{BOX} > div").evaluate("e => e.scrollHeight <= e.clientHeight")
        page.mouse.wheel(0, -60)
        page.wait_for_timeout(200)
        apart = page.evaluate("""() => {
          const box = document.getElementById("cite-preview").getBoundingClientRect();
          const cite = document.querySelector("[aria-describedby]").getBoundingClientRect();
          return Math.max(box.top - cite.bottom, cite.top - box.bottom);
        }""")
        assert abs(apart) < 2


def test_a_first_touch_shows_the_reference_and_a_second_one_goes_there(
    plain_url: str, browser: Browser
) -> None:
    phone = {"has_touch": True, "is_mobile": True, "viewport": {"width": 390, "height": 700}}
    with context(browser, f"{plain_url}/", **phone) as page:
        cite(page).tap()
        box = page.locator(BOX)
        expect(box).to_contain_text(COAN)
        assert "#" not in page.url
        page.get_by_role("heading", name="Hands").tap()
        expect(box).to_have_count(0)
        cite(page).tap()
        expect(box).to_be_visible()
        cite(page).tap()
        page.wait_for_url("**/#ref-coan2017")
        expect(box).to_have_count(0)
        expect(page.locator("#ref-coan2017")).to_be_in_viewport()


def test_on_a_list_of_posts_the_reference_comes_from_the_post(
    site_url: str, open_page: OpenPage
) -> None:
    with open_page(f"{site_url}/") as (page, record):
        link = page.get_by_role("link", name="Richards et al., 2016").first
        link.hover()
        box = page.locator(BOX)
        expect(box).to_contain_text("Richards, D. A., Ekers, D.")
        expect(box.get_by_role("link")).to_have_attribute(
            "href", "https://doi.org/10.1016/S0140-6736(16)31140-0"
        )
        link.click()
        page.wait_for_url(f"{site_url}{POST}#ref-*")
    assert record == Record()


def test_a_post_that_cannot_be_had_leaves_the_link_as_it_is(
    site_url: str, browser: Browser
) -> None:
    phone = {"has_touch": True, "is_mobile": True, "viewport": {"width": 390, "height": 700}}
    with context(browser, f"{site_url}/", **phone) as page:
        page.route(f"**{POST}", lambda route: route.abort(), times=1)
        page.get_by_role("link", name="Richards et al., 2016").first.tap()
        page.wait_for_url(f"{site_url}{POST}#ref-*")


def test_the_mark_of_a_note_shows_the_note(plain_url: str, open_page: OpenPage) -> None:
    with open_page(f"{plain_url}/notes/") as (page, record):
        mark = page.locator(".citation-note a").first
        mark.hover()
        box = page.locator(BOX)
        expect(box).to_contain_text("James A. Coan and Lane Beckes, “Relationship")
        expect(box).not_to_contain_text("↩")
        expect(box.get_by_role("link").first).to_have_attribute(
            "href", f"{plain_url}/notes/#ref-coan2017"
        )
        assert page.locator("[id]").evaluate_all(
            "all => new Set(all.map(element => element.id)).size === all.length"
        )
        page.locator("sup:not(.citation-note) a.footnote-ref").hover()
        expect(box).to_have_count(0)
    assert record == Record()


def test_links_in_what_comes_from_another_page_lead_where_they_led_there(
    plain_url: str, open_page: OpenPage
) -> None:
    with open_page(f"{plain_url}/") as (page, _):
        page.locator(".citation-note a").hover()
        expect(page.locator(BOX).get_by_role("link").first).to_have_attribute(
            "href", f"{plain_url}/notes/#ref-coan2017"
        )


CLIPBOARD = """async kind => {
  const [item] = await navigator.clipboard.read();
  return item.types.includes(kind) ? (await item.getType(kind)).text() : "";
}"""


def test_a_reference_is_copied_as_text_and_in_other_formats(
    plain_url: str, open_page: OpenPage
) -> None:
    with open_page(f"{plain_url}/") as (page, record):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        menu = open_menu(page, 1)
        said = menu.get_by_role("status")
        expect(said).to_be_empty()
        menu.get_by_role("button", name="As text").click()
        expect(said).to_have_text("Copied")
        text = page.evaluate(CLIPBOARD, "text/plain")
        assert text.startswith(f"{COAN} Relationship status")
        assert text.endswith(DOI)
        assert "<i>Social Cognitive and Affective Neuroscience</i>" in page.evaluate(
            CLIPBOARD, "text/html"
        )
        menu.get_by_role("link", name="BibTeX").click()
        page.wait_for_function(
            "navigator.clipboard.readText().then(text => text.startsWith('@article{coan2017,'))"
        )
        menu.get_by_role("link", name="RIS").click()
        page.wait_for_function(
            "navigator.clipboard.readText().then(text => text.startsWith('TY  - JOUR'))"
        )
        expect(said).to_have_text("Copied")
        assert page.url == f"{plain_url}/"
    assert record == Record()


def test_a_number_before_a_reference_is_not_copied(
    make_page: Callable[[str], str], open_page: OpenPage
) -> None:
    reference = (
        '<div class="csl-left-margin">[1]</div><div class="csl-right-inline">J. A. Coan</div>'
    )
    with open_page(make_page(reference)) as (page, _):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        menu = open_menu(page)
        menu.get_by_role("button").click()
        expect(menu.get_by_role("status")).to_have_text("Copied")
        assert page.evaluate(CLIPBOARD, "text/plain") == "J. A. Coan"


def test_what_cannot_be_copied_can_be_downloaded(plain_url: str, open_page: OpenPage) -> None:
    with open_page(f"{plain_url}/") as (page, _):
        page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(Error()); }")
        menu = open_menu(page)
        with page.expect_download() as download:
            menu.get_by_role("link", name="BibTeX").click()
        assert download.value.suggested_filename == "bowlby1969.bib"
        expect(menu.get_by_role("status")).to_be_empty()


def test_one_menu_is_open_at_a_time_and_closes_as_menus_do(
    plain_url: str, open_page: OpenPage
) -> None:
    with open_page(f"{plain_url}/") as (page, _):
        first = open_menu(page)
        second = open_menu(page, 1)
        expect(first).not_to_have_attribute("open", "")
        expect(second).to_have_attribute("open", "")
        second.get_by_role("button").focus()
        page.keyboard.press("Escape")
        expect(second).not_to_have_attribute("open", "")
        expect(second.locator("summary")).to_be_focused()
        page.keyboard.press("Enter")
        expect(second).to_have_attribute("open", "")
        page.get_by_role("heading", name="References").click()
        expect(second).not_to_have_attribute("open", "")


def test_without_javascript_there_are_links(plain_url: str, browser: Browser) -> None:
    with context(browser, f"{plain_url}/", java_script_enabled=False) as page:
        menu = open_menu(page)
        expect(menu.get_by_role("button")).to_have_count(0)
        with page.expect_download() as download:
            menu.get_by_role("link", name="RIS").click()
        assert (
            download.value.path().read_bytes().startswith(b"TY  - BOOK\r\nAU  - Bowlby, John\r\n")
        )
        cite(page).hover()
        cite(page).click()
        expect(page.locator(BOX)).to_have_count(0)
        assert page.url == f"{plain_url}/#ref-coan2017"


def test_all_goes_on_when_the_page_is_replaced(plain_url: str, open_page: OpenPage) -> None:
    with open_page(f"{plain_url}/") as (page, record):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.evaluate("window.isTheSame = true")
        cite(page).hover()
        expect(page.locator(BOX)).to_be_visible()
        page.get_by_role("link", name="In notes").first.click()
        expect(page.get_by_role("heading", name="In notes")).to_be_visible()
        assert page.evaluate("window.isTheSame")
        expect(page.locator(BOX)).to_have_count(0)
        page.locator(".citation-note a").hover()
        expect(page.locator(BOX)).to_be_visible()
        menu = open_menu(page)
        menu.get_by_role("button").click()
        expect(menu.get_by_role("status")).to_have_text("Copied")
    assert record == Record()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("site", ["example", "plain"])
def test_preview_and_menu_are_accessible(
    site_url: str, plain_url: str, open_page: OpenPage, site: str, scheme: Scheme
) -> None:
    url = site_url + POST if site == "example" else f"{plain_url}/"
    with open_page(url, 390, scheme) as (page, record):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        menu = open_menu(page)
        menu.get_by_role("button").click()
        expect(menu.get_by_role("status")).to_be_visible()
        page.locator(".citation a.cite").last.hover()
        page.locator(BOX).evaluate("box => Promise.all(box.getAnimations().map(a => a.finished))")
        found = [node for broken in violations(page) for node in broken["nodes"]]
        assert [node for node in found if is_ours(page, node)] == []
    assert record == Record()


def is_ours(page: Page, node: dict[str, object]) -> bool:
    """Say whether what axe found is in a preview or a reference; what else is there is Material."""
    (selector,) = cast(list[str], node["target"])
    return bool(page.locator(selector).evaluate(f"e => !!e.closest('{BOX}, .references')"))


def test_nothing_moves_for_readers_who_want_no_motion(plain_url: str, browser: Browser) -> None:
    with context(browser, f"{plain_url}/", reduced_motion="reduce") as page:
        cite(page).hover()
        assert page.locator(BOX).evaluate("box => box.getAnimations().length") == 0


def test_on_paper_there_is_the_text_alone(plain_url: str, open_page: OpenPage) -> None:
    with open_page(f"{plain_url}/") as (page, _):
        open_menu(page)
        cite(page).hover()
        expect(page.locator(BOX)).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator(BOX)).not_to_be_visible()
        expect(page.locator(".reference-back").first).not_to_be_visible()
        expect(page.locator(".reference-menu").first).not_to_be_visible()
        expect(page.locator("#ref-coan2017")).to_be_visible()


@pytest.fixture
def make_page(tmp_path: Path, serve_folder: Callable[[Path], str]) -> Callable[[str], str]:
    """A function that serves a page of one reference under the strictest policy there is."""

    def make(reference: str) -> str:
        for name in ("citations.css", "citations.js"):
            (tmp_path / name).write_bytes((ASSETS / name).read_bytes())
        (tmp_path / "index.html").write_text(
            '<!doctype html><html lang="en"><head><title>A page</title>'
            '<meta http-equiv="Content-Security-Policy" content="default-src \'self\'">'
            '<link rel="icon" href="citations.css"><link rel="stylesheet" href="citations.css">'
            '<script src="citations.js"></script></head><body class="md-typeset"><article>'
            '<p><a class="cite" href="#ref-one">One, <i>two</i></a></p>'
            '<ul class="references"><li id="ref-one">'
            f'<div class="reference-text">{reference}</div>'
            '<details class="reference-menu" data-copied="Copied"><summary>Copy</summary>'
            '<ul><li><button type="button" class="reference-copy" hidden>Text</button></li></ul>'
            "</details></li></ul></article></body></html>",
            encoding="utf-8",
        )
        return serve_folder(tmp_path)

    return make


def test_a_strict_policy_for_content_is_kept(
    make_page: Callable[[str], str], open_page: OpenPage
) -> None:
    with open_page(make_page("A <i>reference</i>.")) as (page, record):
        cite(page).hover()
        expect(page.locator(BOX)).to_have_text("A reference.")
        assert page.locator(BOX).evaluate(INSIDE)
        page.keyboard.press("Escape")
        expect(open_menu(page).get_by_role("button")).to_be_visible()
    assert record == Record()
