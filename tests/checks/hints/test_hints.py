"""Advice on how summaries speak to their readers."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_evidence.checking import hints_on
from mkdocs_evidence.checks.hints import hints
from mkdocs_evidence.checks.hints.lexicon import lexicon
from mkdocs_evidence.checks.hints.reading_ease import FORMULAS, count_syllables
from mkdocs_evidence.reading import SummaryReader
from mkdocs_evidence.rules import Rule, chapters
from mkdocs_evidence.settings import Settings
from tests.cases.loader import Case, load_cases
from tests.reading.site import Site, completed

LANGUAGES = sorted(FORMULAS)
HINTS = [rule for chapter in chapters() for rule in chapter.rules if rule.level == "hint"]


def hints_in(folder: Path, name: str, text: str) -> str:
    """Return the hints on a summary that is the only one of a site."""
    site = Site(folder)
    site.write(name, text)
    assert site.problems() == ""
    return "\n\n".join(map(str, hints_on(site.project()))).replace("docs/summaries/", "")


def cases() -> list[Case]:
    return [
        case
        for name in ("words", "silences", "languages")
        for case in load_cases(f"hints/{name}.md")
    ]


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.title)
def test_yaml(case: Case, tmp_path: Path) -> None:
    assert hints_in(tmp_path, "case.yaml", completed(case.given)) == case.expected


@pytest.mark.parametrize("case", load_cases("hints/markdown.md"), ids=lambda case: case.title)
def test_markdown(case: Case, tmp_path: Path) -> None:
    text = completed(case.given, as_markdown=True)
    assert hints_in(tmp_path, "case.md", text) == case.expected


SIGNS = """
. ? ! “ ” " « » [@coan2017] ` <!-- --> - ### | [x](y) ![ { } [^1] é 🪑 1. Friends they Loneliness
causes reduces certainly proven not perhaps
"""
PHRASES = ["\n\n ", "\n ", "leads to", "leads\n  to", "30% less likely", "7 in 100"]
PIECES = st.sampled_from([*SIGNS.split(), *PHRASES])


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, min_size=1, max_size=40))
def test_every_hint_points_to_the_words_that_it_names(tmp_path: Path, pieces: list[str]) -> None:
    head = "evidence: {design: cohort, certainty: {level: low}}\n"
    text = f"{head}study: |\n  A {' '.join(pieces)}\n…"
    path = tmp_path / "case.yaml"
    path.write_text(completed(text), encoding="utf-8")
    file = SummaryReader(("study", "implications", "limitations"), {}).read(path, path.name)
    assert file.understood
    lines = file.source.text.split("\n")
    for hint in hints(file, file.understood, Settings()):
        line = lines[hint.location.line - 1]
        assert hint.line == line
        named = hint.message.split("”")[0].lstrip("“").split()[0]
        at_place = line[hint.location.column - 1 :]
        assert at_place.startswith(named) or hint.rule == "limitation-without-meaning"


LONG = {
    "en": (
        "Notwithstanding considerable methodological heterogeneity, the investigators' systematic "
        "examination of psychotherapeutic interventions demonstrated statistically significant "
        "associations between therapeutic alliance and subsequent symptomatic improvement. "
    ),
    "fr": (
        "Indépendamment de l'hétérogénéité méthodologique considérable, l'examen systématique des "
        "interventions psychothérapeutiques a démontré des associations statistiquement "
        "significatives entre l'alliance thérapeutique et l'amélioration symptomatique. "
    ),
    "nl": (
        "Niettegenstaande aanzienlijke methodologische heterogeniteit demonstreerde systematisch "
        "onderzoek van psychotherapeutische behandelingen statistisch significante verbanden met "
        "therapeutische samenwerking en daaropvolgende symptomatische verbetering. "
    ),
    "pt": (
        "Independentemente da considerável heterogeneidade metodológica, a análise sistemática "
        "das intervenções psicoterapêuticas demonstrou associações estatisticamente significativas "
        "entre a aliança terapêutica e a subsequente diminuição da sintomatologia depressiva. "
    ),
}
SHORT = {
    "en": "They met in a room. They talked, and one of them wrote it down. ",
    "fr": "Ils se sont vus dans une pièce. Ils ont parlé, et l'un d'eux a tout noté. ",
    "nl": "Ze zaten in een kamer. Ze praatten, en een van hen schreef het op. ",
    "pt": "Eles se viram numa sala. Eles falaram, e um deles tomou nota de tudo. ",
}


MEANING = {"fr": "Donc, attention.", "nl": "Dus let op.", "pt": "Portanto, cuidado."}


def with_study(language: str, text: str) -> str:
    """Return a summary with this text as its study, in which nothing else calls for a hint."""
    limitations = MEANING.get(language, "You may differ.")
    return completed(f"language: {language}\nstudy: |\n  {text}\nlimitations: {limitations}\n…")


@pytest.mark.parametrize("language", LANGUAGES)
def test_long_words_and_sentences_are_hard_to_read(language: str, tmp_path: Path) -> None:
    text = with_study(language, SHORT[language] + LONG[language] * 8)
    found = hints_in(tmp_path, "case.yaml", text)
    assert found.startswith(f"case.yaml:3:{len(SHORT[language]) + 3}: “study” may be hard to read:")


@pytest.mark.parametrize("language", LANGUAGES)
def test_short_words_and_sentences_are_not(language: str, tmp_path: Path) -> None:
    assert hints_in(tmp_path, "case.yaml", with_study(language, SHORT[language] * 20)) == ""


def test_a_text_of_less_than_a_hundred_words_is_not_measured(tmp_path: Path) -> None:
    assert hints_in(tmp_path, "case.yaml", with_study("en", LONG["en"] * 3)) == ""


def test_the_longest_sentence_is_shown_with_its_number_of_words(tmp_path: Path) -> None:
    text = with_study("en", LONG["en"] * 6 + "\n  " + LONG["en"].replace(". ", ", too.\n"))
    found = hints_in(tmp_path, "case.yaml", text)
    assert found.startswith("case.yaml:4:3: ")
    assert "This sentence is the longest, with 23 words." in found


def test_a_language_without_words_has_no_hints(tmp_path: Path) -> None:
    assert hints_in(tmp_path, "case.yaml", with_study("de", LONG["en"] * 8)) == ""


@pytest.mark.parametrize(
    ("language", "word", "syllables"),
    [
        ("en", "therapist", 3),
        ("en", "long-lasting", 3),
        ("fr", "dépression", 3),
        ("nl", "behandeling", 4),
        ("pt", "questionário", 5),
        ("pt", "x", 1),
    ],
)
def test_syllables_are_counted_where_words_are_hyphenated(
    language: str, word: str, syllables: int
) -> None:
    assert count_syllables(word, language) == syllables


@pytest.mark.parametrize(
    ("language", "ease"), [("en", 72.323), ("fr", 88.658), ("nl", 84.35), ("pt", 114.323)]
)
def test_the_formulas_are_those_of_their_authors(language: str, ease: float) -> None:
    # 100 words in 10 sentences, with 147 syllables: 1.47 each
    assert FORMULAS[language].ease(100, 10, 147) == pytest.approx(ease)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_with_a_formula_has_words(language: str) -> None:
    assert lexicon(language)


@pytest.mark.parametrize("rule", HINTS, ids=lambda rule: rule.id)
def test_every_hint_has_its_source(rule: Rule) -> None:
    assert rule.source
