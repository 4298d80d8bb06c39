"""The names in a site's settings that nobody knows."""

from __future__ import annotations

from pathlib import Path

from mkdocs_evidence.csl import StyleError, find_style, style_names
from mkdocs_evidence.languages import locale
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.reading import Document
from mkdocs_evidence.settings import Settings

LANGUAGES_ADVICE = (
    "Write, for example, en for English, pt for Portuguese, nl for Dutch, fr for French."
)


def check_settings(settings: Settings, options: Document, root: Path) -> list[Problem]:
    """Return the names among a site's settings that nobody knows.

    Args:
        settings: The settings.
        options: The same as they stand in the site's configuration file.
        root: The folder of the site, from which a style's own file is named.
    """
    problems = []
    try:
        if find_style(settings.style, root).is_note:
            raise StyleError(f"The style “{settings.style}” puts citations into footnotes.")
    except StyleError as error:
        problem = _setting_problem(
            options, "style", "unknown-style", str(error), _style_advice(settings.style, root)
        )
        problems.append(problem)
    if not locale(settings.language):
        message = f"No language has the short name “{settings.language}”."
        problem = _setting_problem(
            options, "language", "unknown-language", message, LANGUAGES_ADVICE
        )
        problems.append(problem)
    return problems


def _style_advice(name: str, root: Path) -> str:
    """Return what to write instead of a style that cannot be used."""
    if not name.endswith(".csl"):
        return did_you_mean(name, style_names(), "Write apa, or the name of another style.")
    if (root / name).exists():
        return "Mend the file, or write the name of another style, such as apa."
    files = [path.relative_to(root).as_posix() for path in root.glob("**/*.csl")]
    return did_you_mean(name, sorted(files), "Correct its name, or put it there.")


def _setting_problem(options: Document, name: str, rule: str, message: str, advice: str) -> Problem:
    return options.problem(options.value_span((name,)), rule, message, advice)
