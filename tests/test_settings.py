"""What a site sets."""

from __future__ import annotations

import pytest

from mkdocs_evidence.comments import NoComments
from mkdocs_evidence.comments.email import EmailComments
from mkdocs_evidence.comments.link import LinkComments
from mkdocs_evidence.reading import read_nodes, validate
from mkdocs_evidence.settings import Settings, in_language
from mkdocs_evidence.sources import Source


def settings(text: str = "") -> Settings:
    found, problems = validate(Settings, read_nodes(Source("mkdocs.yml", text)))
    assert problems == []
    assert found
    return found


ADVICE_ON_COMMENTS = (
    "Write “none” if nobody is to comment, or else “provider: …” below it, two spaces to the right,"
    " with one of: email, giscus, isso, link, mastodon, none."
)


def told(text: str) -> list[str]:
    """Return each problem as its place, its message and its advice."""
    found, problems = validate(Settings, read_nodes(Source("mkdocs.yml", text)))
    assert found is None
    return [
        f"{p.location.line}:{p.location.column} {p.message} {p.advice}".rstrip() for p in problems
    ]


def test_everything_has_a_default() -> None:
    site = settings()
    assert site.section_ids == ("study", "implications", "limitations")
    assert (site.summaries, site.bibliography, site.style) == ("summaries", ["bibliography"], "apa")
    assert (site.language, site.topics, site.authors, site.author) == ("en", {}, {}, None)
    assert isinstance(site.comments, NoComments)


def test_an_empty_option_has_its_default() -> None:
    assert settings("style:\ntopics:\ncomments:\n") == settings()


def test_short_forms() -> None:
    site = settings("bibliography: one.bib\ntopics: [Health, Sleep]\ncomments: none\nnotice: Hi.\n")
    assert site.bibliography == ["one.bib"]
    assert site.topics == {"Health": "", "Sleep": ""}
    assert isinstance(site.comments, NoComments)
    assert site.notice == {"default": "Hi."}


def test_a_topic_needs_no_description() -> None:
    assert settings("topics:\n  Health: For body and mind.\n  Sleep:\n").topics == {
        "Health": "For body and mind.",
        "Sleep": "",
    }


@pytest.mark.parametrize(
    ("texts", "language", "text"),
    [
        ({"default": "a"}, "pt", "a"),
        ({"en": "a", "pt": "b"}, "pt", "b"),
        ({"en": "a", "pt": "b"}, "pt-BR", "b"),
        ({"pt": "b", "pt-BR": "c"}, "pt-BR", "c"),
        ({"en": "a", "default": "d"}, "nl", "d"),
        ({"en": "a", "pt": "b"}, "nl", "a"),
        ({}, "en", ""),
    ],
)
def test_a_text_in_a_language(texts: dict[str, str], language: str, text: str) -> None:
    assert in_language(texts, language) == text


def test_an_author_is_known_by_a_short_name() -> None:
    site = settings("authors: {ana: {name: Ana Exemplo, page: about.md}}\nauthor: ana\n")
    assert site.author_named("ana").name == "Ana Exemplo"
    assert settings().author_named("Ana Exemplo").name == "Ana Exemplo"


def test_providers_of_comments() -> None:
    by_email = settings("comments: {provider: email, address: ana@example.org}").comments
    by_link = settings("comments: {provider: link, url: 'https://example.org/{slug}'}").comments
    assert isinstance(by_email, EmailComments)
    assert isinstance(by_link, LinkComments)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "introdution: Hello.",
            "1:1 There is no field “introdution” here. Did you mean “introduction”?",
        ),
        (
            "authors: {ana: {name: Ana}}\nauthor: anna",
            "2:9 The default author “anna” is not among the site's authors. Did you mean “ana”?",
        ),
        (
            "authors: {ana: {name: Ana, pge: about.md}}",
            "1:28 There is no field “pge” here. Did you mean “page”?",
        ),
        (
            "authors: {ana: {name: Ana Exemplo, family: Exempla}}",
            "1:44 “Exempla” does not stand in the name “Ana Exemplo”. "
            "Copy the part of the name that is the family name.",
        ),
        (
            "sections: [{id: title}]",
            "1:11 The name “title” is already used for another field of a summary. "
            "Give the section another name.",
        ),
        (
            "sections: [{id: methods}, {id: methods}]",
            "1:11 The name “methods” is already used for another field of a summary. "
            "Give the section another name.",
        ),
        (
            "sections: [{id: The methods}]",
            "1:17 “id” should be small letters, digits and “_”, not “The methods”. Begin with a "
            "letter and leave out blanks and accents, as in study or further_reading.",
        ),
        (
            "comments: emial",
            "1:11 “emial” is not one of the words for “provider”. Did you mean “email”?",
        ),
        (
            "comments: {provider: emial}",
            "1:22 “emial” is not one of the words for “provider”. Did you mean “email”?",
        ),
        (
            "comments: {address: ana@example.org}",
            "1:11 The field “provider” is missing in “comments”. Add “provider: …”.",
        ),
        (
            "comments: email",
            "1:11 The field “address” is missing in “comments”. Add “address: …”.",
        ),
        (
            "comments: {provider: email, adress: ana@example.org}",
            "1:29 There is no field “adress” here. Did you mean “address”?",
        ),
        (
            "comments: {provider: email, address: ana at example}",
            "1:38 “address” should be an e-mail address, not “ana at example”. "
            "Write it as in ana@example.org.",
        ),
        (
            "comments: {provider: email, address: 'mailto:ana@example.org'}",
            "1:38 “address” should be an e-mail address, not “mailto:ana@example.org”. "
            "Write it as in ana@example.org.",
        ),
        (
            "comments: {provider: isso, server: 'http://c.example.org', address: ana@example.org}",
            "1:36 “server” would send what readers write without https, for everybody on the way to"
            " read. Write https://c.example.org",
        ),
        (
            "comments: {provider: isso, server: 'https://c.org?a=b', address: ana@example.org}",
            "1:36 “server” should be an address without “?” or “#”. Write https://c.org",
        ),
        (
            "comments: {provider: link, url: 'https://example.org/?about={titel}'}",
            "1:33 Nothing of a post stands for “{titel}”. Did you mean “{title}”?",
        ),
        *[
            (
                f"comments: {written}",
                f"1:11 “comments” names no way to comment. {ADVICE_ON_COMMENTS}",
            )
            for written in ("no", "off", "true", "[email]")
        ],
        (
            "comments: {provider: link, url: example.org}",
            "1:33 “url” should be a web address, not “example.org”. Begin it with https://.",
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, problem: str) -> None:
    assert told(text) == [problem]


def test_a_field_called_like_its_provider_is_not_taken_for_the_provider() -> None:
    assert told("comments: {provider: email, email: ana@example.org}") == [
        "1:29 There is no field “email” here. You can write: provider, address.",
        "1:11 The field “address” is missing in “comments”. Add “address: …”.",
    ]


def test_topics_as_a_list_with_descriptions() -> None:
    settings = Settings.model_validate({"topics": ["Sleep", {"Health": "Body and mind."}]})
    assert settings.topics == {"Sleep": "", "Health": "Body and mind."}


@pytest.mark.parametrize("written", ["./summaries/", "summaries", "/summaries", "a/../summaries"])
def test_the_folder_of_the_summaries_has_one_form(written: str) -> None:
    assert Settings.model_validate({"summaries": written}).summaries == "summaries"
