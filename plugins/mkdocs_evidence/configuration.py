"""What a site's configuration file, ``mkdocs.yml``, says, as far as it concerns this package."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pathspec import GitIgnoreSpec

from mkdocs_evidence.checks import MATERIAL, check_settings, take_moved_options
from mkdocs_evidence.problems import Problem, nearest
from mkdocs_evidence.reading import Document, validate
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.site_file import path_to_plugin, plugins_in, read_site_file, value_at
from mkdocs_evidence.sources import Source

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
        theme: The name of the site's theme, if it says one.
        posts: The folder in which the blog looks for posts; None where the site has no blog.
        later: Whether the blog keeps posts for the day that stands on them.
        complete: Whether no other plugin adds pages or files to those that are there.
        excluded: The files in the folder of the pages that are no part of the site.
        problems: What is wrong with the file.
    """

    root: Path
    pages: Path
    settings: Settings | None
    options: Document
    theme: object = None
    posts: str | None = None
    later: bool = False
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
    file = read_site_file(path, PLUGIN)
    problems = file.problems
    options = _options_in(file)
    settings, wrong = read_settings(options, path.parent)
    pages = path.parent / str(file.fields.get("docs_dir") or "docs")
    plugins = plugins_in(file.fields)
    unread = _options_beside(file) or _missing_plugin(file, plugins)
    if file.broken or unread:
        problems += [] if file.broken else unread
        return Configuration(path.parent, pages, None, options, problems=problems)
    problems += [*wrong, *_missing_pages_folder(file, pages)]
    if settings and "language" not in settings.model_fields_set:
        language = _theme(file.fields).get("language") or "en"
        settings = settings.model_copy(update={"language": language})
    theme = _theme(file.fields).get("name")
    has_blog = "blog" in plugins and theme in (None, MATERIAL)
    posts = _folder_of_posts(plugins["blog"], settings) if settings and has_blog else None
    later = has_blog and str(plugins["blog"].get("draft_if_future_date")).lower() == "true"
    complete = plugins.keys() <= ADDING_NOTHING and not file.fields.get("hooks")
    excluded = _excluded(str(file.fields.get("exclude_docs") or ""))
    return Configuration(
        path.parent, pages, settings, options, theme, posts, later, complete, excluded, problems
    )


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
    place = path_to_plugin(file.fields, PLUGIN)
    if place in file.values:
        document = file.below(place, dict(options))
    else:
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
    return set(plugins_in(_places(path).fields).get(plugin, ()))


def _excluded(patterns: str) -> GitIgnoreSpec:
    """Return what MkDocs leaves out: what it always does, and what the site says besides."""
    return GitIgnoreSpec.from_lines([".*", "/templates/", *patterns.splitlines()])


def _options_beside(file: Document) -> list[Problem]:
    """Return the options that stand beside the name of a plugin in a list, and not below it."""
    plugins = file.fields.get("plugins")
    problems = []
    for index, entry in enumerate(plugins if isinstance(plugins, list) else []):
        if isinstance(entry, dict) and len(entry) > 1:
            plugin, option, *_ = entry
            span = file.name_span(("plugins", index, option))
            message = f"“{option}” stands beside the plugin “{plugin}”, and not below it."
            advice = f"Move the options of “{plugin}” two spaces to the right."
            problems.append(file.problem(span, "option-beside", message, advice))
    return problems


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


def _folder_of_posts(options: Mapping[str, object], settings: Settings) -> str:
    """Return where the blog looks for posts, which is among the summaries if it is not told."""
    folder = str(options.get("post_dir") or settings.summaries)
    return folder.replace("{blog}", str(options.get("blog_dir") or ".")).removeprefix("./")


def _options_in(file: Document) -> Document:
    place = path_to_plugin(file.fields, PLUGIN)
    if place not in file.values:
        return Document(Source(file.source.path, ""))
    fields = value_at(file.fields, place)
    return file.below(place, dict(fields) if isinstance(fields, dict) else {})


def _theme(fields: Mapping[str, object]) -> Mapping[str, object]:
    """Return what is set for the theme, which MkDocs allows to be its name alone."""
    theme = fields.get("theme")
    return theme if isinstance(theme, dict) else {"name": theme}


def _places(path: str | None) -> Document:
    if path is None or not Path(path).is_file():
        return Document(Source(FILES[0], ""))
    return read_site_file(Path(path), PLUGIN)
