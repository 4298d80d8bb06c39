"""What a reader does: follow a citation and come back, comment, search, use the keyboard."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.chromium import OpenPage

POST = "/summaries/small-steps-against-depression/"
PORTUGUESE = "/summaries/mensagens-depois-dos-sessenta/"

FOCUSED = """() => {
  const element = document.activeElement;
  // The choice of colours is shown by the label of a radio button that is not seen itself.
  const shown = element.matches("[type=radio]") ? element.nextElementSibling : element;
  const box = shown.getBoundingClientRect(), style = getComputedStyle(shown);
  const name = element.getAttribute("aria-label") || element.textContent;
  return {
    name: name.trim().replace(/\\s+/g, " "),
    inPost: !!element.closest(".evidence-post"),
    seen: box.width > 0 && box.height > 0 && style.visibility === "visible",
    marked: style.outlineStyle !== "none" || element.matches("[type=text]"),
  };
}"""


def in_view(page: Page, selector: str) -> None:
    expect(page.locator(selector)).to_be_in_viewport()


def test_a_citation_leads_to_its_reference_and_back(site_url: str, open_page: OpenPage) -> None:
    with open_page(site_url + POST) as (page, _):
        cite = page.locator("#study ~ p a.cite", has_text="Rhodes et al., 2014").first
        place = cite.get_attribute("id")
        cite.click()
        reference = "li:has-text('Rhodes, S., Richards'):target"
        in_view(page, reference)
        page.locator(reference).get_by_label("Back to the text").click()
        assert urlsplit(page.url).fragment == place
        in_view(page, f"[id='{place}']")


def test_a_citation_on_the_home_page_leads_to_the_reference_in_the_post(
    site_url: str, open_page: OpenPage
) -> None:
    with open_page(f"{site_url}/") as (page, _):
        page.get_by_role("link", name="Richards et al., 2016").first.click()
        page.wait_for_url(f"{site_url}{POST}#ref-*")
        in_view(page, "li:has-text('Richards, D. A., Ekers'):target")


def test_a_comment_is_an_e_mail_with_subject_and_address(
    site_url: str, open_page: OpenPage
) -> None:
    with open_page(site_url + POST) as (page, _):
        page.get_by_role("link", name="leave a comment").click()
        link = page.get_by_role("link", name="Write a comment by e-mail")
        expect(link).to_be_in_viewport()
        mail = urlsplit(link.get_attribute("href") or "")
        assert (mail.scheme, mail.path) == ("mailto", "ana@example.org")
        fields = parse_qs(mail.query)
        assert fields["subject"] == ["Comment on: Small steps against depression"]
        assert f"https://example.org{POST}" in fields["body"][0]


def test_the_search_finds_a_word_of_a_post(whole_site_url: str, open_page: OpenPage) -> None:
    with open_page(f"{whole_site_url}/") as (page, _):
        page.keyboard.press("/")
        # The search answers to keys, not to text that is put in otherwise.
        page.get_by_role("textbox", name="Search").press_sequentially("Guarulhos")
        found = page.locator("a.md-search-result__link").first
        expect(found).to_contain_text("Depressão depois dos 60")
        found.click()
        page.wait_for_url(f"{whole_site_url}{PORTUGUESE}**")


def test_the_language_of_a_post_is_marked(site_url: str, open_page: OpenPage) -> None:
    with open_page(site_url + PORTUGUESE) as (page, _):
        assert page.locator("html").get_attribute("lang") == "en"
        expect(page.locator("h1")).to_have_js_property("lang", "")
        assert page.locator("h1").evaluate("h => h.closest('[lang]').lang") == "pt"
        expect(page.get_by_role("heading", name="Referências")).to_be_visible()
    with open_page(f"{site_url}/") as (page, _):
        post = page.locator("article[lang='pt']")
        expect(post.get_by_role("heading")).to_contain_text("Depressão depois dos 60")


@pytest.mark.parametrize("path", ["/", POST, PORTUGUESE, "/bibliography/", "/topics/", "/tags/"])
def test_without_javascript_pages_are_complete(
    site_url: str, open_page: OpenPage, browser: Browser, path: str
) -> None:
    with open_page(site_url + path) as (page, _):
        usual = page.locator(".md-content").inner_text()
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(site_url + path)
        assert page.locator(".md-content").inner_text() == usual
        assert page.locator(".md-tabs a").count() > 3
    finally:
        context.close()


def test_the_keyboard_reaches_the_text_at_once(site_url: str, open_page: OpenPage) -> None:
    with open_page(site_url + POST) as (page, _):
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)["name"] == "Skip to content"
        expect(page.get_by_role("link", name="Skip to content")).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        assert page.evaluate(FOCUSED)["inPost"]


def test_the_keyboard_goes_through_the_page_in_its_order(
    site_url: str, open_page: OpenPage
) -> None:
    with open_page(site_url + POST) as (page, _):
        steps: list[dict[str, object]] = []
        while not (steps and steps[-1]["inPost"]) and len(steps) < 20:
            page.keyboard.press("Tab")
            page.wait_for_timeout(20)
            steps.append(page.evaluate(FOCUSED))
        names = [step["name"] for step in steps]
        assert all(step["seen"] and step["marked"] for step in steps), steps
        assert names[0] == "Skip to content"
        known = ["Switch to dark colours", "Search", "Topics", "Bibliography", "About"]
        assert [name for name in names if name in known] == known
        assert steps[-1]["inPost"]


def test_pictures_have_loaded_and_have_words(site_url: str, open_page: OpenPage) -> None:
    with open_page(site_url + POST) as (page, _):
        picture = page.locator(".evidence-image img")
        assert picture.evaluate("image => image.naturalWidth") > 0
        assert picture.get_attribute("alt")
