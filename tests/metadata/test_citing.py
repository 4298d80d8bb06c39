"""How a post is cited, and its records for reference managers, read back by other programs."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
import rispy
from pybtex.database import BibliographyData, parse_string

from mkdocs_evidence.bibliography import Library, csl_json
from mkdocs_evidence.exports import post_entry, to_bibtex, to_ris
from mkdocs_evidence.metadata import PostRecord, Writer, post_item
from mkdocs_evidence.metadata.names import csl_name_of
from mkdocs_evidence.settings import Author
from tests.exports.entries import read

from .records import SITE, post

HOSTILE = "50% of \\ {hands} & <b>#1</b> \"quoted\" ''so'' $x_1$ --- ~^ été \u202e"


def bibtex(record: PostRecord) -> Any:
    data: BibliographyData = parse_string(
        to_bibtex(post_entry(post_item(record), "hands")), "bibtex"
    )
    return data.entries["hands"]


def ris(record: PostRecord) -> dict[str, Any]:
    (found,) = rispy.loads(to_ris(post_item(record)))
    return dict(found)


def test_a_post_as_bibtex() -> None:
    entry = bibtex(post())
    (author,) = entry.persons["author"]
    assert entry.type == "online"
    assert (author.last_names, author.first_names) == (["Exemplo"], ["Ana"])
    assert dict(entry.fields) == {
        "title": "{Holding hands}",
        "year": "2026",
        "month": "March",
        "date": "2026-03-02",
        "organization": "Toy",
        "url": "https://example.org/summaries/hands/",
    }


def test_a_post_as_ris() -> None:
    assert ris(post()) == {
        "type_of_reference": "BLOG",
        "authors": ["Exemplo, Ana"],
        "title": "Holding hands",
        "secondary_title": "Toy",
        "year": "2026",
        "date": "2026/03/02/",
        "urls": ["https://example.org/summaries/hands/"],
        "language": "en-GB",
    }


def test_the_language_is_named_where_it_is_not_english() -> None:
    assert bibtex(post({"language": "pt-BR"})).fields["langid"] == "pt-BR"


def test_what_is_not_known_is_left_out() -> None:
    nowhere = post({"url": "", "site": replace(SITE, home="")}, writers=[])
    assert "url" not in bibtex(nowhere).fields
    assert "author" not in bibtex(nowhere).persons
    assert ris(nowhere).keys().isdisjoint({"urls", "authors"})


def test_a_date_of_one_digit_is_written_with_two() -> None:
    assert bibtex(post(published=datetime.date(2026, 11, 9))).fields["date"] == "2026-11-09"


def test_signs_of_tex_are_signs_of_the_title() -> None:
    record = post({"title": HOSTILE, "site": replace(SITE, name=HOSTILE)})
    text = to_bibtex(post_entry(post_item(record), "hands"))
    assert list(parse_string(text, "bibtex").entries) == ["hands"]
    (entry,), problems = read(text)
    assert problems == []
    item = csl_json(entry)
    assert item["title"].startswith("50% of \\ {hands} & <b>#1</b>")
    assert item["publisher"].endswith("$x_1$ --- ~^ été \u202e")
    assert Library([entry]).csl("hands")["issued"] == {"date-parts": [[2026, 3, 2]]}


@pytest.mark.parametrize("sign", ["\r\n", "\r\nER  - \r\nTY  - BOOK\r\n", "\x00", "}\n@book{x,"])
def test_no_title_can_begin_another_record(sign: str) -> None:
    record = post({"title": f"One{sign}two"})
    assert next(iter(bibtex(record).fields)) == "title"
    assert ris(record)["type_of_reference"] == "BLOG"


@pytest.mark.parametrize(
    ("name", "family", "parts"),
    [
        ("Ana Exemplo", None, {"given": "Ana", "family": "Exemplo"}),
        (
            "Ana Exemplo da Silva",
            None,
            {"given": "Ana Exemplo", "non-dropping-particle": "da", "family": "Silva"},
        ),
        (
            "Ludwig van der Berg",
            None,
            {"given": "Ludwig", "non-dropping-particle": "van der", "family": "Berg"},
        ),
        ("Gabriel García Márquez", "García Márquez", None),
        ("Plato", None, {"family": "Plato"}),
        ("Toy Institute", "Toy Institute", {"literal": "Toy Institute"}),
        ("Ana & Rui", None, {"given": "Ana &", "family": "Rui"}),
    ],
)
def test_names(name: str, family: str | None, parts: dict[str, str] | None) -> None:
    expected = parts or {"given": "Gabriel", "family": "García Márquez"}
    assert csl_name_of(Author(name=name, family=family)) == expected


def test_no_sign_of_a_name_is_lost() -> None:
    parts = csl_name_of(Author(name="Ana {x} \\ 100% <b> Co"))
    assert sorted(" ".join(parts.values()).split()) == ["100%", "<b>", "Ana", "Co", "\\", "{x}"]


def test_an_organisation_stays_whole() -> None:
    record = post(writers=[Writer(Author(name="Praxis am See", family="Praxis am See"))])
    (author,) = bibtex(record).persons["author"]
    assert author.last_names == ["{Praxis am See}"]
    assert ris(record)["authors"] == ["Praxis am See"]
