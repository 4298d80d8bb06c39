"""A field that may be written in a summary, as a comment that says what to write in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

Choices = Mapping[str, Sequence[str]]

WIDTH = 100
"""How long a line of guidance may be."""


def field_lines(
    name: str, field: FieldInfo, choices: Choices, suggested: Mapping[str, str], indent: str = ""
) -> Iterator[str]:
    """Yield the lines of a field: what it is, and the field itself as a comment.

    A group of fields is begun, and each of its own fields is a comment; with none of them used,
    nothing is said.

    Args:
        name: The field's name.
        field: What the model says of it.
        choices: The words to choose from, by the names of fields, where the site lists them.
        suggested: What is known of the article, by the names of fields.
        indent: What each line begins with.
    """
    yield from said(_explained(field, choices.get(name, ())), indent)
    group = group_of(field)
    if group and not indent and not _holds_many(field):
        yield f"{name}:"
        for own, inner in group.model_fields.items():
            yield from field_lines(own, inner, choices, suggested, "  ")
        return
    if group:
        yield from _parts(group, indent, "- ")
    yield f"{indent}# {name}: {_value(name, field, suggested)}".rstrip()


def group_of(field: FieldInfo) -> type[BaseModel] | None:
    """Return the group of fields that stands in a field, be it in a list, if there is one."""
    return next(_groups(field.annotation), None)


def words_of_choice(annotation: Any) -> list[str]:
    """Return the words of a type that leaves a choice between words."""
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    return [word for part in get_args(annotation) for word in words_of_choice(part)]


def _groups(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _groups(part)


def _holds_many(field: FieldInfo) -> bool:
    return "list[" in str(field.annotation) or "dict[" in str(field.annotation)


def _parts(group: type[BaseModel], indent: str, mark: str) -> Iterator[str]:
    """Yield a line of guidance for each field of a group that is written on one line."""
    for name, field in group.model_fields.items():
        yield from said(f"{mark}{name}: {_explained(field, ())}", indent)
        if inner := group_of(field):
            yield from _parts(inner, indent, f"  {mark}")


def _explained(field: FieldInfo, choices: Sequence[str]) -> str:
    words = choices or words_of_choice(field.annotation)
    if field.annotation is bool:
        words = ["true", "false"]
    chosen = f" Choose from: {', '.join(words)}." if words else ""
    return f"{' '.join((field.description or '').split())}{chosen}"


def _value(name: str, field: FieldInfo, suggested: Mapping[str, str]) -> str:
    """Return what stands behind the colon: nothing that readers could take for a fact."""
    if value := suggested.get(name):
        return value
    if isinstance(field.default, bool):
        return str(not field.default).lower()
    group = group_of(field)
    if group:
        inner = ", ".join(f"{own}: " for own in group.model_fields)
        return f"[{{{inner}}}]" if _holds_many(field) else f"{{{inner}}}"
    if _holds_many(field):
        return "[]"
    return ""


def said(text: str, indent: str = "") -> list[str]:
    """Return guidance as lines of comment."""
    mark = f"{indent}## "
    inset = " " * (len(text) - len(text.lstrip(" -")))
    return wrap(
        text,
        WIDTH,
        initial_indent=mark,
        subsequent_indent=mark + inset,
        break_on_hyphens=False,
        break_long_words=False,
    )
