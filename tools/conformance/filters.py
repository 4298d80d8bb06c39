"""Which entries a bibliography shows: the conditions of a BIBSECTION."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

Condition = Mapping[str, Any]


def shown(item: Mapping[str, Any], conditions: Mapping[str, Sequence[Condition]]) -> bool:
    """Say whether a bibliography shows an item.

    Args:
        item: The CSL-JSON item.
        conditions: Lists of a field and its value. Of ``include`` one must hold, of ``select``
            all, and of ``exclude`` none. An item for which all of ``quash`` hold is left out.
    """
    if "include" in conditions and not any(_holding(item, conditions["include"])):
        return False
    if "select" in conditions and not all(_holding(item, conditions["select"])):
        return False
    if "exclude" in conditions and any(_holding(item, conditions["exclude"])):
        return False
    return not ("quash" in conditions and all(_holding(item, conditions["quash"])))


def _holding(item: Mapping[str, Any], conditions: Iterable[Condition]) -> Iterable[bool]:
    for condition in conditions:
        value = item.get(condition["field"], "")
        wanted = condition["value"]
        yield wanted in value if isinstance(value, list) and wanted else value == wanted
