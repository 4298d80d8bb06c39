"""Which of a model's groups and fields a path through an author's file means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .nodes import Path


def group_at(model: type[BaseModel], path: Path) -> type[BaseModel]:
    """Return the group of fields at a path; the nearest around it where the path leads to none.

    Steps that are no field, such as the number of an item, lead nowhere else, but for the tag by
    which pydantic names one of several groups.
    """
    groups = [model]
    for step in path:
        inner = [
            found
            for group in groups
            if step in group.model_fields
            for found in _groups_in(group.model_fields[str(step)].annotation)
        ]
        groups = inner or [group for group in groups if _is_tagged(group, step)] or groups
    return groups[0]


def without_tags(model: type[BaseModel], path: Path) -> Path:
    """Return a path without the tags by which pydantic names one of several groups.

    Such a tag may be spelt like a field that an author wrote there.
    """
    return tuple(step for i, step in enumerate(path) if not _is_tag(model, path[:i], step))


def field_at(model: type[BaseModel], path: Path) -> FieldInfo | None:
    """Return the field that a path ends with, or None where the model has none there."""
    return group_at(model, path[:-1]).model_fields.get(str(path[-1])) if path else None


def _is_tag(model: type[BaseModel], path: Path, step: str | int) -> bool:
    field = field_at(model, path)
    groups = list(_groups_in(field.annotation)) if field else []
    return len(groups) > 1 and any(_is_tagged(group, step) for group in groups)


def _groups_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the groups in a type, as `Article` in `list[Article] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _groups_in(part)


def _is_tagged(group: type[BaseModel], tag: object) -> bool:
    return any(tag in get_args(field.annotation) for field in group.model_fields.values())
