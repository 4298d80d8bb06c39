"""The file of a summary that was recognised in an old post.

It is a draft, as an author would write it by hand. What the post had and the summary has no place
for stands in it as a comment, so that no word is lost even if nobody reads the report.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from mkdocs_evidence.authoring.draft import Form, as_yaml
from mkdocs_evidence.authoring.guidance import said
from mkdocs_evidence.posts import heading
from mkdocs_evidence.reading import section_names
from mkdocs_evidence.settings import Settings

from .clean import clean, clean_line, with_low_headings
from .markdown_body import LEAD, body_lines, known_heading, survives
from .reading.rendered import harmless
from .recognising import Part, Recognised

CONCLUSION = "conclusion"

_DRAFT = (
    "This is a draft, made of a post from elsewhere. Read it, fill in what is empty, and look at "
    "the lines with one number sign: they are what had no place. Two number signs begin a note to "
    "you."
)
_PUBLISH = "Delete the next line when the post may be published."
_ARTICLE = (
    "Write the key that the article has in your bibliography. “evidence new”, with its DOI behind "
    "it, adds it to the bibliography and tells the key."
)
_PICTURE = "Put the picture beside this file, and write the name of its file after “file:”."
_ALT = "Write after “alt:” what the picture shows, for those who cannot see it."
_DATE = "Write the day of the post, such as 2019-03-02."
_LEFT = (
    "What follows had no place in the summary. Delete it when you need it no more; to use a line, "
    "move it to its place and delete the number sign before it."
)
_REFERENCES = "the post's own list of references; the site makes one of the works that are cited"


@dataclass(frozen=True)
class Found:
    """What was found of a post beside itself, under the names of the summary's site.

    Attributes:
        article: The key of the discussed article in the bibliography; empty where it is not there.
        works: The keys of other works that the post mentions.
        authors: The short names of its authors.
        picture: The file of the picture at its head; empty where it is not there.
        id: What its comments hang on; empty for none.
        schema: The file of the JSON Schema as it is named from the summary; empty for none.
    """

    article: str = ""
    works: Sequence[str] = ()
    authors: Sequence[str] = ()
    picture: str = ""
    id: str = ""
    schema: str = ""


def summary_text(post: Recognised, found: Found, form: Form, settings: Settings) -> str:
    """Return the text of the file of a summary, a draft.

    All that has no place in the summary stands at its end as a comment, in the Markdown form at the
    end of its fields, so that nothing is lost.

    Args:
        post: What was recognised in the post.
        found: What was found of it besides.
        form: The form of the file.
        settings: What the site sets.
    """
    fields, left = list(_fields(post, found, settings)), list(_left_over(post))
    usual, texts = usual_headings(post, settings), _texts(post, settings)
    if form == "md":
        names = section_names(settings)
        named = _with_known_headings(texts, usual, names)
        body = "\n".join(body_lines(named, usual))
        text = "\n".join(["---", *fields, *left, "---", "", body])
        if survives(text, named, names):
            return text
        return "\n".join(["---", *fields, *_blocks(texts, usual), *left, "---", ""])
    modeline = [f"# yaml-language-server: $schema={found.schema}"] if found.schema else []
    return "\n".join([*modeline, *fields, *_blocks(texts, usual), *left, ""])


def without_notes(text: str) -> str:
    """Return the text of a summary as it was written here, without the notes to its author."""
    fields, end, body = text.partition("\n---\n")
    lines = [line for line in fields.split("\n") if not line.startswith("##")]
    return "\n".join(lines) + end + body


def _fields(post: Recognised, found: Found, settings: Settings) -> Iterator[str]:
    """Yield the lines of all fields but the texts, as far as something is known or needed."""
    details = post.details
    yield from said(_DRAFT)
    yield from said(_PUBLISH)
    yield "draft: true"
    yield ""
    title = clean_line(details.title)
    yield f"title: {as_yaml(title)}" if title else "title:"
    if not details.date:
        yield from said(_DATE)
    yield f"date: {details.date}".rstrip()
    if details.updated and details.updated >= details.date:
        yield f"updated: {details.updated}"
    yield from _article(post, found)
    yield from _list("topics", details.topics)
    yield from _list("tags", details.tags)
    if list(found.authors) != [settings.author]:
        yield from _list("authors", found.authors)
    if details.language and details.language != settings.language:
        yield f"language: {as_yaml(details.language)}"
    yield from _line("description", details.description)
    yield from _line("id", found.id)
    yield from _addresses(details.addresses)
    yield from _image(post, found)
    yield from _list("nocite", found.works)
    yield ""


def _article(post: Recognised, found: Found) -> Iterator[str]:
    yield from _said_by_post(post.discussed)
    if not found.article:
        yield from said(_ARTICLE)
    yield f"article: {found.article}".rstrip()


def _addresses(addresses: Sequence[str]) -> Iterator[str]:
    """Yield where the post stood before, so that old links still lead to it."""
    if addresses:
        yield "redirect_from:"
        yield from (f"  - {as_yaml(each)}" for each in addresses)


def _image(post: Recognised, found: Found) -> Iterator[str]:
    picture, credit = post.picture, post.credit
    if not (picture or credit.credit or credit.url or credit.licence):
        return
    needed = {"file": found.picture, "alt": picture.alt if picture else ""}
    for name, note in (("file", _PICTURE), ("alt", _ALT)):
        if not clean_line(needed[name]):
            yield from said(note)
    yield "image:"
    for name, value in needed.items():
        yield from (f"  {line}" for line in [*_line(name, value)] or [f"{name}:"])
    for name, value in (
        ("credit", credit.credit or (picture.credit if picture else "")),
        ("credit_url", credit.url),
        ("licence", credit.licence),
    ):
        yield from (f"  {line}" for line in _line(name, value))


def _line(name: str, value: str) -> Iterator[str]:
    if line := clean_line(value):
        yield f"{name}: {as_yaml(line)}"


def _list(name: str, values: Sequence[str]) -> Iterator[str]:
    written = [as_yaml(line) for value in values if (line := clean_line(value))]
    if written:
        yield f"{name}: [{', '.join(written)}]"


def usual_headings(post: Recognised, settings: Settings) -> Mapping[str, str]:
    """Return the heading that each part of a post has if its summary gives none."""
    language = post.details.language or settings.language
    names = (*settings.section_ids, CONCLUSION)
    return {name: heading(name, settings, language) for name in names}


def _texts(post: Recognised, settings: Settings) -> dict[str, Part]:
    """Return all texts in the order of the summary; those that a post must have may be empty."""
    parts = {LEAD: Part(post.lead)}
    parts |= {name: post.sections.get(name, Part("")) for name in settings.section_ids}
    parts |= {CONCLUSION: post.conclusion} if post.conclusion else {}
    texts = {
        name: Part(cleaned(part.text), harmless(clean_line(part.heading)))
        for name, part in parts.items()
    }
    return {name: part for name, part in texts.items() if part.text or name != LEAD}


def cleaned(text: str) -> str:
    """Return a text as a summary has it: it can be read back, runs nothing, and asks nobody."""
    return with_low_headings(harmless(clean(text)))


def _with_known_headings(
    texts: Mapping[str, Part], usual: Mapping[str, str], names: Mapping[str, str]
) -> dict[str, Part]:
    """Return texts with such headings as the Markdown form knows."""
    return {
        name: Part(part.text, known_heading(part.heading, name, usual[name], names))
        if part.heading
        else part
        for name, part in texts.items()
    }


def _blocks(texts: Mapping[str, Part], usual: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of the texts as fields."""
    for name, part in texts.items():
        own = part.heading if part.heading.casefold() != usual.get(name, "").casefold() else ""
        if not part.text:
            yield from said(f"The post has no text for this. Its usual heading: {usual[name]}")
        if own:
            yield f"{name}:"
            yield f"  heading: {as_yaml(own)}"
            yield "  text: |"
        else:
            yield f"{name}: |"
        indent = "    " if own else "  "
        yield from (f"{indent}{line}" if line else "" for line in part.text.split("\n"))
        yield ""


def _left_over(post: Recognised) -> Iterator[str]:
    """Yield what has no place, as lines of comment, each piece below its reason."""
    pieces = [(each.text, each.reason) for each in post.left_out]
    if post.references:
        pieces.append(("\n\n".join(post.references), _REFERENCES))
    if not pieces:
        return
    yield from said(_LEFT)
    for text, reason in pieces:
        yield "##"
        yield from said(f"{reason[:1].upper()}{reason[1:]}:")
        yield from _said_by_post(text)


def _said_by_post(text: str) -> Iterator[str]:
    """Yield the words of the post itself as comment; every line, as it stands."""
    lines = clean(text).split("\n") if clean(text) else []
    yield from (f"# {line}".rstrip() for line in lines)
