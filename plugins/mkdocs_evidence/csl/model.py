"""What goes into a formatter and what comes out of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Cite:
    """One item within a citation.

    Attributes:
        key: The id of the cited item.
        prefix: Rich text before it, such as ``see``, without the space after it.
        suffix: Rich text after it, with the comma or space that it begins with.
        locator: The place in the item, such as ``3-5``.
        label: What the locator counts: a CSL locator type, such as ``page``.
        suppress_author: Whether the author stands in the sentence already.
    """

    key: str
    prefix: str = ""
    suffix: str = ""
    locator: str = ""
    label: str = "page"
    suppress_author: bool = False


@dataclass(frozen=True)
class Citation:
    """One place in a text that cites.

    Attributes:
        cites: What it cites; a narrative citation has one cite.
        narrative: Whether the author is a part of the sentence: "Coan et al. (2017)".
    """

    cites: tuple[Cite, ...]
    narrative: bool = False


@dataclass(frozen=True)
class Fragment:
    """A piece of a citation as safe HTML; ``key`` is the item it speaks of, if it is one."""

    html: str
    key: str | None = None


@dataclass(frozen=True)
class Reference:
    """One item of a reference list as safe HTML."""

    key: str
    html: str
