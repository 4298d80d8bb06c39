"""Locators in the languages of pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_evidence.citations.locators import locators_for
from mkdocs_evidence.csl import LOCATORS, locator_terms

LANGUAGES = ["en", "pt", "nl", "fr", "de", "es", "pl", "el", "ru", "ja"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("change", [str, str.upper, str.capitalize])
def test_every_term_of_a_language_is_read(language: str, change: type[str]) -> None:
    meant: dict[str, str] = {}
    for term, label in locator_terms(language):
        meant.setdefault(term.casefold(), label)
    for term, label in meant.items():
        read = locators_for(language).read(f", {change(term)} 3, so")
        assert (read.label, read.locator, read.rest) == (label, "3", ", so"), term


@pytest.mark.parametrize("language", ["en", "pt"])
@pytest.mark.parametrize("label", LOCATORS)
def test_the_names_of_locators_can_be_written(label: str, language: str) -> None:
    assert locators_for(language).read(f"{label} 3").label == label


def test_a_language_has_one_reader() -> None:
    assert locators_for("pt") is locators_for("pt-BR")
    assert locators_for("pt") is not locators_for("pt-PT")


def test_an_unknown_language_is_read_in_english() -> None:
    assert locators_for("tlh").read(", chap. 2").label == "chapter"


@given(st.text(alphabet=st.sampled_from(", .:-–&()[]{}pivx13aS§%\n") | st.characters()))
def test_nothing_is_lost(text: str) -> None:
    read = locators_for("en").read(text)
    assert text.endswith(read.rest)
    assert read.is_there or read.rest == text
