"""What each column of the dataset means, out of the model of its records."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from types import NoneType
from typing import Any, Literal, get_args, get_origin

from .record import Record
from .table import PARTED_BY, as_csv

TEXT = "text"
HARMLESS = "; where a spreadsheet could take it for a formula, with an apostrophe before it"

_KINDS = {
    str: TEXT,
    int: "whole number",
    float: "number, with a decimal point",
    datetime.date: "day, as YYYY-MM-DD",
}


@dataclass(frozen=True)
class Column:
    """A column of the dataset.

    Attributes:
        name: What it is called.
        meaning: What stands in it.
        values: In what form, or in which words.
    """

    name: str
    meaning: str
    values: str


def columns() -> list[Column]:
    """Return all columns, in their order."""
    return [
        Column(name, " ".join((field.description or "").split()), _values(field.annotation))
        for name, field in Record.model_fields.items()
    ]


def dictionary() -> bytes:
    """Return what all columns mean as a table, which tells of the form of texts in CSV, too."""
    rows = [
        (each.name, each.meaning, each.values + (HARMLESS if each.values.endswith(TEXT) else ""))
        for each in columns()
    ]
    return as_csv(("column", "meaning", "values"), rows)


def _values(hint: Any) -> str:
    """Return in words what values a type has; every one but for a list may be left out."""
    hint = next((part for part in get_args(hint) if get_args(hint)[-1] is NoneType), hint)
    if get_origin(hint) is list:
        (inner,) = get_args(hint)
        return f"any number of these, parted by “{PARTED_BY}”: {_values(inner)}"
    if get_origin(hint) is Literal:
        return PARTED_BY.join(get_args(hint))
    return _KINDS[hint]
