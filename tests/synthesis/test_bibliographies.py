"""Bibliographies in their places: what they bring to a page, and what is wrong with them."""

import pytest

from mkdocs_evidence.sources import Source
from mkdocs_evidence.synthesis import (
    Bibliographies,
    Mentions,
    SitePage,
    WorkLinks,
    asks_for_works_of_page,
)
from tests.hosts.site import parsed, said
from tests.synthesis.making import LIBRARY, page

COMMENT = "<!-- evidence/bibliography -->"
WRONG = "<!-- evidence/bibliography {type: bok} -->"


def bibliographies(*pages: SitePage, options: str = "") -> Bibliographies:
    mentions = Mentions(pages, ())
    links = WorkLinks({"coan2017": "works/coan2017/"})
    return Bibliographies(LIBRARY, Source("site.yml", options), mentions, links)


def test_a_page_gets_its_bibliographies_with_headings_and_ids() -> None:
    about = page("about/", "@coan2017 and @bowlby1969")
    text = "# All\n\n## Works\n\n<!-- evidence/bibliography {group_by: type} -->\n\n## End\n"
    listing = page("all/", text)
    site = bibliographies(about, listing)
    filled = site.fill(listing)
    found = parsed(f"<div>{filled.html}</div>")
    assert [said(each) for each in found.xpath(".//h2 | .//h3")] == [
        "Works",
        "Journal articles",
        "Books",
        "End",
    ]
    above = filled.headings[0].above
    assert above
    assert above.id == "works"
    assert [(each.title, each.id, each.level, each.above) for each in filled.headings] == [
        ("Journal articles", "journal-articles", 3, above),
        ("Books", "books", 3, above),
    ]
    assert filled.last is None
    assert {*filled.ids} == {"journal-articles", "books", "ref-coan2017", "ref-bowlby1969"}
    assert found.xpath(".//li[@id='ref-coan2017']//a[starts-with(@href, '.')]/@href") == [
        "../about/",
        "../works/coan2017/",
    ]
    assert [*site.shown] == ["bowlby1969", "coan2017"]
    assert site.problems == []


def test_what_the_bibliographies_of_a_page_leave_out_stands_at_its_end() -> None:
    text = "@coan2017, @bowlby1969\n\n<!-- evidence/bibliography {scope: page, type: book} -->\n"
    assert asks_for_works_of_page(text, LIBRARY)
    own = page("own/", text, lists_follow=True)
    filled = bibliographies(own).fill(own)
    assert filled.last
    assert (filled.last.title, filled.last.id, filled.last.level) == ("References", "references", 2)
    found = parsed(f"<div>{filled.html}</div>")
    assert found.xpath(".//li/@id") == ["ref-bowlby1969", "ref-coan2017"]


@pytest.mark.parametrize(
    "text", [COMMENT, "`<!-- evidence/bibliography {scope: page} -->`", "Text"]
)
def test_other_pages_do_not_ask_for_their_own_works(text: str) -> None:
    assert not asks_for_works_of_page(text, LIBRARY)


def test_a_page_without_bibliographies_stays_as_it_is() -> None:
    plain = page("plain/", "Nothing is cited.")
    assert bibliographies(plain).fill(plain).html == plain.html


def test_mistakes_are_told_where_the_author_wrote_them() -> None:
    text = f"{WRONG}\n\nText\n\n{WRONG}\n\nHere {COMMENT} it is.\n"
    wrong = page("wrong/", text)
    site = bibliographies(wrong)
    assert "evidence/bibliography" not in site.fill(wrong).html
    assert [f"{each.location.line} {each.rule}" for each in site.problems] == [
        "1 unknown-type",
        "5 unknown-type",
        "7 placeholder-in-text",
    ]


def test_a_placeholder_may_stand_in_the_settings_or_in_no_file() -> None:
    made = page("made/", f"{WRONG}\n\n<!-- evidence/bibliography {{year: x}} -->\n")
    made_by_program = SitePage(
        made.name, made.url, made.title, made.html, made.citations, source=lambda: None
    )
    site = bibliographies(made_by_program, options=f"introduction: >\n  {WRONG}\n")
    site.fill(made_by_program)
    assert [(each.location.path, each.rule) for each in site.problems] == [
        ("site.yml", "unknown-type"),
        ("made/index.md", "odd-year"),
    ]


def test_very_many_placeholders_are_each_told_at_their_place() -> None:
    # So many of them that going through the page for each would take more than an hour.
    comment = "<!-- evidence/bibliography x -->"
    many = page("many/", "Text")
    text = f"{comment}\n" * 60_000
    many = SitePage(
        many.name,
        many.url,
        many.title,
        f"<p>Text</p>\n{text}",
        many.citations,
        source=lambda: Source("docs/many.md", text),
    )
    site = bibliographies(many)
    site.fill(many)
    assert [each.location.line for each in site.problems] == [*range(1, 60_001)]
