"""Pictures: how large they are, what is wrong with their files, and cards drawn for pages.

``kinds`` names the formats that browsers show, ``drawings`` reads the size of SVG, and ``files``
says what is known of a picture's file. ``tags`` writes sizes into finished HTML. ``cards`` draws
what stands for a page where it is shared, with the letters that ``lettering`` sets.
"""

from __future__ import annotations

from .cards import CARD_SIZE, Card, can_be_drawn, drawn
from .files import PictureFile, PictureFiles
from .kinds import DRAWING, MEDIA_TYPES, is_picture, media_type
from .picture import Picture, Size
from .tags import with_sizes

__all__ = [
    "CARD_SIZE",
    "DRAWING",
    "MEDIA_TYPES",
    "Card",
    "Picture",
    "PictureFile",
    "PictureFiles",
    "Size",
    "can_be_drawn",
    "drawn",
    "is_picture",
    "media_type",
    "with_sizes",
]
