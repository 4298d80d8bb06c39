"""The site's configuration file, ``mkdocs.yml``, which several programs that build sites read.

Only what this package needs is read of it, each value as the text that stands there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from mkdocs_evidence.checks import check_settings, take_moved_options
from mkdocs_evidence.problems import Problem
from mkdocs_evidence.reading import Document, read_nodes, validate
from mkdocs_evidence.reading import Path as FieldPath
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import Source, read_source

PLUGIN = "evidence"
FILES = ("mkdocs.yml", "mkdocs.yaml")
"""What the file may be called, the more usual name first."""


@dataclass(frozen=True)
class Configuration:
    """What a site's configuration file says, as far as it concerns this package.

    Attributes:
        root: The folder of the site.
        pages: The folder of its pages.
        settings: What the site sets; None where it is wrong.
        options: The same as they stand in the file, for their places.
        problems: What is wrong with the file.
    """

    root: Path
    pages: Path
    settings: Settings | None
    options: Document
    problems: list[Problem] = field(default_factory=list)


def find_configuration(folder: Path) -> Path | None:
    """Return the configuration file of a folder or of the nearest folder around it that has one."""
    folder = folder.absolute()
    places = (place / name for place in (folder, *folder.parents) for name in FILES)
    return next((path for path in places if path.is_file()), None)


def read_configuration(path: Path) -> Configuration:
    """Read a site's configuration file without the program that builds the site.

    Raises:
        OSError: The file cannot be opened.
    """
    source, problems = read_source(path, path.name)
    file = read_nodes(source, strict=False)
    problems += file.problems
    options = _options_in(file)
    settings, wrong = read_settings(options, path.parent)
    if settings and "language" not in settings.model_fields_set:
        language = _below(file.fields, "theme").get("language") or "en"
        settings = settings.model_copy(update={"language": language})
    pages = path.parent / str(file.fields.get("docs_dir") or "docs")
    return Configuration(path.parent, pages, settings, options, [*problems, *wrong])


def read_options(
    options: Mapping[str, object], path: str | None
) -> tuple[Settings | None, Document, list[Problem]]:
    """Check the options that another program has read of the file.

    Args:
        options: The options as they were read.
        path: The configuration file, if there is one.

    Returns:
        The settings, or None where they are wrong; the document that says where each stands;
        and what is wrong.
    """
    file = _places(path)
    place = _path_to_plugin(file.fields, PLUGIN)
    if place in file.values:
        document = file.below(place, dict(options))
    else:  # there are none, or they come from a file that this one inherits from
        document = Document(Source(file.source.path, ""), dict(options))
    settings, problems = read_settings(document, Path(path).parent if path else Path())
    problems += [each for each in file.problems if each.rule == "duplicate-field"]
    return None if problems else settings, document, problems


def read_settings(options: Document, root: Path) -> tuple[Settings | None, list[Problem]]:
    """Return what a site's options set, or None where they are wrong, and what is wrong."""
    problems = take_moved_options(options)
    settings, wrong = validate(Settings, options)
    problems += wrong
    if settings:
        problems += check_settings(settings, options, root)
    return None if problems else settings, problems


def options_written(plugin: str, path: str | None) -> set[str]:
    """Return the names of the options that the file gives a plugin."""
    file = _places(path)
    place = _path_to_plugin(file.fields, plugin)
    return {str(names[-1]) for names in file.names if names[:-1] == place}


def _options_in(file: Document) -> Document:
    place = _path_to_plugin(file.fields, PLUGIN)
    if place not in file.values:
        return Document(Source(file.source.path, ""))
    fields: object = file.fields
    for step in place:
        fields = fields[step]  # type: ignore[index]  # the way was found in these very fields
    return file.below(place, dict(fields) if isinstance(fields, dict) else {})


def _below(fields: Mapping[str, object], name: str) -> Mapping[str, object]:
    value = fields.get(name)
    return value if isinstance(value, dict) else {}


def _places(path: str | None) -> Document:
    if path is None or not Path(path).is_file():
        return Document(Source(FILES[0], ""))
    source, _ = read_source(Path(path), Path(path).name)
    return read_nodes(source, strict=False)


def _path_to_plugin(config: Mapping[str, object], plugin: str) -> FieldPath:
    """Return the way to a plugin's options, which MkDocs allows in two forms."""
    plugins = config.get("plugins")
    if isinstance(plugins, dict):
        return ("plugins", plugin)
    entries = enumerate(plugins if isinstance(plugins, list) else [])
    index = next((i for i, entry in entries if isinstance(entry, dict) and plugin in entry), 0)
    return ("plugins", index, plugin)
