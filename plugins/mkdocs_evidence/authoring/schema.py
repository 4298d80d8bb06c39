"""The JSON Schema of a site's summaries, by which an editor helps while one is written.

It is made of the model, with the site's own names to choose from. The dialect is draft-07, which
every version of the YAML language server understands; nothing of a later one is needed. Of what
the server adds to it, ``errorMessage`` and ``enumDescriptions`` are used, which other programs
pass over.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from mkdocs_evidence import saving
from mkdocs_evidence.bibliography import Library
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.summary import summary_model

from .editor_values import WRITTEN, Schema, accepting, for_editors, one_of, yes
from .words import without_tags

FILE = "summary.schema.json"
"""What the file is called that stands beside the site's configuration file."""

_BLANK = {"type": ["string"], "pattern": r"^\s*$"}
_EMPTY = "Nothing is written here. Write it, or add “draft: true” while you are still writing."
_WRITTEN = WRITTEN | {"patternErrorMessage": _EMPTY}
_SOMETHING = accepting(
    {"type": ["string", "number"], "errorMessage": _EMPTY}, "array", "boolean", "object"
)


def summary_schema(settings: Settings, library: Library | None = None) -> Schema:
    """Return the JSON Schema of a site's summaries.

    Args:
        settings: What the site sets.
        library: The entries of which one must be the article; any key may be written without.
    """
    model = _model_schema(settings, library)
    properties, definitions = model["properties"], model["$defs"]
    prose = {name for name, field in properties.items() if _is_prose(field)}
    del definitions["Section"]["required"]  # what a draft may lack is asked for further down
    del definitions["Section"]["properties"]["text"]["minLength"]
    group = for_editors(model, definitions)
    fields = group["properties"]
    required = group.pop("required")
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **group,
        "properties": {name: _perhaps_blank(field) for name, field in fields.items()},
        "if": {"properties": {"draft": yes()}, "required": ["draft"]},
        "else": {
            "required": required,
            "properties": {
                name: _complete(is_required=name in required, is_prose=name in prose)
                for name in fields
            },
        },
    }


def write_schema(path: Path, settings: Settings, library: Library | None = None) -> bool:
    """Write the JSON Schema of a site's summaries into a file, where it does not stand there yet.

    Args:
        path: The file.
        settings: What the site sets.
        library: As for `summary_schema`.

    Returns:
        Whether the file was written.

    Raises:
        OSError: The file cannot be read or written.
    """
    data = schema_text(summary_schema(settings, library)).encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    saving.save(path, data)
    return True


def schema_from(folder: Path, root: Path) -> str:
    """Return how the file of the schema is named from a folder of summaries.

    Args:
        folder: The folder.
        root: That of the site.
    """
    return Path(os.path.relpath(root / FILE, folder)).as_posix()


def schema_text(schema: Schema) -> str:
    """Return a schema as the text of its file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _model_schema(settings: Settings, library: Library | None) -> Schema:
    """Return the schema that pydantic makes of the model, with the site's names to choose from."""
    schema: Schema = summary_model(settings.section_ids).model_json_schema()
    properties, definitions = schema["properties"], schema["$defs"]
    if settings.topics:
        topics = _choice(settings.topics, "This is not one of the site's topics.")
        properties["topics"] = _with_choice(properties["topics"], topics)
    if settings.authors:
        names = {short: author.name for short, author in settings.authors.items()}
        authors = _choice(names, "This is not one of the site's authors.")
        properties["authors"] = _with_choice(properties["authors"], authors)
    if library is not None:
        titles = {key: _title(library, key) for key in sorted(library)}
        keys = _choice(titles, "The bibliography has no entry with this key.")
        properties["article"] = _with_choice(properties["article"], keys)
        article = definitions["Article"]["properties"]
        article["key"] = _with_choice(article["key"], keys)
    return schema


def _choice(names: Mapping[str, str], otherwise: str) -> Schema:
    """Return the schema of a choice between names, each with what it stands for."""
    meanings = list(names.values())
    return {"enum": list(names), "enumDescriptions": meanings, "errorMessage": otherwise}


def _with_choice(schema: Schema, choice: Schema) -> Schema:
    """Return a schema with a choice wherever it has text."""
    if schema.get("type") == "string":
        return choice | {name: schema[name] for name in ("description",) if name in schema}
    changed = dict(schema)
    if "items" in schema:
        changed["items"] = _with_choice(schema["items"], choice)
    if "anyOf" in schema:
        changed["anyOf"] = [_with_choice(way, choice) for way in schema["anyOf"]]
    return changed


def _title(library: Library, key: str) -> str:
    return without_tags(str(library.csl(key).get("title", "")))


def _is_prose(field: Schema) -> bool:
    return {"$ref": "#/$defs/Section"} in field.get("anyOf", ())


def _perhaps_blank(field: Schema) -> Schema:
    """Return the schema of a field of a draft, where nothing need be written."""
    return accepting(one_of(field, _BLANK), "null")


def _complete(*, is_required: bool, is_prose: bool) -> Schema:
    """Return what a field must be besides, once its summary is no draft."""
    schema: Schema = dict(_WRITTEN)
    if is_prose:
        schema |= {"required": ["text"], "properties": {"text": _WRITTEN | _SOMETHING}}
    return schema | (_SOMETHING if is_required else {})
