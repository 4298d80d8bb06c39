"""What the host and the citations of a page tell each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass
class PageCitations:
    """What the host says of a page before it is converted, and learns from it.

    Attributes:
        language: The language of the page.
        always: Keys that stand in the reference list though the text may not cite them.
        append: Whether a page with citations and no place for a list gets one at its end.
        heading: The heading of such a list.
        back_label: What a link from a reference back to the text is called.
        cited: The known keys that the text cites, in its order.
        unknown: The keys it cites that no entry has, in its order.
    """

    language: str = "en"
    always: Sequence[str] = ()
    append: bool = True
    heading: str = "References"
    back_label: str = "Back to the text"
    cited: dict[str, None] = field(default_factory=dict)
    unknown: dict[str, None] = field(default_factory=dict)
