"""The file of a new summary: what is known of the article, and room for all that can be said.

Lines that begin with two number signs are guidance; a line with one number sign is a field, which
counts once that sign is deleted. Both are made of the model, so that each new field is among them.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mkdocs_evidence.comments import provider_of
from mkdocs_evidence.lookup import Work
from mkdocs_evidence.posts import heading
from mkdocs_evidence.settings import Settings
from mkdocs_evidence.summary import Summary, summary_model

from .guidance import field_lines, said
from .words import one_line, telling_words, without_tags

Form = Literal["yaml", "md"]
FORMS: Sequence[Form] = ("yaml", "md")

_PLAIN = re.compile(r"[A-Za-zÀ-ÿ](?:[\wÀ-ÿ .()&'/+-]*[\wÀ-ÿ.)])?")
_WORDS_TAKEN = frozenset(("true", "false", "null", "yes", "no", "on", "off", "y", "n"))
_FIRST = ("title", "date", "article", "topics", "draft")
_TEXTS = ("lead", "conclusion")
_MOST_IN_NAME = 6


@dataclass(frozen=True)
class Draft:
    """What a new summary begins with.

    Attributes:
        key: The article's key in the bibliography; empty where it is not there yet.
        work: What is known of the article.
        wanted: What the author asked for, where nothing is known.
        topics: The topics that the author chose.
        today: The day that stands on the post.
        schema: The file of the JSON Schema as it is named from the summary; empty for none.
    """

    key: str
    work: Work
    today: datetime.date
    wanted: str = ""
    topics: Sequence[str] = ()
    schema: str = ""

    @property
    def title(self) -> str:
        """The title of the article, or what the author asked for, as plain text of one line."""
        return without_tags(str(self.work.item.get("title", ""))) or one_line(self.wanted)


def file_name(title: str, form: Form, taken: Collection[str]) -> str:
    """Return a short name for a summary's file that no other has, with whatever ending.

    Args:
        title: The article's title.
        form: The form of the summary.
        taken: The names of the files that are there.
    """
    stems = {name.rpartition(".")[0].casefold() for name in taken}
    base = "-".join(telling_words(title)[:_MOST_IN_NAME])[:60].strip("-") or "summary"
    stem, number = base, 1
    while stem in stems:
        number += 1
        stem = f"{base}-{number}"
    return f"{stem}.{form}"


def draft_text(draft: Draft, form: Form, settings: Settings, name: str = "") -> str:
    """Return the text of a new summary, which is a draft until its author says otherwise.

    Args:
        draft: What it begins with.
        form: The form in which it is written.
        settings: What the site sets.
        name: The name of its file without the ending, under which comments are kept if the site
            has such; empty where it is not known yet.
    """
    id_ = name if provider_of(settings.comments).keeps_threads else ""
    if form == "md":
        sections = [f"## {_heading(name, settings)}\n" for name in settings.section_ids]
        fields = "\n".join(_fields(draft, settings, id_, as_markdown=True))
        return "\n".join([f"---\n{fields}\n---\n", *sections])
    modeline = [f"# yaml-language-server: $schema={draft.schema}"] if draft.schema else []
    return "\n".join([*modeline, *_fields(draft, settings, id_, as_markdown=False), ""])


def _fields(draft: Draft, settings: Settings, id_: str, *, as_markdown: bool) -> Iterator[str]:
    """Yield the lines of all fields, the ones that are needed first."""
    model = summary_model(settings.section_ids)
    choices = {"topics": list(settings.topics), "authors": list(settings.authors)}
    yield from said(
        "This is a draft of your summary. Two number signs begin a note to you, one number sign a "
        "field that you may use: delete the sign and the space behind it. Cite a work as [@key]."
    )
    yield from said("Delete the next line when the post may be published.")
    yield "draft: true"
    yield ""
    yield from said(f"The title of your post. That of the article: {draft.title}")
    yield "title:"
    yield f"date: {draft.today.isoformat()}"
    yield from _article(draft)
    if draft.topics:
        yield f"topics: [{', '.join(map(as_yaml, draft.topics))}]"
    yield ""
    if as_markdown:
        yield from said(
            "Below the second line of three hyphens write first the opening, with the questions "
            "that the post takes up, then the text of each section below its heading. The headings "
            "may go on in your own words. A heading for what to take away begins with "
            f"“{_heading('conclusion', settings)}”."
        )
        yield ""
    else:
        yield from _texts(model, settings)
    written = {"id": id_, "funding": one_line("; ".join(draft.work.funders))}
    registered = one_line(", ".join(draft.work.registrations))
    suggested = {"registered": as_yaml(registered)} if registered else {}
    left = [
        name
        for name in model.model_fields
        if name not in (*_FIRST, *_TEXTS, *settings.section_ids)
        or (name == "topics" and not draft.topics)
    ]
    for name in left:
        if value := written.get(name):
            yield from said(str(model.model_fields[name].description))
            yield f"{name}: {as_yaml(value)}"
        else:
            yield from field_lines(name, model.model_fields[name], choices, suggested)


def _article(draft: Draft) -> Iterator[str]:
    if not draft.key:
        yield from said(f"The article's key in the bibliography. You asked for: {draft.title}")
        yield "article:"
    elif one_line(draft.work.licence):
        yield f"article: {{key: {_value(draft.key)}, licence: {as_yaml(draft.work.licence)}}}"
    else:
        yield f"article: {_value(draft.key)}"


def _texts(model: type[Summary], settings: Settings) -> Iterator[str]:
    """Yield the texts of the post in the order in which readers see them."""
    yield from said(
        "Each text goes below its name, on lines that begin with two spaces. To give a section "
        "your own heading, write heading: … and text: | below its name, two spaces further in."
    )
    for name in ("lead", *settings.section_ids, "conclusion"):
        sign = "# " if name in _TEXTS else ""
        usual = "" if name == "lead" else f" Its usual heading: {_heading(name, settings)}"
        yield from said(f"{model.model_fields[name].description}{usual}")
        yield f"{sign}{name}: |"
        yield ""


def _heading(name: str, settings: Settings) -> str:
    """Return the usual heading of a section or of the conclusion, in the language of the site."""
    return heading(name, settings, settings.language)


def as_yaml(text: str) -> str:
    """Return text as a value of YAML on one line, in quotation marks where it needs them."""
    return _value(one_line(text))


def _value(line: str) -> str:
    is_plain = _PLAIN.fullmatch(line) and line.casefold() not in _WORDS_TAKEN
    return line if is_plain else json.dumps(line, ensure_ascii=False)
