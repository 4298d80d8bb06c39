"""Elements of XML into rendering elements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element as Xml

from ..files import NAMESPACE, StyleError
from .base import Element, Styling
from .choose import Branch, Choose, branch
from .dates import DateElement
from .group import Group
from .names import Names, NamesLabel
from .number import Label, Number
from .person import NameParts
from .text import TextMacro, TextTerm, TextValue, TextVariable


class Compiler:
    """Compiles the elements of one style.

    Args:
        macros: The macros by name; those that elements name are looked up when they render.
    """

    def __init__(self, macros: Mapping[str, list[Element]]) -> None:
        self._macros = macros
        self.called_macros: set[str] = set()
        self.variables: set[str] = set()

    def compile(self, elements: Iterable[Xml]) -> list[Element]:
        """Return rendering elements; elements that CSL 1.0.2 does not know print nothing.

        Raises:
            StyleError: An element lacks an attribute that it needs.
        """
        found = (self._element(element) for element in elements)
        return [element for element in found if element is not None]

    def _element(self, element: Xml) -> Element | None:
        kind = str(element.tag).removeprefix(NAMESPACE)
        try:
            return self._compiled(kind, element)
        except KeyError as missing:
            raise StyleError(f"An element “{kind}” of the style lacks {missing}.") from None

    def _compiled(self, kind: str, element: Xml) -> Element | None:
        attributes = element.attrib
        if kind == "text":
            return self._text(attributes)
        if kind == "group":
            return Group(attributes, self.compile(element))
        if kind == "choose":
            return Choose([self._branch(child) for child in element])
        if kind == "number":
            return Number(attributes)
        if kind == "label":
            return Label(attributes)
        if kind == "date":
            parts = [child.attrib for child in element.iterfind(f"{NAMESPACE}date-part")]
            return DateElement(attributes, parts)
        if kind == "names":
            return self._names(element, None)
        return None

    def _text(self, attributes: Mapping[str, str]) -> Element | None:
        if "variable" in attributes:
            self.variables.add(attributes["variable"])
            return TextVariable(attributes)
        if "macro" in attributes:
            self.called_macros.add(attributes["macro"])
            return TextMacro(attributes, self._macros)
        if "term" in attributes:
            return TextTerm(attributes)
        return TextValue(attributes) if "value" in attributes else None

    def _branch(self, element: Xml) -> Branch:
        return branch(element.attrib, self.compile(element))

    def _names(self, element: Xml, parent: Xml | None) -> Names:
        """Compile names; the short form within a substitute takes after its parent."""
        source = element
        if parent is not None and not len(element):
            source = parent
        name = source.find(f"{NAMESPACE}name")
        if name is None and parent is not None:
            name = parent.find(f"{NAMESPACE}name")
        et_al = source.find(f"{NAMESPACE}et-al")
        substitute: list[Element] = []
        within = element.find(f"{NAMESPACE}substitute")
        if within is not None:
            for child in within:
                if child.tag == f"{NAMESPACE}names":
                    substitute.append(self._names(child, element))
                else:
                    substitute += self.compile_within_substitute(child, element)
        attributes = dict(element.attrib)
        if parent is not None and source is parent:
            inherited = {n: v for n, v in parent.attrib.items() if n not in _NOT_INHERITED}
            attributes = {**inherited, **attributes}
        return Names(
            attributes,
            None if name is None else name.attrib,
            _name_parts(name),
            None if et_al is None else et_al.attrib,
            _label(source),
            substitute,
        )

    def compile_within_substitute(self, element: Xml, parent: Xml) -> list[Element]:
        """Compile an element of a substitute, where names deeper down take after the parent."""
        if element.tag == f"{NAMESPACE}choose":
            branches = [
                branch(
                    child.attrib,
                    [
                        each
                        for part in child
                        for each in self.compile_within_substitute(part, parent)
                    ],
                )
                for child in element
            ]
            return [Choose(branches)]
        if element.tag == f"{NAMESPACE}names":
            return [self._names(element, parent)]
        return self.compile([element])


_NOT_INHERITED = ("variable",)


def _name_parts(name: Xml | None) -> NameParts:
    parts = (
        {}
        if name is None
        else {
            part.get("name", ""): Styling(part.attrib)
            for part in name.iterfind(f"{NAMESPACE}name-part")
        }
    )
    plain = NameParts()
    return NameParts(parts.get("family", plain.family), parts.get("given", plain.given))


def _label(names: Xml) -> NamesLabel | None:
    kinds = [str(child.tag).removeprefix(NAMESPACE) for child in names]
    if "label" not in kinds:
        return None
    leads = "name" in kinds and kinds.index("label") < kinds.index("name")
    label = names[kinds.index("label")]
    return NamesLabel(label.attrib, leads=leads)
