"""The plugin's options, with their places in ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.structure.files import Files

from mkdocs_evidence.checks import check_settings, take_moved_options
from mkdocs_evidence.problems import Problem, did_you_mean
from mkdocs_evidence.reading import Document, read_nodes, validate
from mkdocs_evidence.reading import Path as FieldPath
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import Source

from .files import PostFile

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
    place = _path_to_plugin(config.fields, PLUGIN)
    if place in config.values:
        document = config.below(place, dict(options))
    else:  # there are none, or they come from a file that this one inherits from
        document = Document(Source(config.source.path, ""), dict(options))
    problems = take_moved_options(document)
    settings, wrong = validate(Settings, document)
    problems += wrong
    if settings:
        root = Path(config_file).parent if config_file else Path()
        problems += check_settings(settings, document, root)
    problems += [each for each in config.problems if each.rule == "duplicate-field"]
    return None if problems else settings, document, problems


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


def _places(config_file: str | None) -> Document:
    if config_file is None or not Path(config_file).is_file():
        return Document(Source("mkdocs.yml", ""))
    path = Path(config_file)
    text = path.read_text("utf-8-sig", errors="replace")
    return read_nodes(Source(path.name, text), strict=False)


def options_written(plugin: str, config_file: str | None) -> set[str]:
    """Return the names of the options that ``mkdocs.yml`` gives a plugin."""
    config = _places(config_file)
    place = _path_to_plugin(config.fields, plugin)
    return {str(path[-1]) for path in config.names if path[:-1] == place}


def _path_to_plugin(config: Mapping[str, object], plugin: str) -> FieldPath:
    """Return the way to a plugin's options, which MkDocs allows in two forms."""
    plugins = config.get("plugins")
    if isinstance(plugins, dict):
        return ("plugins", plugin)
    entries = enumerate(plugins if isinstance(plugins, list) else [])
    index = next((i for i, entry in entries if isinstance(entry, dict) and plugin in entry), 0)
    return ("plugins", index, plugin)
