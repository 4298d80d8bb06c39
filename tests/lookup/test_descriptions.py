"""Descriptions of works as registries send them, odd and hostile ones among them."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.lookup.crossref import crossref_work
from mkdocs_evidence.lookup.datacite import datacite_work
from tests.lookup.works import CROSSREF, DATACITE, article


def crossref(**fields: Any) -> dict[str, Any]:
    written = {name.replace("_", "-"): value for name, value in fields.items()}
    return crossref_work({"type": "journal-article", **written}).item


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("Love &amp; hate", "Love & hate"),
        ("Love &amp;amp; hate", "Love & hate"),
        ("<jats:italic>In vivo</jats:italic> work", "<i>In vivo</i> work"),
        ("<em>a</em> <strong>b</strong> <scp>c</scp>", "<i>a</i> <b>b</b> <sc>c</sc>"),
        ("H<sub>2</sub>O &lt;i&gt;here&lt;/i&gt;", "H<sub>2</sub>O <i>here</i>"),
        ("<mml:math><mml:mi>x</mml:mi></mml:math> counts", "x counts"),
        ("<script>alert(1)</script>", "alert(1)"),
        ("<i onmouseover='x'>a</i>", "<i>a</i>"),
        ("<i>never closed", "never closed"),
        ("<i><b>crossed</i></b>", "crossed"),
        ("p &lt; .05 and q > .1", "p < .05 and q > .1"),
        ("a\n      b\u200b\x00c", "a b c"),
        ("lone \ud800 half", "lone half"),
    ],
)
def test_titles_have_the_tags_of_csl_and_no_others(written: str, title: str) -> None:
    assert crossref(title=[written])["title"] == title


@pytest.mark.parametrize(
    ("title", "subtitle", "whole"),
    [
        ("Main", "Sub", "Main: Sub"),
        ("Really?", "Sub", "Really? Sub"),
        ("Main: Sub", "Sub", "Main: Sub"),
        ("Main", "", "Main"),
    ],
)
def test_a_subtitle_is_joined_once(title: str, subtitle: str, whole: str) -> None:
    assert crossref(title=[title], subtitle=[subtitle])["title"] == whole


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (
            {"given": "Bessel A.", "family": "van der Kolk"},
            {"given": "Bessel A.", "family": "Kolk", "non-dropping-particle": "van der"},
        ),
        (
            {"given": "Martin", "family": "King", "suffix": "Jr."},
            {"given": "Martin", "family": "King", "suffix": "Jr."},
        ),
        ({"name": "World Health Organization"}, {"literal": "World Health Organization"}),
        ({"given": "Sukarno"}, {"literal": "Sukarno"}),
        ({"family": "hooks", "given": "bell"}, {"family": "hooks", "given": "bell"}),
        ({"family": "O&#x2019;Hara"}, {"family": "O’Hara"}),
    ],
)
def test_names_come_in_their_parts(written: dict[str, str], name: dict[str, str]) -> None:
    assert crossref(author=[written, {}, None, {"family": None}])["author"] == [name]


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        ([2017, 10, 1], [2017, 10, 1]),
        ([2017, 10], [2017, 10]),
        ([2017], [2017]),
        (["2017", "5"], [2017, 5]),
        ([2017, 13, 1], [2017]),
        ([2019, 2, 30], [2019, 2]),
        ([2017, None], [2017]),
    ],
)
def test_of_a_date_is_taken_what_makes_sense(parts: list[object], date: list[int]) -> None:
    assert crossref(issued={"date-parts": [parts]})["issued"] == {"date-parts": [date]}


@pytest.mark.parametrize("parts", [[[None]], [[]], [], [[10]], [[True]], [[2e3]], None, "2017"])
def test_what_is_no_date_is_left_out(parts: object) -> None:
    assert "issued" not in crossref(issued={"date-parts": parts})


def test_an_article_is_dated_by_its_issue() -> None:
    online, issue = {"date-parts": [[2016, 12]]}, {"date-parts": [[2017, 2]]}
    assert crossref(issued=online, published_print=issue)["issued"] == issue


def test_a_chapter_stands_in_a_book_that_may_stand_in_a_series() -> None:
    names = ["A Series", "A Book"]
    item = crossref(type="book-chapter", container_title=names)
    assert (item["container-title"], item["collection-title"]) == ("A Book", "A Series")


@pytest.mark.parametrize(
    ("address", "licence"),
    [
        ("https://creativecommons.org/licenses/by/4.0/", "CC BY 4.0"),
        ("http://www.creativecommons.org/licenses/by-nc-nd/3.0/us/", "CC BY-NC-ND 3.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("https://example.org/creativecommons.org/licenses/by/4.0/", ""),
        ("https://www.elsevier.com/tdm/userlicense/1.0/", ""),
    ],
)
def test_a_licence_has_its_short_name(address: str, licence: str) -> None:
    assert crossref_work({"license": [{"URL": address}]}).licence == licence


def test_the_licence_is_that_of_the_published_version() -> None:
    licences = [
        {"URL": f"https://creativecommons.org/licenses/{name}/4.0/", "content-version": version}
        for name, version in (("by-nc", "am"), ("by", "vor"))
    ]
    assert crossref_work({"license": licences}).licence == "CC BY 4.0"


KNOWN_NAMES = sorted(
    {name for work in (*CROSSREF.values(), *DATACITE.values()) for name in work}
    | {"date-parts", "DOI", "type", "family", "given", "name", "updated", "id", "id-type"}
    | {"creators", "container", "title", "is-preprint-of", "relation", "content-version"}
)
ANY_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(
        [
            "retraction",
            "doi",
            "10.5555/a",
            "doi:10.1000/{}.",
            "10.5555/%2fx%252f%2520",
            "<i>",
            "&lt;b&gt;",
        ]
    ),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(KNOWN_NAMES) | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=25,
)
OBJECTS = st.dictionaries(st.sampled_from(KNOWN_NAMES), ANY_JSON, max_size=8)
TAG = re.compile(r"</?(?!(?:i|b|sc|sub|sup)>)[A-Za-z][^<>]*>")


@given(OBJECTS)
def test_any_description_gives_a_work(description: dict[str, Any]) -> None:
    for work in (crossref_work(description), datacite_work(description, "10.5555/a")):
        assert not TAG.search(str(work.item.get("title", "")))
        json.dumps(work.item, ensure_ascii=False).encode()


@given(st.sampled_from(sorted(CROSSREF)), st.data())
def test_a_description_with_one_wrong_field_gives_the_rest(doi: str, data: st.DataObject) -> None:
    description = dict(CROSSREF[doi])
    name = data.draw(st.sampled_from(sorted(description.keys() - {"title", "subtitle", "DOI"})))
    description[name] = data.draw(ANY_JSON)
    work = crossref_work(description)
    assert work.item["title"] == crossref_work(CROSSREF[doi]).item["title"]
    assert work.item["DOI"] == doi


@pytest.mark.parametrize("text", ["<!--" * 2_500, f"<{'a' * 9_000}", f"<!--{'-' * 9_000}"])
def test_many_long_texts_are_no_trouble(text: str) -> None:
    assert crossref(title=["", *[text] * 500])["title"] == text


def test_a_long_list_and_a_long_text_are_no_trouble() -> None:
    authors = [{"family": f"Exemplo {number}"} for number in range(20_000)]
    item = crossref_work(article("10.5555/a", "<!--" * 1_000_000, author=authors)).item
    assert len(item["author"]) == 20_000
    assert len(item["title"]) <= 10_000
