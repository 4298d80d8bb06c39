"""``mkdocs.yml`` as fields with their places: what it inherits, what the environment sets.

Every value is the text that stands there, whatever the program that builds the site makes of it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any

from mkdocs_evidence.reading import Document, read_nodes
from mkdocs_evidence.reading import Path as FieldPath
from mkdocs_evidence.sources import read_source

Fields = dict[str, object]

_NO = frozenset(("false", "no", "off"))
"""How YAML 1.1 has a switch that is off (https://yaml.org/type/bool.html)."""


def read_site_file(path: Path, plugin: str) -> Document:
    """Read a configuration file, with the fields of the files from which it inherits.

    Places are those of the file in which a plugin is; without one, that in which plugins are.

    Raises:
        OSError: One of the files cannot be opened.
    """
    files = list(_files(path))
    fields = reduce(_merged, (file.fields for file in files))
    places = (path_to_plugin(fields, plugin), ("plugins",))
    found = (file for place in places for file in files if file.broken or place in file.values)
    file = next(found, files[0])
    file.fields = fields
    return file


def _files(path: Path) -> Iterator[Document]:
    """Yield a file and those from which it inherits, up to one that cannot be read."""
    root, read = path.parent, set[Path]()
    while path not in read:
        read.add(path)
        source, problems = read_source(path, Path(os.path.relpath(path, root)).as_posix())
        file = read_nodes(source, strict=False)
        file.problems += problems
        _set_by_environment(file)
        yield file
        if file.broken:
            return
        path = path.parent / str(file.fields.get("INHERIT") or path.name)


def _merged(heir: Fields, parent: Mapping[str, object]) -> Fields:
    """Return the fields of a file with those that it inherits; groups are merged, and lists not."""
    merged = {**parent, **heir}
    for name in heir.keys() & parent.keys():
        own, inherited = heir[name], parent[name]
        if isinstance(own, dict) and isinstance(inherited, dict):
            merged[name] = _merged(own, inherited)
    return merged


def _set_by_environment(file: Document) -> None:
    """Put in the values of variables: ``!ENV NAME``, or a list of names and then a default.

    The tag is explained at https://www.mkdocs.org/user-guide/configuration/#environment-variables.
    """
    for path, tag in file.tags.items():
        if tag == "!ENV" and path:
            written = value_at(file.fields, path)
            names = written if isinstance(written, list) else [written, None]
            *variables, default = names or [None]
            values = (os.environ[name] for name in variables if name in os.environ)
            value_at(file.fields, path[:-1])[path[-1]] = next(values, default)


def value_at(fields: Mapping[str, object], path: FieldPath) -> Any:
    """Return what stands at the end of a way that is there."""
    return reduce(getitem, path, fields)  # type: ignore[arg-type]  # groups and lists on the way


def path_to_plugin(fields: Mapping[str, object], plugin: str) -> FieldPath:
    """Return the way to a plugin's options, which MkDocs allows in two forms."""
    plugins = fields.get("plugins")
    if isinstance(plugins, dict):
        return ("plugins", plugin)
    entries = enumerate(plugins if isinstance(plugins, list) else [])
    index = next((i for i, entry in entries if isinstance(entry, dict) and plugin in entry), 0)
    return ("plugins", index, plugin)


def plugins_in(fields: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    """Return the options of the plugins that are not switched off, by their names."""
    written = fields.get("plugins")
    entries = written if isinstance(written, list) else [written]
    plugins: dict[str, Mapping[str, object]] = {}
    for entry in entries:
        named = entry if isinstance(entry, dict) else {entry: None}
        for name, options in named.items():
            options = options if isinstance(options, dict) else {}
            if isinstance(name, str) and str(options.get("enabled")).lower() not in _NO:
                plugins[name.removeprefix("material/")] = options
    return plugins
