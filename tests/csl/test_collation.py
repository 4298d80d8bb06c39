"""The order of names and titles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.csl.collation import collation_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Brown", "Browning"],
        ["Ek, Zoe", "Ekman, Ada"],
        ["De Vito", "Deakin"],
        ["apes", "Bees", "cats"],
        ["Ek", "Ék", "Ekman"],
        ["Muller", "Müller", "Mullers"],
        ["Oster", "Øster", "Ostern"],
        ["Aesop", "Æsop", "Aether"],
        ["Lodz", "Łódź", "Lofa"],
        ["OBrian", "O’Brien", "OBryan"],
        ["Strasse", "Straßen", "Strassf"],
        ["9 lives", "A life"],
    ],
    ids=" < ".join,
)
def test_texts_come_in_the_order_that_readers_expect(ordered: list[str]) -> None:
    keys = [collation_key(text) for text in ordered]
    assert sorted(set(keys)) == keys


@pytest.mark.parametrize("text", ["“Sleep”", "Sleep!", "(Sleep)", "  Sleep "])
def test_punctuation_and_spaces_around_a_text_do_not_count_at_first(text: str) -> None:
    assert collation_key(text)[0] == collation_key("Sleep")[0]


def test_capitals_do_not_count() -> None:
    assert collation_key("ek") == collation_key("EK")


@given(st.text(max_size=8), st.text("abcxyz", min_size=1, max_size=4))
def test_nothing_comes_before_something(text: str, more: str) -> None:
    assert collation_key(text) < collation_key(f"{text}{more}")
