"""A post as it was written elsewhere, whatever the kind of its file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from mkdocs_evidence.comment_server import Comment

Kind = Literal["heading", "paragraph", "list", "quote", "table", "code", "picture", "rule"]


@dataclass(frozen=True)
class Picture:
    """A picture in a post.

    Attributes:
        name: Its file or address, as the post has it.
        alt: What it shows; empty where the post does not say.
        data: The picture itself, where the file of the post holds it.
        credit: Who made it, in Markdown, where the file says so beside the text.
    """

    name: str
    alt: str = ""
    data: bytes | None = None
    credit: str = ""


@dataclass(frozen=True)
class Block:
    """A piece of a post that stands on lines of its own.

    Attributes:
        kind: What it is.
        markdown: The piece in Markdown; of a heading without its number signs.
        text: The same as plain text.
        level: The level of a heading, from 1 on; 0 of all else.
        pictures: The pictures in it, in their order.
    """

    kind: Kind
    markdown: str
    text: str
    level: int = 0
    pictures: Sequence[Picture] = ()


@dataclass(frozen=True)
class Details:
    """What a file says of its post beside the text, as front matter or a WordPress export does.

    All are empty where nothing is said.

    Attributes:
        title: The title.
        authors: Who wrote it, by their names.
        date: The day on which it was published, as YYYY-MM-DD.
        updated: The day on which it was last changed, likewise.
        topics: What it is about, from the fixed list of its site.
        tags: What it is about, in words chosen freely.
        language: Its language, as a tag (BCP 47).
        description: A sentence about it.
        slug: The last part of its address.
        picture: The picture at its head.
        addresses: Where it stood, as paths from the root of its site, such as ``/2019/03/a-post/``.
        hidden: Whether it was not public.
    """

    title: str = ""
    authors: Sequence[str] = ()
    date: str = ""
    updated: str = ""
    topics: Sequence[str] = ()
    tags: Sequence[str] = ()
    language: str = ""
    description: str = ""
    slug: str = ""
    picture: Picture | None = None
    addresses: Sequence[str] = ()
    hidden: bool = False


@dataclass(frozen=True)
class LeftOut:
    """Text of a post that has no place in its summary.

    Attributes:
        text: The text, in Markdown.
        reason: Why it has none, as part of a sentence: ``a standing invitation to comment``.
    """

    text: str
    reason: str


@dataclass(frozen=True)
class OldPost:
    """A post as it was written elsewhere.

    Attributes:
        name: What the report calls it: its file, or its title in an export of many.
        blocks: Its text, in its order, with all headings, lines and pictures.
        words: All that the file says to its readers, as plain text, taken from the file in another
            way than the blocks, so that the two can be compared.
        details: What the file says besides.
        left_out: What the reader of the file itself found to be no part of the post, such as the
            menu of a web page.
        comments: What readers wrote below it.
        notes: What a person should know of it, each a sentence or two in plain words.
    """

    name: str
    blocks: Sequence[Block]
    words: str
    details: Details = field(default_factory=Details)
    left_out: Sequence[LeftOut] = ()
    comments: tuple[Comment, ...] = ()
    notes: Sequence[str] = ()


class OldPosts(list[OldPost]):
    """The posts of a file that holds many, with what there is to say of the file as a whole.

    Attributes:
        notes: What a person should know of the file, each a sentence or two in plain words.
    """

    def __init__(self, posts: Iterable[OldPost], notes: Sequence[str] = ()) -> None:
        super().__init__(posts)
        self.notes = notes
