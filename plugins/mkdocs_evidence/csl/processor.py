"""citeproc-py behind functions that never raise and never let its warnings out."""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections.abc import Mapping
from typing import Any

from citeproc import (
    VARIABLES,
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    Locator,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from .markup import OTHERS, guard_address, guard_rich_text, guard_text
from .model import Cite
from .repairs import drop_doubled_points, drop_empty_number, drop_repeated_title, name_others
from .style import as_file

Item = Mapping[str, Any]

_VARIABLES = frozenset(variable.replace("_", "-") for variable in VARIABLES)
_RICH = frozenset(
    ("title", "title-short", "container-title", "container-title-short", "collection-title")
)
_NAME_PARTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix")


def guarded(item: Item, number: int) -> dict[str, Any]:
    """Return a CSL-JSON item whose strings may go through the processor.

    The processor knows items by id in lower case, so that they get a number for an id.
    """
    result: dict[str, Any] = {"id": f"item-{number}", "type": item.get("type", "document")}
    for variable, value in item.items():
        if variable not in _VARIABLES:
            continue
        if isinstance(value, list):
            result[variable] = [name for person in value if (name := _guarded_name(person))]
        elif isinstance(value, Mapping):
            result[variable] = _guarded_date(value)
        elif variable == "URL":
            web = re.match(r"https?://\S+$", str(value), re.IGNORECASE)
            result[variable] = guard_address(str(value)) if web else guard_text(str(value))
        elif variable == "DOI":
            result[variable] = guard_address(str(value))
        else:
            guard = guard_rich_text if variable in _RICH else guard_text
            result[variable] = guard(str(value))
    return {variable: value for variable, value in result.items() if value}


def _guarded_name(person: Mapping[str, Any]) -> dict[str, str]:
    if person.get("literal") == "others":
        return {"literal": OTHERS}
    if literal := person.get("literal"):
        return {"literal": guard_text(str(literal))}
    return {part: guard_text(str(person[part])) for part in _NAME_PARTS if person.get(part)}


def _guarded_date(date: Mapping[str, Any]) -> dict[str, Any]:
    if literal := date.get("literal"):
        return {"literal": guard_text(str(literal)), "date-parts": []}
    return dict(date)


class Processor:
    """One form of a style in one locale, with the items to format.

    Args:
        form: The style's XML.
        locale: The CSL locale.
    """

    def __init__(self, form: bytes, locale: str) -> None:
        self._style = CitationStylesStyle(as_file(form), locale=locale, validate=False)
        self._source = CiteProcJSON([])
        self._bibliography = CitationStylesBibliography(self._style, self._source, formatter.html)
        self._et_al = self._term("et-al", "et al.")
        self._and = self._term("and", "and")

    def _term(self, name: str, otherwise: str) -> str:
        return str(self._style.root.get_single_term(name=name) or otherwise)

    def add(self, item: Mapping[str, Any]) -> None:
        """Take in a guarded item.

        Raises:
            Exception: The processor cannot read the item.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._source.update(CiteProcJSON([item]))

    def cite(self, number: int, cite: Cite) -> str:
        """Return a cite without affixes; empty where the style prints nothing of it."""
        item = self._item(number, cite)
        reference = item.reference
        if cite.locator:
            # The condition is-numeric="locator" looks among the item's own variables.
            reference["locator"] = "1" if re.search(r"\d", cite.locator) else cite.locator
        try:
            self._bibliography.keys = [item.key]
            text = str(self._style.render_citation(item.citation, [], lambda _: ""))
        finally:
            reference.pop("locator", None)
        return name_others(text, self._et_al, self._and)

    def reference(self, number: int) -> str:
        """Return an item as the style's bibliography prints it; empty where it prints nothing."""
        item = self._item(number, Cite(""))
        self._bibliography.keys = [item.key]
        text = "".join(map(str, self._style.render_bibliography([item])))
        named = drop_doubled_points(name_others(text, self._et_al, self._and))
        numbered = named if "number" in item.reference else drop_empty_number(named)
        return numbered if "author" in item.reference else drop_repeated_title(numbered)

    def sort_keys(self, number: int, where: str) -> list[str | None]:
        """Return what the style sorts an item by, folded to plain letters.

        Args:
            number: The item.
            where: ``citation`` or ``bibliography``.
        """
        item = self._item(number, Cite(""))
        self._bibliography.keys = [item.key]
        layout = getattr(self._style.root, where).layout
        found = [key.sort_keys([item], layout)[0] for key in self._keys(where)]
        return [None if value is None else _folded(str(value)) for value in found]

    def descending(self, where: str) -> list[bool]:
        """Say for every sort key whether it sorts from the last to the first."""
        return [key.get("sort") == "descending" for key in self._keys(where)]

    def _keys(self, where: str) -> list[Any]:
        part = getattr(self._style.root, where)
        sort = None if part is None else part.find("cs:sort", part.nsmap)
        return [] if sort is None else list(sort)

    def _item(self, number: int, cite: Cite) -> Any:
        place = {"locator": Locator(cite.label, guard_text(cite.locator))} if cite.locator else {}
        item = CitationItem(f"item-{number}", **place)
        citation = Citation([item])
        citation.bibliography = self._bibliography
        return item


def _folded(value: str) -> str:
    letters = unicodedata.normalize("NFKD", re.sub("<[^<>]*>|[\ue000-\uf8ff]", "", value))
    return "".join(c for c in letters if not unicodedata.combining(c)).casefold()


def plain_reference(item: Item) -> str:
    """Return "Author (year). Title." as guarded text, for an item the processor fails on."""
    title = guard_rich_text(str(item.get("title", item.get("id", "")))).rstrip(".")
    return f"{plain_author(item)} ({plain_year(item)}). {title}."


def plain_author(item: Item) -> str:
    """Return the family names of the authors, or the title, as guarded text."""
    people = item.get("author") or item.get("editor") or []
    names = [str(name.get("literal") or name.get("family", "")) for name in people]
    known = [guard_text(name) for name in names if name]
    return ", ".join(known) or guard_rich_text(str(item.get("title", item.get("id", ""))))


def plain_year(item: Item) -> str:
    """Return the year as guarded text, or "n.d."."""
    issued = item.get("issued") or {}
    parts = issued.get("date-parts") or [[]]
    return guard_text(str(issued.get("literal") or (parts[0] or ["n.d."])[0]))
