"""What a summary is: the one definition behind the checks, the schema and the field reference.

A summary is the author's file on one article. Its sections are the site's own (see
`Settings.sections`), so `summary_model` builds the model that a site's files are held against.
"""

from __future__ import annotations

import datetime
import posixpath
from typing import Annotated, Any

from pydantic import (
    Field,
    TypeAdapter,
    ValidationError,
    ValidatorFunctionWrapHandler,
    WrapValidator,
    create_model,
)
from pydantic_core import PydanticCustomError

from mkdocs_evidence.fields import (
    Date,
    Fields,
    Keys,
    Language,
    Line,
    OldAddresses,
    Slug,
    Text,
    WebAddress,
    Word,
    Words,
    short_form,
)
from mkdocs_evidence.study import Evidence


class Article(Fields):
    """The article that the summary discusses."""

    key: Word
    """The article's key in the bibliography."""
    licence: Word | None = None
    """The licence of the article itself, such as `CC BY 4.0`, where known."""


class Section(Fields):
    """A part of the post with a heading."""

    text: Text
    """What the section says, in Markdown."""
    heading: Line | None = None
    """The author's own heading; the site's usual one where left out."""


class Image(Fields):
    """The picture at the head of the post."""

    file: Word
    """The picture's file, named from the folder of the summary."""
    alt: Line
    """What the picture shows, for those who cannot see it."""
    credit: Line | None = None
    """Who made the picture, in Markdown."""
    credit_url: WebAddress | None = None
    """Where the picture comes from."""
    licence: Word | None = None
    """The licence under which it may be shown."""

    def uri(self, summary: str) -> str:
        """Return the picture's name from the folder of the pages, by that of its summary."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(summary), self.file))


Prose = Annotated[Section, short_form(Section, "text")]


def _as_one_way(value: object, handler: ValidatorFunctionWrapHandler) -> object:
    """Tell once of a value that is neither a yes or no nor an address."""
    try:
        return handler(value)
    except ValidationError:
        raise PydanticCustomError(_YES_NO_OR_THREAD, "neither yes, no nor an address") from None


_YES_NO_OR_THREAD = "yes_no_or_thread"

YesNoOrThread = Annotated[
    bool | WebAddress,
    WrapValidator(_as_one_way),
    Field(json_schema_extra={"format": _YES_NO_OR_THREAD}),
]
"""Whether readers may comment, or the address of the thread on which they do."""


def _is_written(value: object) -> bool:
    """Say whether there is text in a field, be it below a heading."""
    if isinstance(value, dict) and value.keys() <= {"heading", "text"}:
        value = value.get("text")
    return bool(value.strip()) if isinstance(value, str) else value is not None


def is_draft(fields: dict[str, Any]) -> bool:
    """Say whether these fields, not yet checked, are those of a draft."""
    try:
        return TypeAdapter(bool).validate_python(fields.get("draft", False))
    except ValidationError:
        return False


class Summary(Fields):
    """The author's summary of one article."""

    title: Line
    """The title of the post."""
    date: Date
    """The day that stands on the post, as YYYY-MM-DD; the newest post comes first."""
    article: Annotated[Article, short_form(Article, "key")] | None
    """The discussed article: its key in the bibliography, or `{key, licence}`."""
    lead: Text | None = None
    """The opening, with the questions that the post takes up; it also stands on the home page."""
    conclusion: Prose | None = None
    """What to take away: text, or `{heading, text}`."""
    topics: Words = []
    """The site's topics to which the post belongs."""
    tags: Words = []
    """Words under which the post can be found, chosen freely."""
    authors: Words = []
    """Who wrote the summary, as listed in the site's settings; its default author if left out."""
    language: Language | None = None
    """The language of the summary, such as `pt`; the site's own if left out."""
    updated: Date | None = None
    """The day of the last change that readers should know of."""
    image: Image | None = None
    """The picture at the head of the post."""
    description: Line | None = None
    """One plain sentence for search engines and feeds; made from the lead if left out."""
    slug: Slug | None = None
    """The last part of the post's address; the file's name if left out."""
    id: Slug | None = None
    """A name that stays the same for ever, on which comments hang; the slug if left out."""
    redirect_from: OldAddresses = []
    """Addresses under which the post stood before, such as `/2019/03/a-post/`; each leads to it
    now."""
    comments: YesNoOrThread = True
    """Whether readers are invited to comment on this post; or, where they comment on Mastodon, the
    address of the post there whose replies are the comments."""
    funding: Line | None = None
    """Who paid for the study."""
    conflicts: Line | None = None
    """The interests that the article's authors declare."""
    evidence: Evidence | None = None
    """The study in a form that can be compared across posts."""
    citation_style: Word | None = None
    """The citation style of this post, by its name or that of a .csl file; the site's own if left
    out."""
    nocite: Keys = []
    """The keys of works that stand in the references though the text does not cite them."""
    draft: bool = False
    """Whether the post is still being written: shown in the preview only."""

    @classmethod
    def prepared(cls, fields: dict[str, Any]) -> dict[str, Any]:
        """Return the fields with stand-ins for what a draft still lacks."""
        if not is_draft(fields):
            return super().prepared(fields)
        missing: dict[str, Any] = {
            name: None for name, field in cls.model_fields.items() if field.is_required()
        }
        missing |= {"title": "…", "date": datetime.date.today()}
        known = cls.model_fields
        return missing | {k: v for k, v in fields.items() if k not in known or _is_written(v)}

    @property
    def thread(self) -> str:
        """The address of the thread that the author opened elsewhere; empty where there is none."""
        return self.comments if isinstance(self.comments, str) else ""

    @property
    def sections(self) -> dict[str, Section]:
        """The site's sections that this summary has, by id, in the order of the site."""
        names = [name for name in type(self).model_fields if name not in Summary.model_fields]
        return {name: part for name in names if (part := getattr(self, name)) is not None}

    @property
    def texts(self) -> list[str]:
        """All that stands below the title, in its order: lead, sections, conclusion."""
        parts = [*self.sections.values(), self.conclusion]
        written = [self.lead, *(part.text for part in parts if part)]
        return [text for text in written if text]


_USUAL_SECTIONS = {
    "study": "What was done, and what was found",
    "implications": "What it may mean for therapy or for daily life",
    "limitations": "What the study cannot tell",
}
"""What the sections are about that a site has if it names no others."""


def summary_model(section_ids: tuple[str, ...]) -> type[Summary]:
    """Return the model of a summary with these sections, each of which a post must have."""
    sections: dict[str, Any] = {
        name: Annotated[Prose | None, Field(description=_about_section(name))]
        for name in section_ids
    }
    return create_model("Summary", __base__=Summary, **sections)


def _about_section(name: str) -> str:
    about = _USUAL_SECTIONS.get(name, f"The section “{name}”")
    return f"{about}: text, or `{{heading, text}}`."
