"""The kinds of fields that an author or a site can fill in, whatever group they stand in."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any, NoReturn

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    model_validator,
)
from pydantic_core import PydanticCustomError, PydanticKnownError


def _calendar_date(value: object) -> object:
    """Accept a date only as YYYY-MM-DD; a bare number would be read as seconds since 1970."""
    if isinstance(value, str) and len(value) == len("YYYY-MM-DD"):
        try:
            return datetime.datetime.strptime(value, "%Y-%m-%d").date()
        except ValueError:
            pass
    if not isinstance(value, datetime.date):
        raise PydanticCustomError("calendar_date", "not a date")
    return value


def _language_tag(value: str) -> str:
    """Accept what could be a language tag (BCP 47); whether it is known is the site's affair."""
    parts = value.split("-")
    if not (2 <= len(parts[0]) <= 3 and all(p.isalnum() and p.isascii() for p in parts)):
        raise PydanticCustomError("language_tag", "not a language")
    return value


def _slug(value: str) -> str:
    """Accept an address part of small letters, digits and single hyphens."""
    if not all(p.isascii() and p.isalnum() and p == p.lower() for p in value.split("-")):
        raise PydanticCustomError("slug", "not an address")
    return value


def _web_address(value: str) -> str:
    if not re.fullmatch(r"https?://\S+", value):
        raise PydanticCustomError("web_address", "not a web address")
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


def short_form(key: str, keys: frozenset[str]) -> BeforeValidator:
    """Let a group of fields be written short, as the text of one of them."""

    def expand(value: object) -> object:
        if not isinstance(value, dict):
            return {key: value} if isinstance(value, str) else _refuse_as_text()
        if not value.keys() & keys:
            raise PydanticCustomError("split_text", "split by a colon")
        return value

    return BeforeValidator(expand)


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

Words = Annotated[list[Word], BeforeValidator(listed), AfterValidator(_without_repetition)]
"""A list of names; a single one needs no brackets."""

Keys = Annotated[list[Word], BeforeValidator(as_list)]
"""Keys of works, as in the field ``nocite`` of Pandoc; one text may hold several."""

Date = Annotated[datetime.date, BeforeValidator(_calendar_date)]
Language = Annotated[Word, AfterValidator(_language_tag)]
Slug = Annotated[Word, AfterValidator(_slug)]
WebAddress = Annotated[Word, AfterValidator(_web_address)]


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
