"""What readers meet where comments show on the page, with the provider that the guide shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from mkdocs_evidence.languages import catalogue
from tests.browser.chromium import (
    REPLACING,
    OpenPage,
    Record,
    violations_in_both_schemes,
    violations_on_widths,
)
from tests.browser.test_markup import MATERIAL, check
from tests.browser.test_pages import TOO_WIDE
from tests.browser.test_privacy import STORED
from tests.comments.guestbook import Guestbook, guestbook, install
from tests.hosts.site import Site, summary

POST = "/summaries/hands/"
KEPT = ["evidence-guestbook"]
REGION = ".evidence-request"
WORDS = catalogue("en").beginning("thread_")
SHOWN = f"{REGION} article"

OURS = {"primary": "custom", "accent": "custom"}
THEME = REPLACING | {
    "palette": [
        {"media": f"(prefers-color-scheme: {each})", "scheme": scheme, **OURS}
        for each, scheme in (("light", "default"), ("dark", "slate"))
    ]
}
"""The theme that replaces pages, in the colours of this package."""


@dataclass(frozen=True)
class Place:
    """A site whose readers comment in a guestbook."""

    url: str
    book: Guestbook
    folder: Path


@pytest.fixture(scope="module")
def built(
    tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[[Path], str]
) -> Iterator[Place]:
    folder = tmp_path_factory.mktemp("commented")
    (folder / "site").mkdir()
    url = serve_folder(folder / "site")
    with guestbook() as book:
        files = {
            "docs/summaries/hands.yaml": summary(id="hands"),
            "docs/summaries/maos.yaml": summary(
                id="maos", title="De mãos dadas", date="2026-03-01", language="pt"
            ),
            "docs/summaries/none.yaml": summary(
                id="none", title="No comments yet", date="2026-02-01", article="bowlby1969"
            ),
            "docs/summaries/quiet.yaml": summary(
                id="quiet", title="Quiet", date="2026-01-01", comments="no"
            ),
        }
        site = Site.create(
            folder,
            files,
            theme=THEME,
            site_url=f"{url}/",
            evidence={
                "comments": {"provider": "guestbook", "server": book.url},
                "notice": "If you are in danger, call **112**.",
            },
        )
        outcome = site.run("--strict", PYTHONPATH=install(folder / "packages"))
        assert outcome.returncode == 0, outcome.stdout + outcome.stderr
        yield Place(url, book, folder / "site")


@pytest.fixture
def place(built: Place) -> Place:
    built.book.reset()
    return built


def ask(page: Page) -> None:
    page.get_by_role("button", name="Show the comments").click()


def always(page: Page) -> None:
    page.get_by_label("Always show comments on this device").check()


def status(page: Page) -> str:
    text: str = page.locator(f"{REGION} [role=status]").inner_text()
    return text


def test_nothing_is_asked_for_or_stored_before_the_reader_asks(
    place: Place, open_page: OpenPage
) -> None:
    with open_page(f"{place.url}{POST}") as (page, record):
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{place.url}{POST}?guestbook=of-a-stranger", wait_until="networkidle")
        page.evaluate("sessionStorage['evidence-guestbook'] = ''")
        page.goto(f"{place.url}{POST}?q=guestbook", wait_until="networkidle")
        expect(page.get_by_role("button", name="Show the comments")).to_be_visible()
        page.evaluate("sessionStorage.clear()")
        asked.clear()
        page.goto(f"{place.url}{POST}", wait_until="networkidle")
        scripts = [url for url in asked if "/comments/" in url]
        assert [url.rpartition("/")[2] for url in scripts] == ["loader.js"]
        told = page.locator("[data-comments] > p").first
        expect(told).to_contain_text(f"{place.book.url.removeprefix('http://')} receives")
        order = "e => e.compareDocumentPosition(document.querySelector('.evidence-notice'))"
        assert page.locator("[data-comments]").evaluate(order) == 2  # The notice comes before.
        assert page.evaluate(STORED) == []
    assert record == Record()
    assert place.book.asked == []


def test_comments_are_shown_as_text_and_the_choice_is_not_kept(
    place: Place, open_page: OpenPage
) -> None:
    with open_page(f"{place.url}{POST}") as (page, record):
        with page.expect_request(f"{place.book.url}/**") as asked:
            ask(page)
        assert "referer" not in asked.value.all_headers()
        comment = page.locator(SHOWN)
        expect(comment).to_have_text("<b>Kim</b> wrote:Hello")
        assert comment.evaluate("e => e.innerHTML") == (
            "<strong>&lt;b&gt;Kim&lt;/b&gt; wrote:</strong><p>Hello</p>"
        )
        expect(page.get_by_role("region", name="Comments")).to_be_focused()
        expect(page.get_by_role("status")).to_have_text(WORDS["thread_shown"])
        expect(page.get_by_role("button", name=WORDS["thread_forget"])).to_have_count(0)
        expect(page.get_by_role("link", name="Write in the guestbook")).to_be_visible()
        assert page.evaluate(STORED) == []
        assert page.title() == "Holding hands - Toy"
        page.reload()
        expect(page.get_by_role("button", name="Show the comments")).to_be_visible()
    assert {*record.foreign_requests} == {f"{place.book.url}/comments?thread=hands"}
    assert record == Record(foreign_requests=record.foreign_requests)
    assert place.book.asked == ["/comments?thread=hands"]


def test_a_choice_that_was_kept_can_be_taken_back_with_the_keyboard_alone(
    place: Place, open_page: OpenPage
) -> None:
    with open_page(f"{place.url}{POST}", until="load") as (page, record):
        page.get_by_role("link", name="Write in the guestbook").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(SHOWN)).to_be_visible()
        expect(page.get_by_role("region", name="Comments")).to_be_focused()
        page.goto(f"{place.url}/summaries/maos/")
        expect(page.locator(SHOWN)).to_be_visible()
        expect(page.locator("body")).to_be_focused()
        assert page.evaluate(STORED) == KEPT
        assert page.evaluate("localStorage['evidence-guestbook']") in place.book.url
        page.locator(REGION).focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        told = catalogue("pt").text("thread_forgotten")
        expect(page.get_by_text(told)).to_be_focused()
        assert page.evaluate(STORED) == []
        page.reload(wait_until="networkidle")
        expect(page.get_by_role("button", name="Mostrar os comentários")).to_be_visible()
        expect(page.locator(SHOWN)).to_have_count(0)
    assert len(place.book.asked) == 2
    assert record == Record(foreign_requests=record.foreign_requests)


SHIFTS = """() => new Promise(resolve => {
  const observer = new PerformanceObserver(() => {});
  observer.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => resolve(observer.takeRecords().reduce((sum, { value }) => sum + value, 0)), 50);
})"""


def test_lists_of_posts_count_comments_where_the_choice_was_kept_alone(
    place: Place, open_page: OpenPage
) -> None:
    with open_page(f"{place.url}/", 390) as (page, record):
        counts = page.locator("[data-thread] a")
        expect(counts).to_have_count(3)  # One post has no comments at all.
        for count in counts.all():
            expect(count).to_be_hidden()
        assert place.book.asked == []
        host = place.book.url.removeprefix("http://")
        page.evaluate("host => localStorage['evidence-isso'] = host", host)
        page.evaluate("host => localStorage['evidence-guestbook'] = host", "elsewhere.example")
        page.reload(wait_until="networkidle")
        assert (place.book.asked, record) == ([], Record())
        page.goto(f"{place.url}{POST}", wait_until="networkidle")
        expect(page.get_by_role("button", name="Show the comments")).to_be_visible()
        assert (place.book.asked, record) == ([], Record())
        page.evaluate("host => localStorage['evidence-guestbook'] = host", host)
        page.goto(f"{place.url}/")
        expect(page.get_by_role("link", name="3 comments")).to_be_visible()
        expect(page.get_by_role("link", name="1 comentário")).to_be_visible()
        expect(counts.last).to_be_hidden()
        assert place.book.asked == ["/counts?threads=hands%2Cmaos%2Cnone"]
        assert page.evaluate(SHIFTS) < 0.05
        assert violations_on_widths(page, 1280, 390) == []
        page.get_by_role("link", name="3 comments").click()
        expect(page).to_have_url(f"{place.url}{POST}#comment")
        expect(page.locator(SHOWN)).to_be_visible()
        place.book.mood = "failing"
        page.goto(f"{place.url}/", wait_until="networkidle")
        expect(counts.first).to_be_hidden()
    assert record.page_errors == []


def test_pages_keep_to_the_standard(place: Place) -> None:
    pages = [
        place.folder / name / "index.html" for name in (".", "summaries/hands", "guestbook/maos")
    ]
    found = check("--skip-non-html", *pages)
    assert [message for message in found if message["message"] not in MATERIAL] == []


def test_without_javascript_the_link_stays_and_nothing_is_broken(
    place: Place, browser: Browser
) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{place.url}{POST}")
        expect(page.get_by_role("link", name="Write in the guestbook")).to_be_visible()
        expect(page.locator("[data-comments]")).to_be_hidden()
        page.goto(f"{place.url}/")
        expect(page.locator("[data-thread]").first).to_be_hidden()
        page.goto(f"{place.url}/guestbook/hands/")
        expect(page).to_have_url(f"{place.url}{POST}#comment")
    finally:
        context.close()


def test_comments_go_on_when_the_page_is_replaced(place: Place, open_page: OpenPage) -> None:
    with open_page(f"{place.url}/", until="load") as (page, record):
        page.evaluate("window.isTheSame = true")
        for _ in range(2):
            page.get_by_role("link", name="Read on: Holding hands").click()
            ask(page)
            expect(page.locator(SHOWN)).to_have_count(1)
            page.go_back()
            expect(page.get_by_role("link", name="Read on: Holding hands")).to_be_visible()
        page.get_by_role("link", name="Ler mais: De mãos dadas").click()
        page.get_by_label("Mostrar sempre os comentários").check()
        page.get_by_role("button", name="Mostrar os comentários").click()
        expect(page.locator(SHOWN)).to_have_count(1)
        page.go_back()
        expect(page.get_by_role("link", name="3 comments")).to_be_visible()
        assert page.evaluate("window.isTheSame")
    assert place.book.asked[-1] == "/counts?threads=hands%2Cmaos%2Cnone"
    assert record == Record(foreign_requests=record.foreign_requests)


def test_the_address_of_a_comment_leads_to_it_wherever_its_post_is(
    place: Place, open_page: OpenPage
) -> None:
    with open_page(f"{place.url}/guestbook/hands/#guestbook-12", until="load") as (page, record):
        expect(page).to_have_url(f"{place.url}{POST}#guestbook-12")
        expect(page.get_by_role("button", name="Show the comments")).to_be_focused()
        expect(page.get_by_role("button", name="Show the comments")).to_be_in_viewport()
        page.keyboard.press("Enter")
        expect(page.locator("#guestbook-12")).to_be_focused()
        expect(page.locator("#guestbook-12")).to_be_in_viewport()
        page.goto(f"{place.url}/guestbook/maos/")
        expect(page).to_have_url(f"{place.url}/summaries/maos/#comment")
        page.goto(f"{place.url}{POST}#guestbook-%E0")
        expect(page.get_by_role("button", name="Show the comments")).to_be_focused()
        page.evaluate(f"localStorage['{KEPT[0]}'] = '{urlsplit(place.book.url).netloc}'")
        page.reload()
        expect(page.get_by_role("region", name="Comments")).to_be_focused()
        expect(page.get_by_role("region", name="Comments")).to_be_in_viewport()
    assert record == Record(foreign_requests=record.foreign_requests)


def test_each_state_is_accessible_and_fits_the_screen(place: Place, open_page: OpenPage) -> None:
    def is_good(page: Page, *widths: int) -> None:
        assert violations_in_both_schemes(page, *widths) == []
        page.emulate_media(color_scheme="light")
        page.evaluate("document.body.dataset.mdColorScheme = 'default'")
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate(TOO_WIDE) == 0

    with open_page(f"{place.url}{POST}", until="load") as (page, _):
        is_good(page, 390)
        place.book.mood = "failing"
        always(page)
        ask(page)
        expect(page.get_by_role("button", name=WORDS["thread_again"])).to_be_visible()
        is_good(page, 1280)
        place.book.mood = "well"
        page.get_by_role("button", name=WORDS["thread_again"]).click()
        expect(page.locator(SHOWN)).to_be_visible()
        is_good(page, 1280, 390)
        page.emulate_media(media="print")
        expect(page.locator(REGION)).to_be_hidden()


TROUBLES = {
    "failing": "failed",
    "wrong origin": "refused",
    "garbled": "failed",
    "closing": "unreachable",
}


def test_what_is_wrong_with_the_server_is_said_and_can_be_tried_again(
    place: Place, open_page: OpenPage
) -> None:
    with open_page(f"{place.url}{POST}", until="load") as (page, record):
        act = page.get_by_role("button", name="Show the comments")
        for mood, kind in TROUBLES.items():
            place.book.mood = mood
            act.press("Enter")
            expect(page.get_by_role("status")).to_have_text(WORDS[f"thread_trouble_{kind}"])
            expect(page.get_by_role("region", name="Comments")).to_be_focused()
            expect(page.get_by_role("link", name="Write in the guestbook")).to_be_visible()
            act = page.get_by_role("button", name=WORDS["thread_again"])
        place.book.mood = "well"
        act.press("Enter")
        expect(page.locator(SHOWN)).to_be_visible()
        expect(page.get_by_role("region", name="Comments")).to_be_focused()
        expect(act).to_have_count(0)
    assert record.page_errors == []


QUICK = """() => {
  const wait = window.wait = setTimeout;
  window.setTimeout = (act, after, ...rest) => wait(act, after / 20, ...rest);
  AbortSignal.timeout = (after) => {
    const abort = new AbortController();
    setTimeout(() => abort.abort(new DOMException("", "TimeoutError")), after);
    return abort.signal;
  };
  window.said = [];
  new MutationObserver(() => {
    const text = document.querySelector("[role=status]")?.textContent;
    if (text && text !== said.at(-1)) said.push(text);
  }).observe(document.body, { subtree: true, childList: true });
}"""
"""Lets a page wait a twentieth of the time, and collects what it says."""


def test_a_server_that_is_slow_is_waited_for_and_then_not(
    place: Place, open_page: OpenPage
) -> None:
    place.book.may_answer.clear()
    with open_page(f"{place.url}{POST}", until="load") as (page, _):
        page.evaluate(QUICK)
        ask(page)
        expect(page.get_by_role("status")).to_have_text(WORDS["thread_trouble_slow"])
        page.evaluate("window.setTimeout = window.wait")
        place.book.may_answer.set()
        page.get_by_role("button", name=WORDS["thread_again"]).click()
        expect(page.locator(SHOWN)).to_be_visible()
        assert page.evaluate("said") == [
            WORDS[f"thread_{name}"]
            for name in ("connecting", "still_connecting", "trouble_slow", "connecting", "shown")
        ]


def test_a_policy_of_the_site_that_forbids_the_server_is_named(
    place: Place, open_page: OpenPage
) -> None:
    def with_policy(route: Route) -> None:
        policy = "connect-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self'"
        response = route.fetch()
        headers = response.headers | {"content-security-policy": policy}
        route.fulfill(response=response, headers=headers)

    with open_page(f"{place.url}/404.html", until="load") as (page, _):
        page.route(f"**{POST}", with_policy)
        page.goto(f"{place.url}{POST}")
        ask(page)
        expect(page.get_by_role("status")).to_have_text(WORDS["thread_trouble_forbidden"])
    assert place.book.asked == []


def test_a_reader_who_is_offline_is_told_so(place: Place, open_page: OpenPage) -> None:
    with open_page(f"{place.url}{POST}", until="load") as (page, record):
        page.context.set_offline(True)
        ask(page)
        again = page.get_by_role("button", name=catalogue("en").text("comments_failed"))
        expect(again).to_be_visible()  # Not even the scripts of the site itself come.
        page.context.set_offline(False)
        place.book.mood = "failing"
        again.click()
        expect(page.get_by_role("status")).to_have_text(WORDS["thread_trouble_failed"])
        page.context.set_offline(True)
        page.get_by_role("button", name=WORDS["thread_again"]).click()
        expect(page.get_by_role("status")).to_have_text(WORDS["thread_trouble_offline"])
        page.context.set_offline(False)
    assert record.page_errors == []


@pytest.mark.parametrize("missing", ["setItem", "localStorage"])
def test_storing_that_is_forbidden_breaks_nothing(
    place: Place, open_page: OpenPage, missing: str
) -> None:
    broken = {
        "setItem": "Storage.prototype.setItem = () => { throw new Error('full') }",
        "localStorage": "Object.defineProperty(window, 'localStorage',"
        " { get() { throw new Error('blocked') } })",
    }
    with open_page(f"{place.url}/404.html", until="load") as (page, record):
        page.add_init_script(broken[missing])
        page.goto(f"{place.url}{POST}")
        always(page)
        ask(page)
        expect(page.locator(SHOWN)).to_be_visible()
        expect(page.get_by_role("button", name=WORDS["thread_forget"])).to_have_count(0)
    assert [error for error in record.page_errors if "blocked" not in error] == []
