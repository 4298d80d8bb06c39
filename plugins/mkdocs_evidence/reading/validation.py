"""What pydantic finds wrong with an author's fields, in words for the author."""

from __future__ import annotations

import re
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mkdocs_evidence.problems import Problem, did_you_mean

from .nodes import Document, Path, Span
from .syntax_errors import cut_short

M = TypeVar("M", bound=BaseModel)

_QUOTED = re.compile(r"'([^']*)'")

_EXPECTED = {
    "string_type": ("text", "Write text here, in quotes if it begins with a bracket."),
    "list_type": ("a list", "Write it as [one, two], or each on a line of its own after “- ”."),
    "int_parsing": ("a whole number", "Write digits only, such as 440."),
    "int_type": ("a whole number", "Write digits only, such as 440."),
    "float_parsing": ("a number", "Write digits with a decimal point, such as 0.38."),
    "float_type": ("a number", "Write digits with a decimal point, such as 0.38."),
    "finite_number": ("a number", "Write digits with a decimal point, such as 0.38."),
    "bool_parsing": ("yes or no", "Write true or false."),
    "bool_type": ("yes or no", "Write true or false."),
    "model_type": ("a group of fields", "Write its fields below it, two spaces to the right."),
    "dict_type": ("a group of fields", "Write its fields below it, two spaces to the right."),
    "calendar_date": ("a date", "Write year, month and day, as in 2026-03-31."),
    "language_tag": ("a language", "Write its short name, such as en, pt, nl or fr."),
    "slug": (
        "a part of an address",
        "Use small letters without accents, digits and hyphens, as in lending-a-hand.",
    ),
    "web_address": ("a web address", "Begin it with https://."),
}


def validate(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """Hold the fields of a document against a model.

    Returns:
        The model's instance, or None where the fields do not fit it, and a problem for each
        field that does not.
    """
    try:
        return model.model_validate(document.fields), []
    except ValidationError as error:
        return None, [_Reader(model, document, details).problem() for details in error.errors()]


class _Reader:
    """Puts one of pydantic's findings into words."""

    def __init__(self, model: type[BaseModel], document: Document, details: ErrorDetails) -> None:
        self.model = model
        self.document = document
        self.details = details
        self.path: Path = details["loc"]
        written = self.path if details["type"] == "missing" else document.known(self.path)
        self.name = next((step for step in reversed(written) if isinstance(step, str)), "")

    def problem(self) -> Problem:
        kind = self.details["type"]
        if kind in _EXPECTED:
            return self._unexpected(*_EXPECTED[kind])
        explain = getattr(self, f"_{kind}", self._other)
        problem: Problem = explain()
        return problem

    def _unexpected(self, expected: str, advice: str) -> Problem:
        got = self.details["input"]
        shown = f", not “{_short(got)}”" if isinstance(got, str) else ""
        return self._at_value("wrong-type", f"“{self.name}” should be {expected}{shown}.", advice)

    def _missing(self) -> Problem:
        group = self.path[:-1]
        if self.path in self.document.names:
            span = self.document.name_span(self.path)
            message = f"“{self.name}” is there, but nothing is written after it."
            return self._at(span, "empty-field", message, "Write it, or add “draft: true”.")
        if self.name == "text":
            message = f"The section “{group[-1]}” has a heading but no text."
            span = self.document.name_span(group)
            return self._at(span, "empty-field", message, "Write its text, or add “draft: true”.")
        where = f" of “{group[-1]}”" if group and isinstance(group[-1], str) else ""
        advice = f"Add a line that begins with “{self.name}:”" + (
            "." if group else ", or “draft: true” while you are still writing."
        )
        span = self.document.value_span(group)
        start = Span(span.start, span.start + 1)
        return self._at(
            start, "missing-field", f"The field “{self.name}”{where} is missing.", advice
        )

    def _extra_forbidden(self) -> Problem:
        known = _fields_around(self.model, self.path)
        return self._at(
            self.document.name_span(self.path),
            "unknown-field",
            f"There is no field “{self.name}” here.",
            did_you_mean(self.name, known, "Remove it, or look up the fields in the guide."),
        )

    def _literal_error(self) -> Problem:
        words = _QUOTED.findall(str(self.details["ctx"]["expected"]))
        return self._at_value(
            "unknown-word",
            f"“{_short(self.details['input'])}” is not one of the words for “{self.name}”.",
            did_you_mean(str(self.details["input"]), words) or f"Write one of: {', '.join(words)}.",
        )

    def _union_tag_invalid(self) -> Problem:
        words = _QUOTED.findall(str(self.details["ctx"]["expected_tags"]))
        name = str(self.details["ctx"]["discriminator"]).strip("'")
        tag = str(self.details["ctx"]["tag"])
        return self._at(
            self.document.value_span((*self.path, name)),
            "unknown-word",
            f"“{tag}” is not one of the words for “{name}”.",
            did_you_mean(tag, words),
        )

    def _string_too_short(self) -> Problem:
        return self._at_value("empty-field", f"“{self.name}” is empty.", "Write its text.")

    def _cut_short(self) -> Problem:
        end = self.document.value_span(self.path).end
        return cut_short(self.document.source, self.document.source.text.index("#", end))

    def _split_text(self) -> Problem:
        return self._at_value(
            "unquoted-colon",
            f"“{self.name}” should be text, but a colon followed by a space makes it a field.",
            "Put the text in quotes, or write it below the field's name and a “|”.",
        )

    def _too_short(self) -> Problem:
        number = self.details["ctx"]["min_length"]
        return self._at_value("wrong-type", f"“{self.name}” should have {number} entries.", "")

    def _too_long(self) -> Problem:
        number = self.details["ctx"]["max_length"]
        return self._at_value("wrong-type", f"“{self.name}” should have {number} entries.", "")

    def _other(self) -> Problem:
        message = self.details["msg"].rstrip(".")
        where = f"“{self.name}”: " if self.name else ""
        return self._at_value("wrong-value", f"{where}{message}.", "")

    def _at_value(self, rule: str, message: str, advice: str) -> Problem:
        return self._at(self.document.value_span(self.path), rule, message, advice)

    def _at(self, span: Span, rule: str, message: str, advice: str) -> Problem:
        return self.document.source.problem(span.start, rule, message, advice, end=span.end)


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else f"{text[:39]}…"


def _fields_around(model: type[BaseModel], path: Path) -> list[str]:
    """Return the names that the model knows beside the last step of a path."""
    for step in path[:-1]:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_within(model.model_fields[step].annotation) or model
    return list(model.model_fields)


def _model_within(annotation: Any) -> type[BaseModel] | None:
    """Return the first model in a type, as `Article` in `list[Article] | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for part in get_args(annotation) if (m := _model_within(part))), None)
