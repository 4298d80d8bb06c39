"""What an editor takes YAML for, where the reader takes all of it as the text that was written.

An editor sees the numbers, booleans and nulls of YAML 1.2. So each of them is accepted wherever
its text would be, and nothing at all where a field may be left out. An editor proposes every type
that a schema names; those that nobody should choose, such as ``true`` for a title, are therefore
accepted by saying which types are refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from mkdocs_evidence.reading.expected import EXPECTED
from mkdocs_evidence.vocabulary import MEANINGS

Schema = dict[str, Any]

WRITTEN = {"pattern": r"\S", "patternErrorMessage": "Nothing is written here."}
"""The schema of what is no blank text."""

_TYPES = ("array", "boolean", "null", "number", "object", "string")
_YES = ("true", "yes", "on", "t", "y", "1")
_NO = ("false", "no", "off", "f", "n", "0")
_DIGITS = r"\d+(_\d+)*"
_WHOLE_NUMBER = rf"^\s*[-+]?{_DIGITS}(\.0+)?\s*$"
_NUMBER = rf"^\s*[-+]?({_DIGITS}(\.({_DIGITS})?)?|\.{_DIGITS})([eE][-+]?\d+)?\s*$"
_LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
_ANNOTATIONS = ("description", "markdownDescription", "default")


def for_editors(schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Return a schema that pydantic made as one of what an editor sees.

    Args:
        schema: The schema.
        definitions: The groups of fields that it refers to, which are put in their places, since
            draft-07 passes over what stands beside a reference.
    """
    schema = _resolved(schema, definitions)
    notes = {name: schema[name] for name in _ANNOTATIONS if schema.get(name) not in (None, [])}
    if "description" in notes:
        notes["description"] = " ".join(notes["description"].split())
    if "`" in notes.get("description", ""):
        notes["markdownDescription"] = notes["description"]
    return notes | _value(schema, definitions)


def one_of(*ways: Schema) -> Schema:
    """Return a schema of several ways of writing, with the notes of the first."""
    first = {name: ways[0][name] for name in _ANNOTATIONS if name in ways[0]}
    plain = [{k: v for k, v in way.items() if k not in _ANNOTATIONS} for way in ways]
    flat = [each for way in plain for each in way.get("anyOf", [way])]
    loud = [each for each in flat if each.keys() != {"not"}]
    silent = {name for each in flat if each not in loud for name in _accepted(each)}
    return first | {"anyOf": [*loud, *([_silently(silent)] if silent else [])]}


def accepting(schema: Schema, *types: str) -> Schema:
    """Return a schema that accepts values of more types without an editor proposing them."""
    return one_of(schema, _silently(types))


def _silently(types: Collection[str]) -> Schema:
    return {"not": {"type": [name for name in _TYPES if name not in types]}}


def _accepted(silent: Schema) -> list[str]:
    return [name for name in _TYPES if name not in silent["not"]["type"]]


def yes(*, also_no: bool = False) -> Schema:
    """Return the schema of a yes in all its ways of writing, or of a yes or no."""
    words = (*_YES, *_NO) if also_no else _YES
    pattern = "|".join("".join(f"[{c}{c.upper()}]" for c in word) for word in words)
    schema: Schema = {"type": ["boolean", "integer", "string"], "pattern": f"^({pattern})$"}
    if also_no:
        return schema | {"minimum": 0, "maximum": 1} | _messages("bool_type")
    return schema | {"not": {"enum": [False, 0]}}


def _resolved(schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    """Return a schema with the group that it refers to, or of which nothing is the alternative."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        schema = definitions[name] | {k: v for k, v in schema.items() if k != "$ref"}
    ways = [way for way in schema.get("anyOf", ()) if way != {"type": "null"}]
    if len(ways) == 1:
        outer = {name: value for name, value in schema.items() if name != "anyOf"}
        return _resolved(ways[0], definitions) | outer
    return schema | {"anyOf": ways} if ways else schema


def _value(schema: Schema, definitions: Mapping[str, Schema]) -> Schema:
    match schema:
        case {"anyOf": ways, "format": kind}:
            return one_of(*(for_editors(way, definitions) | _messages(kind) for way in ways))
        case {"anyOf": ways}:
            return one_of(*(for_editors(way, definitions) for way in ways))
        case {"enum": words, "enumDescriptions": meanings, "errorMessage": message}:
            return _choice(words, meanings) | {"errorMessage": message}
        case {"enum": words}:
            return _choice(words, [MEANINGS[word] for word in words])
        case {"type": "string"}:
            return _text(schema)
        case {"type": "integer"}:
            return _number(schema, "integer", _WHOLE_NUMBER, "int_type")
        case {"type": "number"}:
            return _number(schema, "number", _NUMBER, "float_type")
        case {"type": "boolean"}:
            return yes(also_no=True)
        case {"type": "array", "items": items}:
            lengths = {name: schema[name] for name in ("minItems", "maxItems") if name in schema}
            inner = for_editors(items, definitions)
            inner = accepting(inner, "null") if items.get("type") == "string" else inner
            kind = "two_numbers" if lengths else "list_type"
            return {"type": "array", "items": inner} | lengths | _messages(kind)
        case {"type": "object", "properties": properties}:
            return _group(properties, schema.get("required", []), definitions)
        case {"type": "object", "additionalProperties": inner}:
            return {"type": "object", "additionalProperties": for_editors(inner, definitions)}
    raise TypeError(f"An editor cannot be told of {schema}")


def _choice(words: Sequence[str], meanings: Sequence[str]) -> Schema:
    """Return the schema of a choice between words, whatever YAML takes them for."""
    seen = [each for each in map(_as_seen, words) if not isinstance(each, str)]
    described = {"enumDescriptions": list(meanings)} if any(meanings) else {}
    return {"enum": [*words, *seen]} | described


def _as_seen(word: str) -> Any:
    """Return what an editor takes a plain word for."""
    try:
        return json.loads(word)
    except ValueError:
        return word


def _text(schema: Schema) -> Schema:
    """Return the schema of a text, which may be all that YAML takes for something else."""
    if "format" not in schema:
        text: Schema = {"type": ["string", "number"]} | _messages("string_type")
        return accepting(text | (WRITTEN if "minLength" in schema else {}), "boolean")
    kind, pattern = schema["format"], schema["pattern"]
    types = ["string", "number"] if re.fullmatch(pattern, "1") else ["string"]
    form = {"type": types, "pattern": pattern} | _messages(kind)
    return accepting(form, "boolean") if re.fullmatch(pattern, "true") else form


def _number(schema: Schema, kind: str, pattern: str, expected: str) -> Schema:
    limits = {name: schema[name] for name in _LIMITS if name in schema}
    return {"type": [kind, "string"], "pattern": pattern} | limits | _messages(expected)


def _group(
    properties: Mapping[str, Schema], required: list[str], definitions: Mapping[str, Schema]
) -> Schema:
    fields = {name: for_editors(inner, definitions) for name, inner in properties.items()}
    fields = {
        name: field if name in required else accepting(field, "null")
        for name, field in fields.items()
    }
    group: Schema = {"type": "object", "properties": fields, "additionalProperties": False}
    return group | {"required": required} if required else group


def _messages(kind: str) -> Schema:
    """Return what an editor says where a value is not of a kind, as ``evidence check`` says it."""
    expected, advice = EXPECTED[kind]
    return {"errorMessage": f"This should be {expected}. {advice}".rstrip()}
