"""What several parts ask of a CSL-JSON item."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Item = Mapping[str, Any]


def year_of(item: Item) -> int:
    """Return the year in which a work came out, or 0 where it is not known."""
    issued = item.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, Mapping) else None
    return int(parts[0][0]) if parts and parts[0] else 0
