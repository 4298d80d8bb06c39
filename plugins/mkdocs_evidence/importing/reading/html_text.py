"""The words of HTML, read without making a tree of it."""

from __future__ import annotations

from html.parser import HTMLParser

_UNSEEN_NAMES = "script style template noscript title button select textarea svg canvas iframe"
_NAMES_WITHIN_LINES = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q s samp small "
    "span strike strong sub sup time tt u var wbr"
)
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_WITHIN_LINES = frozenset(_NAMES_WITHIN_LINES.split())


def text_of(html: str) -> str:
    """Return all that HTML says to its readers, as plain text, with what its pictures show.

    It is taken from the HTML in another way than its blocks, so that the two can be compared.
    """
    reader = _TextReader()
    reader.feed(html)
    reader.close()
    return "".join(reader.pieces)


class _TextReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self._unseen.append(tag)
        elif tag not in _WITHIN_LINES:
            alt = dict(attrs).get("alt") if tag == "img" else None
            self.handle_data(f"\n{alt}\n" if alt else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._unseen:
            while self._unseen.pop() != tag:
                pass
        elif tag not in _WITHIN_LINES:
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(data)
