"""How readers come to comment."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import parse_qs, urlsplit

import pytest

from mkdocs_evidence.comments import (
    Commented,
    NoComments,
    ProviderSettings,
    comments_html,
    provider_of,
)
from mkdocs_evidence.comments.email import EmailComments
from mkdocs_evidence.comments.link import LinkComments
from mkdocs_evidence.languages import catalogue

TITLE = 'Às três & "quatro" <b>100%</b>?'
POST = Commented(TITLE, "https://example.org/às-três/", "as-tres", "first-one")
EMAIL = EmailComments(provider="email", address="ana+blog@example.org")


class Links(HTMLParser):
    """Collects the attributes of every tag but paragraphs."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "p":
            self.tags.append((tag, dict(attrs)))


def discussion_url(settings: ProviderSettings, post: Commented) -> str:
    return provider_of(settings).discussion_url(settings, post)


def href(settings: ProviderSettings, post: Commented = POST) -> str:
    ((tag, attributes),) = Links(comments_html(settings, post, catalogue("en"))).tags
    assert tag == "a"
    return attributes["href"] or ""


def linked(url: str) -> LinkComments:
    return LinkComments(provider="link", url=url)


def test_nobody_is_invited_without_a_provider() -> None:
    assert comments_html(NoComments(), POST, catalogue("en")) == ""


def test_a_thread_of_its_own_stays_where_comments_are_turned_off_and_is_wrong_elsewhere() -> None:
    thread = "https://social.example/@ana/112233445566778899"
    mistake = provider_of(EMAIL).wrong_thread(EMAIL, thread)
    assert mistake
    assert mistake.advice.startswith("Write “comments: true” or remove the line")
    assert provider_of(NoComments()).wrong_thread(NoComments(), thread) is None


def test_an_address_does_not_stand_in_the_page() -> None:
    html = comments_html(EMAIL, POST, catalogue("en"))
    for part in ("ana", "blog", "example.org", "@", "mailto", "%40"):
        assert part not in html.replace("%C3%A0s", "").partition("?subject")[0]


def test_the_mail_program_gets_address_subject_and_body() -> None:
    mail = urlsplit(href(EMAIL))
    assert (mail.scheme, mail.path) == ("mailto", "ana+blog@example.org")
    fields = parse_qs(mail.query, strict_parsing=True)
    assert fields["subject"] == [f"Comment on: {TITLE}"]
    assert fields["body"] == [f"My comment on “{TITLE}” ({POST.url}):\r\n\r\n"]


def test_without_an_address_of_the_site_the_mail_has_no_body() -> None:
    mail = urlsplit(href(EMAIL, Commented(TITLE, "", "a", "a")))
    assert list(parse_qs(mail.query)) == ["subject"]


def test_the_invitation_is_in_the_language_of_the_post() -> None:
    assert "Escrever um comentário por e-mail" in comments_html(EMAIL, POST, catalogue("pt"))


@pytest.mark.parametrize("name", ["url", "title", "slug", "id"])
def test_values_are_encoded_for_an_address(name: str) -> None:
    url = href(linked(f"https://forum.example/?about={{{name}}}&from=blog"))
    assert parse_qs(urlsplit(url).query) == {"about": [getattr(POST, name)], "from": ["blog"]}


def test_other_braces_are_left_alone() -> None:
    assert href(linked("https://forum.example/{post}/{slug}")) == (
        "https://forum.example/{post}/as-tres"
    )


def test_a_template_cannot_break_out_of_its_attribute() -> None:
    html = comments_html(linked('https://a.example/"onclick="x()"><script>'), POST, catalogue("en"))
    ((tag, attributes),) = Links(html).tags
    assert (tag, sorted(attributes)) == ("a", ["class", "href", "rel"])


def test_a_title_cannot_break_out_of_its_attribute() -> None:
    hostile = Commented('"><script>x()</script>', "https://a.example/", "a", "a")
    assert len(Links(comments_html(EMAIL, hostile, catalogue("en"))).tags) == 1
    html = comments_html(linked("https://a.example/{title}"), hostile, catalogue("en"))
    assert len(Links(html).tags) == 1


def test_a_post_is_discussed_where_its_link_leads() -> None:
    by_link = LinkComments(provider="link", url="https://forum.example.org/{slug}")
    assert discussion_url(by_link, POST) == "https://forum.example.org/as-tres"
    assert discussion_url(EMAIL, POST) == discussion_url(NoComments(), POST) == ""
