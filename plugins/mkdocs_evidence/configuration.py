"""The site's configuration file, ``mkdocs.yml``, which several programs that build sites read.

Only what this package needs is read of it, each value as the text that stands there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pathspec import GitIgnoreSpec

from mkdocs_evidence.checks import check_settings, take_moved_options
from mkdocs_evidence.problems import Problem, nearest
from mkdocs_evidence.reading import Document, read_nodes, validate
from mkdocs_evidence.reading import Path as FieldPath
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.sources import Source, read_source

PLUGIN = "evidence"
FILES = ("mkdocs.yml", "mkdocs.yaml")
"""What the file may be called, the more usual name first."""

ADDING_NOTHING = frozenset(
    (PLUGIN, "blog", "info", "meta", "minify", "offline", "privacy", "search", "social", "tags")
)
"""The plugins that are known to add no pages or files to which a summary could link."""


@dataclass(frozen=True)
class Configuration:
    """What a site's configuration file says, as far as it concerns this package.

    Attributes:
        root: The folder of the site.
        pages: The folder of its pages.
        settings: What the site sets; None where it is wrong.
        options: The same as they stand in the file, for their places.
        posts: The folder in which the blog looks for posts; None where the site has no blog.
        complete: Whether no other plugin adds pages or files to those that are there.
        excluded: The files in the folder of the pages that are no part of the site.
        problems: What is wrong with the file.
    """

    root: Path
    pages: Path
    settings: Settings | None
    options: Document
    posts: str | None = None
    complete: bool = True
    excluded: GitIgnoreSpec = field(default_factory=lambda: GitIgnoreSpec.from_lines(()))
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
    file = _read(path)
    problems = file.problems
    options = _options_in(file)
    settings, wrong = read_settings(options, path.parent)
    pages = path.parent / str(file.fields.get("docs_dir") or "docs")
    plugins = _plugins(file.fields)
    missing = _missing_plugin(file, plugins)
    if file.broken or missing:
        problems += [] if file.broken else missing
        return Configuration(path.parent, pages, None, options, problems=problems)
    problems += [*wrong, *_missing_pages_folder(file, pages)]
    if settings and "language" not in settings.model_fields_set:
        language = _below(file.fields, "theme").get("language") or "en"
        settings = settings.model_copy(update={"language": language})
    posts = _folder_of_posts(plugins, settings) if settings else None
    complete = plugins.keys() <= ADDING_NOTHING and not file.fields.get("hooks")
    excluded = _excluded(str(file.fields.get("exclude_docs") or ""))
    return Configuration(path.parent, pages, settings, options, posts, complete, excluded, problems)


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
    """Return the names of the options that the file gives a plugin of the theme Material."""
    file = _places(path)
    places = {_path_to_plugin(file.fields, name) for name in (plugin, f"material/{plugin}")}
    return {str(names[-1]) for names in file.names if names[:-1] in places}


def _read(path: Path) -> Document:
    """Read a configuration file, with the fields of the files from which it inherits.

    Places are those of the file in which the plugins are.

    Raises:
        OSError: One of the files cannot be opened.
    """
    root, read, heirs = path.parent, set[Path](), dict[str, object]()
    while True:
        read.add(path)
        source, problems = read_source(path, Path(os.path.relpath(path, root)).as_posix())
        file = read_nodes(source, strict=False)
        file.problems += problems
        parent = path.parent / str(file.fields.get("INHERIT") or path.name)
        if "plugins" in file.fields or file.broken or parent in read:
            file.fields |= heirs
            return file
        path, heirs = parent, file.fields | heirs


def _excluded(patterns: str) -> GitIgnoreSpec:
    """Return what MkDocs leaves out: what it always does, and what the site says besides."""
    return GitIgnoreSpec.from_lines([".*", "/templates/", *patterns.splitlines()])


def _plugins(fields: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    """Return the options of the plugins that are not switched off, by their names."""
    written = fields.get("plugins")
    entries = written if isinstance(written, list) else [written]
    plugins: dict[str, Mapping[str, object]] = {}
    for entry in entries:
        named = entry if isinstance(entry, dict) else {entry: None}
        for name, options in named.items():
            options = options if isinstance(options, dict) else {}
            if isinstance(name, str) and options.get("enabled") != "false":
                plugins[name.removeprefix("material/")] = options
    return plugins


def _missing_plugin(file: Document, plugins: Iterable[str]) -> list[Problem]:
    """Return the problem that the plugin itself is not among those of the file."""
    if PLUGIN in plugins:
        return []
    near = nearest(PLUGIN, plugins)
    places = [*file.values.values(), *file.names.values()]
    named = [span for span in places if near and file.source.text[slice(*span)] == near]
    span = named[0] if named else file.name_span(("plugins",))
    message = "The plugin “evidence” is not among the plugins."
    advice = f"Write “{PLUGIN}” instead of “{near}”." if near else f"Add a line: - {PLUGIN}"
    return [file.problem(span, "unknown-plugin", message, advice)]


def _missing_pages_folder(file: Document, pages: Path) -> list[Problem]:
    if pages.is_dir():
        return []
    message = f"There is no folder “{pages.name}” with the pages of the site."
    advice = "Correct its name in “docs_dir”, or make the folder."
    return [file.problem(file.value_span(("docs_dir",)), "missing-folder", message, advice)]


def _folder_of_posts(plugins: Mapping[str, Mapping[str, object]], settings: Settings) -> str | None:
    """Return where the blog looks for posts, which is among the summaries if it is not told."""
    if "blog" not in plugins:
        return None
    options = plugins["blog"]
    folder = str(options.get("post_dir") or settings.summaries)
    return folder.replace("{blog}", str(options.get("blog_dir") or ".")).removeprefix("./")


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
