"""Given names as initials."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.csl.initials import initials


@pytest.mark.parametrize(
    ("given_names", "expected"),
    [
        ("", ""),
        ("Ada", "A."),
        ("Ada Maria", "A. M."),
        ("Ada M", "A. M."),
        ("Ada M.", "A. M."),
        ("A.M.", "A. M."),
        ("A. M.", "A. M."),
        ("Ann-Marie", "A.-M."),
        ("Ann‐Marie", "A.-M."),
        ("A.-M.", "A.-M."),
        ("Émile", "É."),
        ("Иван Петрович", "И. П."),
        ("Ada\u00a0Maria", "A. M."),
    ],
)
def test_given_names_become_initials_with_a_point_and_a_space(
    given_names: str, expected: str
) -> None:
    assert initials(given_names, ". ") == expected


def test_what_follows_an_initial_is_up_to_the_style() -> None:
    assert initials("Ada Maria", ".") == "A.M."
    assert initials("Ada Maria", "") == "AM"
    assert initials("Ada Maria", " ") == "A M"


def test_a_hyphen_goes_where_the_style_does_not_want_it() -> None:
    assert initials("Ann-Marie", ".", hyphen=False) == "A.M."
    assert initials("Ann-Marie", "", hyphen=False) == "AM"


def test_whole_names_stay_where_only_initials_get_their_point() -> None:
    assert initials("Ada M", ".", shorten=False) == "Ada M."
    assert initials("Ada Maria", ".", shorten=False) == "Ada Maria"


@given(st.text(max_size=20), st.sampled_from(["", ".", ". ", " "]), st.booleans(), st.booleans())
def test_any_text_has_initials_without_spaces_around(
    text: str, mark: str, hyphen: bool, shorten: bool
) -> None:
    found = initials(text, mark, hyphen=hyphen, shorten=shorten)
    assert found == found.rstrip()


@given(st.text("AÉBc .-", max_size=12))
def test_initials_of_initials_are_the_same(text: str) -> None:
    once = initials(text, ". ")
    assert initials(once, ". ") == once
