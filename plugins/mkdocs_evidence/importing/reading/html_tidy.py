"""HTML as other programs write it, made ready to become Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import SplitResult, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PreformattedString

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

_EMBEDDED = ("iframe", "embed", "object", "video", "audio")
_SAME_AS = {"b": "strong", "i": "em", "cite": "em", "dfn": "em", "var": "em", "s": "del"} | {
    "strike": "del",
    "kbd": "code",
    "samp": "code",
    "tt": "code",
}
_EMPHASIS = ("strong", "em", "del", "sup", "sub")
_NO_MEANING = ("span", "font", "u", "ins", "small", "big", "mark", "abbr", "acronym", "bdi", "time")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_STYLES = (
    (re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE), "strong"),
    (re.compile(r"font-style\s*:\s*italic", re.IGNORECASE), "em"),
    (re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE), "sup"),
    (re.compile(r"vertical-align\s*:\s*sub", re.IGNORECASE), "sub"),
)
_NOT_BOLD = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_NUMBER = re.compile(r"[0-9]{1,6}")
_SPACE_BEFORE = re.compile(r"^\s+")
_SPACE_AFTER = re.compile(r"\s+$")
_SAFE_SCHEMES = {"http", "https", "mailto", "tel", "ftp"}
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f]+")
_LATER = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
"""Where a page keeps the address of a picture that is fetched when a reader comes near it."""


def tidied(html: str, base: str = "") -> BeautifulSoup:
    """Return HTML without what is not read, and with emphasis in a few elements only.

    Args:
        html: The HTML, a page or a piece of one.
        base: The address that its links start from; empty where it is not known.
    """
    soup = BeautifulSoup(html, "lxml")
    tidy(soup, base)
    return soup


def tidy(soup: BeautifulSoup, base: str = "") -> None:
    """Do the same with HTML that was read already."""
    for note in soup.find_all(string=lambda text: isinstance(text, PreformattedString)):
        note.extract()
    _link_embedded(soup)
    _remove(soup, lambda element: element.name in UNSEEN or _is_hidden(element))
    for picture in soup.find_all("img"):
        _settle_picture(picture, base)
    for link in soup.find_all("a"):
        _settle_link(link, base)
    for numbered in soup.find_all("ol"):
        _number_items(numbered)
    _settle_emphasis(soup)


def text_in(element: Tag) -> str:
    """Return the text of an element, with single spaces."""
    return " ".join(element.get_text().split())


def value(element: Tag | None, name: str) -> str:
    """Return an attribute of an element; empty where there is none."""
    found = element.get(name) if element is not None else None
    return " ".join(found) if isinstance(found, list) else (found or "").strip()


def is_safe(address: str) -> bool:
    """Say whether an address may be linked to: it runs no program in the browser."""
    scheme = parts_of(_NOT_IN_ADDRESS.sub("", address)).scheme.lower()
    return scheme in _SAFE_SCHEMES if scheme else not address.lstrip().startswith("//:")


def parts_of(address: str) -> SplitResult:
    """Return the parts of an address; one that is broken has none."""
    try:
        return urlsplit(address)
    except ValueError:
        return SplitResult("", "", "", "", "")


def joined(base: str, address: str) -> str:
    """Return an address as seen from another one."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _is_hidden(element: Tag) -> bool:
    return element.has_attr("hidden") or bool(_HIDDEN.search(value(element, "style")))


def _link_embedded(soup: BeautifulSoup) -> None:
    """Make links of films and the like, which a summary does not show."""
    for element in soup.find_all(list(_EMBEDDED)):
        source = element if element.get("src") else element.find("source")
        address = value(element, "data") or value(source, "src")
        link = soup.new_tag("a", href=address)
        link.string = value(element, "title") or address
        element.insert_before(link if address else "")
        if element.name in ("iframe", "embed"):
            element.decompose()
        else:
            element.unwrap()


def _settle_picture(picture: Tag, base: str) -> None:
    source = value(picture, "src")
    later = next(filter(None, (value(picture, name) for name in _LATER)), "")
    if later and (not source or source.startswith("data:")):
        source = later
    alt = value(picture, "alt")
    if _is_a_letter(picture):
        picture.replace_with(alt)
    elif not source or _is_a_dot(picture):
        picture.decompose()
    elif source.startswith("data:image/") or is_safe(source):
        title = value(picture, "title")
        picture.attrs = {"src": joined(base, source) if base else source, "alt": alt}
        if title and title != alt:
            picture["title"] = title
    else:
        picture.replace_with(alt)


def _is_a_letter(picture: Tag) -> bool:
    """Say whether a picture stands for a sign, as WordPress and others send emoji."""
    kinds = set(value(picture, "class").split())
    return bool(kinds & {"emoji", "wp-smiley"}) and len(value(picture, "alt")) <= 8


def _is_a_dot(picture: Tag) -> bool:
    """Say whether a picture only counts who reads the page."""
    return value(picture, "width") in ("0", "1") and value(picture, "height") in ("0", "1")


def _settle_link(link: Tag, base: str) -> None:
    address = _NOT_IN_ADDRESS.sub("", value(link, "href"))
    if not address or address.startswith("#") or not is_safe(address):
        link.unwrap()
        return
    title = value(link, "title")
    link.attrs = {"href": joined(base, address) if base else address}
    if title and title != text_in(link) and title != address:
        link["title"] = title


def _number_items(numbered: Tag) -> None:
    """Give each item of a list its number."""
    start = value(numbered, "start")
    first = int(start) if _NUMBER.fullmatch(start) else 1
    for number, item in enumerate(numbered.find_all("li", recursive=False), first):
        item["value"] = str(number)


def _settle_emphasis(soup: BeautifulSoup) -> None:
    for element in soup.find_all(["span", "font", "b", "i"]):
        _settle_style(soup, element)
    for element in soup.find_all(list(_SAME_AS)):
        element.name = _SAME_AS[element.name]
        element.attrs = {}
    for element in soup.find_all(list(_NO_MEANING)):
        element.unwrap()
    for element in soup.find_all(list(_EMPHASIS)):
        if element.find(list(BLOCKS)) or element.find_parent(_emphasised_already(element)):
            element.unwrap()
    soup.smooth()
    for element in soup.find_all([*_EMPHASIS, "a"]):
        _join_with_next(element)
    for element in reversed(soup.find_all([*_EMPHASIS, "a"])):
        _put_spaces_outside(element)
    soup.smooth()


def _emphasised_already(element: Tag) -> list[str]:
    """Return the elements within which another adds no emphasis."""
    return [element.name, *((*HEADINGS, "th", "dt") if element.name == "strong" else ())]


def _settle_style(soup: BeautifulSoup, element: Tag) -> None:
    style = value(element, "style")
    if element.name == "b" and _NOT_BOLD.search(style):
        element.name = "span"
    for pattern, name in _STYLES:
        if pattern.search(style):
            around = element.wrap(soup.new_tag(name))
            assert around


def _join_with_next(element: Tag) -> None:
    """Join an element with those of its kind that follow at once, which Markdown cannot part."""
    if element.parent is None:
        return
    while True:
        between, after = [], element.next_sibling
        if isinstance(after, NavigableString) and not after.strip():
            between, after = [after], after.next_sibling
        if not isinstance(after, Tag) or after.name != element.name or after.attrs != element.attrs:
            return
        for node in [*between, *after.contents]:
            element.append(node.extract())
        after.decompose()


def _put_spaces_outside(element: Tag) -> None:
    if not element.get_text(strip=True) and element.find(["img", "br"]) is None:
        element.unwrap()
        return
    first, last = element.contents[0], element.contents[-1]
    if isinstance(first, NavigableString) and (space := _SPACE_BEFORE.match(first)):
        element.insert_before(space[0])
        first.replace_with(first[space.end() :])
        last = element.contents[-1]
    if isinstance(last, NavigableString) and (space := _SPACE_AFTER.search(last)):
        element.insert_after(space[0])
        last.replace_with(last[: space.start()])
    for edge, put in ((0, element.insert_before), (-1, element.insert_after)):
        while element.contents and getattr(element.contents[edge], "name", "") == "br":
            put(element.contents[edge].extract())


def _remove(soup: BeautifulSoup, is_unwanted: Callable[[Tag], bool]) -> None:
    for element in soup.find_all(is_unwanted):
        if not element.decomposed:
            element.decompose()
