"""The replies on Mastodon below a post: a server that answers as Mastodon does, and Chromium."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.browser.chromium import OpenPage, Record, tab_to, violations_in_both_schemes
from tests.comments.mastodon_server import ROOT, MastodonServer, mastodon_server, reply
from tests.hosts.site import Site, summary
from tools.serving import served

PALETTE = [
    {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "custom"},
    {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "primary": "custom"},
]

TURNED = "A\u202en\u2069a"
"""A name with signs that turn what follows, such as the address of the account."""


@dataclass(frozen=True)
class Blog:
    """A site with a post that names its thread, and one that names none.

    Attributes:
        url: Its address, without a slash at its end.
        server: The server that has the thread.
    """

    url: str
    server: MastodonServer

    @property
    def post(self) -> str:
        return f"{self.url}/summaries/named/"

    @property
    def thread(self) -> str:
        return f"{self.server.url}/@ana/{ROOT}"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Blog]:
    folder = tmp_path_factory.mktemp("mastodon")
    with mastodon_server() as server, served(folder) as url:
        blog = Blog(f"{url}/site", server)
        Site.create(
            folder,
            {
                "docs/summaries/named.yaml": summary(comments=blog.thread),
                "docs/summaries/hands.yaml": summary(),
                "docs/summaries/maos.yaml": summary(language="pt", comments=blog.thread),
            },
            evidence={"comments": {"provider": "mastodon", "account": f"{server.url}/@ana"}},
            theme={"name": "material", "font": False, "palette": PALETTE},
        ).build()
        yield blog


@pytest.fixture
def blog(running: Blog) -> Iterator[Blog]:
    server = running.server
    yield running
    server.descendants, server.status, server.elsewhere = [], 200, ""
    server.asked.clear()


def ask(page: Page) -> None:
    page.get_by_role("button", name="Show the replies").click()


def test_the_replies_show_once_they_are_asked_for(blog: Blog, open_page: OpenPage) -> None:
    blog.server.descendants = [
        reply(1, "<p>Does it <b>last</b>?<br>I wonder.</p>"),
        reply(2, "<p>It does.</p>", parent="1", visibility="unlisted"),
        reply(3, "<p>For you alone.</p>", visibility="private"),
        reply(4, "<p>A tale.</p>", spoiler_text="Loss", media_attachments=[{}, {}], poll={}),
    ]
    with open_page(blog.post) as (page, record):
        link = page.get_by_role("link", name="Reply on Mastodon")
        expect(link).to_have_attribute("href", blog.thread)
        expect(page.get_by_text("your browser connects to 127.0.0.1")).to_be_visible()
        assert blog.server.asked == []
        ask(page)
        expect(page.get_by_role("heading", name="3 replies on Mastodon")).to_be_visible()
        first = page.get_by_role("article", name="Bo :heart: (@bo@far.example)").first
        expect(first).to_contain_text("Does it last?")
        time = first.get_by_role("link", name="March 4, 2026")
        expect(time).to_have_attribute("href", "https://far.example/@bo/1")
        nested = page.locator("li li").filter(has_text="It does.")
        expect(nested).to_be_visible()
        assert page.get_by_text("For you alone.").count() == 0
        tale = page.get_by_text("A tale.")
        expect(tale).to_be_hidden()
        page.locator("summary", has_text="Loss").click()
        expect(tale).to_be_visible()
        for left_out in ("2 pictures or recordings, on Mastodon", "A poll, on Mastodon"):
            there = page.get_by_role("link", name=left_out)
            expect(there).to_have_attribute("href", "https://far.example/@bo/4")
        assert page.get_by_text("no more than 60").count() == 0
    ((path, headers),) = blog.server.asked
    assert path == f"/api/v1/statuses/{ROOT}/context"
    assert not headers.keys() & {"Referer", "Cookie", "Authorization"}
    assert record == Record(foreign_requests=[blog.server.url + path])


def test_what_strangers_write_is_only_text(blog: Blog, open_page: OpenPage) -> None:
    script = "<script>window.hit = 1</script><img src=/x onerror='window.hit = 1'>"
    account = {"username": script, "acct": script, "display_name": script}
    blog.server.descendants = [
        reply(1, f"{script}<a href='javascript:window.hit=1'>a link</a><p>safe</p>"),
        reply(2, "<p>Bad address</p>", url="javascript:window.hit=1", account=account),
        reply(3, "<p>Bad warning</p>", spoiler_text=script, id='"><script>window.hit=1</script>'),
        reply(4, "<p>No day</p>", created_at="soon", account=account | {"display_name": TURNED}),
        reply(5, "<style>body { display: none }</style><iframe src=/></iframe>last"),
    ]
    with open_page(blog.post, until="load") as (page, record):
        ask(page)
        expect(page.get_by_text("last", exact=True)).to_be_visible()
        thread = page.get_by_role("region", name="Comments")
        assert thread.locator("img, script, iframe, style, [onerror], [href^=java]").count() == 0
        expect(thread.get_by_text(script).first).to_be_visible()
        undated = thread.get_by_role("article").filter(has_text="No day")
        expect(undated).to_have_text(f"Ana (@{script})No day")
        assert page.evaluate("window.hit") is None
        assert len(record.foreign_requests) == 1


def test_a_thread_without_replies_says_so(blog: Blog, open_page: OpenPage) -> None:
    with open_page(f"{blog.url}/summaries/maos/", until="load") as (page, record):
        page.get_by_role("button", name="Mostrar as respostas").click()
        expect(page.get_by_role("heading", name="Ainda não há respostas")).to_be_visible()
        link = page.get_by_role("link", name="Escrever a primeira no Mastodon")
        expect(link).to_have_attribute("href", blog.thread)
    assert not record.console_errors


@pytest.mark.parametrize("is_deep", [True, False])
def test_what_mastodon_leaves_out_is_said(blog: Blog, open_page: OpenPage, is_deep: bool) -> None:
    count = 20 if is_deep else 60
    blog.server.descendants = [
        reply(number, f"<p>Number {number}.</p>", parent=str(number - 1) if is_deep else ROOT)
        for number in range(1, count + 1)
    ]
    with open_page(blog.post, until="load") as (page, _):
        ask(page)
        expect(page.get_by_text(f"Number {count}.")).to_be_visible()
        link = page.get_by_role("link", name="Read all of them on Mastodon")
        expect(link).to_have_attribute("href", blog.thread)


TOLD = {
    404: "This thread is no longer on Mastodon.",
    401: "shows replies only to people who have an account there",
    410: "This thread is no longer on Mastodon.",
    403: "shows replies only to people who have an account there",
    429: "has been asked too often",
    301: "has moved to another address",
    503: "answered with an error",
}
"""What readers are told, by the status of the answer; what follows another says something else."""


def test_a_server_that_refuses_is_told_of_in_words(blog: Blog, open_page: OpenPage) -> None:
    elsewhere = blog.server.url.replace("127.0.0.1", "localhost")
    with open_page(blog.post, until="load") as (page, _):
        act = page.get_by_role("button", name="Show the replies")
        for status, told in TOLD.items():
            blog.server.status = status
            blog.server.elsewhere = elsewhere if status == 301 else ""
            act.click()
            expect(page.get_by_role("status")).to_contain_text(told)
            act = page.get_by_role("button", name="Try again")
        blog.server.status = 200
        act.click()
        expect(page.get_by_role("heading", name="No replies yet")).to_be_visible()
    own = blog.server.url.removeprefix("http://")
    assert {headers["Host"] for _, headers in blog.server.asked} == {own}
    assert len(blog.server.asked) == len(TOLD) + 1


def test_an_answer_that_makes_no_sense_is_told_of(blog: Blog, open_page: OpenPage) -> None:
    blog.server.descendants = [{"id": "1", "visibility": "public", "in_reply_to_id": ROOT}]
    with open_page(blog.post, until="load") as (page, _):
        ask(page)
        expect(page.get_by_role("status")).to_contain_text("answered with an error")


def test_a_slow_server_is_told_of_in_words(blog: Blog, open_page: OpenPage) -> None:
    blog.server.status = 0
    with open_page(blog.post, until="load") as (page, _):
        page.evaluate(
            "AbortSignal.timeout = () => (window.patience = new AbortController()).signal"
        )
        ask(page)
        expect(page.get_by_role("status")).to_contain_text("Connecting")
        page.evaluate("window.patience.abort(new DOMException('', 'TimeoutError'))")
        expect(page.get_by_role("status")).to_contain_text("takes very long to answer")


def test_without_a_thread_the_link_leads_to_the_account(blog: Blog, open_page: OpenPage) -> None:
    with open_page(f"{blog.url}/summaries/hands/") as (page, record):
        link = page.get_by_role("link", name="Write on Mastodon")
        expect(link).to_have_attribute("href", f"{blog.server.url}/@ana")
        assert page.get_by_role("button", name="Show the replies").count() == 0
    assert record == Record()


def test_replies_can_be_read_by_keyboard_and_by_all(blog: Blog, open_page: OpenPage) -> None:
    blog.server.descendants = [
        reply(1, "<p>Does it last?</p>"),
        reply(2, "<p>It does, see <a href='https://example.org/'>this</a>.</p>", parent="1"),
        reply(3, "<p>A tale.</p>", spoiler_text="Loss", media_attachments=[{}]),
    ]
    with open_page(blog.post, until="load") as (page, record):
        page.get_by_role("link", name="Reply on Mastodon").focus()
        tab_to(page, page.get_by_role("button", name="Show the replies"))
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="3 replies on Mastodon")).to_be_visible()
        page.locator("summary", has_text="Loss").focus()
        page.keyboard.press("Enter")
        expect(page.get_by_text("A tale.")).to_be_visible()
        assert violations_in_both_schemes(page, 390, 1280) == []
    assert not record.console_errors
