"""Discussions on GitHub in the frame of giscus, against a server that answers as giscus does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.chromium import OpenPage, Record, tab_to, violations_in_both_schemes
from tests.comments.giscus_server import GiscusServer, giscus_server
from tests.hosts.site import Site, summary
from tools.serving import served

SETTINGS = {
    "provider": "giscus",
    "repository": "ana/blog",
    "repository_id": "R_kgDOExample",
    "category": "Announcements",
    "category_id": "DIC_kwDOExample",
}
PALETTE = [
    {
        "media": f"(prefers-color-scheme: {scheme})",
        "scheme": name,
        "primary": "custom",
        "toggle": {"icon": "material/circle-half-full", "name": f"From {scheme}"},
    }
    for scheme, name in (("light", "default"), ("dark", "slate"))
]
IMPATIENT = """long => {
  const wait = window.wait = setTimeout;
  window.setTimeout = (act, time, ...given) => wait(act, time === long ? 100 : time, ...given);
}"""
HEARD = """() => {
  window.heard = new Promise((resolve) => addEventListener("message", resolve, { once: true }));
}"""
"""Has the next message to the page in `heard`, once those have heard it who listened before."""
OTHERS = [
    "postMessage({ giscus: { resizeHeight: 999 } }, '*')",
    # Another frame of the same server.
    """src => {
      const frame = Object.assign(document.createElement("iframe"), { src });
      document.body.append(frame);
      heard.then(() => frame.remove());
    }""",
    # Another server in the frame itself.
    """src => {
      document.querySelector("iframe").src = src.replace("localhost", "127.0.0.1");
    }""",
]
"""Lets others say how high the frame should be."""
SESSIONS = "JSON.stringify({...sessionStorage, ...localStorage})"


@dataclass(frozen=True)
class Blog:
    """A site with a post.

    Attributes:
        url: Its address, without a slash at its end.
        server: The giscus that it uses.
    """

    url: str
    server: GiscusServer

    @property
    def post(self) -> str:
        return f"{self.url}/summaries/hands/"


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Blog]:
    folder = tmp_path_factory.mktemp("giscus")
    with giscus_server() as server, served(folder) as url:
        Site.create(
            folder,
            {
                "docs/summaries/hands.yaml": summary(id="the-hand", title="Hands & <b>hearts</b>"),
                "docs/summaries/maos.yaml": summary(id="a-mao", language="pt-BR"),
            },
            evidence={"comments": SETTINGS | {"server": server.url}},
            theme={
                "name": "material",
                "font": False,
                "features": ["navigation.instant"],
                "palette": PALETTE,
            },
            site_url=f"{url}/site/",
        ).build()
        yield Blog(f"{url}/site", server)


@pytest.fixture
def blog(running: Blog) -> Iterator[Blog]:
    yield running
    running.server.mode = "speaks"
    running.server.asked.clear()


def ask(page: Page) -> None:
    page.get_by_role("button", name="Show the comments from GitHub").click()


def frame_of(page: Page) -> Locator:
    return page.get_by_title("Comments from GitHub")


def inside(page: Page) -> FrameLocator:
    return page.frame_locator("[title='Comments from GitHub']")


def say(page: Page, giscus: str) -> None:
    """Let the frame say something."""
    frame = page.frames[-1]
    frame.evaluate(f"say({giscus})")


def test_the_discussion_shows_once_it_is_asked_for(blog: Blog, open_page: OpenPage) -> None:
    with open_page(blog.post) as (page, record):
        link = page.get_by_role("link", name="Comment on GitHub")
        address = urlsplit(str(link.get_attribute("href")))
        assert address._replace(query="").geturl() == "https://github.com/ana/blog/discussions"
        assert parse_qs(address.query) == {"discussions_q": ['"the-hand" in:title']}
        expect(page.get_by_text("a website of Microsoft in the USA")).to_be_visible()
        assert blog.server.asked == []
        assert page.evaluate(SESSIONS) == "{}"
        ask(page)
        expect(frame_of(page)).to_have_css("height", "420px")
        expect(page.get_by_text("until you close this tab")).to_be_visible()
        sandbox = frame_of(page).get_attribute("sandbox")
        assert sandbox
        assert "allow-top-navigation" not in sandbox.split()
        assert page.locator("script[src*='localhost']").count() == 0
    ((path, query, headers),) = blog.server.asked
    assert path == "/en/widget"
    assert "Referer" not in headers
    back = urlsplit(query.pop("origin"))
    assert back._replace(query="").geturl() == f"{blog.post}#comment"
    assert len(parse_qs(back.query).pop("evidence")[0]) > 20
    assert query == {
        "session": "",
        "theme": "light",
        "reactionsEnabled": "0",
        "emitMetadata": "0",
        "inputPosition": "bottom",
        "repo": "ana/blog",
        "repoId": "R_kgDOExample",
        "category": "Announcements",
        "categoryId": "DIC_kwDOExample",
        "term": "the-hand",
        "strict": "1",
        "description": "Hands & <b>hearts</b>",
        "backLink": blog.post,
    }
    assert len(record.foreign_requests) == 1
    assert not record.console_errors


def test_the_frame_speaks_the_language_of_the_post(blog: Blog, open_page: OpenPage) -> None:
    with open_page(f"{blog.url}/summaries/maos/", until="load") as (page, _):
        page.get_by_role("button", name="Mostrar os comentários do GitHub").click()
        expect(page.get_by_title("Comentários do GitHub")).to_have_css("height", "420px")
    assert blog.server.asked[0][0] == "/pt/widget"


def test_who_signs_in_comes_back_to_the_comments(blog: Blog, open_page: OpenPage) -> None:
    with open_page(blog.post, until="load") as (page, _):
        ask(page)
        inside(page).get_by_role("link", name="Sign in").click()
        page.wait_for_url(f"{blog.post}#comment")
        expect(frame_of(page)).to_have_css("height", "420px")
        assert blog.server.asked[-1][1]["session"] == "a-session"
        page.reload()
        ask(page)
        expect(frame_of(page)).to_have_css("height", "420px")
        assert blog.server.asked[-1][1]["session"] == "a-session"
        say(page, "{ error: 'Bad credentials' }")
        expect(frame_of(page)).not_to_have_attribute("src", "session=a-session")
        page.wait_for_function(f"!({SESSIONS}).includes('a-session')")


def test_a_sign_in_that_nobody_asked_for_is_not_used(blog: Blog, open_page: OpenPage) -> None:
    with open_page(f"{blog.post}?giscus=of-a-stranger&x=1#comment") as (page, record):
        expect(page.get_by_role("button", name="Show the comments from GitHub")).to_be_visible()
        assert record == Record()
        ask(page)
        expect(frame_of(page)).to_have_css("height", "420px")
        assert page.url == f"{blog.post}?x=1#comment"
        assert "of-a-stranger" not in page.evaluate(SESSIONS)
        # Not even once the comments were asked for in this tab: a link in them could lead here.
        page.goto(f"{blog.post}?giscus=of-a-stranger&evidence=a-guess")
        expect(page.get_by_role("button", name="Show the comments from GitHub")).to_be_visible()
        assert len(blog.server.asked) == 1
        ask(page)
        expect(frame_of(page)).to_have_css("height", "420px")
        assert page.url == blog.post
        assert "of-a-stranger" not in page.evaluate(SESSIONS)
    assert [query["session"] for _, query, _ in blog.server.asked] == ["", ""]


def test_only_the_frame_is_heard(blog: Blog, open_page: OpenPage) -> None:
    with open_page(blog.post, until="load") as (page, record):
        ask(page)
        frame = frame_of(page)
        expect(frame).to_have_css("height", "420px")
        src = frame.get_attribute("src")
        say(page, "{ resizeHeight: 500 }")
        expect(frame).to_have_css("height", "500px")
        for other in OTHERS:
            page.evaluate(HEARD)
            page.evaluate(other, src)
            page.evaluate("heard")
            assert frame.evaluate("frame => frame.style.height") == "500px"
        page.evaluate("src => { document.querySelector('iframe').src = src; }", src)
        expect(frame).to_have_css("height", "420px")
        for said in ("null", "'text'", "{ resizeHeight: 'tall' }", "{ error: {} }", "[]"):
            say(page, said)
        say(page, "{ resizeHeight: 1e9 }")
        expect(frame).to_have_css("height", "20000px")
        say(page, "{ resizeHeight: -5 }")
        expect(frame).to_have_css("height", "150px")
        say(page, "{ error: 'API rate limit exceeded <img src=x>' }")
        expect(page.get_by_text("GitHub has been asked too often")).to_be_visible()
        say(page, "{ error: '<img src=x onerror=alert(1)>' }")
        expect(page.get_by_text("GitHub did not give everything")).to_be_visible()
        assert page.locator("#comment ~ * img").count() == 0
        assert not record.page_errors


def test_the_frame_follows_the_colours(blog: Blog, open_page: OpenPage) -> None:
    with open_page(blog.post, scheme="dark", until="load") as (page, record):
        ask(page)
        theme = inside(page).locator("#theme")
        expect(theme).to_have_text("dark")
        page.locator("label[title='From dark']").click()
        expect(theme).to_have_text("light")
        page.locator(".md-header a.md-logo").dispatch_event("click")
        expect(frame_of(page)).to_have_count(0)
        page.locator("label[title='From light']").click()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert not record.page_errors
    assert blog.server.asked[0][1]["theme"] == "dark"


@pytest.mark.parametrize(
    ("mode", "seconds", "told"),
    [
        ("slow", 20, "takes very long to answer"),
        ("silent", 10, "The comments do not appear."),
        ("refuses", 10, "The comments do not appear."),
    ],
)
def test_a_frame_that_stays_empty_is_told_of_in_words(
    blog: Blog, open_page: OpenPage, mode: str, seconds: int, told: str
) -> None:
    blog.server.mode = mode
    with open_page(blog.post, until="load") as (page, _):
        page.evaluate(IMPATIENT, seconds * 1000)
        ask(page)
        expect(page.get_by_role("status").first).to_contain_text(told)
        expect(frame_of(page)).to_have_count(0)
        page.evaluate("window.setTimeout = window.wait")
        blog.server.mode = "speaks"
        page.get_by_role("button", name="Try again").click()
        expect(frame_of(page)).to_have_css("height", "420px")


def test_who_is_offline_is_told_so(blog: Blog, open_page: OpenPage) -> None:
    with open_page(blog.post, until="load") as (page, _):
        ask(page)
        expect(frame_of(page)).to_have_css("height", "420px")
        page.reload()
        page.evaluate("Object.defineProperty(navigator, 'onLine', { value: false })")
        ask(page)
        expect(page.get_by_role("status").first).to_contain_text("You seem to be offline")


def test_the_comments_can_be_reached_by_keyboard_and_by_all(
    blog: Blog, open_page: OpenPage
) -> None:
    with open_page(blog.post, until="load") as (page, record):
        page.get_by_role("link", name="Comment on GitHub").focus()
        tab_to(page, page.get_by_role("button", name="Show the comments from GitHub"))
        page.keyboard.press("Enter")
        expect(frame_of(page)).to_have_css("height", "420px")
        page.keyboard.press("Tab")
        expect(inside(page).get_by_role("link", name="Sign in")).to_be_focused()
        assert violations_in_both_schemes(page, 390, 1280) == []
        assert not record.console_errors
