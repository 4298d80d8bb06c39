"""What a registry knows of a work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_evidence.bibliography.mapping import CslItem
from mkdocs_evidence.notices import Fate, Notice


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
        notices: Where the work is a notice itself: what it says, by the DOIs of the works that it
            is about.
    """

    item: CslItem
    fate: Fate = field(default_factory=Fate)
    licence: str = ""
    funders: Sequence[str] = ()
    registrations: Sequence[str] = ()
    notices: Mapping[str, Sequence[Notice]] = field(default_factory=dict)
