"""What an author can get wrong in a page that is no summary."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.citations import cited_keys, unknown_key_problem
from mkdocs_evidence.citations.placeholders import without_empty_lines
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.reading import Document, find_front_matter, read_front_matter, validate
from mkdocs_evidence.settings import PageSettings
from mkdocs_evidence.sources import Source
from mkdocs_evidence.synthesis import check_bibliographies

from .comments import check_comments
from .settings import check_style
from .texts import check_nocite


def check_page(
    source: Source, options: Source, library: Library, topics: Collection[str], root: Path
) -> list[Problem]:
    """Return what is wrong with the citations, the comments and the fields of a page.

    Args:
        source: The page.
        options: The source of the site's settings.
        library: The entries of the site.
        topics: The topics of the site.
        root: The folder of the site, from which files of styles are named.
    """
    document = read_front_matter(source)
    document.fields = {
        name: value
        for name, value in document.fields.items()
        if name in PageSettings.model_fields and value is not None
    }
    _, problems = page_settings(document, library, root)
    _, closing = find_front_matter(source)
    text = source.text[closing.end :] if closing else source.text
    problems += check_comments(source)
    return problems + check_markdown(text, source, options, library, topics)


def check_markdown(
    text: str, source: Source, options: Source, library: Library, topics: Collection[str]
) -> list[Problem]:
    """Return what is wrong with the citations and bibliographies in a Markdown text.

    Args:
        text: The text.
        source: The file in which it stands.
        options: The source of the site's settings.
        library: The entries of the site.
        topics: The topics of the site.
    """
    keys, html = cited_keys(without_empty_lines(text), library)
    unknown = [key for key in keys if key not in library]
    problems = check_bibliographies(html, [source, options], library, topics)
    return problems + [unknown_key_problem(source, key, library) for key in unknown]


def page_settings(
    document: Document, library: Library, root: Path
) -> tuple[PageSettings, list[Problem]]:
    """Return what a page says of its citations in its fields, and what is wrong with it.

    What is wrong is left out of what it says.
    """
    settings, problems = validate(PageSettings, document)
    if settings is None:
        return PageSettings(), problems
    problems = check_nocite(settings.nocite, document, library)
    style = settings.citation_style
    wrong = check_style(style, document, ("citation_style",), root) if style else None
    if wrong:
        return settings.model_copy(update={"citation_style": None}), [*problems, wrong]
    return settings, problems
