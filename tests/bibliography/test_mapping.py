"""An entry becomes a CSL-JSON item."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.bibliography import csl_json, read_bibliography
from mkdocs_evidence.sources import Source
from tests.bibliography.items import item


def test_an_article() -> None:
    found = item(
        "author = {Coan, James A. and de la Cruz, Ana}, title = {Lending a hand}, "
        "journal = {Psychological Science}, year = 2006, volume = 17, number = 12, "
        "pages = {1032--1039}, doi = {10.1111/j.1467}, note = {Reprinted}"
    )
    assert found == {
        "id": "key",
        "type": "article-journal",
        "author": [
            {"family": "Coan", "given": "James A."},
            {"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"},
        ],
        "title": "Lending a hand",
        "container-title": "Psychological Science",
        "issued": {"date-parts": [[2006]]},
        "volume": "17",
        "issue": "12",
        "page": "1032-1039",
        "note": "Reprinted",
        "DOI": "10.1111/j.1467",
    }


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("phdthesis", "school = {UvA}",
         {"type": "thesis", "genre": "PhD thesis", "publisher": "UvA"}),
        ("thesis", "type = {mathesis}, institution = {UvA}",
         {"type": "thesis", "genre": "Master’s thesis", "publisher": "UvA"}),
        ("article", "type = {Journal Article}", {"type": "article-journal", "genre": None}),
        ("techreport", "institution = {WHO}, number = {7}",
         {"type": "report", "genre": None, "publisher": "WHO", "number": "7"}),
        ("inbook", "booktitle = {Handbook}, editor = {Day, Ann}, edition = {2nd}",
         {"type": "chapter", "container-title": "Handbook", "edition": "2",
          "editor": [{"family": "Day", "given": "Ann"}]}),
        ("book", "publisher = {P}, address = {London}, edition = {Second}, series = {S}, number=4",
         {"type": "book", "publisher": "P", "publisher-place": "London", "edition": "2",
          "collection-title": "S", "collection-number": "4"}),
        ("online", "url = {https://a.example}, urldate = {2020-01-02}, organization = {A}",
         {"type": "webpage", "accessed": {"date-parts": [[2020, 1, 2]]}, "publisher": "A"}),
        ("article", "journaltitle = {J}, eid = {e12}, issue = {3}",
         {"type": "article-journal", "number": "e12", "page": "e12", "issue": "3"}),
        ("article", "number = {3}, issue = {Spring}", {"issue": "3, Spring"}),
        ("article", "entrysubtype = {newspaper}", {"type": "article-newspaper"}),
        ("misc", "eprint = {2002.07764}, archiveprefix = {arXiv}",
         {"type": "", "publisher": "arXiv", "URL": "https://arxiv.org/abs/2002.07764"}),
        ("inproceedings", "booktitle = {P}, eventtitle = {E}, venue = {Lisbon}",
         {"type": "paper-conference", "event": "E", "event-place": "Lisbon"}),
        ("unpublished", "venue = {Lisbon}", {"type": "speech", "event-place": "Lisbon"}),
        ("unpublished", "", {"type": "manuscript"}),
        ("patent", "location = {US}, number = {7}",
         {"type": "patent", "jurisdiction": "US", "number": "7"}),
        ("book", "publisher = {Taylor and Francis}, location = {Bern and Rome}",
         {"publisher": "Taylor and Francis", "publisher-place": "Bern and Rome"}),
        ("misc", "howpublished = {Poster}, organization = {WHO}", {"publisher": "WHO; Poster"}),
        ("misc", "howpublished = {\\url{https://a.example/b_c}}",
         {"publisher": None, "URL": "https://a.example/b_c"}),
        ("article", "pubstate = {inpress}, note = {A}, addendum = {B}",
         {"status": "in press", "note": "A. B"}),
        ("book", "volume = 3, part = 2, volumes = 5, pagetotal = 300",
         {"volume": "3.2", "number-of-volumes": "5", "number-of-pages": "300"}),
        ("article", "pages = {pp. 5 -- 9}", {"page": "5-9"}),
        ("manual", "title = {pwr}, note = {R package version 1.3-0}",
         {"type": "book", "note": "R package version 1.3-0"}),
        ("something", "", {"type": ""}),
    ],
)  # fmt: skip
def test_types_and_their_fields(kind: str, fields: str, expected: dict[str, Any]) -> None:
    found = item(fields, kind)
    assert {name: found.get(name) for name in expected} == expected


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("langid = {ngerman}", "de-DE"),
        ("language = {pt-br}", "pt-BR"),
        ("langid = {Klingon}", None),
    ],
)
def test_languages_become_tags(written: str, tag: str | None) -> None:
    assert item(written).get("language") == tag


def test_editors_of_every_kind() -> None:
    found = item(
        "editor = {A, A}, editortype = {compiler}, editora = {B, B}, editoratype = {translator}, "
        "editorb = {C, C}, editorbtype = {redactor}, translator = {D, D}, bookauthor = {E, E}"
    )
    roles = {
        key: [name["family"] for name in value]
        for key, value in found.items()
        if isinstance(value, list)
    }
    assert roles == {"compiler": ["A"], "translator": ["B", "D"], "container-author": ["E"]}


def test_a_very_long_name_is_split_in_time() -> None:
    (name,) = item("author = {Day, Ann " + "longwords" * 2000 + "^ x}")["author"]
    assert name["family"] == "Day"


@given(st.text(alphabet=st.sampled_from(r"\{}$^_%&~-'`\"aeio ,.@#LaTeX/12" + "\n")))
def test_any_value_is_mapped_without_an_error(value: str) -> None:
    names = (
        "author", "booktitle", "date", "doi", "edition", "eprint", "howpublished", "journal",
        "langid", "maintitle", "month", "note", "origdate", "pages", "publisher", "title", "type",
        "url", "year",
    )  # fmt: skip
    entries, _ = read_bibliography(
        Source("a.bib", "@article{k," + ",\n".join(f"{name} = {{{value}}}" for name in names) + "}")
    )
    for entry in entries:
        csl_json(entry)
