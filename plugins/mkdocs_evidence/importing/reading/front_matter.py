"""What the fields at the head of a Markdown file say, in the manner of Jekyll, Hugo and others.

Sources: https://jekyllrb.com/docs/front-matter/ and
https://gohugo.io/content-management/front-matter/.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from mkdocs_evidence.importing.post import Details, LeftOut, Picture
from mkdocs_evidence.reading import find_front_matter, read_front_matter
from mkdocs_evidence.sources import Source

from .addresses import parts_of

_TOML = re.compile(r"\s*\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_DAY = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?!\d)")
_BETWEEN_AUTHORS = re.compile(r"[;&]|\b(?:and|und|et|en|e)\b")
_GROUPS = ("taxonomies", "params", "extra")
"""Groups of fields that Hugo and Zola look into for some that others have outside of them."""

_TITLE = ("title",)
_AUTHORS = ("authors", "author", "byline")
_PUBLISHED = ("date", "publishdate", "published_at", "pubdate", "created")
_UPDATED = ("updated", "lastmod", "last_modified_at", "modified", "updated_at")
_TOPICS = ("categories", "category", "topics", "topic")
_TAGS = ("tags", "tag", "keywords")
_LANGUAGE = ("lang", "language", "locale")
_DESCRIPTION = ("description", "excerpt", "summary")
_SLUG = ("slug",)
_PICTURE = (
    "image",
    "featured_image",
    "featuredimage",
    "cover",
    "feature_image",
    "heroimage",
    "thumbnail",
)
_OF_A_PICTURE = ("src", "url", "path", "image", "file", "feature", "relative_path")
_ALT = ("alt", "image_alt", "featured_image_alt", "cover_alt", "alt_text")
_ADDRESSES = ("permalink", "url", "aliases", "alias", "redirect_from")
_HIDDEN = {"draft": ("true", "yes"), "published": ("false", "no"), "status": ("draft", "private")}

_NO_PLACE = "fields at the head of the file that a summary has no place for"
_UNREADABLE = "the fields at the head of the file, which cannot be read"


@dataclass(frozen=True)
class FrontMatter:
    """The head of a Markdown file.

    Attributes:
        details: What it says of the post.
        body: The text below it.
        left_out: Its fields that a summary has no place for.
    """

    details: Details
    body: str
    left_out: list[LeftOut] = field(default_factory=list)


def split(text: str) -> FrontMatter:
    """Return what the fields at the head of a Markdown file say, and the text below them."""
    fields, head, body = _fields(text)
    if fields is None:
        return FrontMatter(Details(), body, [LeftOut(head.strip(), _UNREADABLE)])
    reader = _Reader({})
    for name, value in fields.items():
        inner = value if name.lower() in _GROUPS and isinstance(value, dict) else {name: value}
        for inner_name, inner_value in inner.items():
            reader.fields.setdefault(str(inner_name).lower(), inner_value)
    details = reader.details()
    rest = "\n".join(reader.rest())
    return FrontMatter(details, body, [LeftOut(rest, _NO_PLACE)] if rest else [])


def _fields(text: str) -> tuple[Mapping[str, Any] | None, str, str]:
    """Return the fields, or none where they cannot be read; their text; and the text below."""
    if found := _TOML.match(text):
        try:
            return tomllib.loads(found[1]), found[1], text[found.end() :]
        except (tomllib.TOMLDecodeError, RecursionError):
            return None, found[1], text[found.end() :]
    source = Source("", text)
    opening, closing = find_front_matter(source)
    if not opening or not closing:
        return {}, "", text
    document = read_front_matter(source)
    head, body = text[opening.end : closing.start], text[closing.end :]
    return (None if document.broken else document.fields), head, body


@dataclass
class _Reader:
    """Takes one field after another, so that what remains is known.

    Attributes:
        fields: The fields that were not taken yet, by their names in small letters.
    """

    fields: dict[str, Any]

    def details(self) -> Details:
        return Details(
            title=self._text(_TITLE),
            authors=self._authors(),
            date=self._day(_PUBLISHED),
            updated=self._day(_UPDATED),
            topics=self._list(_TOPICS),
            tags=self._list(_TAGS),
            language=self._text(_LANGUAGE).replace("_", "-"),
            description=self._text(_DESCRIPTION),
            slug=self._text(_SLUG),
            picture=self._picture(),
            addresses=self._addresses(),
            hidden=self._hidden(),
        )

    def rest(self) -> Iterator[str]:
        """Yield a line for each field that was not taken."""
        for name, value in self.fields.items():
            if value not in (None, "", [], {}):
                text = value if isinstance(value, str) else json.dumps(value, default=str)
                yield f"{name}: {text}"

    def _text(self, names: tuple[str, ...]) -> str:
        for name in names:
            if isinstance(self.fields.get(name), str):
                return " ".join(self.fields.pop(name).split())
        return ""

    def _list(self, names: tuple[str, ...]) -> list[str]:
        found: list[str] = []
        for name in names:
            value = self.fields.get(name)
            several = value.split(",") if isinstance(value, str) else value
            if isinstance(several, list) and all(isinstance(each, str) for each in several):
                del self.fields[name]
                found += (" ".join(each.split()) for each in several)
        return list(dict.fromkeys(filter(None, found)))

    def _authors(self) -> list[str]:
        for name in _AUTHORS:
            value = self.fields.get(name)
            people = value if isinstance(value, list) else [value]
            named = [each.get("name") if isinstance(each, dict) else each for each in people]
            authors = [each for each in named if isinstance(each, str) and each]
            if authors and len(authors) == len(people):
                del self.fields[name]
                people = [one.strip() for each in authors for one in _BETWEEN_AUTHORS.split(each)]
                return [one for one in people if one]
        return []

    def _day(self, names: tuple[str, ...]) -> str:
        for name in names:
            found = _DAY.match(str(self.fields.get(name, "")))
            try:
                day = date(*map(int, found.groups())) if found else None
            except ValueError:
                continue
            if day:
                del self.fields[name]
                return day.isoformat()
        return ""

    def _picture(self) -> Picture | None:
        for name in _PICTURE:
            value = self.fields.get(name)
            if isinstance(value, str) and value:
                del self.fields[name]
                return Picture(value, self._text(_ALT))
            if isinstance(value, dict):
                inner = _Reader({str(key).lower(): each for key, each in value.items()})
                if source := inner._text(_OF_A_PICTURE):
                    alt = inner._text(_ALT) or self._text(_ALT)
                    self.fields[name] = inner.fields
                    return Picture(source, alt)
        return None

    def _addresses(self) -> list[str]:
        """Return the addresses that are paths; what is told apart by a query stays where it is."""
        found: list[str] = []
        for name in _ADDRESSES:
            value = self.fields.get(name)
            several = value if isinstance(value, list) else [value]
            paths = [_path(each) if isinstance(each, str) else "" for each in several]
            if any(paths):
                rest = [each for each, path in zip(several, paths, strict=True) if not path]
                self.fields[name] = rest
                found += filter(None, paths)
        return list(dict.fromkeys(found))

    def _hidden(self) -> bool:
        hidden = False
        for name, values in _HIDDEN.items():
            if name in self.fields:
                hidden |= str(self.fields.pop(name)).casefold() in values
        return hidden


def _path(address: str) -> str:
    """Return the path of an address; empty where it has none, or a query or pattern besides."""
    parts = parts_of(address)
    if "/" not in parts.path or ":" in parts.path or parts.query:
        return ""
    return parts.path if parts.path.startswith("/") else f"/{parts.path}"
