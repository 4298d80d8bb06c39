"""The words that readers see."""

from __future__ import annotations

import datetime
import re
from importlib.resources import files

import pytest
import yaml

from mkdocs_evidence.languages import LANGUAGES, Catalogue, catalogue, lang_attribute, locale

DAY = datetime.date(2026, 3, 1)


FILES = sorted(file.name for file in (files("mkdocs_evidence.languages") / "en").iterdir())


def words(language: str, file: str) -> dict[str, str]:
    text = (files("mkdocs_evidence.languages") / language / file).read_text("utf-8")
    found: dict[str, str] = yaml.safe_load(text)
    return found


def test_no_name_is_in_two_files() -> None:
    names = [name for file in FILES for name in words("en", file)]
    assert len(names) == len({*names})


def places(words: dict[str, str]) -> dict[str, set[str]]:
    return {name: set(re.findall(r"\{(\w*)\}", text)) for name, text in words.items()}


def test_english_and_portuguese_are_among_the_languages() -> None:
    assert {"en", "pt"} <= set(LANGUAGES)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_has_the_same_names_and_places(language: str, file: str) -> None:
    assert places(words(language, file)) == places(words("en", file))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_catalogue_is_sorted_like_the_english_one(language: str, file: str) -> None:
    assert list(words(language, file)) == list(words("en", file))


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_empty(language: str, file: str) -> None:
    assert all(text.strip() for text in words(language, file).values())


@pytest.mark.parametrize(
    ("language", "day", "name"),
    [
        ("en-GB", "1 March 2026", "English"),
        ("en", "March 1, 2026", "English"),
        ("pt", "1 de março de 2026", "Português"),
        ("nl", "1 maart 2026", "Nederlands"),
        ("fr", "1 mars 2026", "Français"),
    ],
)
def test_dates_and_names_of_languages(language: str, day: str, name: str) -> None:
    assert catalogue(language).date(DAY) == day
    assert catalogue(language).own_name() == name


@pytest.mark.parametrize("language", ["xx", "zz-ZZ", "not a language"])
def test_an_unknown_language_is_english_but_for_its_name(language: str) -> None:
    assert locale(language) is None
    assert Catalogue(language).text("references") == "References"
    assert Catalogue(language).date(DAY) == "March 1, 2026"


def test_a_language_without_a_catalogue_has_its_own_dates() -> None:
    assert catalogue("de").text("references") == "References"
    assert catalogue("de").date(DAY) == "1. März 2026"


def test_a_region_has_the_words_of_its_language() -> None:
    assert catalogue("pt-BR").text("references") == "Referências"


def test_values_go_into_their_places_as_they_are() -> None:
    assert catalogue("en").text("funding", who="{braces}") == "Funding: {braces}"


@pytest.mark.parametrize(
    ("parts", "listed"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")]
)
def test_enumerations(parts: list[str], listed: str) -> None:
    assert catalogue("en").listed(parts) == listed


def test_whether_there_are_words() -> None:
    assert catalogue("nl").has("section_study")
    assert not catalogue("nl").has("section_methods")


@pytest.mark.parametrize(
    ("date", "language", "written"),
    [
        ("2019", "en", "2019"),
        ("2019-04", "pt", "abril de 2019"),
        ("2019-04-17", "en-GB", "17 April 2019"),
    ],
)
def test_a_date_is_written_out_as_far_as_it_is_known(
    date: str, language: str, written: str
) -> None:
    assert catalogue(language).partial_date(date) == written


@pytest.mark.parametrize(
    ("language", "around", "attribute"),
    [
        ("pt", "en-GB", ' lang="pt"'),
        ("pt-BR", "pt", ""),
        ("EN", "en-GB", ""),
        ("", "en", ""),
        ('"><script>', "en", ' lang="&quot;&gt;&lt;script&gt;"'),
    ],
)
def test_a_text_is_marked_where_the_text_around_it_is_in_another_language(
    language: str, around: str, attribute: str
) -> None:
    assert lang_attribute(language, around) == attribute


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 posts"), (1, "1 post"), (2, "2 posts"), (1500, "1,500 posts")]
)
def test_one_thing_has_words_of_its_own(count: int, told: str) -> None:
    assert catalogue("en").counted("topic_count", count) == told


def test_other_values_stand_beside_a_count() -> None:
    for count in (1, 2):
        assert "May 1" in catalogue("en").counted("across_about", count, date="May 1")
