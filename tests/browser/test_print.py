"""What comes out of the printer: a post as a handout, and other pages so that they can be read."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

from mkdocs_evidence.languages import catalogue
from tests.browser.chromium import OpenPage
from tests.hosts.site import Site

ROOT = Path(__file__).parents[2]
POSTS = sorted(path.stem for path in (ROOT / "docs/summaries").glob("*.*") if path.suffix != ".svg")
POST = "/summaries/small-steps-against-depression/"
RETRACTED = "/summaries/a-retracted-mindfulness-study/"
PORTUGUESE = "/summaries/mensagens-depois-dos-sessenta/"
SITE = "https://example.org"

Paper = Literal["A4", "Letter"]

AREA: dict[Paper, int] = {"A4": 711, "Letter": 733}
"""How wide the text area of a sheet may be, in CSS pixels: its width without the margins."""

DOIS = "links => links.map(link => link.textContent).filter(text => text.includes('doi.org'))"

SECTIONS = """headings => headings.map(heading =>
  [heading.textContent, heading.nextElementSibling.textContent.slice(0, 40)])"""

BEYOND = """() => {
  const edge = document.querySelector(".md-content__inner").getBoundingClientRect().right;
  const range = document.createRange();
  const texts = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  const beyond = [];
  while (texts.nextNode()) {
    range.selectNodeContents(texts.currentNode);
    if ([...range.getClientRects()].some(box => box.right > edge + 1)) {
      beyond.push(texts.currentNode.data);
    }
  }
  return beyond;
}"""

PALE = """() => {
  const light = color => Math.max(...color.match(/[0-9.]+/g).slice(0, 3).map(Number));
  const shown = [...document.querySelectorAll("article *")].filter(element => element.offsetHeight);
  return shown.filter(element => light(getComputedStyle(element).color) > 60)
    .map(element => element.outerHTML.slice(0, 100));
}"""


def printed(page: Page, paper: Paper = "A4") -> PdfReader:
    return PdfReader(BytesIO(page.pdf(format=paper, print_background=True)))


def texts(pdf: PdfReader) -> list[str]:
    return [words(sheet.extract_text()) for sheet in pdf.pages]


def words(text: str) -> str:
    """Return what a text says without the places where its lines end."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("post", POSTS)
def test_a_post_is_a_handout_of_two_pages_at_most(
    site_url: str, open_page: OpenPage, post: str
) -> None:
    with open_page(f"{site_url}/summaries/{post}/", scheme="dark") as (page, _):
        handouts = [texts(printed(page, paper)) for paper in AREA]
        title = page.locator("h1").inner_text()
        dois = page.locator(".references a").evaluate_all(DOIS)
        notice = page.locator(".evidence-notice").inner_text()
        sections = page.locator(".evidence-section").evaluate_all(SECTIONS)
    assert dois
    assert sections
    for sheets in handouts:
        assert len(sheets) <= 2
        for part in (title, *dois, notice, f"{SITE}/summaries/{post}/", "The Reading Chair"):
            assert words(part) in "".join(sheets)
        for heading, beginning in sections:
            assert [words(heading) in sheet for sheet in sheets] == [
                words(beginning) in sheet for sheet in sheets
            ]


def test_the_text_is_large_enough_to_be_read(site_url: str, open_page: OpenPage) -> None:
    sizes: Counter[float] = Counter()

    def note(text: str, now: list[float], matrix: list[float], _: object, size: float) -> None:
        sizes[abs(now[3] * matrix[3] * size)] += len(text.strip())

    with open_page(site_url + POST) as (page, _):
        printed(page).pages[0].extract_text(visitor_text=note)
    assert sizes.most_common(1)[0][0] >= 9.5
    assert min(size for size, signs in sizes.items() if signs) >= 6


@pytest.mark.parametrize("path", [RETRACTED, PORTUGUESE])
def test_what_works_on_a_screen_alone_is_not_printed(
    site_url: str, open_page: OpenPage, path: str
) -> None:
    with open_page(site_url + path) as (page, _):
        text = "".join(texts(printed(page)))
        language = page.locator(".evidence-post").get_attribute("lang") or ""
        introduction = page.locator(".evidence-introduction").inner_text()
    told = catalogue(language)
    for name in ("copy_citation", "comment_email", "comments_invitation", "read_article", "legal"):
        assert words(told.text(name)) not in text
    for part in (introduction, "↩", "Search", "Skip", "BibTeX", "Reading research"):
        assert words(part) not in text


def test_a_retraction_is_seen_with_the_address_of_its_notice(
    site_url: str, open_page: OpenPage
) -> None:
    with open_page(site_url + RETRACTED) as (page, _):
        first = texts(printed(page))[0]
        page.emulate_media(media="print")
        border = page.locator(".evidence-banner").evaluate("box => getComputedStyle(box).border")
    assert words(catalogue("en").text("banner_retraction")) in first
    assert "(https://doi.org/10.1371/journal.pone.0215608)" in first
    assert border.endswith("solid rgb(0, 0, 0)")


@pytest.mark.parametrize("path", [POST, PORTUGUESE])
def test_a_telephone_reads_the_address_of_a_post_from_paper(
    site_url: str, browser: Browser, path: str
) -> None:
    # Twice the 96 dots to the inch of the screen is less than what any printer has.
    with browser.new_context(device_scale_factor=2) as context:
        page = context.new_page()
        page.goto(site_url + path)
        page.emulate_media(media="print", color_scheme="dark")
        picture = page.locator(".evidence-handout .evidence-qr").screenshot()
    (read,) = zxingcpp.read_barcodes(Image.open(BytesIO(picture)))
    assert read.text == SITE + path


@pytest.mark.parametrize("path", [RETRACTED, "/guide/mistakes/", "/bibliography/", "/"])
def test_paper_is_black_on_white_and_nothing_is_cut_off(
    site_url: str, open_page: OpenPage, path: str
) -> None:
    with open_page(site_url + path, scheme="dark") as (page, _):
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
        page.emulate_media(media="print", color_scheme="dark")
        for width in AREA.values():
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(BEYOND) == []
        background = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert background == "rgb(255, 255, 255)"
        if "guide" not in path:  # Code has colours.
            assert page.evaluate(PALE) == []


def test_a_page_of_the_guide_is_printed_without_navigation(
    site_url: str, open_page: OpenPage
) -> None:
    with open_page(f"{site_url}/guide/publishing/") as (page, _):
        pdf = printed(page)
    lines = [line.strip() for sheet in pdf.pages for line in sheet.extract_text().splitlines()]
    assert "Publishing with GitHub Pages" in lines
    assert not {"Home", "Topics", "About", "For authors", "Previous", "Next", "Comments"} & {*lines}
    assert "Skip to content" not in " ".join(lines)


def test_the_foot_of_a_handout_is_not_on_the_screen(site_url: str, open_page: OpenPage) -> None:
    with open_page(site_url + PORTUGUESE) as (page, _):
        foot = page.locator(".evidence-handout")
        assert not foot.is_visible()
        page.emulate_media(media="print")
        assert foot.is_visible()
        assert foot.inner_text().startswith(catalogue("pt").text("handout"))


NAME = 'Tom & "Ana" \\ </style> {} é'


@pytest.mark.parametrize("address", ["https://example.org/", ""])
def test_any_site_can_be_printed_and_its_name_heads_the_paper(
    tmp_path: Path, serve_folder: Callable[[Path], str], open_page: OpenPage, address: str
) -> None:
    site = Site.create(tmp_path, site_name=NAME, site_url=address).build()
    foot = site.page("summaries/hands/").xpath("//*[@class='evidence-handout']")
    assert bool(foot) == bool(address)
    with open_page(f"{serve_folder(tmp_path / 'site')}/summaries/hands/") as (page, _):
        text = "".join(texts(printed(page)))
        page.emulate_media(media="print")
        family = page.locator("article").evaluate("text => getComputedStyle(text).fontFamily")
    assert words(NAME) in text
    assert family.startswith("Georgia")  # without a palette too
