"""The plugin's options, with their places in ``mkdocs.yml``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs_evidence.problems import Problem, Source
from mkdocs_evidence.reading import Document, read_nodes, validate
from mkdocs_evidence.reading import Path as FieldPath
from mkdocs_evidence.settings import Settings

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
    return settings, document, problems


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
