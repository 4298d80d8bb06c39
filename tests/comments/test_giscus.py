"""The settings of comments on GitHub by giscus, and what stands in the page before it is asked."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from mkdocs_evidence.comments import Commented, comments_html, provider_of
from mkdocs_evidence.comments.giscus import GiscusComments
from mkdocs_evidence.configuration import read_configuration
from mkdocs_evidence.languages import catalogue
from tests.hosts.site import as_yaml, one, parsed, said

FIELDS = {
    "provider": "giscus",
    "repository": "ana/blog",
    "repository_id": "R_kgDOABCDEF",
    "category": "Announcements",
    "category_id": "DIC_kwDOABCDEF4CXYZa",
}
SETTINGS = GiscusComments.model_validate(FIELDS)
POST = Commented('A "hand" & <b>more</b>', "https://example.org/a/", "a-hand", "the-hand")


def problems_with(folder: Path, fields: dict[str, str]) -> list[tuple[str, str]]:
    file = folder / "mkdocs.yml"
    options = {"comments": FIELDS | fields}
    file.write_text(
        as_yaml({"site_name": "Toy", "docs_dir": ".", "plugins": [{"evidence": options}]})
    )
    return [(each.message, each.advice) for each in read_configuration(file).problems]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"repository": "ana-b/My.blog_2"},
        {"repository_id": "MDEwOlJlcG9zaXRvcnkzOTEzMTMwMjA="},
        {"server": "https://giscus.example.org/"},
    ],
)
def test_what_giscus_gives_is_taken(tmp_path: Path, fields: dict[str, str]) -> None:
    assert problems_with(tmp_path, fields) == []


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"repository": "https://github.com/ana/blog.git"}, "Write ana/blog\n"),
        ({"repository": "github.com/ana/blog/"}, "Write ana/blog\n"),
        ({"repository": "blog"}, "as in ana/blog"),
        ({"repository": "ana/blog/discussions"}, "as in ana/blog"),
        ({"repository_id": "DIC_kwDOABCDEF4CXYZa"}, "which begins with R_."),
        ({"repository_id": '"R_kgDOABCDEF"'}, "behind data-repo-id= there"),
        ({"category_id": "Announcements"}, "which begins with DIC_."),
        ({"server": "giscus.example.org"}, "Begin it with https://."),
    ],
)
def test_what_giscus_does_not_give_is_told_of(
    tmp_path: Path, fields: dict[str, str], told: str
) -> None:
    ((message, advice),) = problems_with(tmp_path, fields)
    (name,) = fields
    assert message.startswith(f"“{name}” should be")
    assert told in f"{message} {advice}\n"


def test_nothing_is_loaded_and_the_link_finds_the_discussion() -> None:
    html = parsed(comments_html(SETTINGS, POST, catalogue("nl"), "../"))
    link = one(html, "//a[@class='evidence-comment']")
    assert said(link) == "Reageren op GitHub"
    address = urlsplit(link.get("href"))
    assert address.path == "/ana/blog/discussions"
    assert parse_qs(address.query) == {"discussions_q": ['"the-hand" in:title']}
    assert "giscus.app" in said(html)
    assert html.xpath("//script/@src") == ["../loader.js"]
    assert provider_of(SETTINGS).keeps_threads


@pytest.mark.parametrize(("language", "frame"), [("pt-BR", "pt"), ("fr", "fr"), ("el", "en")])
def test_the_frame_speaks_a_language_that_it_has(language: str, frame: str) -> None:
    html = parsed(comments_html(SETTINGS, POST, catalogue(language), "../"))
    (values,) = html.xpath("//@data-comments")
    assert json.loads(values)["frame"] == frame


def test_the_site_as_a_whole_has_only_a_link() -> None:
    site = Commented("Toy", "https://example.org/")
    html = parsed(comments_html(SETTINGS, site, catalogue("en")))
    assert one(html, "//a").get("href") == "https://github.com/ana/blog/discussions"
    assert not html.xpath("//script | //button")
