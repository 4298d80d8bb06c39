"""The content security policies of the guide are enough for a blog, and no more than enough."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import pytest
from playwright.sync_api import Page, expect

from tests.browser import test_giscus
from tests.browser.chromium import OpenPage, Record
from tests.comments.giscus_server import giscus_server
from tests.comments.isso_server import isso_server
from tests.comments.mastodon_server import ROOT, mastodon_server, reply
from tests.hosts.site import Site, summary
from tools.serving import QuietHandler, served

GUIDE = Path(__file__).parents[2] / "docs/guide/comments"
POLICY = re.compile(r"^```text\nContent-Security-Policy: (.*)\n```$", re.MULTILINE)
EXAMPLES = {
    "isso": "https://comments.example.org",
    "giscus": "https://giscus.app",
    "mastodon": "https://social.example",
}
"""The hosts that stand in the guide, by provider."""

LOADS = """([kind, url]) => new Promise((resolve) => {
  const told = ({ effectiveDirective }) => resolve(effectiveDirective);
  document.addEventListener("securitypolicyviolation", told, { once: true });
  if (kind === "fetch") return fetch(url).catch(() => {});
  const made = document.createElement(kind);
  made.src = url;
  document.body.append(made);
})"""
"""Loads something, and returns the part of the policy that forbids it."""


class Guarded(QuietHandler):
    """Serves each folder with a policy of its own."""

    policies: ClassVar[dict[str, str]] = {}

    def end_headers(self) -> None:
        if policy := self.policies.get(self.path.split("/")[1]):
            self.send_header("Content-Security-Policy", policy)
        super().end_headers()


@dataclass(frozen=True)
class Blogs:
    """A blog with each provider, below the folder of its name.

    Attributes:
        url: The address of all, without a slash at its end.
        servers: The address of each provider's own server, by the name of the provider.
    """

    url: str
    servers: dict[str, str]

    def post(self, name: str) -> str:
        return f"{self.url}/{name}/site/summaries/hands/"


def policy(name: str) -> str:
    (found,) = POLICY.findall((GUIDE / f"{name}.md").read_text("utf-8"))
    return str(found)


@pytest.fixture(scope="module")
def blogs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Blogs]:
    folder = tmp_path_factory.mktemp("policies")
    with ExitStack() as running:
        url = running.enter_context(served(folder, Guarded))
        isso = running.enter_context(isso_server(tmp_path_factory.mktemp("isso"), url))
        giscus = running.enter_context(giscus_server())
        mastodon = running.enter_context(mastodon_server())
        mastodon.descendants = [reply(1, "<p>It does.</p>")]
        servers = {"isso": isso.url, "giscus": giscus.url, "mastodon": mastodon.url}
        settings: dict[str, dict[str, str]] = {
            "email": {"provider": "email", "address": "ana@example.org"},
            "link": {"provider": "link", "url": "https://forum.example.org/{id}"},
            "isso": {"provider": "isso", "server": isso.url, "address": "ana@example.org"},
            "giscus": test_giscus.SETTINGS | {"server": giscus.url},
            "mastodon": {"provider": "mastodon", "account": f"{mastodon.url}/@ana"},
        }
        Guarded.policies = {
            name: policy(name).replace(EXAMPLES.get(name, "-"), servers.get(name, "-"))
            for name in settings
        }
        for name, comments in settings.items():
            thread = f"{mastodon.url}/@ana/{ROOT}" if name == "mastodon" else "true"
            files = {"docs/summaries/hands.yaml": summary(id="hands", comments=thread)}
            theme = {"name": "material", "font": False, "palette": test_giscus.PALETTE}
            Site.create(folder / name, files, evidence={"comments": comments}, theme=theme).build()
        yield Blogs(url, servers)
        Guarded.policies = {}


def use(page: Page) -> None:
    """Search, and choose other colours."""
    page.locator("label[title='From light']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("textbox", name="Search").press_sequentially("hand")
    expect(page.locator(".md-search-result mark").first).to_be_visible()
    page.keyboard.press("Escape")


def press(page: Page) -> None:
    page.locator("[data-comments] button").click()


def nothing(page: Page) -> None:
    assert page.locator("[data-comments]").count() == 0


def isso(page: Page) -> None:
    press(page)
    form = page.get_by_role("form", name="Write a comment", exact=True)
    form.get_by_label("Your comment").fill("Does it last?")
    form.get_by_role("button", name="Send comment").click()
    expect(page.get_by_role("article").get_by_text("Does it last?")).to_be_visible()


def giscus(page: Page) -> None:
    press(page)
    expect(test_giscus.frame_of(page)).to_have_css("height", "420px")


def mastodon(page: Page) -> None:
    press(page)
    expect(page.get_by_text("It does.")).to_be_visible()


@pytest.mark.parametrize(
    ("name", "comment"),
    [
        ("email", nothing),
        ("link", nothing),
        ("isso", isso),
        ("giscus", giscus),
        ("mastodon", mastodon),
    ],
)
def test_the_policy_is_enough_for_the_blog_and_no_more(
    blogs: Blogs, open_page: OpenPage, name: str, comment: Callable[[Page], None]
) -> None:
    with open_page(blogs.post(name), until="load") as (page, record):
        use(page)
        comment(page)
        assert (record.console_errors, record.page_errors) == ([], [])
        own = blogs.servers.get(name, "-")
        assert all(request.startswith(own) for request in record.foreign_requests)
        other = "http://localhost:9/"
        forbidden = {
            kind: page.evaluate(LOADS, [kind, other])
            for kind in ("fetch", "iframe", "img", "script")
        }
    assert forbidden == {
        "fetch": "connect-src",
        "iframe": "frame-src",
        "img": "img-src",
        "script": "script-src-elem",
    }


@pytest.mark.parametrize("name", ["giscus", "isso", "mastodon"])
def test_a_policy_without_the_server_is_told_of_in_words(
    blogs: Blogs, open_page: OpenPage, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setitem(Guarded.policies, name, policy("email"))
    with open_page(blogs.post(name), until="load") as (page, _):
        press(page)
        told = page.get_by_role("region", name="Comments").get_by_role("status").first
        expect(told).to_contain_text("The rules of this website do not let your browser")


def test_every_other_page_keeps_to_the_policy_too(example_site: Path, open_page: OpenPage) -> None:
    class Strict(Guarded):
        def end_headers(self) -> None:
            self.send_header("Content-Security-Policy", policy("email"))
            QuietHandler.end_headers(self)

    paths = [
        "",
        "summaries/small-steps-against-depression/",
        "evidence/",
        "bibliography/",
        "404.html",
    ]
    with served(example_site, Strict) as url:
        for path in paths:
            with open_page(f"{url}/{path}") as (_, record):
                assert record == Record(), path
