"""The kinds of fields that an author or a site can fill in, whatever group they stand in."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any, LiteralString, NoReturn
from urllib.parse import unquote

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, PydanticKnownError, core_schema


@dataclass(frozen=True)
class Form:
    """The form that a text must have, for the model and for its JSON Schema.

    Attributes:
        kind: What a text is called that has it, by which the words for the author are found.
        pattern: A regular expression that matches the whole of such a text, in what Python and
            JavaScript have in common.
    """

    kind: LiteralString
    pattern: str

    @property
    def json_schema(self) -> JsonSchemaValue:
        """The form as a JSON Schema; blanks around a text do not count."""
        return {"type": "string", "format": self.kind, "pattern": rf"^\s*(?:{self.pattern})\s*$"}

    def check(self, value: str) -> str:
        """Return the text if it has the form.

        Raises:
            PydanticCustomError: It has not.
        """
        if not re.fullmatch(self.pattern, value):
            raise PydanticCustomError(self.kind, "not in the form that it should have")
        return value

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Let the model check a text once it has lost the blanks around it."""
        return core_schema.no_info_after_validator_function(self.check, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> JsonSchemaValue:
        """Let the JSON Schema say what the model checks."""
        del schema, handler
        return self.json_schema


_DAY = Form("calendar_date", r"[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])")


def _calendar_date(value: object) -> object:
    """Accept a date only as YYYY-MM-DD; a bare number would be read as seconds since 1970."""
    if isinstance(value, str) and re.fullmatch(_DAY.pattern, value):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            pass
    if not isinstance(value, datetime.date):
        raise PydanticCustomError(_DAY.kind, "not a date")
    return value


class CutShort(str):
    """Text that ends where the rest of its line was taken for a comment, as in ``Room #1``."""


def _whole_text(value: object) -> object:
    """Refuse what YAML cut short or split in two at a sign that belongs to the text."""
    if isinstance(value, CutShort):
        raise PydanticCustomError("cut_short", "cut short by a number sign")
    if isinstance(value, dict):
        raise PydanticCustomError("split_text", "split by a colon")
    return value


def _one_line(value: str) -> str:
    return " ".join(value.split())


def short_form(group: type[BaseModel], key: str) -> BeforeValidator:
    """Let a group of fields be written short, as the text of one of them."""
    keys = group.model_fields.keys()
    short: Any = group.model_fields[key].rebuild_annotation()

    def expand(value: object) -> object:
        if not isinstance(value, dict):
            return {key: value} if isinstance(value, str) else _refuse_as_text()
        if not value.keys() & keys:
            raise PydanticCustomError("split_text", "split by a colon")
        return value

    return BeforeValidator(expand, json_schema_input_type=short | group)


def _refuse_as_text() -> NoReturn:
    raise PydanticKnownError("string_type")


def listed(value: object) -> object:
    """Let a list of one be written without brackets; whether a comma parts two, nobody knows."""
    return [value] if isinstance(value, str) and "," not in value else value


def as_list(value: object) -> object:
    """Let one text stand for a list of one."""
    return [value] if isinstance(value, str) else value


def _without_repetition(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))


Word = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
"""A name that something is known by; a comment may follow it."""

Line = Annotated[Word, BeforeValidator(_whole_text), AfterValidator(_one_line)]
"""Plain text of one line; what is written on several is joined."""

Text = Annotated[Word, BeforeValidator(_whole_text)]
"""Markdown of one or more paragraphs, in which works are cited as ``[@key]``."""

_SingleWord = Annotated[Word, Form("list_type", r"[^\s,][^,]*")]

Words = Annotated[
    list[Word],
    BeforeValidator(listed, json_schema_input_type=_SingleWord | list[Word]),
    AfterValidator(_without_repetition),
]
"""A list of names; a single one needs no brackets."""

Keys = Annotated[list[Word], BeforeValidator(as_list, json_schema_input_type=Word | list[Word])]
"""Keys of works, as in the field ``nocite`` of Pandoc; one text may hold several."""

Date = Annotated[datetime.date, BeforeValidator(_calendar_date), WithJsonSchema(_DAY.json_schema)]
"""A day of the calendar, as YYYY-MM-DD."""

Language = Annotated[Word, Form("language_tag", "[A-Za-z]{2,3}(-[A-Za-z0-9]+)*")]
"""What could be a language tag (BCP 47); whether it is known is the site's affair."""

Slug = Annotated[Word, Form("slug", "[a-z0-9]+(-[a-z0-9]+)*")]
"""A part of an address, of small letters, digits and single hyphens."""

_FILES = "css|csv|gif|gz|ico|jpe?g|js|json|pdf|png|svg|txt|webp|xml"
_ENCODED = "%([01]|2[2AaEeFf]|3[ACEFacef]|5[Cc]|7[CFcf])"
"""Signs that no name of a file can have everywhere, as they stand in addresses."""
_OLD_ADDRESS = Form(
    "old_address",
    rf"(?!.*{_ENCODED})(?!.*\.({_FILES})(/|$))(/(?!\.{{1,2}}(/|$))[^\s/?#\\<>\":|*]+)+/?",
)

LONGEST_PART = 200
"""How many bytes a part of an address may have, so that a file can have its name."""


def _nameable(value: str) -> str:
    """Refuse an address that no file of a site could have, whatever its form."""
    try:
        parts = unquote(value, errors="strict").split("/")
    except UnicodeDecodeError:
        parts = []
    if not parts or any(len(part.encode()) > LONGEST_PART for part in parts):
        raise PydanticCustomError(_OLD_ADDRESS.kind, "not the address of a page")
    return value


OldAddress = Annotated[Word, _OLD_ADDRESS, AfterValidator(_nameable)]
"""The path at which a page stood, from the root of the site, as browsers show or send it."""

OldAddresses = Annotated[
    list[OldAddress],
    BeforeValidator(as_list, json_schema_input_type=OldAddress | list[OldAddress]),
    AfterValidator(_without_repetition),
]

WebAddress = Annotated[Word, Form("web_address", r"https?://\S+")]


def _email_address(value: str) -> str:
    """Accept what could be an address; only a mail to it would show whether it is one."""
    if not re.fullmatch(r"[^@:\s]+@[^@\s]+\.[^@\s.]+", value):
        raise PydanticCustomError("email_address", "not an e-mail address")
    return value


EmailAddress = Annotated[Word, AfterValidator(_email_address)]


class Fields(BaseModel):
    """A group of named fields; one that is not named here is a problem."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    @model_validator(mode="before")
    @classmethod
    def _before(cls, fields: Any) -> Any:
        return cls.prepared(fields) if isinstance(fields, dict) else fields

    @classmethod
    def prepared(cls, fields: dict[str, Any]) -> dict[str, Any]:
        """Return the fields without those that are known and have nothing after their name."""
        return {k: v for k, v in fields.items() if v is not None or k not in cls.model_fields}
