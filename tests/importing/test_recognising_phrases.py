"""The phrases by which parts of a post are recognised, and how they are read."""

from __future__ import annotations

import itertools

import pytest

from mkdocs_evidence.importing.recognising.phrasebook import (
    LANGUAGES,
    begins,
    found,
    is_whole,
    phrases,
)
from mkdocs_evidence.languages import LANGUAGES as SITE_LANGUAGES


def test_posts_are_recognised_in_every_language_of_sites() -> None:
    assert LANGUAGES == SITE_LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_names_in_alphabetical_order(language: str) -> None:
    assert list(phrases(language)) == sorted(phrases("en"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_phrases_are_sorted_and_stand_once(language: str) -> None:
    for name, listed in phrases(language).items():
        assert listed == sorted({*listed}), name


@pytest.mark.parametrize(("one", "other"), [*itertools.combinations(LANGUAGES, 2)])
def test_no_small_word_is_common_in_two_languages(one: str, other: str) -> None:
    assert not {*phrases(one)["common_words"]} & {*phrases(other)["common_words"]}


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Posted on 3 March", 9),
        ("posted 3 March", 6),
        ("Postedon", 0),
        ("MIS À JOUR LE 4 mai", 13),
        ("mis a jour 4 mai", 10),
    ],
)
def test_the_longest_phrase_counts_without_capitals_and_accents(text: str, length: int) -> None:
    assert max(begins("date", text), begins("updated", text)) == length


def test_a_number_and_a_gap_stand_for_what_is_there() -> None:
    assert is_whole("reading_time", "12 minutes")
    assert found("invitation", "We look forward to reading all your thoughts.")
    assert not found(
        "invitation", "We look forward to the summer and its warm days. Your thoughts?"
    )


def test_apostrophes_of_both_kinds_are_the_same() -> None:
    assert begins("heading_study", "l'étude") == begins("heading_study", "l’étude") == 7
