"""What became of a picture."""

from __future__ import annotations

from dataclasses import dataclass


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
