"""A post in a page of the web, as a browser saves it or a blog exports it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.dammit import EncodingDetector
from bs4.element import PageElement

from mkdocs_evidence.importing.post import LeftOut, OldPost

from .encoding import read_text
from .errors import UnreadablePostError
from .html_blocks import blocks_in
from .html_details import address_of_page, details_of
from .html_elements import lines_in, page_of, value
from .html_text import text_of
from .html_tidy import remove_unseen, tidy

_MAIN = (
    "article",
    "main, [role=main]",
    ".h-entry, .hentry",
    ".entry-content, .post-content, .post-body, .blog-post",
)
"""Where a page has its post, the surest first."""
_LEAST = 200
"""How many signs a post has at least; what is shorter is the teaser of another one."""
_COMMENTS = "#comments, #respond, .comments, .comments-area, .comment-list, #disqus_thread"
_SHARING = ".sharedaddy, .share-buttons, .addtoany_share_save_container, .post-share, .social-share"
_OTHERS = ".jp-relatedposts, .related-posts, .post-navigation, .nav-links, .post-pager, .blog-pager"
_NO_PART = (
    ("nav", "a menu of the old page"),
    (_COMMENTS, "the comments on the old page"),
    (_SHARING, "the buttons for sharing on the old page"),
    (_OTHERS, "the links to other posts on the old page"),
    (".post-footer", "the foot of the post on the old page"),
    ("form", "a form on the old page"),
)
_ABOUT_THE_POST = "time, [rel~=author], [rel~=tag], [rel~=category], .p-author"
_AROUND = {
    "nav": "a menu of the old page",
    "header": "the head of the old page",
    "footer": "the foot of the old page",
    "aside": "a column beside the post on the old page",
}
_BESIDE = "what stands around the post on the old page"


def read_html(path: Path) -> Sequence[OldPost]:
    """Return the post in a page of the web.

    Raises:
        UnreadablePostError: The page has no text.
        OSError: The file cannot be opened.
    """
    html = read_text(path, _declared)
    page = page_of(html)
    details = details_of(page)
    base = value(page.find("base"), "href") or address_of_page(page)
    remove_unseen(page)
    main = _main(page)
    left_out = [*_left_out_of(main)]
    notes = tidy(page, base)
    left_out += _around(main)
    blocks = blocks_in(main, notes)
    if not blocks:
        raise UnreadablePostError(
            "There is no text in this page. If it fills itself with a program when it is opened, "
            "copy its text from the browser into a text file, and import that."
        )
    if any(block.pictures for block in blocks):
        details = replace(details, picture=None)
    return [OldPost(path.name, blocks, text_of(html), details, left_out)]


def _declared(data: bytes) -> str:
    return EncodingDetector.find_declared_encoding(data, is_html=True) or ""


def _main(page: BeautifulSoup) -> Tag:
    body = page.body or page
    for selector in _MAIN:
        longest = max(page.select(selector), key=_length, default=None)
        if longest is not None and _length(longest) >= min(_LEAST, _length(body) // 2):
            return longest
    return body


def _length(element: Tag) -> int:
    return len(element.get_text(strip=True))


def _left_out_of(main: Tag) -> Iterator[LeftOut]:
    """Take what is no part of the post out of its element."""
    for selector, reason in _NO_PART:
        for element in main.select(selector):
            if element.parent is not None and _length(element) < _length(main) / 2:
                yield from _said(element.extract(), reason)
    for element in main.find_all("footer"):
        if element.select_one(_ABOUT_THE_POST):
            yield from _said(element.extract(), _AROUND["footer"])


def _around(main: Tag) -> Iterator[LeftOut]:
    """Say what stands around the element of a post."""
    within = [main, *main.parents]
    kept = {id(element) for element in within}
    pieces = [
        (reason, text)
        for ancestor in reversed(within[1:])
        for child in ancestor.children
        if id(child) not in kept
        for reason, text in [_piece(child)]
        if text
    ]
    for reason, group in groupby(pieces, key=lambda piece: piece[0]):
        yield LeftOut("\n".join(text for _, text in group), reason)


def _piece(node: PageElement) -> tuple[str, str]:
    if not isinstance(node, Tag):
        return _BESIDE, " ".join(node.get_text().split())
    known = (reason for selector, reason in _NO_PART if node.css.match(selector))
    return next(known, _AROUND.get(node.name, _BESIDE)), lines_in(node)


def _said(element: Tag, reason: str) -> Iterator[LeftOut]:
    if text := lines_in(element):
        yield LeftOut(text, reason)
