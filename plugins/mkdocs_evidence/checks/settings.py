"""The names in a site's settings that nobody knows."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkdocs_evidence.csl import StyleError, find_style, style_names
from mkdocs_evidence.languages import locale
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.reading import Document
from mkdocs_evidence.reading import Path as FieldPath
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
    if problem := check_style(settings.style, options, ("style",), root):
        problems.append(problem)
    if not locale(settings.language):
        message = f"No language has the short name “{settings.language}”."
        span = options.value_span(("language",))
        problems.append(options.problem(span, "unknown-language", message, LANGUAGES_ADVICE))
    return problems


def check_style(name: str, document: Document, path: FieldPath, root: Path) -> Problem | None:
    """Return what keeps a citation style from being used, if anything does.

    Args:
        name: The name of the style, or of a .csl file.
        document: The fields among which it stands.
        path: The way to it there.
        root: The folder of the site, from which files are named.
    """
    try:
        find_style(name, root)
    except StyleError as error:
        span = document.value_span(path)
        return document.problem(span, "unknown-style", str(error), _style_advice(name, root))
    return None


def check_named_pages(
    settings: Settings, options: Document, names: Collection[str]
) -> list[Problem]:
    """Return a problem for each page that the options name and the site does not have.

    Args:
        settings: What the site sets.
        options: The same as they stand in the site's configuration file.
        names: The names of all files of the site, from the folder of the pages.
    """
    named: dict[FieldPath, str | None] = {
        ("authors", name, "page"): author.page for name, author in settings.authors.items()
    }
    named |= {("help",): settings.help, ("legal",): settings.legal}
    pages = sorted(name for name in names if name.endswith(".md"))
    return [
        options.problem(
            options.value_span(path),
            "missing-page",
            f"There is no page “{name}” in the folder of the pages.",
            did_you_mean(name, pages, "Correct its name, or write the page."),
        )
        for path, name in named.items()
        if name and name not in names
    ]


def _style_advice(name: str, root: Path) -> str:
    """Return what to write instead of a style that cannot be used."""
    if not name.endswith(".csl"):
        return did_you_mean(name, style_names(), "Write apa, or the name of another style.")
    if (root / name).exists():
        return "Mend the file, or write the name of another style, such as apa."
    files = [path.relative_to(root).as_posix() for path in root.glob("**/*.csl")]
    return did_you_mean(name, sorted(files), "Correct its name, or put it there.")
