"""How readers are invited to comments on an Isso server."""

from __future__ import annotations

import json

from mkdocs_evidence.comments import Commented, comments_html
from mkdocs_evidence.comments.isso import IssoComments
from mkdocs_evidence.languages import catalogue
from tests.hosts.site import parsed, said

POST = Commented('Two & "three"', "https://example.org/two/", "two", "first-one")
ISSO = IssoComments(
    provider="isso", server="https://comments.example.org/isso/", address="ana@example.org"
)


def values(commented: Commented) -> dict[str, str]:
    page = parsed(comments_html(ISSO, commented, catalogue("en")))
    (place,) = page.xpath("//*[@data-comments]")
    found: dict[str, str] = json.loads(place.get("data-comments"))
    return found


def test_the_script_learns_where_the_thread_is() -> None:
    found = values(POST)
    assert found["server"] == "https://comments.example.org/isso"
    assert found["thread"] == "/comments/first-one/"
    assert found["title"] == POST.title


def test_a_thread_is_known_by_the_id_of_its_post_alone() -> None:
    moved = Commented("Another title", "https://example.com/blog/else/", "else", POST.id)
    assert values(moved)["thread"] == values(POST)["thread"]


def test_readers_are_told_who_receives_what_before_anything_is_asked() -> None:
    page = parsed(comments_html(ISSO, POST, catalogue("en")))
    assert "your browser connects to comments.example.org" in said(page)
    assert not page.xpath("//*[@src][contains(@src, 'comments.example.org')]")


def test_what_is_to_be_remembered_can_be_chosen_before_the_button_that_takes_the_choice_away() -> (
    None
):
    page = parsed(comments_html(ISSO, POST, catalogue("en")))
    assert [each.tag for each in page.xpath("//input | //button")] == ["input", "button"]


def test_without_javascript_the_link_stays_and_the_button_is_not_there() -> None:
    page = parsed(comments_html(ISSO, POST, catalogue("en")))
    (link,) = page.xpath("//a[starts-with(@href, 'mailto:')]")
    assert not link.xpath("ancestor::*[@hidden]")
    assert all(button.xpath("ancestor::*[@hidden]") for button in page.xpath("//button"))


def test_the_site_as_a_whole_has_no_thread() -> None:
    page = parsed(comments_html(ISSO, Commented("Toy", "", "", ""), catalogue("en")))
    assert [each.tag for each in page.iter()] == ["div", "p", "a"]
