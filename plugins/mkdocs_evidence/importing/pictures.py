"""The pictures of old posts, saved beside their summaries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from .post import Picture


@dataclass(frozen=True)
class Kept:
    """What became of a picture.

    Attributes:
        file: The name of its file in the folder of the summaries; empty where it was not saved.
        missing: Why it was not saved, as a sentence; empty where `PictureKeeper.notes` says so for
            many at once, or where it was saved.
    """

    file: str = ""
    missing: str = ""


class PictureKeeper:
    """Saves the pictures of all posts of one import, each once.

    Args:
        folder: The folder of the summaries, in which the pictures are saved.
        imported: The file that is imported, from which pictures are named.
        media: A copy of the folder in which the old site kept its files, such as
            ``wp-content/uploads``; it is looked into first.
        online: Whether pictures may be downloaded.

    Attributes:
        notes: What there is to say of many pictures at once, each a sentence or two.
    """

    def __init__(
        self, folder: Path, imported: Path, media: Path | None = None, *, online: bool = True
    ) -> None:
        self._folder = folder
        self._imported = imported
        self._media = media
        self._online = online
        self.notes: list[str] = []

    def keep(self, picture: Picture, stem: str) -> Kept:
        """Save a picture unless it is saved already, and say under which name.

        Args:
            picture: The picture.
            stem: How the name of its file begins: that of its post.
        """
        del picture, stem
        return Kept(missing="Pictures are not saved yet.")


def with_kept(text: str, kept: Mapping[str, Kept]) -> str:
    """Return a text whose pictures are those that were saved.

    A picture that was not saved becomes a link to its address, since a page of the site must not
    ask other servers for anything.

    Args:
        text: Markdown.
        kept: What became of the pictures in it, by their names in the post (`Picture.name`).
    """
    del kept
    return text
