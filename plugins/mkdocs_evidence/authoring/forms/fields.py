"""The fields of a form, made of the model of a summary.

Sveltia CMS describes a field as a mapping with the name of its kind in ``widget``
(https://sveltiacms.app/en/docs/fields). Beside the fields, their shapes are told: what the
scripts of the form have to know to read and write them in a summary's file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from mkdocs_evidence.authoring.guidance import group_of
from mkdocs_evidence.fields import Text
from mkdocs_evidence.reading.expected import EXPECTED

from .labels import SECTION, Label, label_of, options

Field = dict[str, Any]
Schema = Mapping[str, Any]
Path = tuple[str, ...]
Choices = Mapping[str, Mapping[str, str]]

ENDS = ("lower", "upper")
"""What the form calls the two numbers of an interval."""

GROUP = "group"
"""The field of the form that holds the name of an entry in a mapping."""

_EACH = "*"
_LARGE = ("list", "object", "richtext")
"""The kinds of fields that are explained above and not below, where nobody would look."""


class FormFields:
    """Makes the fields of a form, and gathers their shapes.

    Args:
        sections: The names of the site's sections.
        choices: The names to choose from and what they are called, by the ways to fields.

    Attributes:
        shapes: What a field is in a summary's file, by the way to it: names joined by full stops,
            with ``*`` for each entry of a list. A field that is not named here is text.
            ``{"short": NAME}``: a group that may be written as the text of this one of its fields.
            ``{"listed": true}``: a list that may be written as a single text.
            ``{"mapping": NAME}``: a mapping, which the form has as a list of groups; the name of
            each stands in this field of the form.
            ``{"pair": [NAME, NAME]}``: a list of two, which the form has as a group.
            ``{"markdown": true}``: text of paragraphs.
            ``{"type": "number" | "integer" | "boolean"}``: what YAML takes it for.
            ``{"yes_no_or_text": true}``: a yes, a no, or text.
    """

    def __init__(self, sections: tuple[str, ...], choices: Choices) -> None:
        self.shapes: dict[str, Schema] = {}
        self._sections = sections
        self._choices = choices

    def of_group(self, model: type[BaseModel], path: Path = ()) -> list[Field]:
        """Return the fields of a group of the model.

        Args:
            model: The group.
            path: The way to it.
        """
        schema = model.model_json_schema()
        return [
            self._field((*path, name), field, _resolved(schema["properties"][name], schema))
            for name, field in model.model_fields.items()
        ]

    def _field(self, path: Path, field: FieldInfo, schema: Schema) -> Field:
        label = self._label(path)
        if group := group_of(field):
            widget = self._group(path, label, group, schema)
        elif Text in (field.rebuild_annotation(), *_parts(field)):
            widget = self._shaped(path, {"markdown": True}, {"widget": "richtext"})
        else:
            widget = self._value(path, label, schema)
        place = "comment" if widget["widget"] in _LARGE else "hint"
        common: Field = {"name": path[-1], "label": label.label, "required": field.is_required()}
        return common | {place: label.hint or _plain(field.description or "")} | widget

    def _label(self, path: Path) -> Label:
        return label_of((SECTION, *path[1:]) if path[0] in self._sections else path)

    def _shaped(self, path: Path, shape: Schema, widget: Field) -> Field:
        self.shapes[".".join(path)] = shape
        return widget

    def _group(self, path: Path, label: Label, group: type[BaseModel], schema: Schema) -> Field:
        many: Field = {"widget": "list", "label_singular": label.one, "collapsed": "auto"}
        match schema:
            case {"type": "array"}:
                inner = self.of_group(group, (*path, _EACH))
                return many | {"fields": inner, "summary": f"{{{{{inner[0]['name']}}}}}"}
            case {"additionalProperties": dict()}:
                self._shaped(path, {"mapping": GROUP}, {})
                name = self._own((*path, _EACH, GROUP)) | _TEXT
                inner = [name, *self.of_group(group, (*path, _EACH))]
                return many | {"fields": inner, "summary": f"{{{{{GROUP}}}}}"}
            case {"anyOf": _}:
                short = next(n for n, f in group.model_fields.items() if f.is_required())
                self._shaped(path, {"short": short}, {})
                inner = self.of_group(group, path)
                inner.sort(key=lambda field: bool(field["widget"] == "richtext"))
                return _object([field | {"required": False} for field in inner])
        return _object(self.of_group(group, path))

    def _own(self, path: Path) -> Field:
        """Return the beginning of a field that the form has and the model has not."""
        label = self._label(path)
        hint = {"hint": label.hint} if label.hint else {}
        return {"name": path[-1], "label": label.label, "required": True} | hint

    def _value(self, path: Path, label: Label, schema: Schema) -> Field:
        if label.widget:
            return _TOLD[label.widget]
        if names := self._choices.get(".".join(path)):
            return self._choice(path, names, schema)
        match schema:
            case {"format": "yes_no_or_thread"}:
                return self._shaped(path, {"yes_no_or_text": True}, _TEXT)
            case {"format": "calendar_date"}:
                return _DATE
            case {"format": kind, "pattern": pattern}:
                expected, advice = EXPECTED[kind]
                wrong = f"This should be {expected}. {advice}".rstrip()
                return _TEXT | {"pattern": [pattern, wrong]}
            case {"enum": words}:
                return {"widget": "select", "options": options(words, label.named)}
            case {"anyOf": [_, {"type": "array"} as several]}:
                return self._shaped(path, {"listed": True}, self._value(path, label, several))
            case {"type": "array", "items": {"enum": words}}:
                return {
                    "widget": "select",
                    "multiple": True,
                    "options": options(words, label.named),
                }
            case {"type": "array", "maxItems": 2}:
                return self._shaped(path, {"pair": ENDS}, _object(self._ends(path)))
            case {"type": "array"}:
                return {"widget": "list"} | ({"label_singular": label.one} if label.one else {})
            case {"type": "integer" | "number" as kind}:
                return self._shaped(path, {"type": kind}, _number(kind, schema))
            case {"type": "boolean"}:
                return self._shaped(path, {"type": "boolean"}, {"widget": "boolean"})
        return _TEXT

    def _choice(self, path: Path, names: Mapping[str, str], schema: Schema) -> Field:
        offered = [{"label": label, "value": name} for name, label in names.items()]
        select: Field = {"widget": "select", "options": offered}
        if schema.get("type") == "string":
            return select
        return self._shaped(path, {"listed": True}, select | {"multiple": True})

    def _ends(self, path: Path) -> list[Field]:
        for end in ENDS:
            self._shaped((*path, end), {"type": "number"}, {})
        return [self._own((*path, end)) | _number("number", {}) for end in ENDS]


_TEXT: Field = {"widget": "string", "use_emoji_autocomplete": False}
_TOLD: Mapping[str, Field] = {"image": {"widget": "image", "choose_url": False}}
"""The kinds of fields that the model does not tell; a picture is a file beside the summary."""

_DATE: Field = {
    "widget": "datetime",
    "type": "date",
    "format": "YYYY-MM-DD",
    "date_format": "YYYY-MM-DD",
    "time_format": False,
}


def _object(fields: list[Field]) -> Field:
    """Return a group, which stands open where none of its fields has to be filled in."""
    is_open = not any(field["required"] for field in fields)
    return {"widget": "object", "fields": fields, "required": is_open}


def _number(kind: str, schema: Schema) -> Field:
    least = schema.get("minimum", schema.get("exclusiveMinimum"))
    if kind == "integer" and "exclusiveMinimum" in schema:
        least = schema["exclusiveMinimum"] + 1
    most = schema.get("maximum", schema.get("exclusiveMaximum"))
    limits = {name: value for name, value in (("min", least), ("max", most)) if value is not None}
    steps = {"value_type": "int"} if kind == "integer" else {"value_type": "float", "step": 0.01}
    return {"widget": "number"} | steps | limits


def _resolved(schema: Schema, whole: Schema) -> Schema:
    """Return the schema of a field without the choice of nothing, and without a reference."""
    ways = [way for way in schema.get("anyOf", ()) if way != {"type": "null"}]
    if len(ways) > 1:
        return {**schema, "anyOf": [_resolved(way, whole) for way in ways]}
    found = ways[0] if ways else schema
    if "$ref" in found:
        found = whole["$defs"][found["$ref"].rpartition("/")[2]]
    return found


def _parts(field: FieldInfo) -> tuple[Any, ...]:
    """Return the types of which a field has one."""
    return getattr(field.annotation, "__args__", ())


def _plain(text: str) -> str:
    """Return an explanation of the model as running text; a form shows no marks of code."""
    pieces = " ".join(text.split()).split("`")
    return "".join(f"“{piece}”" if odd % 2 else piece for odd, piece in enumerate(pieces))
