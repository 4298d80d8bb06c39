"""Style structure (CSL 1.0.2, Style Structure; the options in Style Behavior)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from copy import copy
from functools import lru_cache
from pathlib import Path
from xml.etree import ElementTree

from .apa import follows_apa
from .elements import Compiler, Element
from .elements.base import Styling
from .elements.options import own_options, whole_number
from .files import NAMESPACE, StyleError, style_path
from .items import DATES, NAMES, NUMBERS
from .locales import Locale

Xml = ElementTree.Element


class SortKey:
    """``<key>`` (CSL 1.0.2, Sorting)."""

    def __init__(self, attributes: Mapping[str, str]) -> None:
        self.variable = attributes.get("variable", "")
        self.macro = attributes.get("macro", "")
        self.descending = attributes.get("sort") == "descending"
        self.names_min = whole_number(attributes.get("names-min"))
        self.names_use_first = whole_number(attributes.get("names-use-first"))
        last = attributes.get("names-use-last")
        self.names_use_last = None if last is None else last == "true"
        self.is_date = self.variable in DATES
        self.is_names = self.variable in NAMES
        self.is_number = self.variable in NUMBERS


class Area:
    """``<citation>`` or ``<bibliography>``: a layout, its order, and the options of both.

    Attributes:
        style: The style it is a part of.
        attributes: Its options.
        name_options: Those of them that names inherit.
        layout: The elements of its layout.
        styling: The affixes, the delimiter and the format of its layout.
        sort: The keys of its order.
    """

    def __init__(self, style: Style, element: Xml, compiler: Compiler) -> None:
        self.style = style
        self.attributes = dict(element.attrib)
        self.name_options = own_options(self.attributes, inherited_only=True)
        layout = element.find(f"{NAMESPACE}layout")
        if layout is None:
            raise StyleError("A citation or a bibliography of the style has no layout.")
        self.layout: Sequence[Element] = compiler.compile(layout)
        self.styling = Styling(layout.attrib)
        self.sort = [SortKey(key.attrib) for key in element.iterfind(f"{NAMESPACE}sort/*")]

    def option(self, name: str, otherwise: str = "") -> str:
        """Return an option of this area."""
        return self.attributes.get(name, otherwise)


class Style:
    """An independent style.

    Args:
        source: The bytes of its file.

    Raises:
        StyleError: The file is no style, or the style cannot be used.
    """

    def __init__(self, source: bytes) -> None:
        root = _parsed(source)
        self.source = source
        if root.tag != f"{NAMESPACE}style":
            raise StyleError("This file is no CSL style.")
        self.attributes = dict(root.attrib)
        self.is_note = root.get("class") == "note"
        self.default_locale = root.get("default-locale", "")
        self.follows_apa = follows_apa(root.findtext(f"{NAMESPACE}info/{NAMESPACE}id") or "")
        self.name_options = own_options(self.attributes, inherited_only=True)
        self.page_range_format = root.get("page-range-format", "")
        self.initialize_with_hyphen = root.get("initialize-with-hyphen") != "false"
        self.demote_particle = root.get("demote-non-dropping-particle", "display-and-sort")
        self._own_locales = root.findall(f"{NAMESPACE}locale")
        self.macros: dict[str, list[Element]] = {}
        compiler = Compiler(self.macros)
        for macro in root.iterfind(f"{NAMESPACE}macro"):
            self.macros[macro.get("name", "")] = compiler.compile(macro)
        citation = root.find(f"{NAMESPACE}citation")
        if citation is None:
            raise StyleError("The style formats no citations.")
        self.citation = Area(self, citation, compiler)
        bibliography = root.find(f"{NAMESPACE}bibliography")
        self.bibliography = None if bibliography is None else Area(self, bibliography, compiler)
        self.has_year_suffix = bool({"year-suffix", "citation-label"} & compiler.variables)
        words = {
            word for element in root.iter() for word in " ".join(element.attrib.values()).split()
        }
        self.has_citation_number = "citation-number" in words
        self.has_citation_label = "citation-label" in compiler.variables
        self._check_macros(root, compiler)
        self._locales: dict[str, Locale] = {}

    def _check_macros(self, root: Xml, compiler: Compiler) -> None:
        keys = {key.get("macro", "") for key in root.iter(f"{NAMESPACE}key")} - {""}
        for name in sorted(compiler.called_macros | keys):
            if name not in self.macros:
                raise StyleError(f"The style calls a macro “{name}”, which it does not have.")
        calls = {
            macro.get("name", ""): {
                text.get("macro", "")
                for text in macro.iter(f"{NAMESPACE}text")
                if text.get("macro")
            }
            for macro in root.iterfind(f"{NAMESPACE}macro")
        }
        for name in calls:
            if name in _reached(calls, name):
                raise StyleError(f"The macro “{name}” of the style calls itself.")

    def locale(self, language: str) -> Locale:
        """Return the terms for a language, with the style's own over them.

        Args:
            language: The language of a page; empty for the style's default one. A style that has
                a default locale is kept to it only where no language is given.
        """
        tag = language or self.default_locale or "en-US"
        if tag not in self._locales:
            self._locales[tag] = Locale(tag, self._own_locales)
        return self._locales[tag]


def _reached(calls: Mapping[str, set[str]], name: str) -> set[str]:
    found: set[str] = set()
    ahead = list(calls.get(name, ()))
    while ahead:
        each = ahead.pop()
        if each not in found:
            found.add(each)
            ahead += calls.get(each, ())
    return found


def find_style(name: str, folder: Path) -> Style:
    """Return the style of a name, or that of a .csl file.

    Args:
        name: A name such as ``apa``, or the path of a file that ends in ``.csl``.
        folder: The folder from which files are named.

    Raises:
        StyleError: There is no such style or file, or it cannot be used.
    """
    if not name.endswith(".csl"):
        return load_style(name)
    path = folder / name
    if not path.is_file():
        raise StyleError(f"There is no file “{name}”.")
    try:
        return _read_style(path)
    except OSError as error:
        raise StyleError(f"The file “{name}” cannot be read: {error.strerror}.") from None


@lru_cache(maxsize=16)
def load_style(name: str) -> Style:
    """Return the style of a name, such as ``apa``.

    Raises:
        StyleError: There is no style of that name, or it cannot be used.
    """
    return _read_style(style_path(name))


def _read_style(path: Path) -> Style:
    """Return the style of a file.

    A dependent style is the one that it points to, in a language of its own if it names one
    (CSL 1.0.2, File Types).
    """
    source = path.read_bytes()
    root = _parsed(source)
    links = root.iterfind(f"{NAMESPACE}info/{NAMESPACE}link[@rel='independent-parent']")
    parent = next((link.get("href", "").rpartition("/")[2] for link in links), "")
    if not parent:
        try:
            return Style(source)
        except RecursionError:
            raise StyleError("The elements of the style stand too deep in each other.") from None
    style = copy(load_style(parent))
    style.default_locale = root.get("default-locale", "") or style.default_locale
    return style


def _parsed(source: bytes) -> Xml:
    try:
        return ElementTree.fromstring(source)
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        raise StyleError(f"The style is no well-formed XML: {error}.") from None
