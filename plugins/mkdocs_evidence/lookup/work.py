"""What a registry knows of a work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mkdocs_evidence.bibliography.mapping import CslItem
from mkdocs_evidence.notices import Fate


@dataclass(frozen=True)
class Work:
    """A work as a registry or a file of another program describes it.

    Attributes:
        item: The work itself as CSL-JSON, without an ``id``. What came from the network is plain
            text in it, but for the few tags that CSL-JSON allows in titles.
        fate: What became of it since.
        licence: The licence of its published version, such as ``CC BY 4.0``; empty if unknown.
        funders: Who paid for it.
        registrations: The numbers under which the study was registered beforehand.
    """

    item: CslItem
    fate: Fate = field(default_factory=Fate)
    licence: str = ""
    funders: Sequence[str] = ()
    registrations: Sequence[str] = ()
