"""What a WordPress export (WXR) holds, as it stands there.

WXR is RSS with elements of its own; it is written by ``wp-admin/includes/export.php`` of WordPress.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from lxml import etree

from .errors import UnreadablePostError

_WP = "{http://wordpress.org/export/"
"""How the names of WordPress' own elements begin; the version of the format follows."""
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"

HOW_TO_EXPORT = (
    "In WordPress, choose Tools → Export → All content, and give the file that you get, unpacked"
    " if it is a .zip."
)


@dataclass(frozen=True)
class Remark:
    """A comment as WordPress keeps it, a pingback too.

    Attributes:
        fields: Its elements by their names without ``comment_``, such as ``author_email``.
    """

    fields: Mapping[str, str]

    @property
    def number(self) -> int:
        """Its number; 0 where it has none that can be used."""
        return _number(self.fields.get("id", ""))

    @property
    def parent(self) -> int:
        """The number of the comment that it answers; 0 where it answers none."""
        return _number(self.fields.get("parent", ""))

    @property
    def is_by_a_reader(self) -> bool:
        """Whether it is no pingback and no trackback."""
        return self.fields.get("type", "") in ("", "comment")

    @property
    def is_shown(self) -> bool:
        """Whether it was approved."""
        return self.fields.get("approved") == "1"


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else 0


@dataclass(frozen=True)
class Term:
    """A category, a tag or another word under which a post stands.

    Attributes:
        domain: What kind it is.
        name: What readers see.
        nicename: What stands in addresses.
    """

    domain: str
    name: str
    nicename: str


@dataclass(frozen=True)
class Item:
    """A post, a picture, a page or anything else of an export.

    Attributes:
        fields: Its elements with text, by their names without namespaces; ``excerpt`` and
            ``content`` are the two that are called ``encoded``.
        meta: Its further fields, by name.
        terms: The words under which it stands.
        remarks: What was written below it, and sent or refused.
    """

    fields: Mapping[str, str]
    meta: Mapping[str, str]
    terms: Sequence[Term]
    remarks: Sequence[Remark]

    def __getitem__(self, name: str) -> str:
        """Return the text of an element; empty where it is missing."""
        return self.fields.get(name, "")


@dataclass
class Export:
    """An export.

    Attributes:
        fields: What it says of the site, by the names of its elements.
        people: The names that readers see, by those with which people sign in.
        posts: The posts, in their order.
        attachments: The pictures and other files, by their numbers.
        patterns: Texts that stand in many posts, by their numbers.
        others: How many there are of what is neither, by its type.
    """

    fields: dict[str, str] = field(default_factory=dict)
    people: dict[str, str] = field(default_factory=dict)
    posts: list[Item] = field(default_factory=list)
    attachments: dict[str, Item] = field(default_factory=dict)
    patterns: dict[str, str] = field(default_factory=dict)
    others: Counter[str] = field(default_factory=Counter)

    def add(self, item: Item) -> None:
        """Add what an item is; drafts that were never saved, and what was thrown away, count too.

        Of what is neither post nor file, the number alone is kept.
        """
        if item["post_type"] == "attachment":
            self.attachments[item["post_id"]] = item
        elif item["post_type"] == "wp_block":
            self.patterns[item["post_id"]] = item["content"]
        elif item["post_type"] == "post" and item["status"] not in ("trash", "auto-draft"):
            self.posts.append(item)
        else:
            kind = item["post_type"] or "post"
            self.others["thrown away" if kind == "post" else kind] += 1


def read_export(path: Path) -> Export:
    """Read an export.

    Entities are not followed and nothing is loaded, and of the file itself only one item is in
    memory at a time.

    Raises:
        UnreadablePostError: The file is broken or no export.
        OSError: The file cannot be opened.
    """
    export = Export()
    with path.open("rb") as file:
        try:
            for element in _parts(file):
                _add(export, element)
        except etree.XMLSyntaxError as error:
            raise UnreadablePostError(_broken(error)) from None
    return export


def _parts(file: BinaryIO) -> Iterator[etree._Element]:
    """Yield the elements that stand in the channel, each complete, and forget it then.

    Raises:
        UnreadablePostError: The file is XML, and no export.
    """
    parser = etree.iterparse(
        _WithoutControls(file),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
    )
    way: list[str] = []
    is_export = False
    for event, element in parser:
        if event == "start":
            way.append(str(element.tag))
            if way[0] != "rss":
                raise UnreadablePostError(f"It is XML, but no WordPress export. {HOW_TO_EXPORT}")
            continue
        way.pop()
        if way == ["rss", "channel"]:
            is_export |= _is_of_wordpress(element)
            yield element
            element.clear()
            while (before := element.getprevious()) is not None:
                before.getparent().remove(before)
    if not is_export:
        raise UnreadablePostError(
            f"It is a feed of a site, which has the newest posts only. {HOW_TO_EXPORT}"
        )


class _WithoutControls:
    """A file without the control characters that XML does not allow and WordPress lets through.

    They get into posts from word processors, and nobody sees them.
    """

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int) -> bytes:
        """Return as many bytes as there are, up to a size."""
        return self._file.read(size).translate(_CONTROLS_AS_SPACES)


_CONTROLS_AS_SPACES = bytes(byte if byte >= 32 or byte in b"\t\n\r" else 32 for byte in range(256))


def _is_of_wordpress(element: etree._Element) -> bool:
    return str(element.tag).startswith(_WP)


def _add(export: Export, element: etree._Element) -> None:
    name = _name(element)
    if name == "item":
        export.add(_item(element))
    elif name == "author":
        fields = _texts(element)
        shown = fields.get("author_display_name") or fields.get("author_login", "")
        export.people[fields.get("author_login", "")] = shown
    elif not len(element):
        export.fields[name] = _text(element)


def _item(element: etree._Element) -> Item:
    meta, terms, remarks = {}, [], []
    for child in element:
        name = _name(child)
        if name == "postmeta":
            pair = _texts(child)
            meta[pair.get("meta_key", "")] = pair.get("meta_value", "")
        elif name == "category":
            domain, nicename = str(child.get("domain", "")), str(child.get("nicename", ""))
            terms.append(Term(domain, _text(child), nicename))
        elif name == "comment":
            remarks.append(_remark(_texts(child)))
    return Item(_texts(element), meta, terms, remarks)


def _remark(texts: Mapping[str, str]) -> Remark:
    """Return a comment; of what is not shown, which may be thousands of spam, only what it is."""
    remark = Remark({name.removeprefix("comment_"): text for name, text in texts.items()})
    if remark.is_shown:
        return remark
    return Remark({"type": remark.fields.get("type", "")})


def _texts(element: etree._Element) -> dict[str, str]:
    """Return the texts of the elements in one that hold nothing else, by their names."""
    return {_name(child): _text(child) for child in element if not len(child)}


def _name(element: etree._Element) -> str:
    """Return the name of an element without its namespace; two of them are both ``encoded``."""
    if element.tag == _CONTENT:
        return "content"
    name = etree.QName(element).localname if isinstance(element.tag, str) else ""
    return "excerpt" if name == "encoded" else name


def _text(element: etree._Element) -> str:
    return (element.text or "").strip("\r\n\t ")


def _broken(error: etree.XMLSyntaxError) -> str:
    line = error.lineno or 1
    return (
        f"It is broken in line {line}; perhaps it was not downloaded to its end, or changed since."
        f" {HOW_TO_EXPORT}"
    )
