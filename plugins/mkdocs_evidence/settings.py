"""What a site sets, whatever host builds it: the options of the plugin in ``mkdocs.yml``."""

from __future__ import annotations

import posixpath
import re
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from mkdocs_evidence.comments import NoComments, ProviderSettings, providers, unloadable
from mkdocs_evidence.fields import (
    EmailAddress,
    Fields,
    Keys,
    Language,
    Line,
    Text,
    WebAddress,
    Word,
    as_list,
)
from mkdocs_evidence.problems import did_you_mean
from mkdocs_evidence.summary import Summary

PLACES = ("references", "comment")
"""The names of places in a post that are no sections."""

CITING = frozenset(("bibliography", "style", "language", "work_pages"))
"""The options that concern citations; a site that sets no others need not have summaries."""

_OTHER_PACKAGE = (
    "Install another version of the package that brings it, or choose another provider."
)

_WAYS = (
    "Write “none” if nobody is to comment, or else “provider: …” below it, two spaces to the right,"
    " with one of"
)
_YES_OR_NO = ("true", "false", "yes", "no", "on", "off")
"""What authors write in YAML to switch something on or off."""

if TYPE_CHECKING:
    CommentSettings = ProviderSettings
else:
    CommentSettings = reduce(or_, (provider.settings for provider in providers().values()))
"""The settings of any provider that is installed."""

DEFAULT = "default"
"""The place of a text that is the same in every language."""


def _as_default(value: object) -> object:
    return {DEFAULT: value} if isinstance(value, str) else value


def _as_mapping(value: object) -> object:
    """Let names that need no description be written as a plain list, or with nothing after them."""
    if isinstance(value, list):
        named = [item if isinstance(item, dict) else {str(item): ""} for item in value]
        value = {name: text for group in named for name, text in group.items()}
    return {k: v or "" for k, v in value.items()} if isinstance(value, dict) else value


def _folder(value: str) -> str:
    """Return a folder's name in the one form in which files begin with it."""
    return posixpath.normpath(value.replace("\\", "/").strip("/"))


def _as_provider(value: object) -> object:
    """Let the name of a provider stand for it, and tell of one that is there but does not work."""
    if isinstance(value, bool | list) or value in _YES_OR_NO:
        raise PydanticCustomError(
            "wrong_value",
            "“comments” names no way to comment.",
            {"advice": f"{_WAYS}: {', '.join(providers())}."},
        )
    fields = {"provider": value} if isinstance(value, str) else value
    name = fields.get("provider") if isinstance(fields, dict) else None
    if isinstance(name, str) and name in unloadable():
        raise PydanticCustomError(
            "broken_provider",
            "The provider “{name}” cannot be loaded: {reason}.",
            {"name": name, "reason": unloadable()[name], "advice": _OTHER_PACKAGE},
        )
    return fields


def _repository(value: str) -> str:
    if not re.fullmatch(r"[A-Za-z0-9-]+/[A-Za-z0-9._-]+", value):
        raise PydanticCustomError(
            "wrong_value",
            "“{name}” is no repository on GitHub.",
            {"name": value, "advice": "Write its owner and its name, as in ana-exemplo/my-site."},
        )
    return value


def _section_name(value: str) -> str:
    if not re.fullmatch("[a-z][a-z0-9_]*", value):
        raise PydanticCustomError("section_name", "not a name for a field")
    return value


Translated = Annotated[dict[Word, Text], BeforeValidator(_as_default)]
"""A text, or one text for each language by its tag."""


def in_language(texts: dict[str, str], language: str) -> str:
    """Return the text for a language: its own, that of its main language, or the default.

    Without any of these the first text stands in; without any text, the result is empty.
    """
    choices = (language, language.split("-")[0], DEFAULT, *texts)
    return next((texts[choice] for choice in choices if choice in texts), "")


class Author(Fields):
    """Somebody who writes summaries."""

    name: Line
    """The name that stands in the byline."""
    family: Line | None = None
    """The part of the name under which references list the author, such as `García Márquez`; the
    last word, with the small words before it, if left out. An organisation has its whole name
    here."""
    page: Word | None = None
    """A page of this site about the author, such as `about.md`, to which the name links."""

    @field_validator("family")
    @classmethod
    def _family_is_in_the_name(cls, family: str | None, info: ValidationInfo) -> str | None:
        name = info.data.get("name")
        if family and name and family not in name:
            raise PydanticCustomError(
                "wrong_value",
                "“{family}” does not stand in the name “{name}”.",
                {
                    "family": family,
                    "name": name,
                    "advice": "Copy the part of the name that is the family name.",
                },
            )
        return family


class FormSettings(Fields):
    """Where the form in the browser finds the summaries, besides a folder of the computer."""

    repository: Annotated[Word, AfterValidator(_repository)] | None = None
    """The repository on GitHub in which the site is, as `owner/name`; a folder of the computer
    alone if left out."""
    branch: Word = "main"
    """The branch of the repository that is written to."""
    sign_in: WebAddress | None = None
    """The address of a service of your own through which you sign in at GitHub; by an access token
    if left out."""

    @field_validator("branch", "sign_in")
    @classmethod
    def _needs_a_repository(cls, value: str | None, info: ValidationInfo) -> str | None:
        is_usual = value == cls.model_fields[str(info.field_name)].default
        if not is_usual and not info.data.get("repository"):
            raise PydanticCustomError(
                "wrong_value",
                "“{name}” says nothing without a repository.",
                {
                    "name": info.field_name,
                    "advice": "Write “repository: owner/name” beside it, or leave it out.",
                },
            )
        return value


class SectionSetting(Fields):
    """A section that every summary of this site has."""

    id: Annotated[Word, AfterValidator(_section_name)]
    """The field's name in a summary."""
    heading: Translated = {}
    """Its usual heading, or one for each language."""


class PageSettings(Fields):
    """What a page that is no summary says of its citations, in its front matter."""

    citation_style: Word | None = None
    """The citation style of this page, by its name or that of a .csl file; the site's own if left
    out."""
    nocite: Keys = []
    """The keys of works that stand in the references though the text does not cite them."""


class Settings(Fields):
    """The options of the plugin, each of which has a default that works."""

    summaries: Annotated[Word, AfterValidator(_folder)] = "summaries"
    """The folder inside `docs/` that holds the summaries."""
    bibliography: Annotated[list[Word], BeforeValidator(as_list)] = ["bibliography"]
    """The .bib files, or folders of them, named from the folder of `mkdocs.yml`."""
    style: Word = "apa"
    """The name of the citation style, such as `apa` or `ieee`, or a .csl file of the site's own,
    named from the folder of `mkdocs.yml`."""
    language: Language = "en"
    """The language of the site; the theme's `language` if left out."""
    work_pages: bool = False
    """Whether each work that at least two pages discuss or cite has a page of its own, on what the
    site wrote about it."""
    sections: list[SectionSetting] = [
        SectionSetting(id="study"),
        SectionSetting(id="implications"),
        SectionSetting(id="limitations"),
    ]
    """The sections of a summary, in their order."""
    topics: Annotated[dict[Word, str], BeforeValidator(_as_mapping)] = {}
    """The topics to choose from, each with a short description; without any, every topic may be
    used."""
    authors: dict[Word, Author] = {}
    """Those who write, by a short name for use in the summaries."""
    author: Word | None = None
    """The short name of the author who signs where a summary names none."""
    introduction: Translated = {}
    """The standing introduction of every post and of the home page, in Markdown."""
    notice: Translated = {}
    """The standing notice at the end of every post, in Markdown."""
    comments: Annotated[
        Annotated[CommentSettings, Field(discriminator="provider")], BeforeValidator(_as_provider)
    ] = NoComments()
    """How readers can comment: the name of a `provider`, and what it needs."""
    contact: EmailAddress | None = None
    """The e-mail address that is told to the registries of works when something is looked up, so
    that they can write to you instead of blocking you."""
    forms: FormSettings = FormSettings()
    """Where the form of `evidence forms` finds the summaries, besides a folder of the computer."""
    help: Word | None = None
    """A page with help for people in a crisis, linked at the top of every page."""
    legal: Word | None = None
    """The page with the legal notice and the privacy statement, linked from every footer."""

    @property
    def speaks_of_posts(self) -> bool:
        """Whether the site sets anything that concerns posts made from summaries."""
        return bool(self.model_fields_set - CITING)

    @field_validator("author")
    @classmethod
    def _author_is_listed(cls, author: str | None, info: ValidationInfo) -> str | None:
        authors = info.data.get("authors")
        if author and authors and author not in authors:
            raise PydanticCustomError(
                "unknown_author",
                "The default author “{author}” is not among the site's authors.",
                {"author": author, "advice": did_you_mean(author, authors)},
            )
        return author

    @field_validator("sections")
    @classmethod
    def _section_names_are_free(cls, sections: list[SectionSetting]) -> list[SectionSetting]:
        names = {*dir(Summary), *Summary.model_fields, *PLACES}
        for section in sections:
            if section.id in names:
                raise PydanticCustomError(
                    "section_name_taken",
                    "The name “{id}” is already used for another field of a summary.",
                    {"id": section.id, "advice": "Give the section another name."},
                )
            names.add(section.id)
        return sections

    @property
    def section_ids(self) -> tuple[str, ...]:
        """The names of the sections, in their order."""
        return tuple(section.id for section in self.sections)

    def author_named(self, name: str) -> Author:
        """Return the author of this short name; a site that lists none takes it as the name."""
        return self.authors.get(name) or Author(name=name)
