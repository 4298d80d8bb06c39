"""A picture as pages speak of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Size:
    """How large a picture is, in CSS pixels."""

    width: int
    height: int


@dataclass(frozen=True)
class Picture:
    """A picture of a page.

    Attributes:
        url: Its address from the root of the site, quoted as in links.
        alt: What it shows, as plain text.
        media_type: Its media type.
        width: How wide it is in CSS pixels; None where that is not known.
        height: How high it is; None where that is not known.
    """

    url: str
    alt: str
    media_type: str
    width: int | None = None
    height: int | None = None
