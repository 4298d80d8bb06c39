"""What pydantic finds wrong with an author's fields, in words for the author."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from mkdocs_evidence.problems import Problem, did_you_mean, nearest
from mkdocs_evidence.rules import RuleId, is_rule_id
from mkdocs_evidence.vocabulary import ALSO_CALLED

from .expected import EXPECTED, NUMBERS, as_typed
from .models import field_at, group_at, without_tags
from .nodes import Document, Path, Span
from .syntax_errors import cut_short

M = TypeVar("M", bound=BaseModel)

_WHILE_DRAFT = "{}, or add “draft: true” while you are still writing."
_QUOTED = re.compile(r"'([^']*)'")
_AROUND_PATH = re.compile(r"^https?://[^/]*|[?#].*", re.DOTALL)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def validate(model: type[M], document: Document) -> tuple[M | None, list[Problem]]:
    """Hold the fields of a document against a model.

    Returns:
        The model's instance, or None where the fields do not fit it, and a problem for each
        field that does not.
    """
    try:
        return model.model_validate(document.fields), []
    except ValidationError as error:
        problems, missing = [], []
        found = error.errors()
        misspelt = {
            (*path[:-1], nearest(str(path[-1]), group_at(model, path[:-1]).model_fields))
            for path in (details["loc"] for details in found if details["type"] == _UNKNOWN)
        } | {(name,) for name in document.meant}
        for details in found:
            if details["type"] == "missing" and details["loc"] not in document.names:
                if details["loc"] not in misspelt:
                    missing.append(without_tags(model, details["loc"]))
            else:
                problems.append(_Reader(model, document, details).problem())
        return None, [*problems, *_missing_fields(document, missing)]


_UNKNOWN = "extra_forbidden"


def _missing_fields(document: Document, paths: list[Path]) -> list[Problem]:
    """Return one problem for all fields that are missing in the same group."""
    groups: dict[Path, list[str]] = {}
    for path in paths:
        groups.setdefault(document.known(path[:-1]), []).append(str(path[-1]))
    return [_missing(document, group, names) for group, names in groups.items()]


def _missing(document: Document, group: Path, names: list[str]) -> Problem:
    if names == ["text"]:
        return document.problem(
            document.name_span(group),
            "empty-field",
            f"The section “{group[-1]}” has a heading but no text.",
            "Write its text, or add “draft: true”.",
        )
    if group:
        where = f" in “{next(step for step in reversed(group) if isinstance(step, str))}”"
        advice = "Add " + _enumerated([f"“{name}: …”" for name in names]) + "."
    else:
        where, advice = "", _how_to_add(names, document.sections)
    missing = _enumerated([f"“{name}”" for name in names])
    message = f"The field {missing} is missing{where}."
    if len(names) > 1:
        message = f"These fields are missing{where}: {missing}."
    start = document.value_span(group).start
    return document.problem(Span(start, start + 1), "missing-field", message, advice)


def _how_to_add(names: list[str], sections: tuple[str, ...]) -> str:
    lines = [f"a line such as “{name}: …”" for name in names if name not in sections]
    heads = [
        f"a heading such as “## {name.replace('_', ' ').capitalize()}” with text below it"
        for name in names
        if name in sections
    ]
    each = "For each, add" if len(names) > 1 else "Add"
    wanted = " or ".join([*lines[:1], *heads[:1]])
    return f"{each} {wanted}; while you are still writing, “draft: true” is enough."


class _Reader:
    """Puts one of pydantic's findings into words."""

    def __init__(self, model: type[BaseModel], document: Document, details: ErrorDetails) -> None:
        self.model = model
        self.document = document
        self.details = details
        self.kind = details["type"]
        self.path: Path = details["loc"]
        written = self.path if self.kind == "missing" else document.known(self.path)
        names = [step for step in written if isinstance(step, str)]
        self.is_item = bool(written) and not isinstance(written[-1], str)
        if names[1:] and names[-1] == "text":
            names.pop()
        self.name = names[-1] if names else ""
        self.called = f"Each item of “{self.name}”" if self.is_item else f"“{self.name}”"

    def problem(self) -> Problem:
        if self.kind == "string_type" and isinstance(self.details["input"], dict):
            return self._split_text()
        if self.kind in EXPECTED:
            return self._unexpected(*EXPECTED[self.kind])
        explain = getattr(self, f"_{self.kind}", self._other)
        problem: Problem = explain()
        return problem

    def _unexpected(self, expected: str, advice: str) -> Problem:
        got = self.details["input"]
        shown = f", not “{_short(got)}”" if isinstance(got, str) else ""
        if isinstance(got, str) and got[:1] in "“„«‘":
            advice = "Leave out the quotation marks."
        elif isinstance(got, str) and self.kind in NUMBERS and got.endswith("%"):
            advice = f"Leave out the per cent sign. {self._meaning()}".strip()
        elif isinstance(got, str) and self.kind in NUMBERS:
            advice = as_typed(got) or advice
        elif self.kind == "yes_no_or_thread" and isinstance(got, str) and "/@" in got:
            advice = f"Write https://{got.rpartition('//')[2].lstrip('/')}"
        elif self.kind == "old_address" and isinstance(got, str):
            path = _AROUND_PATH.sub("", got)
            advice = f"Write {path}" if path.strip("/") and path.startswith("/") else advice
        elif self.kind == "calendar_date" and isinstance(got, str) and _ISO_DATE.fullmatch(got):
            advice = f"There is no such day. {advice}"
        elif self.kind == "list_type" and self._is_of_groups:
            advice = (
                f"Begin each item below it with a hyphen, such as {_as_item(self._needed()[0])}."
            )
        elif self.kind == "list_type" and isinstance(got, str) and "," in got:
            advice = f"Write it in square brackets: [{_short(got)}]"
        return self._at_value("wrong-type", f"{self.called} should be {expected}{shown}.", advice)

    @property
    def _is_of_groups(self) -> bool:
        """Whether groups of fields belong here, such as outcomes."""
        return group_at(self.model, self.path) is not group_at(self.model, self.path[:-1])

    def _needed(self) -> list[str]:
        """Return how the fields are written that a group must have, or else its first one."""
        fields = group_at(self.model, self.path).model_fields
        names = [name for name, field in fields.items() if field.is_required()] or list(fields)[:1]
        return [f"“{name}: …”" for name in names]

    def _missing(self) -> Problem:
        return self.document.problem(
            self.document.name_span(self.path),
            "empty-field",
            f"“{self.name}” is there, but nothing is written after it.",
            _WHILE_DRAFT.format("Write it") if self._is_of_post else "Write it.",
        )

    @property
    def _is_of_post(self) -> bool:
        """Whether a draft may lack it, which is so for fields of the post and not of a group."""
        return self.path[1:] in ((), ("text",))

    def _extra_forbidden(self) -> Problem:
        name = str(self.path[-1])
        known = group_at(self.model, self.path[:-1]).model_fields
        advice = did_you_mean(name, known, "Remove it, or look it up in the guide.")
        span = self.document.name_span(self.path)
        next_sign = self.document.source.text[span.end : span.end + 1]
        if self.details["input"] is None and next_sign in (",", "}"):
            advice = (
                "Inside curly brackets a comma begins a new field; put a text with commas in "
                "quotes, and write a number with a point, such as 0.38."
            )
        message = f"There is no field “{name}” here."
        return self.document.problem(span, "unknown-field", message, advice)

    def _model_type(self) -> Problem:
        needed = self._needed()
        advice = f"Write each below it, such as {_enumerated(needed)}, two spaces to the right."
        if self.is_item:
            advice = f"Write, for example, {_as_item(needed[0])}."
        return self._unexpected("a group of fields", advice)

    def _dict_type(self) -> Problem:
        return self._unexpected("a group of fields", "Write each below it as “name: value”.")

    def _literal_error(self) -> Problem:
        if not isinstance(self.details["input"], str):
            words = _QUOTED.findall(str(self.details["ctx"]["expected"]))
            return self._unexpected("one word", did_you_mean("", words))
        return self._unknown_word(self.path, self.details["input"], "expected")

    def _union_tag_invalid(self) -> Problem:
        name = str(self.details["ctx"]["discriminator"]).strip("'")
        return self._unknown_word((*self.path, name), self.details["ctx"]["tag"], "expected_tags")

    def _unknown_word(self, path: Path, word: object, words_in: str) -> Problem:
        words = _QUOTED.findall(str(self.details["ctx"][words_in]))
        name = next(step for step in reversed(path) if isinstance(step, str))
        return self.document.problem(
            self.document.value_span(path),
            "unknown-word",
            f"“{_short(word)}” is not one of the words for “{name}”.",
            did_you_mean(_usual_word(str(word), words), words),
        )

    def _union_tag_not_found(self) -> Problem:
        name = str(self.details["ctx"]["discriminator"]).strip("'")
        message = f"The field “{name}” is missing in “{self.name}”."
        return self._at_value("missing-field", message, f"Add “{name}: …”.")

    def _broken_provider(self) -> Problem:
        self.path = (*self.path, "provider")
        return self._other()

    def _string_too_short(self) -> Problem:
        if self._is_name:
            message = f"A name in “{self.path[-3]}” is empty."
            return self._at_value("empty-field", message, "Write it before the colon.")
        field = field_at(self.model, self.path)
        advice = "Write its text, or remove the field."
        if self.is_item or (field and field.is_required()):
            advice = "Write its text."
        if self._is_of_post:
            advice = _WHILE_DRAFT.format("Write its text")
        return self._at_value("empty-field", f"{self.called} is empty.", advice)

    def _cut_short(self) -> Problem:
        end = self.document.value_span(self.path).end
        return cut_short(self.document.source, self.document.source.text.index("#", end))

    def _split_text(self) -> Problem:
        below = "" if self.is_item else ", or write it below the field's name and a “|”"
        return self._at_value(
            "unquoted-colon",
            f"{self.called} should be text, but a colon followed by a space makes it a field.",
            f"Put the text in quotes{below}.",
        )

    def _greater_than(self) -> Problem:
        return self._out_of_range(f"more than {self.details['ctx']['gt']:,.15g}")

    def _greater_than_equal(self) -> Problem:
        return self._out_of_range(f"at least {self.details['ctx']['ge']:,.15g}")

    def _less_than(self) -> Problem:
        return self._out_of_range(f"less than {self.details['ctx']['lt']:,.15g}")

    def _less_than_equal(self) -> Problem:
        return self._out_of_range(f"at most {self.details['ctx']['le']:,.15g}")

    def _out_of_range(self, expected: str) -> Problem:
        return self._at_value(
            "wrong-value",
            f"“{self.name}” should be {expected}, not “{_short(self.details['input'])}”.",
            self._meaning(),
        )

    def _meaning(self) -> str:
        """Return what a field holds; empty for what is no field itself, such as an item."""
        field = field_at(self.model, self.path)
        about = " ".join((field.description or "").split()) if field else ""
        return f"What it holds: {about}" if about else ""

    def _other(self) -> Problem:
        """Return the problem of a rule that a model states in its own words."""
        advice = str(self.details.get("ctx", {}).get("advice", ""))
        name = self.kind.replace("_", "-")
        rule: RuleId = name if is_rule_id(name) else "wrong-value"
        return self._at_value(rule, self.details["msg"], advice)

    def _at_value(self, rule: RuleId, message: str, advice: str) -> Problem:
        find = self.document.name_span if self._is_name else self.document.value_span
        return self.document.problem(find(self.path), rule, message, advice)

    @property
    def _is_name(self) -> bool:
        """Whether it is about the name of a field and not about its value."""
        return self.path[-1:] == ("[key]",)  # as pydantic calls it


def _usual_word(word: str, words: Collection[str]) -> str:
    """Return what a field calls something that researchers call otherwise, or the word itself."""
    name = re.sub(r"[\s_-]+", "-", re.sub("['’]", "", word.strip().casefold()))
    for each in (name, name.removesuffix("-study")):
        usual = ALSO_CALLED.get(each, each)
        if usual in words:
            return usual
    return word


def _as_item(field: str) -> str:
    """Return a field as the first of a group in a list."""
    return field.replace("“", "“- ", 1)


def _enumerated(parts: list[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]])) if parts else ""


def _short(value: object) -> str:
    text = " ".join(str(value).split())
    return text if len(text) <= 40 else f"{text[:39]}…"
