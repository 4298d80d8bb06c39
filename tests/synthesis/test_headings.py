"""The headings and ids of a page, and those that come to it."""

import pytest

from mkdocs_evidence.synthesis.headings import Headings, section_of

PAGE = """\
<h1 id="title">Title</h1>
<p id='one'>One</p>
<h2 id="more" class="x">More &amp; <em>more</em><a class="headerlink" href="#more">¶</a></h2>
<p><a id="two">Two</a></p>
<h6>Least</h6>
<p id="three">Three</p>
<div class="footnote">
<p id="note">Note</p>
</div>
"""


@pytest.mark.parametrize(
    ("anchor", "section"),
    [
        ("two", "More & more"),
        ("three", "Least"),
        ("note", ""),
        ("title", ""),
        ("nowhere", ""),
    ],
)
def test_a_section_is_named_by_its_heading(anchor: str, section: str) -> None:
    assert section_of(anchor, PAGE) == section


def test_below_the_title_is_no_section() -> None:
    assert section_of("a", '<h1>Title</h1><p id="a"></p>') == ""


def test_new_headings_belong_to_the_one_above_them() -> None:
    headings = Headings(PAGE)
    places = [0, PAGE.index("One"), PAGE.index("Two"), PAGE.index("Three")]
    assert [headings.level_below(place) for place in places] == [2, 2, 3, 6]
    above = [headings.above(place) for place in places]
    assert [heading and heading.id for heading in above] == [None, "title", "more", ""]


def test_ids_are_given_once() -> None:
    headings = Headings(PAGE)
    assert not headings.take_id("one")
    assert headings.take_id("four")
    assert not headings.take_id("four")
    assert [headings.new_id(title) for title in ("More", "More", "Éa & b", "王", "李", "王")] == [
        "more_1",
        "more_2",
        "ea-b",
        "_1",
        "_2",
        "_3",
    ]
    assert headings.new_ids == ["four", "more_1", "more_2", "ea-b", "_1", "_2", "_3"]


def test_a_number_that_a_page_has_already_is_passed_over() -> None:
    headings = Headings('<p id="more"></p><p id="more_1"></p>')
    assert headings.new_id("More") == "more_2"
    assert headings.new_id("More_1") != "more_1"


def test_very_many_headings_without_latin_letters_have_ids() -> None:
    # So many of them that trying all numbers for each would take hours.
    headings = Headings("")
    found = {headings.new_id("王") for _ in range(400_000)}
    assert len(found) == 400_000
