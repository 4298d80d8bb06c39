"""The pages that the plugin's options name."""

from __future__ import annotations

from mkdocs.structure.files import Files

from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.reading import Document
from mkdocs_evidence.reading import Path as FieldPath
from mkdocs_evidence.settings import Settings

from .files import PostFile


def missing_pages(settings: Settings, options: Document, files: Files) -> list[Problem]:
    """Return a problem for each page that the options name and the site does not have."""
    named: dict[FieldPath, str | None] = {
        ("authors", name, "page"): author.page for name, author in settings.authors.items()
    }
    named["legal",] = settings.legal
    problems = []
    for path, uri in named.items():
        if uri is None or files.get_file_from_path(uri):
            continue
        written = [file for file in files.documentation_pages() if not isinstance(file, PostFile)]
        pages = [file.src_uri for file in written if file.src_dir]
        problems.append(
            options.problem(
                options.value_span(path),
                "missing-page",
                f"There is no page “{uri}” in the folder of the pages.",
                did_you_mean(uri, pages, "Correct its name, or write the page."),
            )
        )
    return problems
