"""A summary as the site sees it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.posts.making import post, site


@pytest.mark.parametrize(
    ("uri", "slug"),
    [
        ("summaries/small-steps.yaml", "small-steps"),
        ("summaries/2026/Small_Steps.md", "small-steps"),
        ("summaries/Às três & meia.yml", "as-tres-meia"),
        ("summaries/心.yaml", "心"),
    ],
)
def test_the_address_comes_from_the_files_name(uri: str, slug: str) -> None:
    assert post(uri=uri).slug == slug


def test_the_author_may_choose_the_address() -> None:
    assert post(slug="steps").slug == "steps"


def test_the_name_for_ever_is_the_slug_unless_it_is_given() -> None:
    assert post(slug="steps").id == "steps"
    assert post(slug="steps", id="first-one").id == "first-one"


def test_the_language_is_the_sites_unless_it_is_given() -> None:
    assert post(site(language="nl")).language == "nl"
    assert post(language="pt").words.text("references") == "Referências"


def test_the_default_author_signs_unless_others_are_named() -> None:
    assert [author.name for author in post().authors] == ["Ana Exemplo"]
    assert [author.name for author in post(authors=["rui", "ana"]).authors] == [
        "Rui & Co",
        "Ana Exemplo",
    ]
    assert post(site(author=None)).authors == []


def test_headings_are_the_authors_own_the_sites_or_the_languages() -> None:
    settings = site(
        sections=[
            {"id": "study", "heading": {"en": "What they did", "pt": "O que fizeram"}},
            {"id": "methods"},
            {"id": "for_teachers"},
        ]
    )
    texts: dict[str, Any] = {"methods": {"heading": "How", "text": "So."}, "for_teachers": "Yes."}
    rest: dict[str, Any] = {"implications": None, "limitations": None}
    in_english = post(settings, **texts, **rest)
    assert [heading for _, heading, _ in in_english.sections] == [
        "What they did",
        "How",
        "For teachers",
    ]
    in_portuguese = post(settings, language="pt", **texts, **rest)
    assert next(heading for _, heading, _ in in_portuguese.sections) == "O que fizeram"
    assert [heading for _, heading, _ in post(language="pt").sections] == [
        "O estudo",
        "Implicações",
        "Limitações",
    ]


def test_the_heading_of_the_conclusion() -> None:
    assert post(language="pt").conclusion_heading == "Conclusão"
    assert post(conclusion={"heading": "So", "text": "Yes."}).conclusion_heading == "So"


@pytest.mark.parametrize(("words", "minutes"), [(1, 1), (290, 1), (310, 2), (2000, 10)])
def test_the_time_to_read_is_at_least_a_minute(words: int, minutes: int) -> None:
    texts: dict[str, Any] = {
        "lead": None,
        "implications": "a",
        "limitations": "b",
        "conclusion": None,
    }
    assert post(study="word " * words, **texts).minutes == minutes


def test_the_description_is_the_authors_own() -> None:
    assert post(description="One sentence.").description == "One sentence."


@pytest.mark.parametrize(
    ("lead", "description"),
    [
        ("Can it *help*?\n\nYes, [it can](a.md) & more.", "Can it help? Yes, it can & more."),
        ("Can it help [@richards2016, p. 3]? Yes [see @a; @b].", "Can it help? Yes."),
        ("Can it help? @richards2016 asked. They did.", "Can it help? They did."),
        ("Can it help [see [in part] @a, p. 3; -@b [sic]]? Yes.", "Can it help? Yes."),
        ("Can it help? @a [pp. 3-4; @b] asked. They did.", "Can it help? They did."),
        ("Can `@a` help? As Coan asked -@{b;c}. Yes.", "Can @a help? As Coan asked. Yes."),
        ("Write to ana@example.org.", "Write to ana@example.org."),
        ("Can it help?[^1]\n\n[^1]: A note,\n    of two lines.\n\nYes.", "Can it help? Yes."),
        ("Is p < 0.05 <em>all</em>?", "Is p < 0.05 all?"),
        (None, "They asked."),
    ],
)
def test_the_description_is_made_from_the_lead(lead: str | None, description: str) -> None:
    assert post(lead=lead).description == description


def test_a_long_description_ends_with_a_sentence() -> None:
    first = "Does a walk every day make a difference to people who feel low, as many say it does?"
    assert post(lead=f"{first} And for how long does what they gain last? " * 3).description == (
        f"{first} And for how long does what they gain last?"
    )


@pytest.mark.parametrize("word", ["walk, ", "walking", "心"])
def test_a_description_without_a_sentence_is_cut(word: str) -> None:
    description = post(lead=word * 200).description
    assert 140 < len(description) <= 155
    assert description.endswith("…")
    assert not description.endswith((" …", ",…"))


def test_a_draft_may_have_no_description() -> None:
    nothing: dict[str, Any] = dict.fromkeys(
        ["lead", "study", "implications", "limitations", "conclusion"]
    )
    assert post(draft="true", **nothing).description == ""
