"""The position of each cite among those before it."""

import pytest

from mkdocs_evidence.csl import Citation, Cite
from mkdocs_evidence.csl.positions import places

FIRST, IBID, WITH_LOCATOR, SUBSEQUENT = "first", "ibid", "ibid-with-locator", "subsequent"
PAGE_3, PAGE_4 = Cite("a", locator="3"), Cite("a", locator="4")


def positions(*citations: Citation) -> list[list[str]]:
    return [[place.position for place in found] for found in places(citations, "")]


@pytest.mark.parametrize("notes", [True, False], ids=["in notes", "in the text"])
@pytest.mark.parametrize(
    ("before", "cite", "expected"),
    [
        (Cite("b"), Cite("a"), FIRST),
        (Cite("a"), Cite("a"), IBID),
        (Cite("a"), PAGE_3, WITH_LOCATOR),
        (PAGE_3, PAGE_3, IBID),
        (PAGE_3, PAGE_4, WITH_LOCATOR),
        (PAGE_3, Cite("a", locator="3", label="chapter"), WITH_LOCATOR),
        (PAGE_3, Cite("a"), SUBSEQUENT),
        (Cite("a", prefix="see"), Cite("a", suffix=", too"), IBID),
    ],
)
def test_the_position_after_another_citation(
    before: Cite, cite: Cite, expected: str, notes: bool
) -> None:
    numbers = (1, 2) if notes else (0, 0)
    given = [Citation((each,), note=n) for each, n in zip((before, cite), numbers, strict=True)]
    assert positions(*given) == [[FIRST], [expected]]


def test_a_citation_of_several_items_is_no_ibid_for_the_next() -> None:
    assert positions(Citation((Cite("b"), Cite("a")), note=1), Citation((Cite("a"),), note=2)) == [
        [FIRST, FIRST],
        [SUBSEQUENT],
    ]


def test_an_item_twice_in_one_citation_is_an_ibid() -> None:
    assert positions(Citation((Cite("a"), Cite("a"), PAGE_3, Cite("b"), Cite("a")), note=1)) == [
        [FIRST, IBID, WITH_LOCATOR, FIRST, SUBSEQUENT]
    ]


def test_a_citation_without_cites_has_no_positions() -> None:
    assert positions(Citation(()), Citation((Cite("a"),))) == [[], [FIRST]]


@pytest.mark.parametrize(
    ("distance", "note", "near"),
    [("", 6, True), ("", 7, False), ("2", 3, True), ("2", 4, False), ("0", 1, True)],
)
def test_a_note_is_near_up_to_a_distance(distance: str, note: int, near: bool) -> None:
    citations = [Citation((Cite("a"),), note=1), Citation((Cite("a"),), note=note)]
    assert [each[0].near for each in places(citations, distance)] == [False, near]


def test_citations_in_the_text_are_never_near() -> None:
    citations = [Citation((Cite("a"),)), Citation((Cite("a"),))]
    assert not any(place.near for found in places(citations, "") for place in found)


def test_later_cites_know_the_number_of_the_first_note() -> None:
    citations = [Citation((Cite(key),), note=n) for n, key in enumerate("abab", 1)]
    assert [found[0].first_note for found in places(citations, "")] == [0, 0, 1, 2]
