"""The settings of comments on Mastodon, and the threads that summaries name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from mkdocs_evidence.comments import Commented, comments_html, provider_of
from mkdocs_evidence.comments.mastodon import MastodonComments
from mkdocs_evidence.configuration import read_configuration
from mkdocs_evidence.languages import catalogue
from tests.hosts.site import as_yaml, one, parsed, said
from tests.reading import site as reading

GUIDE = Path(__file__).parents[2] / "docs/guide/comments/mastodon.md"
ACCOUNT = "https://social.example/@ana"
THREAD = f"{ACCOUNT}/112233445566778899"
SETTINGS = MastodonComments(provider="mastodon", account=ACCOUNT)


def commented(thread: str = THREAD) -> Commented:
    return Commented("A & B", "https://example.org/a/", "a", "a", thread)


def told_of(thread: str) -> tuple[str, str] | None:
    mistake = provider_of(SETTINGS).wrong_thread(SETTINGS, thread)
    return (mistake.message, mistake.advice) if mistake else None


@pytest.mark.parametrize(
    "thread",
    [
        THREAD,
        f"{THREAD}/",
        "https://SOCIAL.example/@ana/1",
        "https://social.example/@bo@far.example/12",
        "https://social.example/@ana.b_c-d/12",
    ],
)
def test_a_thread_on_the_server_of_the_account_is_right(thread: str) -> None:
    assert told_of(thread) is None


@pytest.mark.parametrize(
    ("thread", "advice"),
    [
        ("https://social.example/@ana", f"Write it as in {THREAD}"),
        ("https://social.example/@ana/12?x=1", f"Write it as in {THREAD}"),
        ("https://social.example/web/@ana/12", "Write it as in https://social.example/@ana/12"),
        (
            "https://social.example/deck/@bo@far.example/12",
            "Write it as in https://social.example/@bo@far.example/12",
        ),
        (
            "https://social.example/users/ana/statuses/12",
            "Write it as in https://social.example/@ana/12",
        ),
        ("https://social.example@evil.example/@ana/12", f"Write it as in {THREAD}"),
        ("http://social.example/@ana/12", "Write https://social.example/@ana/12"),
    ],
)
def test_what_is_no_thread_is_told_with_the_nearest_form(thread: str, advice: str) -> None:
    told = told_of(thread)
    assert told
    assert told[1] == advice


def test_a_thread_on_another_server_is_told_of() -> None:
    assert told_of("https://other.example/@ana/12") == (
        "This thread is on another server than your account on social.example.",
        "Open your post on social.example and copy the address that the browser shows.",
    )


def test_the_author_is_told_at_the_line_of_the_summary(tmp_path: Path) -> None:
    site = reading.Site(tmp_path)
    site.settings = site.settings.model_copy(update={"comments": SETTINGS})
    site.write("right.yaml", reading.completed(f"id: a\ncomments: {THREAD}\n…"))
    site.write("wrong.yaml", reading.completed("id: b\ncomments: https://other.example/@ana/12\n…"))
    assert site.problems().splitlines()[:3] == [
        "wrong.yaml:2:11: This thread is on another server than your account on social.example."
        " [wrong-value]",
        "    comments: https://other.example/@ana/12",
        "              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
    ]


@pytest.mark.parametrize(
    ("account", "advice"),
    [
        ("@ana@social.example", f"Write {ACCOUNT}"),
        ("ana", f"Write it as in {ACCOUNT}"),
        ("https://social.example", f"Write it as in {ACCOUNT}"),
        (THREAD, f"Write it as in {ACCOUNT}"),
        ("https://a@social.example/@ana", f"Write it as in {ACCOUNT}"),
    ],
)
def test_an_account_that_is_none_is_told_with_the_nearest_form(
    tmp_path: Path, account: str, advice: str
) -> None:
    options = {"comments": {"provider": "mastodon", "account": account}}
    file = tmp_path / "mkdocs.yml"
    file.write_text(
        as_yaml({"site_name": "Toy", "docs_dir": ".", "plugins": [{"evidence": options}]})
    )
    (problem,) = read_configuration(file).problems
    assert problem.message == "“account” should be the address of an account on Mastodon."
    assert problem.advice == advice
    assert problem.location.line == 7


def test_a_slash_behind_the_account_does_no_harm() -> None:
    assert MastodonComments(provider="mastodon", account=f"{ACCOUNT}/").account == ACCOUNT


def test_the_link_leads_to_the_thread_and_nothing_is_loaded() -> None:
    html = parsed(comments_html(SETTINGS, commented(), catalogue("en"), "../"))
    link = one(html, "//a[@class='evidence-comment']")
    assert (said(link), link.get("href")) == ("Reply on Mastodon", THREAD)
    assert provider_of(SETTINGS).discussion_url(SETTINGS, commented()) == THREAD
    assert "social.example" in said(html)
    (place,) = html.xpath("//*[@data-comments]")
    assert '"status":"112233445566778899"' in place.get("data-comments")
    assert html.xpath("//script/@src") == ["../loader.js"]


@pytest.mark.parametrize("post", [commented(""), Commented("Toy", "https://example.org/")])
def test_without_a_thread_there_is_only_the_way_to_the_account(post: Commented) -> None:
    html = parsed(comments_html(SETTINGS, post, catalogue("fr")))
    assert one(html, "//a").get("href") == ACCOUNT
    assert not html.xpath("//script | //button")
    assert provider_of(SETTINGS).discussion_url(SETTINGS, post) == ""


def test_the_thread_of_the_guide_fits_its_account() -> None:
    text = GUIDE.read_text("utf-8")
    options, summary = re.findall(r"^```(?:yaml|yml)\n(.*?)^```$", text, re.M | re.S)
    account = yaml.safe_load(options)["plugins"][0]["evidence"]["comments"]["account"]
    assert account == ACCOUNT
    assert told_of(yaml.safe_load(summary)["comments"]) is None
