"""The plugin's options, with their places in ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.structure.files import Files

from mkdocs_evidence.checks import check_style
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.reading import Document, read_nodes, validate
from mkdocs_evidence.reading import Path as FieldPath
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import Source

PLUGIN = "evidence"


def read_options(
    options: Mapping[str, object], config_file: str | None
) -> tuple[Settings | None, Document, list[Problem]]:
    """Check the options that MkDocs has read.

    Args:
        options: The options as MkDocs gives them.
        config_file: The path of ``mkdocs.yml``, if there is one.

    Returns:
        The settings, or None where they are wrong; the document that says where each stands;
        and what is wrong.
    """
    config = _places(config_file)
    document = config.below(_path_to_plugin(config.fields), dict(options))
    settings, problems = validate(Settings, document)
    if settings and (unknown := check_style(settings, document)):
        return None, document, unknown
    return settings, document, problems


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
        span = options.value_span(path)
        pages = [file.src_uri for file in files.documentation_pages()]
        problems.append(
            options.source.problem(
                span.start,
                "missing-page",
                f"There is no page “{uri}” in the folder of the pages.",
                did_you_mean(uri, pages, "Correct its name, or write the page."),
                end=span.end,
            )
        )
    return problems


def _places(config_file: str | None) -> Document:
    if config_file is None or not Path(config_file).is_file():
        return Document(Source("mkdocs.yml", ""))
    path = Path(config_file)
    text = path.read_text("utf-8-sig", errors="replace")
    return read_nodes(Source(path.name, text), strict=False)


def _path_to_plugin(config: Mapping[str, object]) -> FieldPath:
    """Return the way to this plugin's options, which MkDocs allows in two forms."""
    plugins = config.get("plugins")
    if isinstance(plugins, dict):
        return ("plugins", PLUGIN)
    entries = enumerate(plugins if isinstance(plugins, list) else [])
    index = next((i for i, entry in entries if isinstance(entry, dict) and PLUGIN in entry), 0)
    return ("plugins", index, PLUGIN)
