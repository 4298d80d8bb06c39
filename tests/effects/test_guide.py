"""The page on how effects are worded says what the program says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_evidence.effects import effect_in_words, numbers_in_words
from mkdocs_evidence.languages import catalogue
from mkdocs_evidence.study import Outcome

from .making import TYPES, outcome, study

PAGE = (Path(__file__).parents[2] / "docs/guide/effects.md").read_text("utf-8")
EXAMPLES = re.findall(r"^(`type: .*)\n\n> (.*)\n(?:>\n> \*(.*)\*\n)?", PAGE, re.MULTILINE)


def read(given: str) -> tuple[Outcome, str]:
    """Return the outcome and the design that an example tells."""
    effect, *rest = re.findall(r"`([^`]*)`", given)
    fields: dict[str, Any] = {"effect": yaml.load(f"{{{effect}}}", yaml.BaseLoader)}
    for each in rest:
        fields |= yaml.load(each, yaml.BaseLoader)
    design = fields.pop("design", "randomised-trial")
    return outcome(**fields), design


def told(given: str) -> tuple[str, str]:
    """Return what readers read first, and what they are warned of."""
    found, design = read(given)
    in_words = effect_in_words(found, study(design), catalogue("en"))
    assert in_words
    counted = numbers_in_words(found, catalogue("en"))
    first = " ".join(filter(None, [in_words.sentence, counted, in_words.in_numbers]))
    return first, " ".join(in_words.cautions)


@pytest.mark.parametrize(("given", "first", "warned"), EXAMPLES)
def test_an_example_says_what_the_program_says(given: str, first: str, warned: str) -> None:
    assert (first, warned) == told(given)


def test_no_example_is_passed_over() -> None:
    assert len(EXAMPLES) == len(re.findall("^`type: ", PAGE, re.MULTILINE))


def test_every_measure_has_an_example() -> None:
    effects = [read(given)[0].effect for given, _, _ in EXAMPLES]
    assert {effect.type for effect in effects if effect} == {*TYPES}


@pytest.mark.parametrize("kind", TYPES)
def test_what_a_measure_is_stands_on_the_page(kind: str) -> None:
    assert catalogue("en").text(f"effect_measure_{kind}") in PAGE


@pytest.mark.parametrize("name", ["interval_confidence", "interval_credible"])
def test_what_an_interval_means_stands_on_the_page(name: str) -> None:
    assert catalogue("en").text(f"effect_{name}", level=95) in PAGE
