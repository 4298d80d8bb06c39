"""What Zotero saves of a page, by the rules that are written down in ``zotero``."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

from mkdocs_evidence.metadata import Writer
from mkdocs_evidence.settings import Author

from .records import PAGE, SITE, page_of, post
from .zotero import Saved, saved


def test_a_post_is_saved_as_one() -> None:
    record = post(topics=["Health"], tags=["touch"])
    assert saved(page_of(record)) == Saved(
        type="blogPost",
        title="Holding hands",
        creators=[("Exemplo", "Ana")],
        date="2026/03/02",
        publication="Toy",
        url="https://example.org/summaries/hands/",
        language="en-GB",
        abstract="Does a hand help?",
        tags=["Health", "touch"],
    )


def test_its_language_is_its_own_and_not_that_of_the_site() -> None:
    assert saved(page_of(post({"language": "pt-BR"}))).language == "pt-BR"


def test_other_pages_are_web_pages() -> None:
    item = saved(page_of(PAGE))
    assert (item.type, item.title, item.publication) == ("webpage", "Holding hands", "Toy")


def test_without_an_address_it_has_that_at_which_it_is_read() -> None:
    nowhere = post({"url": "", "site": replace(SITE, home="")})
    assert saved(page_of(nowhere), "http://localhost/a").url == "http://localhost/a"


@pytest.mark.parametrize(
    ("name", "family", "creator"),
    [
        ("Ana Exemplo", None, ("Exemplo", "Ana")),
        ("Ana Maria Exemplo da Silva", None, ("da Silva", "Ana Maria Exemplo")),
        ("Gabriel José García Márquez", "García Márquez", ("García Márquez", "Gabriel José")),
        ("Mao Zedong", "Mao", ("Mao", "Zedong")),
        ("Rui Silva Jr.", "Silva", ("Silva", "Rui Jr")),
        ("Ana", None, ("Ana",)),
        ("Praxis am See", "Praxis am See", ("Praxis am See",)),
        ("Ana & Rui; Partner, Berlin", "Ana & Rui; Partner, Berlin", ("Ana & Rui Partner Berlin",)),
    ],
)
def test_every_author_is_one_and_in_the_right_parts(
    name: str, family: str | None, creator: tuple[str, ...]
) -> None:
    alone = Writer(Author(name=name, family=family))
    other = Writer(Author(name="Rui Outro"))
    assert saved(page_of(post(writers=[alone]))).creators == [creator]
    assert saved(page_of(post(writers=[alone, other]))).creators == [creator, ("Outro", "Rui")]


@pytest.mark.parametrize(
    ("metas", "kind"),
    [
        ("<meta name='citation_journal_title' content='J'>", "journalArticle"),
        ("<meta name='citation_dissertation_institution' content='U'>", "thesis"),
        ("", "blogPost"),
    ],
)
def test_the_tag_of_a_journal_or_school_would_come_before_the_type(metas: str, kind: str) -> None:
    page = page_of(post())
    page.find("head").extend(html.fragments_fromstring(metas))
    assert saved(page).type == kind


@pytest.mark.parametrize(
    ("left_out", "kind"),
    [
        ([], "blogPost"),
        (["z:itemType"], "journalArticle"),
        (["z:itemType", "citation_title"], "webpage"),
    ],
)
def test_why_the_type_has_to_be_said(left_out: list[str], kind: str) -> None:
    page = page_of(post())
    for name in left_out:
        (meta,) = page.xpath(f"//meta[@name='{name}']")
        meta.drop_tree()
    assert saved(page).type == kind


def test_a_single_name_with_words_on_both_sides_of_its_comma_would_be_two() -> None:
    page = html.document_fromstring("<meta name='citation_author' content='da Silva, Ana Maria'>")
    assert saved(page).creators == [("Silva", "da"), ("Maria", "Ana")]
