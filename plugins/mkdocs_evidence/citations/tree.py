"""Formatted text put into the tree of a document, so that nothing reads it as Markdown again."""

from __future__ import annotations

from functools import cached_property
from xml.etree import ElementTree

from markdown.util import AtomicString


def append_html(parent: ElementTree.Element, html: str) -> None:
    """Add a formatter's HTML as elements."""
    if "<" not in html and "&" not in html:
        append_text(parent, html)
        return
    fragment = ElementTree.fromstring(f"<span>{html}</span>")
    for element in fragment.iter():
        element.text = AtomicString(element.text or "")
        element.tail = AtomicString(element.tail or "")
    append_text(parent, fragment.text or "")
    parent.extend(fragment)


def append_text(parent: ElementTree.Element, text: str) -> None:
    """Add plain text at the end of an element."""
    if len(parent):
        parent[-1].tail = AtomicString(f"{parent[-1].tail or ''}{text}")
    else:
        parent.text = AtomicString(f"{parent.text or ''}{text}")


class Parents:
    """Knows the parents of all elements of a tree.

    Args:
        root: The tree as it is when a parent is first asked for, which many documents never do;
            what is added later has no known parent.
    """

    def __init__(self, root: ElementTree.Element) -> None:
        self._root = root

    @cached_property
    def _parents(self) -> dict[ElementTree.Element, ElementTree.Element]:
        return {child: parent for parent in self._root.iter() for child in parent}

    def of(self, element: ElementTree.Element) -> ElementTree.Element:
        """Return the parent of an element."""
        return self._parents[element]

    def insert_before(self, element: ElementTree.Element, added: ElementTree.Element) -> None:
        """Put another element right before this one."""
        parent = self._parents[element]
        parent.insert([*parent].index(element), added)

    def text_before(self, element: ElementTree.Element) -> str:
        """Return the text right before an element, up to the element before that."""
        parent = self._parents[element]
        index = [*parent].index(element)
        return (parent[index - 1].tail if index else parent.text) or ""

    def set_text_before(self, element: ElementTree.Element, text: str) -> None:
        """Replace the text right before an element, which stays as open to Markdown as it was."""
        parent = self._parents[element]
        index = [*parent].index(element)
        if index:
            parent[index - 1].tail = like(parent[index - 1].tail, text)
        else:
            parent.text = like(parent.text, text)


def like(old: str | None, text: str) -> str:
    """Return a text that later processors read as Markdown if they would read the old one so."""
    return AtomicString(text) if isinstance(old, AtomicString) else text
