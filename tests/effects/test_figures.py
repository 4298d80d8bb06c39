"""Effects in the notation of researchers."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from mkdocs_evidence.effects import effect_in_figures, number
from mkdocs_evidence.languages import LANGUAGES, catalogue
from mkdocs_evidence.study import Outcome

from .making import effect, outcomes


@pytest.mark.parametrize(
    ("fields", "language", "written"),
    [
        ({"type": "OR", "value": 1.57, "ci": [1.07, 2.29]}, "en", "OR = 1.57, 95% CI [1.07, 2.29]"),
        ({"type": "OR", "value": 1.5, "ci": [1.42, 1.59]}, "en", "OR = 1.50, 95% CI [1.42, 1.59]"),
        ({"type": "d", "value": 0.04, "ci": [-0.07, 0.15]}, "en", "d = 0.04, 95% CI [−0.07, 0.15]"),
        ({"type": "g", "value": 0.5}, "en", "Hedges’ g = 0.5"),
        ({"type": "SMD", "value": -1}, "en", "SMD = −1"),
        ({"type": "MD", "value": 1200.5}, "en", "MD = 1,200.5"),
        ({"type": "r", "value": 0.278, "ci": [0.256, 0.3]}, "en", "r = .278, 95% CI [.256, .300]"),
        ({"type": "r", "value": -0.2, "ci": [-1, 0.1]}, "en-GB", "r = −.2, 95% CI [−1.0, .1]"),
        ({"type": "eta2", "value": 0.06}, "en", "η² = .06"),
        ({"type": "beta", "value": 0.3}, "en", "β = 0.3"),
        ({"type": "RD", "value": -0.0}, "en", "RD = 0"),
        (
            {"type": "RR", "value": 1.2, "ci": [1.1, 1.3], "interval": "credible", "level": 89},
            "en",
            "RR = 1.2, 89% CrI [1.1, 1.3]",
        ),
        ({"type": "r", "value": 0.28, "ci": [0.2, 0.3]}, "pt", "r = 0,28, IC de 95% [0,20; 0,30]"),
        ({"type": "HR", "value": 0.8, "ci": [0.7, 0.9]}, "nl", "HR = 0,8, 95%-BI [0,7; 0,9]"),
        (
            {"type": "MD", "value": -2, "ci": [-3, -1]},
            "fr",
            "MD = −2, IC à 95\u00a0% [−3\u00a0; −1]",
        ),
        (
            {"type": "d", "value": 0.2, "ci": [0.1, 0.3], "interval": "credible", "level": 97.5},
            "pt",
            "d = 0,2, ICr de 97,5% [0,1; 0,3]",
        ),
    ],
)
def test_notation(fields: dict[str, Any], language: str, written: str) -> None:
    assert effect_in_figures(effect(**fields), catalogue(language)) == written


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1.5, None, "1.5"),
        (-1.5, 2, "−1.50"),
        (-0.004, 2, "0.00"),
        (2, 0, "2"),
        (1e-7, 1, "0.0"),
        (-1e12, None, "−1,000,000,000,000"),
    ],
)
def test_numbers(value: float, decimals: int | None, written: str) -> None:
    assert number(value, catalogue("en"), decimals) == written


@given(outcomes())
def test_any_effect_can_be_written(found: Outcome) -> None:
    assert found.effect
    for language in LANGUAGES:
        assert "-0" not in effect_in_figures(found.effect, catalogue(language))
