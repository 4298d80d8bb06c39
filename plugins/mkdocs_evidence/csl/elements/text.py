"""Text: a variable, a macro, a term or a verbatim value (CSL 1.0.2, Text, Links)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from ..context import Context
from ..items import NUMBERS
from ..numbers import is_numeric, locator_ranges, number_ranges, page_ranges
from ..output import Format, Piece, Span, around
from ..richtext import parse
from .base import TERM, Element, Styling
from .group import render_group

_RANGES = frozenset(("page", "locator"))
_LINKS = {
    "DOI": "https://doi.org/",
    "URL": "",
    "PMID": "https://www.ncbi.nlm.nih.gov/pubmed/",
    "PMCID": "https://www.ncbi.nlm.nih.gov/pmc/articles/",
}
_ROLES = frozenset(("year-suffix", "citation-number", "locator"))
_NUMBERS = NUMBERS - {"page", "locator", "citation-number", "number"}
"""The variables in which a hyphen is a range; the number of a report may have one in it."""

_PLAIN = frozenset(
    ("DOI", "URL", "PMID", "PMCID", "ISBN", "ISSN", "year-suffix", "citation-number", "page-first")
)


class TextVariable:
    """``<text variable="…"/>``."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.variable = attributes["variable"]
        self.short = attributes.get("form") == "short"
        self.styling = Styling(attributes)

    def render(self, ctx: Context) -> Piece | None:
        """Return the variable's value, or None where it is empty."""
        variable = self.variable
        if variable != "year-suffix":
            ctx.called += 1
        value = (ctx.text(f"{variable}-short") if self.short else "") or ctx.text(variable)
        if not value:
            return None
        ctx.prints(self.variable)
        if variable in _LINKS:
            return self._link(value, ctx)
        if variable in _RANGES:
            value = _ranges(variable, value, ctx)
        elif variable in _NUMBERS and is_numeric(value):
            value = number_ranges(value, ctx.locale)
        parts = (value,) if variable in _PLAIN else parse(value)
        if variable == "citation-label" and ctx.marks.year_suffix:
            parts = (*parts, Span((ctx.marks.year_suffix,), role="year-suffix"))
        return self.styling.apply(parts, ctx, variable if variable in _ROLES else "")

    def _link(self, value: str, ctx: Context) -> Piece:
        """Return an identifier as a link, which takes in the resolver's address before it."""
        styling, resolver = self.styling, _LINKS[self.variable]
        if self.variable == "DOI":
            value = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", value, flags=re.I)
        if not resolver and not value.lower().startswith(("https://", "http://")):
            return styling.apply((value,), ctx)
        href = resolver + quote(
            value, safe=_SAFE_IN_DOI if resolver else _SAFE_IN_URL, errors="replace"
        )
        if re.search(r"https?://\S*/$", styling.prefix):
            before, address = re.split(r"(?=https?://\S*$)", styling.prefix, maxsplit=1)
            linked = Span((address + value,), (styling.format or Format())._replace(href=href))
            return around(before, linked, styling.suffix)
        return styling.apply((Span((value,), Format(href=href)),), ctx)


_SAFE_IN_DOI = "/:;().,-_~+=@!*'"
_SAFE_IN_URL = "%/:;().,-_~+=@!*'?&#[]$"


def _ranges(variable: str, value: str, ctx: Context) -> str:
    is_pages = variable == "page" or (ctx.place is not None and ctx.place.label == "page")
    if is_pages:
        return page_ranges(value, ctx.area.style.page_range_format, ctx.locale)
    return locator_ranges(value, ctx.locale)


class TextMacro:
    """``<text macro="…"/>``, which counts as a group."""

    def __init__(self, attributes: Mapping[str, str], macros: Mapping[str, list[Element]]) -> None:
        self.name = attributes["macro"]
        self.macros = macros
        self.styling = Styling(attributes)

    def render(self, ctx: Context) -> Piece | None:
        """Return what the macro prints, or None."""
        parts = render_group(self.macros[self.name], ctx)
        if not parts:
            return None
        ctx.printed += 1
        return self.styling.apply(parts, ctx)


class TextTerm:
    """``<text term="…"/>``."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.term = attributes["term"]
        self.form = attributes.get("form", "long")
        self.plural = attributes.get("plural") == "true"
        self.styling = Styling(attributes)

    def render(self, ctx: Context) -> Piece | None:
        """Return the term, or None where the locale has none."""
        text = ctx.locale.term(self.term, self.form, plural=self.plural)
        if not text:
            return None
        if self.term == "no date" and (suffix := ctx.implicit_year_suffix()):
            return self.styling.apply((text, Span((f"-{suffix}",), role="year-suffix")), ctx)
        return self.styling.apply((text,), ctx, TERM)


class TextValue:
    """``<text value="…"/>``."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.value = attributes["value"]
        self.styling = Styling(attributes)

    def render(self, ctx: Context) -> Piece | None:
        """Return the verbatim text."""
        return self.styling.apply(parse(self.value), ctx) if self.value else None
