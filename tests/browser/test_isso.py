"""Comments on the page: a real Isso server, and readers in real browsers."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests
from playwright.sync_api import Locator, Page, expect

from tests.browser.chromium import OpenPage, Record, tab_to, violations_in_both_schemes
from tests.comments.isso_server import IssoServer, isso_server
from tests.hosts.site import Site, summary
from tools.serving import served

POSTS = ["walk", "own", "hostile", "keys", "look", "many", "stays"]
THEME = {
    "name": "material",
    "font": False,
    "palette": [
        {"media": "(prefers-color-scheme: light)", "scheme": "default", "primary": "custom"},
        {"media": "(prefers-color-scheme: dark)", "scheme": "slate", "primary": "custom"},
    ],
}
STRICT = """\
[general]
dbpath = {database}
host = {site}
[server]
listen = {url}
[guard]
ratelimit = 2
direct-reply = 1
require-email = true
[hash]
salt = {password}
"""
"""The settings of a server without moderation, with limits that are soon met."""


@dataclass(frozen=True)
class Blog:
    """A site with posts on which readers comment.

    Attributes:
        folder: What is served; the built site is in `toy/site`.
        origin: Where it is served.
        isso: The server that keeps the comments.
    """

    folder: Path
    origin: str
    isso: IssoServer

    def post(self, slug: str, site: str = "toy") -> str:
        return f"{self.origin}/{site}/site/summaries/{slug}/"

    def build(self, name: str, files: dict[str, str], language: str = "en") -> None:
        Site.create(
            self.folder / name,
            {"docs/help.md": "# Help\n", "docs/summaries/hands.yaml": summary(id="hands"), **files},
            evidence={
                "comments": {
                    "provider": "isso",
                    "server": self.isso.url,
                    "address": "a@example.org",
                },
                "notice": "In a crisis, call 112.",
                "help": "help.md",
            },
            theme=THEME | {"language": language},
        ).build()

    def copy(self, slug: str, to: str, isso: IssoServer) -> None:
        """Copy the page of a post, whose comments another server keeps then."""
        posts = self.folder / "toy/site/summaries"
        html = (posts / slug / "index.html").read_text("utf-8")
        (posts / to).mkdir()
        (posts / to / "index.html").write_text(html.replace(self.isso.url, isso.url), "utf-8")


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Blog]:
    folder = tmp_path_factory.mktemp("blog")
    kept = tmp_path_factory.mktemp("isso")
    with served(folder) as origin:
        elsewhere = origin.replace("127.0.0.1", "localhost")
        with isso_server(kept, f"\n  {origin}\n  {elsewhere}") as isso:
            blog = Blog(folder, origin, isso)
            blog.build("toy", {f"docs/summaries/{id}.yaml": summary(id=id) for id in POSTS})
            yield blog


@contextmanager
def reading(open_page: OpenPage, url: str) -> Iterator[tuple[Page, Record]]:
    """Open a post as a reader of its own, who asks for the comments."""
    with open_page(url, until="load") as (page, record):
        assert not record.foreign_requests
        page.get_by_role("button", name="Show the comments").click()
        yield page, record


def form(page: Page, name: str = "Write a comment") -> Locator:
    return page.get_by_role("form", name=name, exact=True)


def write(form: Locator, text: str, name: str = "") -> None:
    form.get_by_label("Your comment").fill(text)
    form.get_by_label("Your name").fill(name)
    form.get_by_role("button", name="Send comment").click()


def comments(page: Page) -> Locator:
    return page.locator("div.evidence-comments").get_by_role("article")


def comment(page: Page, text: str) -> Locator:
    return comments(page).filter(has=page.get_by_text(text, exact=True))


def approve_all(isso: IssoServer) -> None:
    """Approve what waits, through the addresses that the moderator is sent."""
    for address in set(re.findall(r"Activate comment: (\S+)", isso.log.read_text())):
        requests.post(address, timeout=10).raise_for_status()


def test_a_comment_goes_its_whole_way(blog: Blog, open_page: OpenPage) -> None:
    url = blog.post("walk")
    with reading(open_page, url) as (writer, record):
        expect(writer.get_by_role("heading", name="No comments yet")).to_be_visible()
        expect(form(writer)).to_contain_text("The author reads each comment before")
        form(writer).get_by_label("Your comment").fill("Does it last?\n\nI wonder.")
        form(writer).get_by_label("Your name").fill("Zoë")
        # Who clicks twice sends it once.
        form(writer).evaluate("form => { form.requestSubmit(); form.requestSubmit(); }")
        own = comment(writer, "Does it last?")
        expect(own).to_be_focused()
        expect(own).to_have_accessible_description(re.compile("^Thank you"))
        expect(own).to_contain_text("once the author has read it")
        expect(own.get_by_text("I wonder.", exact=True)).to_be_visible()
        expect(form(writer).get_by_label("Your comment")).to_be_empty()
        with reading(open_page, url) as (other, _):
            expect(other.get_by_role("heading", name="No comments yet")).to_be_visible()
            expect(comments(other).filter(has_text="Does it last?")).to_have_count(0)
        assert {urlsplit(each).netloc for each in record.foreign_requests} == {
            urlsplit(blog.isso.url).netloc
        }
        assert not record.console_errors + record.page_errors
    approve_all(blog.isso)
    with reading(open_page, url) as (other, _):
        expect(other.get_by_role("heading", name="1 comment", exact=True)).to_be_visible()
        expect(comment(other, "Does it last?")).to_contain_text("Zoë")
        other.get_by_role("button", name="Reply to Zoë").click()
        answer = form(other, "Reply to Zoë")
        expect(answer.get_by_label("Your comment")).to_be_focused()
        answer.get_by_role("button", name="Cancel").click()
        expect(answer).to_have_count(0)
        expect(other.get_by_role("button", name="Reply to Zoë")).to_be_focused()
        other.get_by_role("button", name="Reply to Zoë").click()
        write(answer, "For a year.")
        expect(comment(other, "For a year.")).to_be_focused()
        expect(answer).to_have_count(0)
    approve_all(blog.isso)
    with reading(open_page, f"{url}#isso-{number_of(blog, 'For a year.')}") as (other, _):
        expect(other.get_by_role("heading", name="2 comments")).to_be_visible()
        nested = other.get_by_role("listitem").get_by_role("listitem").get_by_role("article")
        expect(nested).to_contain_text("Anonymous")
        expect(nested).to_be_focused()


def number_of(blog: Blog, text: str) -> int:
    with sqlite3.connect(blog.isso.database) as database:
        (number,) = database.execute("SELECT id FROM comments WHERE text = ?", [text]).fetchone()
    return int(number)


def test_what_is_written_can_be_changed_and_deleted_by_its_author(
    blog: Blog, open_page: OpenPage
) -> None:
    with reading(open_page, blog.post("own")) as (page, record):
        write(form(page), "Frist *thoughts*", "Ana & Bo")
        page.get_by_role("button", name="Change", exact=True).click()
        changing = form(page, "Change your comment")
        expect(changing.get_by_label("Your comment")).to_have_value("Frist *thoughts*")
        expect(changing.get_by_label("Your name")).to_have_value("Ana & Bo")
        changing.get_by_role("button", name="Cancel").click()
        expect(page.get_by_role("button", name="Change", exact=True)).to_be_focused()
        page.get_by_role("button", name="Change", exact=True).click()
        changing.get_by_label("Your comment").fill("First thoughts")
        changing.get_by_label("Your name").fill("")
        changing.get_by_role("button", name="Save changes").click()
        expect(comment(page, "First thoughts")).to_be_focused()
        expect(comment(page, "First thoughts")).to_contain_text("Anonymous")

        page.get_by_role("button", name="Delete", exact=True).click()
        expect(page.get_by_role("button", name="Keep it")).to_be_focused()
        page.get_by_role("button", name="Keep it").click()
        expect(page.get_by_role("button", name="Delete", exact=True)).to_be_focused()
        page.get_by_role("button", name="Delete", exact=True).click()
        page.get_by_role("button", name="Yes, delete it").click()
        expect(page.get_by_text("Your comment is deleted.")).to_be_focused()

        write(form(page), "Answered")
        expect(comment(page, "Answered")).to_be_focused()
        approve_all(blog.isso)
        post_directly(blog.isso, "own", "An answer", parent=number_of(blog, "Answered"))
        page.get_by_role("button", name="Delete", exact=True).click()
        page.get_by_role("button", name="Yes, delete it").click()
        expect(comment(page, "This comment was deleted.")).to_be_focused()
        assert not record.console_errors + record.page_errors

        write(form(page), "Too late")
        page.get_by_role("button", name="Delete", exact=True).click()
        page.context.clear_cookies()
        page.get_by_role("button", name="Yes, delete it").click()
        expect(page.get_by_text("It can no longer be changed or deleted here.")).to_be_visible()
    with sqlite3.connect(blog.isso.database) as database:
        texts = database.execute("SELECT text FROM comments").fetchall()
    assert not {("First thoughts",), ("Answered",)} & {*texts}
    assert ("Too late",) in texts


def test_no_button_stands_where_the_browser_keeps_the_cookie_from_the_server(
    blog: Blog, open_page: OpenPage
) -> None:
    elsewhere = blog.post("own").replace("127.0.0.1", "localhost")
    with reading(open_page, elsewhere) as (page, _):
        write(form(page), "From another site")
        own = comment(page, "From another site")
        expect(own).to_contain_text("please ask the author")
        expect(own.get_by_role("button")).to_have_count(0)


HOSTILE = [
    "<script>document.title = 'run'</script>",
    "<img src=x onerror=\"document.title = 'run'\">",
    "&lt;b&gt; <b onclick=\"document.title = 'run'\">bold</b> &amp;",
]


def test_what_looks_like_html_is_text(blog: Blog, open_page: OpenPage) -> None:
    with reading(open_page, blog.post("hostile")) as (page, _):
        title = page.title()
        for typed in HOSTILE:
            write(form(page), f"I wrote {typed}", typed)
            expect(comments(page).last.locator("b")).to_have_text(typed)
            expect(comments(page).last).to_be_focused()
    approve_all(blog.isso)
    with reading(open_page, blog.post("hostile")) as (page, record):
        expect(comments(page).filter(has_text="I wrote")).to_have_count(len(HOSTILE))
        for typed in HOSTILE:
            shown = comments(page).filter(has_text=f"I wrote {typed[:5]}")
            expect(shown.locator("b")).to_have_text(typed)
            expect(shown.locator("script, img, [onclick], [onerror]")).to_have_count(0)
        plain = page.locator(".evidence-thread__text").all_text_contents()
        assert [f"I wrote {typed}" for typed in HOSTILE] == [each.strip() for each in plain]
        assert page.title() == title
        page.get_by_role("button", name=f"Reply to {HOSTILE[0]}").click()
        expect(form(page, f"Reply to {HOSTILE[0]}")).to_be_visible()
        assert not record.console_errors + record.page_errors


def test_all_of_it_works_with_the_keyboard_alone(blog: Blog, open_page: OpenPage) -> None:
    with open_page(blog.post("keys"), until="load") as (page, _):
        show = page.get_by_role("button", name="Show the comments")
        tab_to(page, show, at_most=60)
        page.keyboard.press("Enter")
        text = form(page).get_by_label("Your comment")
        tab_to(page, text)
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Please write at least three characters.")).to_be_visible()
        expect(text).to_be_focused()
        page.keyboard.type("By keyboard")
        page.keyboard.press("Tab")
        page.keyboard.type("Kim")
        page.keyboard.press("Enter")
        expect(comment(page, "By keyboard")).to_be_focused()
        tab_to(page, page.get_by_role("button", name="Change", exact=True))
        page.keyboard.press("Space")
        page.keyboard.type("Changed ")
        tab_to(page, page.get_by_role("button", name="Save changes"))
        page.keyboard.press("Enter")
        expect(comments(page).filter(has_text="Changed")).to_be_focused()
        tab_to(page, page.get_by_role("button", name="Delete", exact=True))
        page.keyboard.press("Enter")
        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        expect(page.get_by_text("Your comment is deleted.")).to_be_focused()


def test_thread_and_forms_are_accessible(blog: Blog, open_page: OpenPage) -> None:
    post_directly(blog.isso, "look", "One that stands there")
    approve_all(blog.isso)
    with reading(open_page, blog.post("look")) as (page, _):
        write(form(page), "One of mine")
        page.get_by_role("button", name="Delete", exact=True).click()
        page.get_by_role("button", name="Reply to Ana").first.click()
        form(page, "Reply to Ana").get_by_role("button", name="Send comment").click()
        expect(page.get_by_text("Please write at least three characters.")).to_be_visible()
        assert violations_in_both_schemes(page, 390, 1280) == []
        for width in (320, 390):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        notice = form(page).get_by_role("link", name="Where to find help now")
        notice.click()
        expect(page.get_by_text("In a crisis, call 112.")).to_be_in_viewport()


def post_directly(isso: IssoServer, id: str, text: str, **fields: object) -> None:
    requests.post(
        f"{isso.url}/new?uri=/comments/{id}/",
        json={"text": text, "author": "Ana", "title": "A post", **fields},
        timeout=10,
    ).raise_for_status()


def test_of_many_comments_some_are_shown_first(blog: Blog, open_page: OpenPage) -> None:
    post_directly(blog.isso, "many", "Comment 0")
    approve_all(blog.isso)
    copy = (
        "INSERT INTO comments (tid, created, mode, remote_addr, text, voters)"
        " SELECT tid, created + ?, 1, '192.0.2.0', ?, voters FROM comments WHERE text = 'Comment 0'"
    )
    with sqlite3.connect(blog.isso.database) as database:
        database.executemany(copy, [(number, f"Comment {number}") for number in range(1, 500)])
    with reading(open_page, blog.post("many")) as (page, _):
        expect(page.get_by_role("heading", name="500 comments")).to_be_visible()
        expect(comments(page).filter(has_text="Comment")).to_have_count(50)
        more = page.get_by_role("button", name="Show more comments")
        more.evaluate("button => { button.click(); button.click(); }")
        expect(comments(page).filter(has_text="Comment")).to_have_count(100)
        expect(comment(page, "Comment 50")).to_be_focused()
        more.click()
        expect(comment(page, "Comment 100")).to_be_focused()


def test_a_thread_stays_with_its_post(blog: Blog, open_page: OpenPage) -> None:
    post_directly(blog.isso, "stays", "It stays.")
    approve_all(blog.isso)
    moved = summary(id="stays", date="2027-05-06", title="Outro nome", language="pt")
    blog.build("moved", {"docs/summaries/outro-nome.yaml": moved}, language="pt")
    with open_page(blog.post("outro-nome", "moved"), until="load") as (page, _):
        page.get_by_role("button", name="Mostrar os comentários").click()
        expect(page.get_by_role("heading", name="1 comentário", exact=True)).to_be_visible()
        expect(comment(page, "It stays.")).to_be_visible()


def test_what_goes_wrong_is_said_and_nothing_written_is_lost(
    blog: Blog, open_page: OpenPage, tmp_path: Path
) -> None:
    with ExitStack() as running:
        isso = running.enter_context(isso_server(tmp_path, blog.origin, STRICT))
        blog.copy("walk", "strict", isso)
        with reading(open_page, blog.post("strict")) as (page, _):
            ours = form(page)
            expect(ours).to_contain_text("recognised")
            expect(ours).not_to_contain_text("The author reads each comment before it shows here.")
            email = ours.get_by_label("Your e-mail address")
            write(ours, "Something to say", "Ana")
            expect(email).to_be_focused()
            expect(email).to_have_accessible_description(re.compile("^Please write your e-mail"))
            email.fill("ana@example.org")
            write(ours, "Something to say", "Ana")
            expect(comment(page, "Something to say")).to_be_focused()
            expect(comment(page, "Something to say")).to_contain_text("Thank you for your comment.")
            email.fill("ana@example.org")
            write(ours, "Something else")
            expect(ours.get_by_role("status")).to_contain_text("Please answer one of the comments")
            expect(ours.get_by_label("Your comment")).to_have_value("Something else")

            page.reload()
            page.get_by_role("button", name="Show the comments").click()
            page.get_by_role("button", name="Reply to Ana").click()
            answer = form(page, "Reply to Ana")
            status = answer.get_by_role("status")
            answer.get_by_label("Your e-mail address").fill("ana@example.org")
            write(answer, "To myself")
            expect(status).to_contain_text("You cannot answer your own comment")
            post_directly(isso, "elsewhere", "Another", email="ana@example.org")
            answer.get_by_role("button", name="Send comment").click()
            expect(status).to_contain_text("Please wait a minute.")
            running.close()
            answer.get_by_role("button", name="Send comment").click()
            expect(status).to_contain_text("cannot be reached")
            expect(status).to_contain_text("Your text is still here")
            expect(answer.get_by_label("Your comment")).to_have_value("To myself")


def test_another_site_is_told_that_it_gets_no_answer(blog: Blog, open_page: OpenPage) -> None:
    with served(blog.folder) as origin:
        url = blog.post("walk").replace(blog.origin, origin)
        with reading(open_page, url) as (page, _):
            expect(page.get_by_text("gives this page no answer")).to_be_visible()
            expect(page.get_by_role("button", name="Try again")).to_be_visible()
