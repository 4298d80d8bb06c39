"""The text of a post as WordPress keeps it, as plain HTML.

WordPress has its own signs in the text: comments around the blocks of its newer editor, and
commands in square brackets, called shortcodes (https://codex.wordpress.org/Shortcode_API).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

from .wordpress_paragraphs import with_paragraphs

_BLOCK = re.compile(
    r"<!--\s+(?P<end>/)?wp:(?P<name>[a-z][\w/-]*)\s+(?P<options>\{.*?\}\s+)?(?P<alone>/)?-->",
    re.DOTALL,
)
_SAYS_NOTHING = frozenset(("footnotes", "more", "nextpage", "separator", "spacer"))
"""Blocks without text of their own that nobody will miss."""
_PARTING = re.compile(r"<!--\s*(?:more\b.*?|nextpage)\s*-->", re.DOTALL)
_FOOTNOTE = re.compile(r'<sup\b[^>]*\bdata-fn="(?P<name>[^"]+)"[^>]*>.*?</sup>', re.DOTALL)

_CAPTION = re.compile(
    r"(?<!\[)\[(?:wp_)?caption\b(?P<options>[^\]]*)\]\s*"
    r"(?P<picture>(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)"
    r"(?P<text>.*?)\[/(?:wp_)?caption\]",
    re.DOTALL,
)
_GALLERY = re.compile(r"(?<!\[)\[gallery\b(?P<options>[^\]]*)\]")
_EMBED = re.compile(r"(?<!\[)\[embed\b[^\]]*\]\s*(?P<address>https?://[^\s<\[]+)\s*\[/embed\]")
_FILM = re.compile(
    r"(?<!\[)\[(?:dailymotion|flickr|instagram|scribd|slideshare|soundcloud|spotify|ted|tweet|vimeo|"
    r"youtube)(?:=|\s+)[\"']?(?P<address>https?://[^\s<\[\]\"']+)[^\[\]]*\]"
)
"""What WordPress.com shows of other sites by their addresses."""
_MEDIA = re.compile(r"(?<!\[)\[(?P<name>video|audio)\b(?P<options>[^\]]*)\](?:\s*\[/(?P=name)\])?")
_MEDIA_ADDRESS = re.compile(r"=\s*[\"']?(https?://[^\s\"'\]]+)")
_OPTION = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'\]]+))")
_ADDRESS_ALONE = re.compile(
    r"(?P<before>(?:^|<(?:p|div)\b[^>]*>)\s*)(?P<address>https?://[^\s<\"]+)(?=\s*(?:</|<br|$))",
    re.MULTILINE,
)
_COMMAND = re.compile(
    r"(?<!\[)\[(?P<name>[a-z][\w-]*)(?P<options>(?:\s+[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\]\"']+))*)"
    r"\s*/?\](?!\()"
)
_OWN_COMMAND = re.compile(r"(?<!\[)\[/?(?:wp_caption|caption|gallery|embed|video|audio)\b[^\]]*\]")
_QUOTED_COMMAND = re.compile(r"\[(\[/?[a-z][\w-]*[^\[\]]*\])\]")


@dataclass(frozen=True)
class Shown:
    """A picture of the site's own collection.

    Attributes:
        address: Where it is.
        alt: What it shows.
        caption: What stands below it, as HTML.
    """

    address: str
    alt: str
    caption: str = ""

    @property
    def html(self) -> str:
        """The picture with its caption."""
        image = f'<img src="{escape(self.address)}" alt="{escape(self.alt)}">'
        below = f"<figcaption>{self.caption}</figcaption>" if self.caption else ""
        return f"<figure>{image}{below}</figure>"


@dataclass(frozen=True)
class Collection:
    """What the text of a post can name that stands elsewhere in the export.

    Attributes:
        pictures: The pictures of the site, by their numbers.
        own: The numbers of those that were put up for this post.
        patterns: Texts that stand in many posts, by their numbers.
        footnotes: The notes of this post as HTML, by their names.
    """

    pictures: Mapping[str, Shown] = field(default_factory=dict)
    own: Sequence[str] = ()
    patterns: Mapping[str, str] = field(default_factory=dict)
    footnotes: Mapping[str, str] = field(default_factory=dict)


@dataclass
class Text:
    """The text of a post.

    Attributes:
        html: The text as HTML, in which a footnote is marked by `note_mark`.
        footnotes: The notes as HTML, in their order.
        notes: What a person should know of it.
    """

    html: str = ""
    footnotes: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


NOTE_MARK = re.compile("\ue010([0-9]+)\ue011")
"""The mark of a footnote in the text."""


def note_mark(number: int) -> str:
    """Return what stands in the text in the place of a footnote, counted from 1."""
    return f"\ue010{number}\ue011"


def plain_html(content: str, collection: Collection) -> Text:
    """Return the text of a post as HTML that any reader understands.

    Args:
        content: The text as WordPress keeps it.
        collection: What it can name that stands elsewhere.
    """
    text = Text()
    content = content.translate({0xE010: None, 0xE011: None})
    content = _with_patterns(content, collection.patterns)
    content = _FOOTNOTE.sub(lambda found: _marked(found, collection, text), content)
    content = _PARTING.sub("\n\n", content)
    content = _without_commands(content, collection, text)
    text.html = _ADDRESS_ALONE.sub(_linked, _without_blocks(content, text))
    return text


def seen_html(content: str, collection: Collection) -> str:
    """Return the same text with nothing but WordPress' own signs taken out, to compare words."""
    content = _FOOTNOTE.sub("", _with_patterns(content, collection.patterns))
    return _FILM.sub("", _OWN_COMMAND.sub("", content))


def _with_patterns(content: str, patterns: Mapping[str, str]) -> str:
    """Put in the texts that stand in many posts; those within them are left alone."""

    def put_in(found: re.Match[str]) -> str:
        options = _options_of_block(found)
        return patterns.get(str(options.get("ref")), found[0])

    return _BLOCK.sub(
        lambda found: put_in(found) if found["name"] == "block" else found[0], content
    )


def _options_of_block(found: re.Match[str]) -> Mapping[str, object]:
    try:
        options = json.loads(found["options"] or "{}")
    except ValueError:
        return {}
    return options if isinstance(options, dict) else {}


def _marked(found: re.Match[str], collection: Collection, text: Text) -> str:
    note = collection.footnotes.get(found["name"])
    if note is None:
        return found[0]
    if note not in text.footnotes:
        text.footnotes.append(note)
    return note_mark(text.footnotes.index(note) + 1)


def _without_blocks(content: str, text: Text) -> str:
    """Return the text without the comments around blocks; only outside of these, lines count."""
    parts, depth, after, missed = [], 0, 0, []
    for found in _BLOCK.finditer(content):
        before = content[after : found.start()]
        parts.append(before if depth else _outside(before))
        after = found.end()
        if found["alone"]:
            missed += [found["name"]] if found["name"] not in _SAYS_NOTHING else []
        elif found["name"] != "freeform":
            depth = max(0, depth - 1) if found["end"] else depth + 1
    rest = content[after:]
    parts.append(rest if depth else _outside(rest))
    if missed:
        names = ", ".join(f"“{name}”" for name in dict.fromkeys(missed))
        text.notes.append(
            f"WordPress makes the text of these blocks anew for each reader, so that it is not in"
            f" the export: {names}."
        )
    return "".join(parts)


def _outside(part: str) -> str:
    return with_paragraphs(part) if part.strip() else part


def _without_commands(content: str, collection: Collection, text: Text) -> str:
    """Return the text with what WordPress' own commands in square brackets stand for."""
    content = _CAPTION.sub(_captioned, content)
    content = _GALLERY.sub(lambda found: _gallery(found, collection, text), content)
    content = _EMBED.sub(lambda found: f"\n\n{_link(found['address'])}\n\n", content)
    content = _FILM.sub(lambda found: f"\n\n{_link(found['address'])}\n\n", content)
    content = _MEDIA.sub(_media, content)
    if commands := _commands(content):
        names = ", ".join(f"[{name}]" for name in commands)
        text.notes.append(
            f"Commands to WordPress stand in the text as they are, since only WordPress knows what"
            f" to do with them: {names}. Write what they showed in their place, or take them out."
        )
    return _QUOTED_COMMAND.sub(r"\1", content)


def _commands(content: str) -> list[str]:
    """Return the names of other commands: with options, with an end, or on a line of their own."""
    return list(
        dict.fromkeys(
            found["name"]
            for found in _COMMAND.finditer(content)
            if found["options"]
            or f"[/{found['name']}]" in content
            or _is_alone(content, found.start(), found.end())
        )
    )


def _is_alone(content: str, start: int, end: int) -> bool:
    before, after = content[:start].rstrip(" \t"), content[end:].lstrip(" \t\r")
    return before[-1:] in ("", "\n", ">") and after[:1] in ("", "\n", "<")


def _options(written: str) -> dict[str, str]:
    return {
        name.lower(): first or second or third
        for name, first, second, third in _OPTION.findall(written)
    }


def _captioned(found: re.Match[str]) -> str:
    caption = found["text"].strip() or escape(_options(found["options"]).get("caption", ""))
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"\n\n<figure>{found['picture']}{below}</figure>\n\n"


def _gallery(found: re.Match[str], collection: Collection, text: Text) -> str:
    options = _options(found["options"])
    named = options.get("ids") or options.get("include") or ""
    numbers = re.findall(r"\d+", named) or collection.own
    shown = [collection.pictures[each] for each in numbers if each in collection.pictures]
    missing = len(numbers) - len(shown)
    if missing or not numbers:
        which = "its pictures are" if not numbers else _counted(missing)
        text.notes.append(
            f"A gallery stood in the text, and {which} not in the export. Export anew with “All"
            " content”, or put them in by hand."
        )
    return "".join(f"\n\n{each.html}\n\n" for each in shown)


def _counted(pictures: int) -> str:
    return "1 of its pictures is" if pictures == 1 else f"{pictures} of its pictures are"


def _media(found: re.Match[str]) -> str:
    address = _MEDIA_ADDRESS.search(found["options"])
    return f"\n\n{_link(address[1])}\n\n" if address else found[0]


def _linked(found: re.Match[str]) -> str:
    return f"{found['before']}{_link(found['address'])}"


def _link(address: str) -> str:
    return f'<a href="{escape(address)}">{escape(address)}</a>'
