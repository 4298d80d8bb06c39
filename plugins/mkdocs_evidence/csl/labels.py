"""Citation labels such as "Smi99" (CSL 1.0.2, appendix IV, citation-label)."""

from __future__ import annotations

from .items import Item

_ALONE, _TOGETHER = 4, 2
"""How many letters one family name, and each of several, gives."""

_MOST_NAMES = 4


def citation_label(item: Item) -> str:
    """Return the beginnings of the authors' names with the year's last two figures."""
    if own := item.text("citation-label"):
        return own
    names = item.names("author") or item.names("editor")
    families = [name.family or name.literal for name in names if not name.others]
    if not families:
        letters = item.text("title")[:_ALONE]
    elif len(families) == 1:
        letters = families[0][:_ALONE]
    else:
        size = _TOGETHER if len(families) < _MOST_NAMES else 1
        letters = "".join(family[:size] for family in families[:_MOST_NAMES])
    date = item.date("issued")
    year = f"{date.parts[0].year % 100:02}" if date and date.parts else ""
    return letters + year
