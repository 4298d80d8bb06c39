"""Citations written into the places of their placeholders."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from xml.etree import ElementTree

from markdown.util import AtomicString

from mkdocs_evidence.csl import Fragment

from .anchors import cite_anchor, reference_anchor
from .places import Place
from .tree import Parents, append_html, append_text

_LINKS = re.compile(r"(<a\b[^<>]*>.*?</a>)")
_LINK_TAG = re.compile(r"</?a\b[^<>]*>")


class CiteLinks:
    """Makes links of cites, and counts those of each work.

    Args:
        listed: The works that have a reference to lead to.
        numbered: Whether cites have ids, so that references can lead back to them.

    Attributes:
        ids: The ids of the cites of each work.
    """

    def __init__(self, listed: Collection[str], *, numbered: bool) -> None:
        self._listed = listed
        self._numbered = numbered
        self.ids: dict[str, list[str]] = {}

    def add(self, parent: ElementTree.Element, key: str, html: str) -> None:
        """Add a cite with this text to an element; without a reference it is no link.

        The links of a style's own, such as that of a DOI in a note, stand beside it.
        """
        anchor = ""
        if self._numbered:
            ids = self.ids.setdefault(key, [])
            anchor = cite_anchor(key, len(ids) + 1)
            ids.append(anchor)
        for text, is_link in _apart(html):
            if is_link:
                append_html(parent, text)
            else:
                self._add_text(parent, key, text, anchor)
                anchor = ""

    def _add_text(self, parent: ElementTree.Element, key: str, html: str, anchor: str) -> None:
        cite = ElementTree.SubElement(parent, "a" if key in self._listed else "span")
        cite.set("class", "cite")
        if key in self._listed:
            cite.set("href", f"#{reference_anchor(key)}")
        if anchor:
            cite.set("id", anchor)
        append_html(cite, html)


def _apart(html: str) -> list[tuple[str, bool]]:
    """Return the text of a cite and the links in it apart, where these are in no other markup."""
    if "<a " not in html:
        return [(html, False)]
    parts = [part for part in _LINKS.split(html) if part]
    # What comes first carries the id of the cite, so that it has to be text.
    if _LINKS.match(parts[0]) or not all(map(_is_whole, parts)):
        return [(_LINK_TAG.sub("", html), False)]
    return [(part, _LINKS.match(part) is not None) for part in parts]


def _is_whole(html: str) -> bool:
    """Say whether all tags in a piece of HTML are closed in it."""
    try:
        ElementTree.fromstring(f"<span>{html}</span>")
    except ElementTree.ParseError:
        return False
    return True


def make_span(place: Place) -> ElementTree.Element:
    """Make an empty element for a citation of its placeholder, and return it."""
    element, tail = place.element, place.element.tail
    element.clear()
    element.tag, element.tail = "span", tail
    element.set("class", "citation" if place.citation.cites else "citation citation--unknown")
    return element


def write_unknown(place: Place) -> None:
    """Write a citation of which no entry is known."""
    unknown = "; ".join(f"@{key}?" for key in place.missing)
    text = unknown if place.citation.narrative else f"({unknown})"
    make_span(place).text = AtomicString(text)


def write_in_text(
    place: Place, parts: Sequence[Fragment], links: CiteLinks, parents: Parents
) -> None:
    """Write a citation where it stands; superior numbers close to the text before them."""
    if parts and parts[0].html.startswith("<sup>"):
        parents.set_text_before(place.element, parents.text_before(place.element).rstrip())
    write_parts(make_span(place), parts, links, place.missing)


def write_parts(
    parent: ElementTree.Element,
    parts: Sequence[Fragment],
    links: CiteLinks,
    missing: Sequence[str] = (),
) -> None:
    """Add the parts of a citation, and the keys it also cites before its closing bracket."""
    closing = parts[-1:] if parts and parts[-1].key is None else []
    for part in parts[: len(parts) - len(closing)]:
        if part.key is None:
            append_html(parent, part.html)
        else:
            links.add(parent, part.key, part.html)
    for key in missing:
        append_text(parent, "; ")
        unknown = ElementTree.SubElement(parent, "span", {"class": "citation--unknown"})
        unknown.text = AtomicString(f"@{key}?")
    for part in closing:
        append_html(parent, part.html)
