"""Elements of HTML: which there are, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

_UNSEEN_NAMES = (
    "script style template noscript head title meta link input button select textarea svg canvas "
    "map area param source track"
)
UNSEEN = frozenset(_UNSEEN_NAMES.split())
"""What has no text that is read as a part of a page."""

_BLOCK_NAMES = (
    "address article aside blockquote body caption center dd details div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main nav ol p pre "
    "section summary table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset(_BLOCK_NAMES.split())
"""What begins on a line of its own."""

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")

MARK = re.compile("\ue001([^\ue001]*)\ue001")
"""What stands in a text for the mark of a footnote, with its name, until the text is Markdown."""

SPACES = re.compile(r"[ \t\n\r\f]+")
"""What HTML shows as one space."""

_DEEPEST = 100
_OF_A_HEAD = frozenset(("base", "link", "meta", "noscript", "script", "style", "template", "title"))
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")


def page_of(html: str) -> BeautifulSoup:
    """Return the tree of HTML, which may be XHTML, a piece of a page or mere text."""
    html = _DECLARATION.sub("", html, count=1)
    page = BeautifulSoup(html if "<" in html else f"<p>{html}</p>", "lxml")
    _settle_head(page)
    _flatten(page)
    return page


def _settle_head(page: BeautifulSoup) -> None:
    """Begin the body where the head has to end, though the page may have no sign of that."""
    head = page.head
    if head is None or page.html is None:
        return
    shown = head.find(lambda tag: tag.name not in _OF_A_HEAD and tag.parent is head)
    if isinstance(shown, Tag):
        body = page.body or page.new_tag("body")
        page.html.append(body)
        for node in reversed([shown, *shown.next_siblings]):
            body.insert(0, node.extract())


def _flatten(page: BeautifulSoup) -> None:
    """Leave only the text of what stands too deep for what walks from each element to the next."""
    depths = {id(page): 0}
    deep = []
    for element in page.find_all(True):
        depths[id(element)] = depths[id(element.parent)] + 1
        if depths[id(element)] == _DEEPEST:
            deep.append(element)
    for element in deep:
        if element.find(True):
            element.string = element.get_text(" ")


def value(element: Tag | None, name: str) -> str:
    """Return an attribute of an element; empty where there is none."""
    found = element.get(name) if element is not None else None
    return " ".join(found) if isinstance(found, list) else (found or "").strip()


def text_in(element: Tag) -> str:
    """Return the text of an element, with single spaces."""
    return " ".join(element.get_text().split())


def lines_in(element: Tag) -> str:
    """Return the plain text of an element, with the lines that a reader sees."""
    pieces = _pieces(element, keeps_spaces=element.name == "pre")
    lines = (line.strip() for line in "".join(pieces).split("\n"))
    return MARK.sub(r"[\1]", "\n".join(line for line in lines if line))


def _pieces(element: Tag, *, keeps_spaces: bool) -> Iterator[str]:
    for node in element.children:
        if isinstance(node, NavigableString):
            yield str(node) if keeps_spaces else SPACES.sub(" ", node)
        elif isinstance(node, Tag):
            end = "\n" if node.name in BLOCKS or node.name == "br" else ""
            yield end
            yield from _pieces(node, keeps_spaces=keeps_spaces)
            yield end
