"""The names in a site's settings that nobody knows."""

from __future__ import annotations

from mkdocs_evidence.csl import is_author_date, style_names
from mkdocs_evidence.languages import locale
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.reading import Document
from mkdocs_evidence.settings import Settings

LANGUAGES_ADVICE = (
    "Write, for example, en for English, pt for Portuguese, nl for Dutch, fr for French."
)


def check_settings(settings: Settings, options: Document) -> list[Problem]:
    """Return the names among a site's settings that nobody knows."""
    problems = []
    if settings.style not in style_names():
        advice = did_you_mean(
            settings.style, style_names(), "Write apa, or the name of another style."
        )
        message = f"There is no citation style “{settings.style}”."
        problems.append(_setting_problem(options, "style", "unknown-style", message, advice))
    elif not is_author_date(settings.style):
        message = f"The style “{settings.style}” does not cite by author and year."
        advice = "Only such styles can be used for now, such as apa or harvard-cite-them-right."
        problems.append(_setting_problem(options, "style", "unknown-style", message, advice))
    if not locale(settings.language):
        message = f"No language has the short name “{settings.language}”."
        problem = _setting_problem(
            options, "language", "unknown-language", message, LANGUAGES_ADVICE
        )
        problems.append(problem)
    return problems


def _setting_problem(options: Document, name: str, rule: str, message: str, advice: str) -> Problem:
    return options.problem(options.value_span((name,)), rule, message, advice)
