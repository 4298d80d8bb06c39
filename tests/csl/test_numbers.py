"""Numbers, their labels, and ranges of pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.csl.locales import Locale
from mkdocs_evidence.csl.numbers import is_numeric, is_plural, page_ranges, roman

ENGLISH = Locale("en-US")
FORMATS = ["", "expanded", "minimal", "minimal-two", "chicago", "chicago-15", "chicago-16"]


@pytest.mark.parametrize(
    "text",
    ["2", "2nd", "D2", "2b", "L2d", "2, 3", "2,3", "2-4", "2 - 4", "2–4", "2 & 4", "1, 3 & 7"],
)  # fmt: skip
def test_numbers_with_affixes_and_between_signs_are_numeric(text: str) -> None:
    assert is_numeric(text)


@pytest.mark.parametrize(
    "text", ["", " ", "second", "2nd edition", "vol. 2", "two", "2,", "-", "2 3", "xiv", "n.d."]
)
def test_words_are_not_numeric(text: str) -> None:
    assert not is_numeric(text)


@pytest.mark.parametrize("text", ["1-3", "1–3", "1, 3", "1 & 3", "1-3, 5", "12a-12c", "iv–vi"])
def test_several_pages_are_plural(text: str) -> None:
    assert is_plural("page", text)


@pytest.mark.parametrize("text", ["", "3", "e1234", "iv", "12a", "S3"])
def test_one_page_is_not_plural(text: str) -> None:
    assert not is_plural("page", text)


@pytest.mark.parametrize("variable", ["number-of-pages", "number-of-volumes"])
def test_a_count_is_plural_above_one(variable: str) -> None:
    assert [is_plural(variable, text) for text in ("1", "2", "300")] == [False, True, True]


@pytest.mark.parametrize(
    ("pages", "expanded", "minimal", "minimal_two", "chicago_15", "chicago_16"),
    [
        ("3-10", "3–10", "3–10", "3–10", "3–10", "3–10"),
        ("71-72", "71–72", "71–2", "71–72", "71–72", "71–72"),
        ("42-5", "42–45", "42–5", "42–45", "42–45", "42–45"),
        ("92-113", "92–113", "92–113", "92–113", "92–113", "92–113"),
        ("100-104", "100–104", "100–4", "100–04", "100–104", "100–104"),
        ("600-613", "600–613", "600–13", "600–13", "600–613", "600–613"),
        ("1100-1123", "1100–1123", "1100–23", "1100–23", "1100–1123", "1100–1123"),
        ("107-108", "107–108", "107–8", "107–08", "107–8", "107–8"),
        ("505-517", "505–517", "505–17", "505–17", "505–17", "505–17"),
        ("1002-1006", "1002–1006", "1002–6", "1002–06", "1002–6", "1002–6"),
        ("321-325", "321–325", "321–5", "321–25", "321–25", "321–25"),
        ("415-532", "415–532", "415–532", "415–532", "415–532", "415–532"),
        ("1087-1089", "1087–1089", "1087–9", "1087–89", "1087–89", "1087–89"),
        ("1496-1504", "1496–1504", "1496–504", "1496–504", "1496–1504", "1496–504"),
        ("2787-2816", "2787–2816", "2787–816", "2787–816", "2787–2816", "2787–816"),
        ("11564-11568", "11564–11568", "11564–8", "11564–68", "11564–68", "11564–68"),
        ("13792-13803", "13792–13803", "13792–803", "13792–803", "13792–803", "13792–803"),
        ("12991-13001", "12991–13001", "12991–3001", "12991–3001", "12991–3001", "12991–3001"),
    ],
)  # fmt: skip
def test_a_range_of_pages_in_each_format(
    pages: str, expanded: str, minimal: str, minimal_two: str, chicago_15: str, chicago_16: str
) -> None:
    formats = ["expanded", "minimal", "minimal-two", "chicago-15", "chicago-16", "chicago"]
    assert [page_ranges(pages, format, ENGLISH) for format in formats] == [
        expanded, minimal, minimal_two, chicago_15, chicago_16, chicago_15,
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["-", "–", "—", "--", " - ", " – "])
@pytest.mark.parametrize("format", FORMATS)
def test_any_sign_between_pages_is_read(sign: str, format: str) -> None:
    assert page_ranges(f"3{sign}10", format, ENGLISH) == "3–10"


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("pages", ["", "7", "e1234", "S12", "xii", "n.p."])
def test_one_page_stays_as_it_is(pages: str, format: str) -> None:
    assert page_ranges(pages, format, ENGLISH) == pages


def test_pages_with_letters_before_them_are_expanded_with_these() -> None:
    assert page_ranges("S12-S15", "expanded", ENGLISH) == "S12–S15"
    assert page_ranges("S12-5", "expanded", ENGLISH) in {"S12–S15", "S12-5"}


@given(st.integers(1, 99999), st.integers(0, 999), st.sampled_from(FORMATS[1:]))
def test_what_is_abbreviated_can_be_expanded_again(first: int, more: int, format: str) -> None:
    pages = f"{first}-{first + more}"
    short = page_ranges(pages, format, ENGLISH)
    assert page_ranges(short, "expanded", ENGLISH) == pages.replace("-", "–")


@given(st.integers(1, 4999))
def test_roman_numerals_can_be_read_back(number: int) -> None:
    values = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
    digits = [values[letter] for letter in roman(number)]
    signed = [-d if d < max(digits[place:]) else d for place, d in enumerate(digits)]
    assert sum(signed) == number
