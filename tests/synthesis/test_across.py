"""What stands around tables, plots and maps, and into which pages they are put."""

from __future__ import annotations

import datetime

import pytest

from mkdocs_evidence.languages import LANGUAGES, catalogue
from mkdocs_evidence.synthesis import PARTS, Across
from tests.hosts.site import parsed, said
from tests.synthesis.making import page
from tests.synthesis.test_evidence_table import covered

TABLE = "<!-- evidence/table -->"


@pytest.mark.parametrize("name", PARTS)
def test_each_part_is_found_and_says_what_it_is(name: str) -> None:
    across = Across([covered({})], ["Health"])
    asking = page("all/", f"# All\n\n<!-- evidence/{name} -->\n\nThe end.\n")
    found = parsed(across.put_into(asking.html, asking))
    (part,) = found.xpath(f"./div[@class='evidence-across evidence-across--{name}']")
    assert part.get("data-search-exclude") == ""
    assert "the study of one post, of March 2, 2026" in said(part)
    assert "This is not a systematic review" in said(part)
    assert len(part.xpath("./details//a")) == 6
    assert across.pages == {"all/"}


@pytest.mark.parametrize(
    "text",
    [
        f"`{TABLE}`",
        f"All: {TABLE}",
        "<!-- evidence/tables -->",
        "<!-- evidence/table {topic: Health} -->",
    ],
)
def test_what_is_no_comment_of_its_own_stays_as_it_is(text: str) -> None:
    across = Across([covered({})], [])
    asking = page("all/", text)
    assert across.put_into(asking.html, asking) == asking.html
    assert across.pages == set()


def test_a_post_has_none() -> None:
    across = Across([covered({})], [])
    post = page("summaries/hands/", TABLE, article="coan2017")
    assert across.put_into(post.html, post) == post.html


def test_studies_are_counted_in_posts_and_the_newest_is_told() -> None:
    newest = covered({}, date=datetime.date(2026, 9, 8))
    across = Across([newest, *[covered({})] * 1233], [])
    asking = page("all/", TABLE)
    told = across.put_into(asking.html, asking)
    assert "the studies of 1,234 posts, the newest of September 8, 2026" in told


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_studies_it_is_said_that_there_are_none(language: str) -> None:
    across = Across([], ["Health"])
    asking = page("all/", TABLE, language=language)
    found = parsed(across.put_into(asking.html, asking))
    assert said(found) == catalogue(language).text("across_none")
    assert across.pages == set()
